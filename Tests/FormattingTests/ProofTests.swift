import Formatting
import ProfileFacts
import ProfileSyntax
import TestSupport
import Testing

/// The proof must let through what the decisions do, and nothing else.
@Suite("Proof")
struct ProofTests {
    private func reason(_ before: String, _ after: String) -> NotEquivalent.Reason? {
        reason(Array(before.utf8), Array(after.utf8))
    }

    private func reason(_ before: [UInt8], _ after: [UInt8]) -> NotEquivalent.Reason? {
        let (a, b) = (Profile(parsing: before), Profile(parsing: after))
        do {
            try Equivalence.prove(a, Prose(a), b, Prose(b))
            return nil
        } catch {
            return error.reason
        }
    }

    @Test(
        "A text that says something else is refused",
        arguments: [
            ("It destroyed 294,775 mines.", "It destroyed 294,757 mines.", NotEquivalent.Reason.numbers),
            ("It destroyed 4.50 million mines.", "It destroyed 4.5 million mines.", .numbers),
            ("It acceded on September 3, 2003.", "It acceded on 9 March 2003.", .dates),
            ("It said “on September 3, 2003.”", "It said “on 3 September 2003.”", .text),
            ("It has anti-personnel mines.", "It has antipersonnel mines.", .text),
            ("It has mines, not bombs.", "It has mines not bombs.", .text),
            ("It has a “mine” here.", "It has a mine here.", .text),
            ("See *Landmine Monitor* now.", "See Landmine Monitor now.", .text),
            ("See [it](https://a.org) now.", "See [it](https://b.org) now.", .structure),
            ("It has `a  b` mines.", "It has `a b c` mines.", .structure),
            ("A.[^1] B.[^2]\n\n[^1]: X.\n\n[^2]: Y.", "A.[^2] B.[^1]\n\n[^1]: X.\n\n[^2]: Y.", .text),
            ("A.[^1] B.[^2]\n\n[^1]: X.\n\n[^2]: Y.", "A.[^1] B.[^2]\n\n[^1]: Y.\n\n[^2]: X.", .text),
            ("## Use\n\nText.", "### Use\n\nText.", .structure),
            ("- a\n- b", "- a\n  - b", .structure),
            ("- a\n\nText.", "- a\n\n  Text.", .structure),
            ("| a |\n| --- |\n| 1 |", "| a |\n| --: |\n| 1 |", .structure),
            ("| a |\n| --- |\n| 1 |", "| a |\n| --- |\n| 2 |", .structure),
            ("```\na  b\n```", "```\na b\n```", .structure),
            ("Text.\n\n<!-- a -->", "Text.", .structure),
            ("---\na: 1\nb: {x: 1}\n---\nText.", "---\na: 1\nb: {x: 2}\n---\nText.", .frontMatter),
            ("---\na: '1'\n---\nText.", "---\na: 1\n---\nText.", .frontMatter),
            ("---\na: [1, 2]\n---\nText.", "---\na: [2, 1]\n---\nText.", .frontMatter),
            ("---\na: 1 # why\n---\nText.", "---\na: 1\n---\nText.", .frontMatter),
        ] as [(String, String, NotEquivalent.Reason)])
    func refused(_ before: String, _ after: String, _ expected: NotEquivalent.Reason) {
        #expect(reason(before, after) == expected)
    }

    @Test(
        "A text that says the same is let through",
        arguments: [
            (
                "It destroyed 294775 mines, \"all\" of them... in 1996-1997.",
                "It destroyed 294,775 mines, “all” of them… in 1996–1997."
            ),
            ("On Sept. 3, 2003 it  had\n74 percent.", "On 3 September 2003 it had 74%."),
            ("A.[^1]\n\n[^2]: Y.\n\n[^1]: X.\n\nB.[^2]", "A.[^1]\n\nB.[^2]\n\n[^1]: X.\n\n[^2]: Y."),
            ("---\nb: 'x'\na: 1 # why\n---\nText.", "---\na: 1  # why\nb: x\n---\n\nText."),
        ])
    func letThrough(_ before: String, _ after: String) {
        #expect(reason(before, after) == nil)
    }

    @Test("No letter and no digit of a profile may become another")
    func everyLetter() throws {
        let text = """
            ---
            topic: mine-ban-policy
            country: Belarus
            figures:
              retained: {total: 4492, note: 1}  # kept
            ---

            ## Policy

            On September 3, 2003 Belarus' "army" destroyed 294775 mines, 74 percent, pp. 12-14, at 12 km2 for US$ 5 million...[^1]

            - item *one*: PMN-2

            | a | b |
            | - | - |
            | 1 | é |

            [^1]: See, [HRW](https://a.org), `code`, 1996-97. <!-- c -->
            """
        let bytes = Array(text.utf8)
        let formatted = try LayoutFormatter.format(bytes)
        for (offset, byte) in formatted.enumerated() where byte.isASCIILetter || byte.isDigit {
            var changed = formatted
            changed[offset] =
                byte == UInt8(ascii: "7") ? UInt8(ascii: "8") : byte.isDigit ? UInt8(ascii: "7") : byte == 0x78 ? 0x79 : 0x78
            #expect(reason(bytes, changed) != nil, "\(String(decoding: changed[max(0, offset - 8)...offset], as: UTF8.self))")
        }
    }

    @Test("The profiles of this repository are in their one form")
    func profiles() throws {
        let paths = Repository.files("Profiles", ending: ".md")
        #expect(paths.count >= 2)
        for path in paths {
            let bytes = try #require(Repository.bytes(path))
            #expect(try LayoutFormatter.format(bytes) == bytes, "\(path)")
        }
    }
}
