import FoundationEssentials
import TestSupport
import Testing

@Suite("footing timeline")
struct TimelineTests {
    private let text = """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        treaty:
          acceded: 2003-09-03
        ---

        ## Policy

        It spoke in November 2019. Belarus acceded to the Mine Ban Treaty on 3 September 2003.[^1] “In 1999,” it said.

        [^1]: Email, 5 May 2004.

        """

    @Test("Dates stand in their order, with what they are, their place and their words")
    func text() async throws {
        let result = try await Footing.run("timeline", "-", input: text)
        #expect(result.code == 0)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "1999  event  11:96  1999",
                "2003-09-03  acceded  6:12  front matter",
                "2003-09-03  accession, Mine Ban Treaty  11:70  3 September 2003",
                "2004-05-05  source  13:14  note, 5 May 2004",
                "2019-11  event  11:13  November 2019",
                "2022-09-28  last_updated  4:15  front matter",
            ])
    }

    @Test("JSON has every field that is promised")
    func json() async throws {
        struct Entry: Decodable {
            let start: String, end: String, grain: String, what: String, treaty: String?, tense: String?, text: String
            let line: Int, column: Int, place: String, isQuoted: Bool
        }
        struct Report: Decodable { let dates: [Entry] }
        let result = try await Footing.run("timeline", "-", "--output-format", "json", input: text)
        let dates = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8)).dates
        #expect(dates.map(\.place) == ["body", "front matter", "body", "note", "body", "front matter"])
        #expect(dates.map(\.isQuoted) == [true, false, false, false, false, false])
        let accession = dates[2]
        #expect((accession.what, accession.treaty, accession.grain) == ("accession", "Mine Ban Treaty", "day"))
        #expect((dates[4].start, dates[4].end, dates[4].grain, dates[4].tense) == ("2019-11-01", "2019-11-30", "month", "past"))
        #expect(dates[3].tense == "cited")
    }

    @Test("A file that is not there is told, with exit code 2")
    func missing() async throws {
        let result = try await Footing.run("timeline", Scratch().path + "/nowhere.md")
        #expect(result.code == 2)
        #expect(result.errors.contains("there is no such file or folder"))
    }
}
