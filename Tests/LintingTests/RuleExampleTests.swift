import Linting
import ProfileSyntax
import TestSupport
import Testing

/// Every example of every rule is a test of it, and once more in hostile surroundings.
@Suite("Rule examples")
struct RuleExampleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let index: Int
        let example: RuleExample
        var testDescription: String { "\(rule), example \(index + 1)" }
    }

    static let cases: [Case] = Catalogue.rules.flatMap { rule in
        rule.about.examples.enumerated().map { Case(rule: rule.about.name, index: $0.offset, example: $0.element) }
    }

    static let bodies = cases.filter { !$0.example.isWholeFile }

    /// What a rule finds in a text. The rules on waivers need the others to have run.
    private func findings(_ example: Case, in text: String) -> [Finding] {
        example.example.linter().check(Array(text.utf8), fileName: example.example.fileName, change: example.example.change)
            .filter { $0.rule == example.rule }
    }

    private func expect(_ example: Case, in marked: String, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation)
    {
        let text = MarkedText(marked)
        let found = findings(example, in: text.text).map(\.range)
        #expect(Set(found) == Set(text.ranges), comment, sourceLocation: sourceLocation)
    }

    @Test("A rule finds what its examples mark, and nothing in those that are in order", arguments: cases)
    func asWritten(_ example: Case) {
        #expect((example.example.verdict == .find) == !MarkedText(example.example.markedFile).ranges.isEmpty)
        expect(example, in: example.example.markedFile, "as written")
    }

    @Test("A rule that runs by itself finds the same", arguments: cases.filter { !$0.rule.hasPrefix("waiver") })
    func byItself(_ example: Case) throws {
        let linter = example.example.linter(try RuleSelection(selecting: [example.rule], ignoring: []))
        let text = MarkedText(example.example.markedFile)
        let found = linter.check(Array(text.text.utf8), fileName: example.example.fileName, change: example.example.change)
        #expect(Set(found.map(\.range)) == Set(text.ranges))
    }

    @Test("Line ends, a byte order mark and a missing final newline change nothing", arguments: cases)
    func fileSurroundings(_ example: Case) {
        let marked = example.example.markedFile
        expect(example, in: String(marked.dropLast()), "without a final newline")
        expect(
            example, in: marked.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"), "with CRLF")
        if example.rule != "encoding" { expect(example, in: "\u{FEFF}" + marked, "with a byte order mark") }
    }

    @Test("Characters of several bytes before it change nothing", arguments: bodies)
    func afterEmoji(_ example: Case) {
        expect(example, in: Texts.profile("Ça 🙂 e\u{301} 中.\n\n" + example.example.text), "after emoji and combining marks")
    }

    @Test(
        "In a quotation and in a list a rule finds the same",
        arguments: bodies.filter { !$0.example.text.contains("#") && !$0.example.text.contains("|") })
    func inContainers(_ example: Case) {
        let lines = example.example.text.split(separator: "\n", omittingEmptySubsequences: false)
        let quote = Texts.profile(lines.map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n"))
        // House style is that of the profile, not of what it quotes.
        let isStyle = Catalogue.rule(named: example.rule)?.about.group == .style
        expect(example, in: isStyle ? MarkedText(quote).text : quote, "in a block quote")
        // An item of a list needs no full stop.
        if example.rule == "full-stop-missing" { return }
        let item = lines.enumerated().map { $0.offset == 0 ? "- " + $0.element : $0.element.isEmpty ? "" : "  " + $0.element }
        expect(example, in: Texts.profile(item.joined(separator: "\n")), "in a list")
    }

    @Test(
        "In code and in comments a rule finds nothing",
        arguments: bodies.filter { $0.example.verdict == .find && $0.rule != "encoding" })
    func inCode(_ example: Case) {
        let text = MarkedText(example.example.text).text
        #expect(findings(example, in: Texts.profile("Text.\n\n```\n\(text)\n```")).isEmpty, "in a code block")
        guard !text.contains("-->") else { return }
        #expect(
            findings(example, in: Texts.profile("Text.\n\n<!-- seen\n\(text)\n-->")).isEmpty, "in a comment")
    }

    @Test(
        "A waiver above the block silences a rule, and counts as used",
        arguments: bodies.filter { $0.example.verdict == .find && !$0.rule.hasPrefix("waiver") })
    func waived(_ example: Case) {
        let plain = MarkedText(example.example.text)
        guard let place = plain.ranges.first else { return }
        let profile = Profile(parsing: Array(plain.text.utf8))
        guard
            let block = profile.children(of: nil).map({ profile.blocks[$0] }).last(where: {
                $0.range.lowerBound <= place.lowerBound
            })
        else { return }
        // Only examples whose finding is in one block can be waived by one comment.
        guard plain.ranges.allSatisfy({ block.range.contains($0.lowerBound) }) else { return }
        var text = Array(plain.text.utf8)
        text.insert(contentsOf: "<!-- footing-ignore \(example.rule): seen -->\n\n".utf8, at: block.range.lowerBound)
        let file = Texts.profile(String(decoding: text, as: UTF8.self))
        let left = example.example.linter().check(Array(file.utf8), fileName: "belarus.md").map(\.rule)
        #expect(!left.contains(example.rule), "waived")
        #expect(!left.contains("waiver-unused"), "the waiver is used")
    }

    @Test(
        "Safe fixes give what the example says, and fixing again changes nothing",
        arguments: cases.filter { $0.example.verdict == .find })
    func mended(_ example: Case) {
        let text = MarkedText(example.example.markedFile).text
        let isMendable = findings(example, in: text).contains {
            $0.fixes.contains { $0.applicability == .safe }
        }
        #expect(isMendable == (example.example.mended != nil), "an example says what a safe fix makes of it")
        guard let expected = example.example.mendedFile else { return }
        let mender = Mender(example.example.linter(), unsafe: false)
        let once = mender.mend(
            Array(text.utf8), fileName: example.example.fileName, change: example.example.change)
        #expect(once.verdict == .settled)
        #expect(String(decoding: once.bytes, as: UTF8.self) == expected)
        #expect(mender.mend(once.bytes, fileName: example.example.fileName).bytes == once.bytes)
        #expect(!once.findings.contains { $0.rule == example.rule }, "the finding is gone")
    }

    @Test(
        "Unsafe fixes mend their finding, or leave another one for the editor, and come to an end",
        arguments: cases.filter { $0.example.verdict == .find })
    func unsafelyMended(_ example: Case) throws {
        let text = MarkedText(example.example.markedFile).text
        let rule = try RuleSelection(selecting: [example.rule], ignoring: [])
        let outcome = Mender(example.example.linter(rule), unsafe: true).mend(
            Array(text.utf8), fileName: example.example.fileName, change: example.example.change)
        #expect(outcome.verdict == .settled)
        let left = outcome.findings.filter { $0.fixes.contains { $0.applicability != .hint } }
        #expect(left.isEmpty, "what is left has no fix that could be applied")
    }
}
