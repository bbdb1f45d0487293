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
        #expect(try format("[^1]:\n\n[^2]: N.\n") == "[^1]:\n\n[^2]: N.\n")
        #expect(try format("```\na\n\n\nb\n```\n") == "```\na\n\n\nb\n```\n")
    }

    @Test("Decision 4: one line end at the end")
    func finalLineEnd() throws {
        #expect(try format("Text.") == "Text.\n")
        #expect(try format("Text.\n\n\n") == "Text.\n")
        #expect(try format("") == "")
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
