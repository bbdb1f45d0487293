import Formatting
import TestSupport
import Testing

@Suite("Layout")
struct LayoutTests {
    private func format(_ text: String) throws -> String {
        String(decoding: try LayoutFormatter.format(Array(text.utf8)), as: UTF8.self)
    }

    @Test("Decision 1: lines end with LF")
    func lineEnds() throws {
        #expect(try format("---\r\na: 1\r\n---\r\n\r\nText.\r\n") == "---\na: 1\n---\n\nText.\n")
    }

    @Test("Decision 2: no spaces at the end of a line, but for a line break inside a paragraph")
    func trailingSpaces() throws {
        #expect(try format("Text. \t\n\n- item  \n") == "Text.\n\n- item\n")
        #expect(try format("One,  \ntwo  \n") == "One,  \ntwo\n")
        #expect(try format("```\ncode  \n```\n") == "```\ncode  \n```\n")
    }

    @Test("Decision 3: one empty line between blocks")
    func emptyLines() throws {
        #expect(
            try format("---\na: 1\n---\n\n\n## A\n \n\nText.\n\n\n[^1]: N.\n") == "---\na: 1\n---\n\n## A\n\nText.\n\n[^1]: N.\n")
        #expect(try format("> a\n>\n> b\n") == "> a\n>\n> b\n")
        #expect(
            try format("| a | b |\n| - | - |\n| x | y |\n## Use\n") == "| a   | b   |\n| --- | --- |\n| x   | y   |\n\n## Use\n")
        #expect(try format("[^1]:\n\n[^2]: N.\n") == "[^1]:\n\n[^2]: N.\n")
        #expect(try format("```\na\n\n\nb\n```\n") == "```\na\n\n\nb\n```\n")
    }

    @Test("Decision 4: one line end at the end")
    func finalLineEnd() throws {
        #expect(try format("Text.") == "Text.\n")
        #expect(try format("Text.\n\n\n") == "Text.\n")
        #expect(try format("") == "")
    }

    @Test("Decision 5: a heading is its signs, a space, its text")
    func headings() throws {
        #expect(try format("##   Use ##\n") == "## Use\n")
        #expect(try format("## C#\n") == "## C#\n")
        #expect(try format("Title\n=====\n") == "Title\n=====\n")
        #expect(try format("Title\n---\n") == "Title\n---\n")
    }

    @Test("Decision 6: a paragraph is one line")
    func paragraphs() throws {
        #expect(try format("One\n  two\nthree.\n") == "One two three.\n")
        #expect(try format("One\\\ntwo.\n") == "One\\\ntwo.\n")
        #expect(try format("<div>\na\n</div>\n") == "<div>\na\n</div>\n")
        #expect(try format("> One\n> two.\n") == "> One\n> two.\n")
        #expect(try format("Text.[^1]\n\n[^1]: One\n    two.\n") == "Text.[^1]\n\n[^1]: One two.\n")
        #expect(try format("Text\n## Use\nText\n- a\n") == "Text\n\n## Use\n\nText\n\n- a\n")
    }

    @Test("Decision 7: lists have hyphens, and what belongs to an item stands below its text")
    func lists() throws {
        #expect(try format("* a\n* b\n    * c\n\n      more\n") == "- a\n- b\n  - c\n\n    more\n")
        #expect(try format("  1.   a\n       more\n  2.   b\n") == "1. a more\n2. b\n")
        #expect(try format("* a\n\n* b\n") == "- a\n\n- b\n")
        #expect(try format("- a\n\n* b\n") == "- a\n\n* b\n")
        #expect(try format("* a\n\n      code\n") == "* a\n\n      code\n")
    }

    @Test("Decision 8: columns are as wide as they look")
    func tables() throws {
        #expect(
            try format("|Type|Number|\n|-|--:|\n|é|1|\n|中国|1,234|\n|e\u{301}|🙂|\n") == """
                | Type | Number |
                | ---- | -----: |
                | é    |      1 |
                | 中国 |  1,234 |
                | e\u{301}    |     🙂 |

                """)
        #expect(
            try format("| a | b |\n| :-: | :-- |\n| x \\| y | z |\n") == "|   a    | b   |\n| :----: | :-- |\n| x \\| y | z   |\n"
        )
        #expect(try format("| a | b |\n| --- | --- |\n| x |\n") == "| a | b |\n| --- | --- |\n| x |\n")
    }

    @Test("Decision 9: notes stand at the end by their numbers, with their comments")
    func notes() throws {
        #expect(
            try format("A.[^1]\n\n<!-- b -->\n\n[^2]: Two.\n\n[^1]: One.\n\n    More.\n\nB.[^2]\n")
                == "A.[^1]\n\nB.[^2]\n\n[^1]: One.\n\n    More.\n\n<!-- b -->\n\n[^2]: Two.\n")
        // Between two lists a note keeps them apart.
        #expect(try format("- a[^1]\n\n[^1]: One.\n\n- b\n") == "- a[^1]\n\n[^1]: One.\n\n- b\n")
        #expect(try format("A.[2] B.[1]\n\n[2] Two.\n\n[1] One.\n") == "A.[2] B.[1]\n\n[2] Two.\n\n[1] One.\n")
    }

    @Test("A text that is not UTF-8 keeps all but its line ends")
    func notText() throws {
        let bytes = Array("\"a\"  b \r\n".utf8) + [0xFF, 0x0A]
        #expect(try LayoutFormatter.format(bytes) == Array("\"a\"  b\n".utf8) + [0xFF, 0x0A])
    }

    @Test("Generated profiles, damaged ones too, are formatted once and for all, with nothing but layout changed")
    func generated() throws {
        for seed in 0..<10_000 {
            var generator = Generator(seed: UInt64(seed) &+ 31)
            let text = Array(generator.profile().utf8)
            for bytes in [text, generator.damaged(text)] {
                do {
                    let once = try LayoutFormatter.format(bytes)
                    #expect(try LayoutFormatter.format(once) == once, "seed \(seed)")
                } catch {
                    Issue.record("seed \(seed): \(error)\n\(String(decoding: bytes, as: UTF8.self))")
                }
            }
        }
    }
}
