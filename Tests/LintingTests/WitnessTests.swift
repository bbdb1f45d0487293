import Linting
import TestSupport
import Testing

/// Dates of the front matter that the prose bears out, or does not.
@Suite("Witnesses of treaty dates")
struct WitnessTests {
    private func findings(_ rule: String, _ treaty: String, _ body: String) throws -> [Finding] {
        let text = """
            ---
            topic: mine-ban-policy
            country: Belarus
            treaty: {\(treaty)}
            last_updated: 2022-09-28
            ---

            ## Policy

            \(body)

            """
        return try Linter(RuleSelection(selecting: [rule], ignoring: [])).check(Array(text.utf8), fileName: "belarus.md")
    }

    @Test("A wrong entry into force is mended safely only where the prose tells of the same deposit")
    func entryIntoForce() throws {
        func applicability(_ body: String) throws -> [Applicability?] {
            try findings("entry-into-force", "acceded: 2003-09-03, entry_into_force: 2004-04-01", body)
                .map { $0.fixes.first?.applicability }
        }
        #expect(try applicability("Belarus acceded to the Mine Ban Treaty on 3 September 2003.") == [.safe])
        #expect(try applicability("Belarus cleared its land.") == [.unsafe])
        #expect(try applicability("Belarus acceded to the Mine Ban Treaty on 4 September 2003.") == [.unsafe])
        #expect(try applicability("Belarus signed the Mine Ban Treaty on 3 September 2003.") == [.unsafe])
    }

    @Test("Of two deadlines in the prose the wrong one is found; the front matter is left where the prose tells another")
    func deadlines() throws {
        let treaty = "acceded: 2003-09-03, entry_into_force: 2004-03-01"
        let right = "Its stockpile destruction deadline was 1 March 2008."
        let wrong = "It missed its stockpile destruction deadline of 1 March 2009."
        #expect(try findings("treaty-deadline", treaty, right).isEmpty)
        #expect(try findings("treaty-deadline", treaty, right + " " + wrong).count == 1)
        let noted = treaty + ", stockpile_deadline: 2010-03-01"
        #expect(try findings("treaty-deadline", noted, "Belarus cleared its land.").count == 1)
        #expect(try findings("treaty-deadline", noted, wrong).count == 1, "date-mismatch tells of the front matter")
    }
}
