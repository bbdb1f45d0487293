import ProfileFacts
import ProfileSyntax
import TestSupport
import Testing

/// What a date of a sentence is the date of.
@Suite("Dates of events")
struct DateFactTests {
    private static let sentences: [(String, DateFact.What, DateFact.Tense)] = [
        ("Belarus signed the Mine Ban Treaty on 3 December 1997.", .signature, .past),
        ("Belarus ratified the Mine Ban Treaty on 3 September 2003.", .ratification, .past),
        ("Belarus deposited its instrument of acceptance on 3 September 2003.", .acceptance, .past),
        ("Belarus deposited its instrument of approval on 3 September 2003.", .approval, .past),
        ("On 3 September 2003, Belarus acceded to the Mine Ban Treaty.", .accession, .past),
        ("Montenegro succeeded to the Mine Ban Treaty on 23 October 2006.", .succession, .past),
        ("Belarus became a State Party on 1 March 2004.", .entryIntoForce, .past),
        ("The treaty became binding on the country on 1 March 2004.", .entryIntoForce, .past),
        ("Its stockpile destruction deadline was 1 March 2008.", .stockpileDeadline, .past),
        ("Its original Article 5 deadline was 1 March 2014.", .clearanceDeadline, .past),
        ("Its clearance deadline was extended until 1 March 2020.", .extendedDeadline, .open),
        ("Its initial Article 7 report was due by 28 August 2004.", .initialReportDeadline, .open),
        ("Its annual Article 7 report was due by 30 April 2022.", .annualReportDeadline, .open),
        ("Estonia notified its withdrawal from the treaty on 27 June 2025.", .withdrawalNotice, .past),
        ("Its withdrawal from the treaty took effect on 27 December 2025.", .withdrawalEffect, .past),
        ("Parliament approved accession on 25 June 2003.", .domesticAct, .past),
        ("It submitted its Article 7 report on 30 April 2022.", .submission, .past),
        ("It spoke at the meeting of 20 June 2011.", .meeting, .past),
        ("Belarus said on 7 December 2020 that it had no mines.", .statement, .past),
        ("It destroyed mines from 2003 to 2006.", .period, .past),
        ("It destroyed 5,000 mines on 7 December 2020.", .event, .past),
        ("It plans to destroy the rest in 2024.", .event, .planned),
        ("Statement of Belarus, Geneva, 20 June 2011.", .event, .open),
    ]

    @Test("A date belongs to what its clause tells of", arguments: sentences)
    func what(_ sentence: String, _ what: DateFact.What, _ tense: DateFact.Tense) throws {
        let fact = try #require(ProfileFacts(Profile(parsing: Array(Texts.profile(sentence).utf8))).dates.first)
        #expect(fact.what == what)
        #expect(fact.tense == tense)
    }

    @Test("The date of a note's source is cited")
    func source() throws {
        let text = Texts.profile("Found.[^1]\n\n[^1]: Letter from the Ministry of Defense of Belarus, 20 June 2011.")
        let fact = try #require(ProfileFacts(Profile(parsing: Array(text.utf8))).dates.first)
        #expect(fact.what == .source)
        #expect(fact.tense == .cited)
    }
}
