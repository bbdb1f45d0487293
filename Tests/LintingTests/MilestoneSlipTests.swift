import Linting
import ProfileSyntax
import TestSupport
import Testing

/// One slip in one milestone of a profile that states it several times.
@Suite("Slips in milestones")
struct MilestoneSlipTests {
    private static let right = """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        treaty:
          acceded: 2003-09-03
          entry_into_force: 2004-03-01
          stockpile_deadline: 2008-03-01
        ---

        ## Policy

        Belarus acceded to the Mine Ban Treaty on 3 September 2003, becoming a State Party on 1 March 2004.

        Belarus failed to meet its stockpile destruction deadline of 1 March 2008.

        """

    @Test(
        "A slip is reported once, where it is, and its fix gives the profile back",
        arguments: [
            ("acceded: 2003-09-03", "acceded: 2003-09-04"), ("acceded: 2003-09-03", "acceded: 2003-10-03"),
            ("on 3 September 2003", "on 3 October 2003"), ("on 3 September 2003", "on 4 September 2003"),
            ("on 1 March 2004", "on 1 April 2004"), ("entry_into_force: 2004-03-01", "entry_into_force: 2004-04-01"),
            ("of 1 March 2008", "of 1 March 2009"), ("stockpile_deadline: 2008-03-01", "stockpile_deadline: 2009-03-01"),
        ])
    func once(_ right: String, _ wrong: String) throws {
        let text = Self.right.replacing(right, with: wrong)
        try #require(text != Self.right)
        let linter = Linter(try RuleSelection(selecting: ["dates"], ignoring: []))
        let findings = linter.check(Array(text.utf8), fileName: "belarus.md")
        #expect(findings.count == 1, "\(findings.map(\.message))")
        let line = try #require(
            findings.first.map { text.utf8.prefix($0.range.lowerBound).filter { $0 == UInt8(ascii: "\n") }.count })
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false)[line].contains(wrong))
        let mended = Mender(linter, unsafe: true).mend(Array(text.utf8), fileName: "belarus.md")
        #expect(String(decoding: mended.bytes, as: UTF8.self) == Self.right)
    }

    @Test("Of two dates in the prose the one that the reference bears out stays, whichever is told first")
    func reference() throws {
        let linter = Linter(try RuleSelection(selecting: ["date-mismatch"], ignoring: []))
        for (first, second) in [("3", "4"), ("4", "3")] {
            let body =
                "Belarus acceded to the Mine Ban Treaty on \(first) September 2003.\n\nIt acceded to the treaty on \(second) September 2003."
            let text = Texts.profile(body)
            let findings = linter.check(Array(text.utf8), fileName: "belarus.md")
            #expect(findings.count == 1)
            #expect(findings.first.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == "4 September 2003")
        }
    }
}
