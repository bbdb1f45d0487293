import Linting
import TestSupport
import Testing

/// What the mender does with fixes that it must not write. The rules here bear the description of one of the catalogue's.
@Suite("Fixes that are not written")
struct MendingLimitTests {
    /// Offers a safe fix that writes one word for another, wherever it stands.
    private static func replace(_ word: String, with other: String, _ subject: Subject, _ report: inout Report) {
        let bytes = subject.profile.bytes
        let sought = Array(word.utf8)
        for start in bytes.indices where bytes[start...].starts(with: sought) {
            let range = start..<start + sought.count
            report.add(range, word, fixes: [Fix("Write \(other)", .safe, [Edit(range, other)])])
        }
    }

    private enum Forth: Rule {
        static var about: RuleDescription { Catalogue.rules[0].about }
        static func check(_ subject: Subject, _ report: inout Report) { replace("ping", with: "pong", subject, &report) }
    }

    private enum Back: Rule {
        static var about: RuleDescription { Catalogue.rules[0].about }
        static func check(_ subject: Subject, _ report: inout Report) { replace("pong", with: "ping", subject, &report) }
    }

    private enum Growing: Rule {
        static var about: RuleDescription { Catalogue.rules[0].about }
        static func check(_ subject: Subject, _ report: inout Report) { replace("more", with: "more more", subject, &report) }
    }

    private enum Swapping: Rule {
        static var about: RuleDescription { Catalogue.rules[0].about }
        static func check(_ subject: Subject, _ report: inout Report) { replace("[^1]:", with: "[^2]:", subject, &report) }
    }

    private func mend(_ body: String, _ rules: [any Rule.Type]) -> (outcome: Mender.Outcome, before: [UInt8]) {
        let bytes = Array(Texts.profile(body).utf8)
        return (Mender(Linter(of: rules), unsafe: false).mend(bytes, fileName: nil), bytes)
    }

    @Test("Fixes that undo each other, or never come to an end, give the text back as it was, and their rules are named")
    func circles() {
        let name = Catalogue.rules[0].about.name
        for (text, rules) in [("A ping.", [Forth.self, Back.self]), ("And more.", [Growing.self])] as [(String, [any Rule.Type])]
        {
            let (outcome, before) = mend(text, rules)
            #expect(outcome.verdict == .goesInCircles(rules: [name]))
            #expect(outcome.bytes == before)
            #expect(outcome.applied.isEmpty)
            #expect(!outcome.findings.isEmpty, "what was found is still reported")
        }
        #expect(mend("A ping.", [Forth.self]).outcome.verdict == .settled)
    }

    @Test("A safe fix that would give a text another note is not written, and the text is as it was")
    func otherNote() {
        let (outcome, before) = mend("One.[^1]\n\n[^1]: A source.", [Swapping.self])
        #expect(outcome.verdict == .notEquivalent(rules: [Catalogue.rules[0].about.name]))
        #expect(outcome.bytes == before)
    }

    @Test("Where a number can be read in two ways both are offered, and none is written")
    func alternatives() throws {
        let bytes = Array(Texts.profile("It destroyed 29,4775 antipersonnel mines.").utf8)
        let finding = try #require(Linter().check(bytes, fileName: nil).first { $0.rule == "number-malformed" })
        #expect(finding.fixes.map(\.title) == ["Write 294,775", "Write 29,477"])
        #expect(finding.fixes.allSatisfy { $0.applicability == .hint })
        let outcome = Mender(Linter(), unsafe: true).mend(bytes, fileName: nil)
        #expect(outcome.bytes == bytes)
    }
}
