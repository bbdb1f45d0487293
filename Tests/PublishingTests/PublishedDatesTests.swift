import Linting
import ProfileFacts
import ProfileSyntax
import Publishing
import TestSupport
import Testing

/// The dates of two published profiles, where those are there: each is read as what it is, and stands in its relation to the others.
@Suite("Dates of published profiles")
struct PublishedDatesTests {
    private struct Reading {
        let profile: Profile
        let facts: ProfileFacts
        let findings: [Finding]

        init?(_ title: String) throws {
            let texts = Repository.seeds.compactMap { Repository.bytes($0) }
            guard let bytes = texts.first(where: { String(decoding: $0.prefix(100), as: UTF8.self).hasPrefix(title) }) else {
                print("skipped: the published profile of \(title) is not beside the repository")
                return nil
            }
            profile = Profile(parsing: try Importer(bytes).profile())
            facts = ProfileFacts(profile)
            findings = Linter().check(profile, fileName: "profile.md").filter { $0.group == .dates }
        }

        /// A date by its text, its number among those of the same text, and whether it stands in a note.
        func date(_ text: String, _ number: Int = 1, note: Bool = false) throws -> DateFact {
            let found = facts.dates.filter { profile.text($0.range) == text && ($0.note != nil) == note }
            return try #require(found.dropFirst(number - 1).first, "\(text), number \(number)")
        }

        func span(_ text: String, _ number: Int = 1, note: Bool = false) throws -> DaySpan {
            try #require(try date(text, number, note: note).span)
        }

        /// A meeting with the span that the text gives for it.
        func meeting(_ kind: Meeting.Kind, _ ordinal: Int?, _ number: Int = 1) throws -> (mention: MeetingMention, span: DaySpan)
        {
            let found = facts.meetings.filter { $0.kind == kind && $0.ordinal == ordinal }
            let mention = try #require(found.dropFirst(number - 1).first, "\(kind) \(ordinal ?? 0)")
            let date = try #require(mention.date)
            return (mention, try #require(facts.dates[date].span))
        }

        func isHeld(_ kind: Meeting.Kind, _ ordinal: Int?, _ number: Int = 1) throws -> Bool {
            let (mention, span) = try meeting(kind, ordinal, number)
            return mention.meetings.contains { $0.generousSpan.meets(span) }
        }
    }

    @Test("Belarus: accession, entry into force and deadline follow from each other")
    func belarusTreaty() throws {
        guard let read = try Reading("Belarus") else { return }
        let rules = try #require(TreatyReference.rules(of: .mineBan))
        let (accession, entry) = (try read.date("3 September 2003"), try read.date("1 March 2004"))
        #expect(accession.what == .accession && accession.isDeposit && accession.subject == .own && accession.treaty == .mineBan)
        #expect(entry.what == .entryIntoForce)
        let deposit = try #require(accession.span)
        #expect(rules.entryIntoForce(deposited: deposit) == entry.span)
        let deadline = try read.date("1 March 2008")
        #expect(deadline.what == .stockpileDeadline && deadline.isOriginal)
        #expect(deadline.span?.first == entry.span?.first.adding(years: 4))
        // Stocks were destroyed before it joined.
        let before = try read.date("1992 and 2003")
        #expect(before.what == .period && before.span?.prose == "1992–2003")
        #expect(before.span?.order(to: deposit) == .cannotTell)
        let destruction = try read.span("2003 to the end of 2006")
        #expect(destruction.first.iso == "2003-01-01" && destruction.last.iso == "2006-12-31")
        #expect(try read.span("2006").meets(destruction))
    }

    @Test("Belarus: meetings are bound to their dates; only the Sixteenth Meeting is not in its month")
    func belarusMeetings() throws {
        guard let read = try Reading("Belarus") else { return }
        #expect(try read.isHeld(.reviewConference, 4))
        #expect(try read.meeting(.reviewConference, 4).mention.place?.name == "Oslo")
        #expect(try read.isHeld(.meeting, 19))
        #expect(try read.isHeld(.intersessional, nil))
        #expect(try read.meeting(.intersessional, nil).span.prose == "June 2022")
        let sixteenth = try read.meeting(.meeting, 16)
        #expect(sixteenth.span.prose == "November 2017")
        #expect(sixteenth.mention.meetings.first?.span.order(to: sixteenth.span) == .after)
        #expect(read.findings.map(\.rule) == ["meeting-calendar"])
        #expect(read.findings.first?.severity == .error)
        #expect(read.findings.first?.fixes.first?.edits.first?.replacement == "December 2017")
        // The statement came before the meeting, in either month, and is that of the note.
        let statement = try read.span("5 April 2017")
        #expect(statement.order(to: sixteenth.span) == .before)
        #expect(try read.span("5 April 2017", note: true) == statement)
        #expect(try read.span("2017").meets(sixteenth.span))
        #expect(try read.span("November 2019").order(to: sixteenth.span) == .after)
        // The Standing Committees of two years, and an interview in the week of a third.
        let committees = read.facts.meetings.filter(\.isStandingCommittee)
        #expect(committees.count == 2)
        for committee in committees {
            let date = try #require(committee.date)
            let span = try #require(read.facts.dates[date].span)
            #expect(committee.meetings.contains { $0.span.meets(span) })
        }
        let interview = try read.span("15 June 2005", note: true)
        #expect(MeetingReference.carried.find(.mineBan, .intersessional, ordinal: nil).contains { $0.span.meets(interview) })
    }

    @Test("Belarus: statements go with the dates of their sources, and nothing is later than the last update")
    func belarusSources() throws {
        guard let read = try Reading("Belarus") else { return }
        let report = try read.date("30 April 2022", note: true)
        #expect(report.what == .source && report.tense == .cited)
        #expect(try read.date("April 2022").what == .submission)
        let day = try #require(report.span)
        #expect(try read.span("April 2022").meets(day))
        #expect(try read.span("April 2022", 2).meets(day))
        let due = try #require(TreatyReference.rules(of: .mineBan)?.reportDay)
        #expect(due == (4, 30))
        #expect(try read.date("30 April 2011", note: true).tense == .cited)
        let statements = [try read.span("21 October 2004", note: true), try read.span("21 October 2004", 2, note: true)]
        for (number, statement) in statements.enumerated() { #expect(try read.span("2004", number + 1).meets(statement)) }
        #expect(try read.date("July 2006", note: true).tense == .cited)
        let invasion = try read.span("24 February 2022")
        #expect(try read.span("February 2022").meets(invasion))
        #expect(try read.span("15 June 2022", note: true).order(to: invasion) == .after)
        let updated = try #require(read.facts.header.lastUpdated.flatMap { DaySpan($0.value) })
        #expect(read.facts.dates.count >= 30)
        for date in read.facts.dates { #expect(date.span?.order(to: updated) != .after) }
    }

    @Test("Russia: sessions, resolutions and meetings go with their dates, and nothing is reported")
    func russiaMeetings() throws {
        guard let read = try Reading("Russian Federation") else { return }
        #expect(read.findings.isEmpty)
        let session = try #require(read.facts.sessions.first { $0.session == 75 && $0.resolution == nil })
        let sessionDate = try #require(session.date)
        #expect(read.facts.dates[sessionDate].span?.prose == "6 November 2020")
        #expect(try read.span("November 2020").meets(try read.span("6 November 2020", note: true)))
        let vote = try #require(read.facts.sessions.first { $0.resolution == "75/52" })
        let voteDate = try #require(vote.date)
        let date = try #require(read.facts.dates[voteDate].span)
        #expect(date.prose == "December 2020" && vote.span.meets(date))
        #expect(ResolutionReference.all.first { $0.number == "75/52" }?.adopted?.prose == "7 December 2020")
        #expect(try read.isHeld(.meeting, 1))
        #expect(try read.isHeld(.reviewConference, 2))
        #expect(try read.isHeld(.reviewConference, 2, 2))
        #expect(try read.meeting(.reviewConference, 2, 2).mention.place?.name == "Cartagena")
        #expect(try read.isHeld(.meeting, 10))
        #expect(try read.isHeld(.meeting, 10, 2))
        #expect(try read.isHeld(.annualConference, 8))
        #expect(try read.isHeld(.annualConference, 10))
        #expect(try read.span("18 November 2003", note: true).grain == .day)
        // It took part in no meeting "since 2010", and spoke in December of that year.
        #expect(try read.span("2010").meets(try read.span("2 December 2010", note: true)))
        #expect(try read.span("2010", 2).first.year == 2010)
    }

    @Test("Russia: what is told goes with its sources")
    func russiaSources() throws {
        guard let read = try Reading("Russian Federation") else { return }
        func meets(_ told: String, _ number: Int = 1, told inNote: Bool = false, in source: String, _ place: Int = 1) throws {
            #expect(
                try read.span(told, number, note: inNote).meets(try read.span(source, place, note: true)), "\(told) and \(source)"
            )
        }
        func isBefore(_ told: String, _ number: Int = 1, told inNote: Bool = false, in source: String, _ place: Int = 1) throws {
            #expect(
                try read.span(told, number, note: inNote).order(to: try read.span(source, place, note: true)) == .before,
                "\(told) and \(source)")
        }
        try meets("2017", in: "20 October 2017")
        try meets("December 2010", told: true, in: "2 December 2010")
        try meets("June 2009", in: "June 2009")
        try meets("June 2009", told: true, in: "June 2009", 3)
        try meets("2010", told: true, in: "29 November 2010")
        try meets("November 2006", told: true, in: "6 November 2006")
        #expect(try read.date("October 2005", note: true).tense == .cited)
        #expect(try read.date("October 2004", note: true).tense == .cited)
        #expect(try read.date("October 2009", note: true).tense == .cited)
        #expect(try read.date("30 September 2009", note: true).tense == .cited)
        try isBefore("2008", told: true, in: "October 2009")
        try isBefore("May 2020", in: "3 June 2020")
        try meets("August 2021", in: "11 August 2021")
        try isBefore("2020", in: "28 May 2021")
        try meets("July 2020", in: "15 July 2020")
        try meets("2021", in: "6 September 2021")
        try meets("2021", 2, in: "31 July 2021")
        try meets("2015", in: "20 November 2015")
        try meets("2015", in: "30 November 2015")
        try isBefore("2019", in: "5 September 2021")
        try meets("November 2004", in: "23 November 2004", 2)
        try meets("2012", told: true, in: "13 March 2012")
        try meets("2014", told: true, in: "July 2014")
        try isBefore("1993", told: true, in: "July 2014", 2)
        try isBefore("2000", told: true, in: "2 December 2010", 2)
    }

    @Test("Russia: the law, its hearing and the deposit are in order, and so are the years of transfer and production")
    func russiaOrder() throws {
        guard let read = try Reading("Russian Federation") else { return }
        let (hearing, law) = (try read.date("23 November 2004", note: true), try read.date("December 7, 2004"))
        #expect(hearing.what == .domesticAct)
        let (heard, passed) = (try #require(hearing.span), try #require(law.span))
        #expect(heard.order(to: passed) == .before)
        #expect(law.isQuoted)
        let moratorium = try read.span("1 December 1994")
        #expect(moratorium.order(to: try read.span("2002")) == .before)
        #expect(try read.span("2002").order(to: try read.span("June 2009")) == .before)
        #expect(try read.span("1992").order(to: try read.span("1997")) == .before)
        #expect(try read.span("1996–1997").prose == "1996–1997")
        #expect(try read.span("2005 and 2015").prose == "2005–2015")
        #expect(try read.span("1 March 2011", note: true).order(to: try read.span("2010", 3)) == .after)
        #expect(try read.span("March 2021").order(to: try read.span("5 September 2021", note: true)) == .before)
        // Tajikistan, whose reports are cited from 2003 on, was a party by then.
        let tajikistan = try #require(StateReference.named("Tajikistan")?.entryIntoForce.flatMap { DaySpan($0) })
        #expect(try read.span("2003", note: true).order(to: tajikistan) == .after)
        let duration = try #require(read.facts.durations.first)
        #expect(duration.count == 9 && duration.holds && duration.from.prose == "3 December 1998")
        let updated = try #require(read.facts.header.lastUpdated.flatMap { DaySpan($0.value) })
        for date in read.facts.dates { #expect(date.span?.order(to: updated) != .after) }
    }
}
