import ProfileSyntax
import Publishing
import TestSupport
import Testing

@Suite("Import of pandoc's Markdown")
struct PandocImportTests {
    private static let head = "Belarus\n\nMine Ban Policy\n\nLast updated: 28 September 2022\n\n"

    private func body(_ markdown: String) throws -> String {
        let profile = try Importer(Array((Self.head + markdown).utf8), from: .markdown).profile()
        return String(decoding: profile.dropFirst(Texts.frontMatter.utf8.count), as: UTF8.self)
    }

    @Test(
        "Tables of every kind become pipe tables, with their captions above them",
        arguments: [
            (
                "  Type     Count\n  ------ -------\n  PMN        1,2\n  A|B\n\n  : Mines\n    by type\n",
                "Mines by type\n\n| Type | Count |\n| --- | --- |\n| PMN | 1,2 |\n| A\\|B |  |\n"
            ),
            (
                "  ------- ------\n  a       b\n\n  c       d\n          e\n  ------- ------\n",
                "| a | b |\n| --- | --- |\n| c | d e |\n"
            ),
            (
                "Mines\n\n  -----------\n  Type   No\n  ------ ----\n  PMN    1\n  -----------\n\n: Mines\n",
                "Mines\n\n| Type | No |\n| --- | --- |\n| PMN | 1 |\n"
            ),
            (
                "+---+----+\n| é | 中 |\n+===+====+\n| b | c  |\n|   | d  |\n+---+----+\n",
                "| é | 中 |\n| --- | --- |\n| b | c d |\n"
            ),
        ])
    func tables(_ markdown: String, _ expected: String) throws {
        #expect(try body(markdown) == expected)
    }

    @Test(
        "Typography is written as characters again",
        arguments: [
            (
                "\"a 'b' c\" 'd \"e\"' the parties' '90s *\"f\"* (\"g\") \"h\"--i---j...",
                "“a ‘b’ c” ‘d “e”’ the parties’ ’90s *“f”* (“g”) “h”–i—j…"
            ),
            ("\\\"a\\\" \\'b\\' \\... c\\--d 5\\ km", "\"a\" 'b' ... c--d 5\u{A0}km"),
            ("[x]{.mark} [y](z){.uri} x^th^ x^2^ y~1~ `\"c\"` ^ ~ <!-- no -->end", "x [y](z) xth x² y₁ `\"c\"` ^ ~ end"),
        ])
    func typography(_ markdown: String, _ expected: String) throws {
        #expect(try body(markdown) == expected + "\n")
    }

    @Test("A profile is not imported; front matter, headings and notes tell Markdown from a published text")
    func kinds() throws {
        #expect { try Importer(Array(Texts.profile("Text.").utf8)) } throws: {
            ($0 as? Importer.Problem)?.message == "This is a profile already."
        }
        for (text, isMarkdown) in [
            ("# Use\n\nA \\[b\\].", true), ("A \\[b\\].[^1]\n\n[^1]: N.", true), ("A \\[b\\].", false),
            ("# Use\n\nA \\[b\\].[1]\n\n[1] N.", false),
        ] {
            let profile = String(decoding: try Importer(Array((Self.head + text).utf8)).profile(), as: UTF8.self)
            #expect(profile.contains("A [b]") == isMarkdown, "\(text)")
        }
    }

    @Test("Any Markdown is imported without a crash")
    func generated() throws {
        for seed in 0..<3_000 {
            var generator = Generator(mixing: UInt64(seed) &+ 77)
            let text = generator.damaged(Array((Self.head + generator.profile()).utf8))
            guard let importer = try? Importer(text, from: .markdown) else { continue }
            #expect(Profile(parsing: importer.profile()).frontMatter?.root?["country"] != nil, "seed \(seed)")
        }
    }

    @Test(
        "Signs that open and never close take no more time than others",
        arguments: [
            "[", "*", "`", "\"", "'", "^", "~", "<", "  --- ---\n", "+-+\n", "\\", "a) b\n", "{", "- ", "<a", "'a", "  ---\n a\n",
            "+-+\n| a\n",
        ])
    func hostile(_ sign: String) throws {
        // Where the time grew with the square of the size, this would take hours.
        _ = try body(String(repeating: sign, count: 50_000))
    }
}
