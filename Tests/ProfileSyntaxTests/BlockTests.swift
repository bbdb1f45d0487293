import ProfileSyntax
import TestSupport
import Testing

@Suite("Blocks")
struct BlockTests {
    /// The blocks of a body as an outline: one line a block, indented by depth, with the text of leaves.
    private func outline(_ text: String) -> [String] {
        let profile = Profile(parsing: Array(text.utf8))
        return profile.blocks.filter { $0.kind != .blank }.map { block in
            var depth = 0
            var parent = block.parent
            while parent >= 0 {
                depth += 1
                parent = profile.blocks[parent].parent
            }
            let text = profile.segments(of: block).map(profile.text).joined(separator: "/")
            return String(repeating: " ", count: depth) + "\(block.kind)" + (block.isContainer ? "" : " \(text)")
        }
    }

    @Test("Headings, paragraphs and breaks")
    func simple() {
        #expect(
            outline("## Policy ##\nOne\ntwo\n\n---\n#No heading\n") == [
                "heading(level: 2) Policy", "paragraph One/two", "thematicBreak ", "paragraph #No heading",
            ])
    }

    @Test("Nested lists, and text that goes on in them")
    func lists() {
        #expect(
            outline("- one\n  - two\n    more\n- three\n\n  four\n\nfive") == [
                "list(ordered: false)", " listItem", "  paragraph one", "  list(ordered: false)", "   listItem",
                "    paragraph two/more",
                " listItem", "  paragraph three", "  paragraph four", "paragraph five",
            ])
        #expect(
            outline("1. one\n2. two") == ["list(ordered: true)", " listItem", "  paragraph one", " listItem", "  paragraph two"])
        #expect(outline("In 2003\n12. is no list") == ["paragraph In 2003/12. is no list"])
    }

    @Test("Block quotes, lazily continued")
    func quotes() {
        #expect(outline("> one\ntwo\n\nthree") == ["blockQuote", " paragraph one/two", "paragraph three"])
        #expect(
            outline("> one\n> - two") == [
                "blockQuote", " paragraph one", " list(ordered: false)", "  listItem", "   paragraph two",
            ])
    }

    @Test("Tables need a row of dashes")
    func tables() {
        #expect(
            outline("| a | b |\n| --- | --: |\n| 1 | 2 |\n\nText") == [
                "table | a | b |/| --- | --: |/| 1 | 2 |", "paragraph Text",
            ])
        #expect(outline("a | b\nc | d") == ["paragraph a | b/c | d"])
    }

    @Test("Code and comments hold what looks like blocks")
    func verbatim() {
        #expect(outline("```\n## no\n\n[^1]: no\n```\nText") == ["code ## no//[^1]: no/```", "paragraph Text"])
        #expect(outline("<!-- one\n\n## no -->\nText") == ["comment <!-- one//## no -->", "paragraph Text"])
        #expect(outline("<!-- one --> text") == ["paragraph <!-- one --> text"])
        #expect(outline("    indented\n\nText") == ["code     indented", "paragraph Text"])
    }

    @Test("Notes in both forms, with their continuation paragraphs")
    func notes() {
        #expect(
            outline("Text.[^1]\n\n[^1]: One.\n\n    Two.\n[^2]: Three.\n\nText.") == [
                "paragraph Text.[^1]", "note", " paragraph One.", " paragraph Two.", "note", " paragraph Three.",
                "paragraph Text.",
            ])
        #expect(
            outline("Text.[1]\n\n[1] One.\n[2] Two.") == [
                "paragraph Text.[1]", "note", " paragraph One.", "note", " paragraph Two.",
            ])
        #expect(
            outline("Text.[^1]\n\n[1] One.\n\n[^1]: One.") == [
                "paragraph Text.[^1]", "paragraph [1] One.", "note", " paragraph One.",
            ])
    }

    @Test("Nesting ten thousand deep is read in linear time, as text below the deepest container")
    func deep() {
        let profile = Profile(parsing: Array(String(repeating: "> ", count: 10_000).utf8) + Array("text".utf8))
        #expect(profile.blocks.count < 100)
        let list = Profile(parsing: Array((0..<2_000).map { String(repeating: "  ", count: $0) + "- x\n" }.joined().utf8))
        #expect(list.blocks.count { $0.kind == .listItem } > 10)
    }
}

@Suite("Inlines")
struct InlineTests {
    private func inlines(_ text: String) -> [String] {
        let profile = Profile(parsing: Array(text.utf8))
        return profile.inlines.map { inline in
            let text = profile.text(inline.range)
            return switch inline.kind {
            case .marker(let number, let problem):
                "marker \(number.map(String.init) ?? "-") \(text)" + (problem.map { " \($0)" } ?? "")
            case .quotation(let kind): "\(kind) \(text)"
            case .unmatchedQuote: "lone \(text)"
            case .unmatchedBracket: "lone \(text)"
            default: "\(inline.kind) \(text)"
            }
        }
    }

    @Test("Markers are read in both forms; words in brackets are none")
    func markers() {
        #expect(inlines("One.[^1] Two[^22].\n\n[^1]: N.") == ["marker 1 [^1]", "marker 22 [^22]"])
        #expect(
            inlines("One.[1] “it [the treaty] did [sic]” [Mine Ban].\n\n[1] N.") == [
                "marker 1 [1]", "curlyDouble “it [the treaty] did [sic]”",
            ])
        #expect(inlines("“the [2] parties” met.[1]\n\n[1] N.") == ["curlyDouble “the [2] parties”", "marker 1 [1]"])
        #expect(inlines("See [2](https://a.org).[^1]\n\n[^1]: N.") == ["link [2](https://a.org)", "marker 1 [^1]"])
        #expect(inlines("It stores 187[3] mines.\n\n[3] N.") == ["marker 3 [3]"])
    }

    @Test("What is nearly a marker is read with what is wrong with it")
    func nearMarkers() {
        #expect(
            inlines("a[^ 1] b[^1 ] c[^1 d[^01] e[^x] f[^1)\n\n[^1]: N.") == [
                "marker 1 [^ 1] spaced", "marker 1 [^1 ] spaced", "marker 1 [^1 unclosed", "marker 1 [^01] leadingZero",
                "marker - [^x] notANumber",
                "marker 1 [^1) unclosed",
            ])
        #expect(inlines("a[^１]\n\n[^1]: N.") == ["marker 1 [^１] fullWidthDigits"])
        #expect(inlines("a[1] b\n\n[^1]: N.") == ["marker 1 [1] otherForm"])
        #expect(inlines("It had [^4,492 mines and [^4th.\n\n[^1]: N.") == ["lone [", "lone ["])
    }

    @Test("Quotations are paired, nested, and told from apostrophes")
    func quotations() {
        #expect(inlines("“a ‘b’ c” the parties’ duty") == ["curlyDouble “a ‘b’ c”", "curlySingle ‘b’"])
        #expect(inlines("\"a\" and 'b' aren't 12\" wide") == ["straightDouble \"a\"", "straightSingle 'b'"])
        #expect(
            inlines("Law “‘On Ratification of Protocol II…’”") == [
                "curlyDouble “‘On Ratification of Protocol II…’”", "curlySingle ‘On Ratification of Protocol II…’",
            ])
        #expect(inlines("“open") == ["lone “"])
        #expect(inlines("closed”") == ["lone ”"])
    }

    @Test("Emphasis, links, code, comments, tags and addresses")
    func others() {
        #expect(inlines("*a* __b__ snake_case 2*3") == ["emphasis *a*", "strong __b__"])
        #expect(
            inlines("`[^1]` <!-- [^2] --> <b>x</b>") == ["code `[^1]`", "comment <!-- [^2] -->", "htmlTag <b>", "htmlTag </b>"])
        #expect(inlines("\\*a\\* \\[^1]") == ["lone ]"])
    }
}
