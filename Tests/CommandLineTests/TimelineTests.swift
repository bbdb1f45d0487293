import Foundation
import ProfileFacts
import ProfileSyntax
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
          stockpile_deadline: 2008-02-31
        ---

        ## Policy

        It spoke in November 2019. Belarus acceded to the Mine Ban Treaty on 3
        September 2003.[^1] “In 1999,” it said. On 31 June 2004 it met, and again on 3 May.

        The United States signed the Convention on Cluster Munitions on 3 December 2008. South Sudan’s succession to the Mine Ban
        Treaty was on 11 November 2011.

        | Year | Destroyed |
        | --- | --- |
        | 2006–2007 | 1,200 |

        [^1]: Email, 5 May 2004.

        """

    @Test("Dates stand in columns in their order, with what they are, their place and their words; at the end those without days")
    func text() async throws {
        let result = try await Footing.run("timeline", "-", input: text)
        #expect(result.code == 0)
        #expect(
            result.output == """
                1999        event                                                            13:25  body, quoted  1999
                2003-09-03  accession, Mine Ban Treaty                                       6:12   front matter  2003-09-03
                2003-09-03  accession, Mine Ban Treaty                                       12:70  body          3 September 2003
                2004-05-05  source                                                           22:14  note          5 May 2004
                2006…2007   period                                                           20:3   table         2006–2007
                2008-12-03  signature of the United States, Convention on Cluster Munitions  15:65  body          3 December 2008
                2011-11-11  succession of South Sudan, Mine Ban Treaty                       16:15  body          11 November 2011
                2019-11     event                                                            12:13  body          November 2019
                2022-09-28  last update                                                      4:15   front matter  2022-09-28
                cannot be   stockpile deadline, Mine Ban Treaty                              7:23   front matter  2008-02-31
                cannot be   event                                                            13:44  body          31 June 2004
                no year     event                                                            13:78  body          3 May

                """, "\(result.output)")
    }

    @Test("JSON has every field that is promised, and a validator finds it as the schema says")
    func json() async throws {
        struct Entry: Decodable {
            let start: String?, end: String?, grain: String, what: String, treaty: String?, state: String?, tense: String?,
                text: String
            let line: Int, column: Int, endLine: Int, endColumn: Int, place: String, isQuoted: Bool
        }
        struct Report: Decodable { let dates: [Entry] }
        let result = try await Footing.run("timeline", "-", "--output-format", "json", input: text)
        let dates = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8)).dates
        #expect(dates.map(\.isQuoted) == [true] + Array(repeating: false, count: 11))
        #expect(
            dates.map(\.state) == [
                nil, "Belarus", "Belarus", nil, nil, "the United States", "South Sudan", nil, "Belarus", "Belarus", nil, nil,
            ])
        let accession = dates[2]
        #expect((accession.what, accession.treaty, accession.grain) == ("accession", "Mine Ban Treaty", "day"))
        #expect((accession.line, accession.column, accession.endLine, accession.endColumn) == (12, 70, 13, 15))
        #expect(accession.text == "3\nSeptember 2003")
        #expect((dates[7].start, dates[7].end, dates[7].grain, dates[7].tense) == ("2019-11-01", "2019-11-30", "month", "past"))
        #expect(dates[3].tense == "cited" && dates[3].place == "note")
        #expect(dates[9...].allSatisfy { $0.start == nil && $0.end == nil && $0.grain == "day" })
        #expect(result.output.components(separatedBy: "\"start\" : null").count == 4, "what is not known is null")
        guard let client = Client.orSkip("check-jsonschema", "a timeline against its schema") else { return }
        let file = Scratch()
        let check = try await Footing.run(
            .path(.init(client)),
            ["--schemafile", Repository.root + "/Config/schema/timeline.json", file.write("timeline.json", result.output)])
        #expect(check.code == 0, "\(check.output)")
    }

    @Test("A date of the front matter goes by the name that the rules give it", arguments: topicKeys)
    func keys(_ key: String) throws {
        let front =
            "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n  \(key): 2003-09-03\n---\n"
        let facts = ProfileFacts(Profile(parsing: Array(front.utf8)))
        let what = try #require(facts.milestones.first?.milestones.first?.what)
        #expect(DateFact.What(key: key) == what)
    }

    private static let topicKeys = Topic.known.flatMap(\.fields).flatMap(\.fields).filter { $0.kind == .date }.map(\.name)

    @Test("A file that is not there is told, with exit code 2")
    func missing() async throws {
        let result = try await Footing.run("timeline", Scratch().path + "/nowhere.md")
        #expect(result.code == 2)
        #expect(result.errors.contains("there is no such file or folder"))
    }
}
