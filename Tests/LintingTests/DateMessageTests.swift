import Linting
import ProfileSyntax
import TestSupport
import Testing

/// What the rules on dates say, with its arithmetic.
@Suite("Messages on dates")
struct DateMessageTests {
    struct Told: Sendable, CustomStringConvertible {
        let body: String
        /// Nil where nothing is said.
        let message: String?
        /// The title of the first fix.
        let fix: String?
        var description: String { body }

        init(_ body: String, _ message: String?, fix: String?) { (self.body, self.message, self.fix) = (body, message, fix) }
    }

    private static let told = [
        Told(
            "The three-day workshop was held in Minsk on 5–12 March 2012.",
            "“three-day” does not fit the dates: from 5 March 2012 to 12 March 2012 it is 8 days. Correct one of them.",
            fix: nil),
        Told(
            "The two-week mission (6–29 May 2013) found no defects.",
            "“two-week” does not fit the dates: from 6 May 2013 to 29 May 2013 it is 3 weeks. Correct one of them.",
            fix: nil),
        Told(
            "A six-month course ran from 1 February to 31 December 2009.",
            "“six-month” does not fit the dates: from 1 February 2009 to 31 December 2009 it is 11 months. Correct one of them.",
            fix: nil),
        Told(
            "Under the 10-year program (2001–2006), 40 officers were trained.",
            "“10-year” does not fit the dates: from 1 January 2001 to 31 December 2006 it is 5 years, or 6 with the last. Correct one of them.",
            fix: nil),
        Told(
            "A one-year project ran from 1 July 2010 to 30 June 2013.",
            "“one-year” does not fit the dates: from 1 July 2010 to 30 June 2013 it is 3 years. Correct one of them.",
            fix: nil),
        Told(
            "The five-year contract ran from 1 July 2010 to 30 June 2018.",
            "“five-year” does not fit the dates: from 1 July 2010 to 30 June 2018 it is 8 years. Correct one of them.",
            fix: nil),
        Told(
            "It spoke at the Fourteenth Meeting of States Parties in Maputo, Mozambique.",
            "The Fourteenth Meeting of States Parties was held in Geneva, Switzerland, not in Maputo.",
            fix: "Write Geneva, Switzerland"),
        Told(
            "It spoke at the Fifteenth Meeting of States Parties in December 2017.",
            "The Fifteenth Meeting of States Parties was held 28 November–1 December 2016 in Santiago, not in December 2017. The one held then was the 16th.",
            fix: "Write November 2016"),
        Told(
            "It was held on 20–17 June 2011 in Geneva.",
            "The period “20–17 June 2011” ends before it starts.",
            fix: nil),
        Told(
            "The conflict of 2001–1999 has ended.",
            "The period “2001–1999” ends before it starts.",
            fix: "Swap the dates"),
        Told(
            "From 2006 to 2003, mines were destroyed.",
            "The period “2006 to 2003” ends before it starts.",
            fix: "Swap the dates"),
        Told(
            "On 5 December 2013, Libya abstained from voting on UNGA Resolution 67/32.",
            "Resolution 67/32 is of session 67, which sat from September 2012 to September 2013: it does not go with 5 December 2013. Correct the number or the date.",
            fix: nil),
        Told(
            "Belarus has submitted 20 Article 7 reports.",
            nil,
            fix: nil),
        Told(
            "Belarus has submitted 21 Article 7 reports.",
            "Since 2004, when the treaty entered into force for the state, at most 20 reports can have been submitted, not 21.",
            fix: nil),
        Told(
            "The report is of 29 February 2021.",
            "29 February 2021 cannot be: 2021 is no leap year.",
            fix: nil),
        Told(
            "The report is of 31 June 2021.",
            "31 June 2021 cannot be: June has 30 days.",
            fix: nil),
        Told(
            "The talks of Tuesday, 2 March 2020 failed.",
            "2 March 2020 was a Monday, not a Tuesday.",
            fix: nil),
        Told(
            "It spoke at the Twenty-Fourth Meeting of States Parties in November 2019.",
            "There has been no Twenty-Fourth Meeting of States Parties: the reference knows 22 of them. Correct the number or the kind of meeting.",
            fix: nil),
    ]

    @Test("A finding is told with its reason and the way out", arguments: told)
    func message(_ told: Told) throws {
        let linter = Linter(try RuleSelection(selecting: ["dates"], ignoring: []))
        let findings = linter.check(Array(Texts.profile(told.body).utf8), fileName: "belarus.md")
        #expect(findings.map(\.message) == (told.message.map { [$0] } ?? []))
        #expect(findings.first?.fixes.first?.title == told.fix)
    }

    @Test("Dates that are swapped stand in order after the fix")
    func swapped() throws {
        let linter = Linter(try RuleSelection(selecting: ["range-reversed"], ignoring: []))
        for (wrong, right) in [
            ("The conflict of 2001–1999 has ended.", "The conflict of 1999–2001 has ended."),
            ("From 2006 to 2003, mines were destroyed.", "From 2003 to 2006, mines were destroyed."),
        ] {
            let mended = Mender(linter, unsafe: true).mend(Array(Texts.profile(wrong).utf8), fileName: "belarus.md").bytes
            #expect(String(decoding: mended, as: UTF8.self) == Texts.profile(right))
        }
    }
}
