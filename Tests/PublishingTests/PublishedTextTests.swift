import ProfileSyntax
import Publishing
import TestSupport
import Testing

@Suite("Publish as text")
struct PublishedTextTests {
    private func page(_ profile: [UInt8]) throws -> String { try PublishedText.page(Profile(parsing: profile)) }
    private func page(_ body: String) throws -> String { try page(Array((Texts.frontMatter + body).utf8)) }
    private func imported(_ page: String) throws -> [UInt8] { try Importer(Array(page.utf8), from: .text).profile() }
    private static let head = "Belarus\n\nMine Ban Policy\n\nLast updated: 28 September 2022\n"

    @Test("A profile is published as a page of plain text")
    func whole() throws {
        let body = """
            ## Policy

            Belarus *acceded* [then](https://example.org),
            on two lines.[^1] <!-- no --> It did “this [later]” too.[^2]

            <!-- footing-ignore footnote-undefined: a reason -->

            It must not:

            - provide security;
            - accept **orders**:
              1. any;
              2. all.

            > Quoted.

            | Type | 2019[^1] |
            | --- | ---: |
            | PMN\\|2 | 1,200 |

            [^1]: A *source*.

                More of it.

            [^2]: See, Other source, p. 1.

            """
        let expected =
            Self.head + """

                Policy

                Belarus acceded then, on two lines.[1]  It did “this [later]” too.[2]

                It must not:

                  • provide security;
                  • accept orders:
                    1. any;
                    2. all.

                    Quoted.

                Type\t2019[1]
                PMN|2\t1,200



                [1] A source.

                More of it.

                [2] See, Other source, p. 1.

                """
        #expect(try page(body) == expected)
    }

    @Test("Notes come last, wherever they are; what a page does not show is not on it")
    func order() throws {
        #expect(try page("A.[^1]\n\n[^1]: N.\n\n---\n\n-\n\nB.\n") == Self.head + "\nA.[1]\n\nB.\n\n\n\n[1] N.\n")
        #expect(try page("") == Self.head)
        #expect(try page("[^1]:\n") == Self.head + "\n\n\n[1]\n")
    }

    @Test("Marks that are nearly markers are shown as they are written")
    func nearlyMarkers() throws {
        #expect(
            try page("A.[^ 1] B[^x]. C[^03] D[2].\n\n[^x]: word\n\n[^1]: N.\n")
                == Self.head + "\nA.[^ 1] B[^x]. C[03] D[2].\n\n[^x]: word\n\n\n\n[1] N.\n")
    }

    @Test(
        "A profile without what a page opens with is not published",
        arguments: [
            "Text.\n", "---\ntopic: mine-ban-policy\ncountry: Belarus\n---\n",
            "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09\n---\n",
            "---\ntopic: unknown\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n",
        ])
    func refused(_ profile: String) {
        #expect(throws: PageHead.Problem.self) { try page(Array(profile.utf8)) }
    }

    @Test("A published profile that was imported is published as it was, byte for byte", arguments: Repository.seeds)
    func seeds(_ path: String) throws {
        let bytes = try #require(Repository.bytes(path))
        // The one normalisation that seeds need: a page ends with one line end.
        #expect(try page(Importer(bytes).profile()) == String(decoding: bytes, as: UTF8.self) + "\n")
    }

    /// What publishing writes in one way where published texts have several.
    @Test(
        "Each normalisation of a published text",
        arguments: [
            // LF ends the lines; there is no byte order mark.
            ("\u{FEFF}\(head)\nA.\n".replacing("\n", with: "\r\n"), "A."),
            // The three lines of the head, each apart, in one spelling.
            ("\n Belarus \nmine ban policy\nLast Updated: September 28, 2022\nA.", "A."),
            // One empty line between blocks, none at the end, no blanks around lines.
            ("\(head)\nA. \nB.\n\n\n C.\n\n\n", "A.\n\nB.\n\nC."),
            // Bullets.
            ("\(head)\nA:\n• a\n    ◦ b\n  ▪ c\n\n  – d", "A:\n\n  • a\n    • b\n  • c\n\n  • d"),
            // Three empty lines before the notes, one between them and in them.
            ("\(head)\nA.[1]\n[1] N.\n    More.\n[2]  O.", "A.[1]\n\n\n\n[1] N.\n\nMore.\n\n[2] O."),
        ])
    func normalised(_ written: String, _ published: String) throws {
        #expect(try page(imported(written)) == Self.head + "\n" + published + "\n")
    }

    @Test(
        "A page that publishing wrote is published again as it was, whatever Markdown would make of it",
        arguments: [
            "5 * 3 and *a* _b_ c_d_e **f** `g` <b>h</b> <i j < k <!-- l --> [m](n) [o] ~~p~~ &amp; R&D \\* \\ q\\",
            "# Not a heading", "- Not a list", "1. Not a list", "> Not a quotation", "---", "***", "```", "~~~ x", "[a]: b", "+",
            "[^3] not a marker[^3], and http://a.b/c_d_*e*_f", "US$5 and US$6", "A | B", "| a |\n\n| --- |",
            "  • # a\n  • - b\n  • 1. c\n\n    more", "  3. a\n  4. b\n\n  5. e\n\n  1. c\n\n    d",
            "    quoted\n\n    more\n\nnot",
            "a|b\t*c*\n\td[1]\ne\t\n\nA.", "\t1\t2\nx\t3\t4", "A.[1][2] B “[3] c”[4]\n\n\n\n[1] - x\n\n# y\n\n[2]\n\n[4] [5] z",
            "Heading (one)\n\nA text that is longer than its heading is.", "[3] is no note\n\nA.[1]\n\n\n\n[1] N.",
        ])
    func verbatim(_ body: String) throws {
        let text = Self.head + "\n" + body + "\n"
        #expect(try page(imported(text)) == text)
    }

    @Test("A page published from any profile is imported and published again as it was, and brings the profile back, whole")
    func generated() throws {
        for seed in 0..<5_000 {
            var generator = Generator(mixing: UInt64(seed) &+ 57)
            let whole = Array(generator.profile().utf8)
            for profile in [whole, generator.damaged(whole), Array(generator.hostileProfile().utf8)] {
                guard let published = try? page(profile), !isAmbiguous(published) else { continue }
                #expect(try page(imported(published)) == published, "seed \(seed)")
                #expect(try Importer(Array(published.utf8), from: .text).update(profile) == profile, "seed \(seed)")
            }
        }
    }

    /// What plain text cannot tell apart: without notes, a paragraph that opens as a note does; behind a list, a quotation that
    /// opens as an item does.
    private func isAmbiguous(_ page: String) -> Bool {
        let lines = page.split(separator: "\n")
        let hasNotes = page.contains("\n\n\n\n")
        return lines.contains { line in
            if line.hasPrefix("    ") { return Self.opensItem(line) }
            guard !hasNotes, line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return false }
            return line[..<close].dropFirst().allSatisfy(\.isNumber) && [nil, " "].contains(line[close...].dropFirst().first)
        }
    }

    private static func opensItem(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        let digits = text.prefix(while: \.isNumber)
        return !digits.isEmpty && text.dropFirst(digits.count).hasPrefix(". ")
    }
}
