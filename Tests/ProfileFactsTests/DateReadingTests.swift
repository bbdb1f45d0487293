import ProfileFacts
import ProfileSyntax
import TestSupport
import Testing

/// The forms in which prose gives a date.
@Suite("Forms of dates")
struct DateReadingTests {
    private static let forms: [(text: String, days: String)] = [
        ("3 September 2003", "2003-09-03…2003-09-03"), ("the 3rd of September 2003", "2003-09-03…2003-09-03"),
        ("September 2003", "2003-09-01…2003-09-30"), ("2003", "2003-01-01…2003-12-31"),
        ("3 Sept. 2003", "2003-09-03…2003-09-03"), ("September 3, 2003", "2003-09-03…2003-09-03"),
        ("Sept. 3, 2003", "2003-09-03…2003-09-03"), ("2003-12-31", "2003-12-31…2003-12-31"),
        ("29–30 May 2010", "2010-05-29…2010-05-30"), ("29 to 30 May 2010", "2010-05-29…2010-05-30"),
        ("29th–30th May 2010", "2010-05-29…2010-05-30"), ("May 29–30, 2010", "2010-05-29…2010-05-30"),
        ("May 29th–30th, 2010", "2010-05-29…2010-05-30"), ("30 November–4 December 2009", "2009-11-30…2009-12-04"),
        ("30 December–4 January 2009", "2008-12-30…2009-01-04"),
        ("30 December 2008–4 January 2009", "2008-12-30…2009-01-04"), ("November–December 2011", "2011-11-01…2011-12-31"),
        ("November and December 2011", "2011-11-01…2011-12-31"), ("December–January 2010", "2009-12-01…2010-01-31"),
        ("May–May 2010", "2010-05-01…2010-05-31"), ("Nov.–Dec. 2011", "2011-11-01…2011-12-31"),
        ("November 2010–March 2011", "2010-11-01…2011-03-31"), ("1996–1997", "1996-01-01…1997-12-31"),
        ("1999–2001", "1999-01-01…2001-12-31"), ("2009–10", "2009-01-01…2010-12-31"), ("1998–99", "1998-01-01…1999-12-31"),
    ]

    private func dates(_ text: String) -> (facts: ProfileFacts, found: [DateFact]) {
        let facts = ProfileFacts(Profile(parsing: Array(Texts.profile("It was used in \(text) by rebels.").utf8)))
        return (facts, facts.dates)
    }

    @Test("A date is read in each form, from its first byte to its last", arguments: forms)
    func form(_ text: String, _ days: String) throws {
        let body = Texts.profile("It was used in \(text) by rebels.")
        let date = try #require(dates(text).found.first)
        let span = try #require(date.span)
        #expect("\(span.first.iso)…\(span.last.iso)" == days)
        let read = String(decoding: Array(body.utf8)[date.range], as: UTF8.self)
        #expect(read == text.replacing("the ", with: ""))
        #expect(dates(text).found.count == 1)
    }

    @Test(
        "What only looks like more is read as what it is",
        arguments: [
            ("2010–10", ["2010"]), ("3 may", []), ("2003-13-01", ["2003"]), ("2003-12-311", ["2003"]), ("1799", []),
            ("2200", []), ("9,2003", []), ("September", []),
        ])
    func less(_ text: String, _ spans: [String]) { #expect(dates(text).found.compactMap { $0.span?.prose } == spans) }

    @Test("Days in numbers are read where they can mean one day only")
    func numbers() {
        #expect(CalendarDate(prose: "13/09/2022")?.iso == "2022-09-13")
        #expect(CalendarDate(prose: "09/13/2022")?.iso == "2022-09-13")
        #expect(CalendarDate(prose: "12/12/2022")?.iso == "2022-12-12")
        #expect(CalendarDate(prose: "12/09/2022") == nil)
        #expect(CalendarDate(prose: "09/12/2022") == nil)
        #expect(CalendarDate(prose: "2022/09/12")?.iso == "2022-09-12")
    }
}
