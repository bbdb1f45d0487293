import ProfileFacts
import ProfileSyntax
import Testing

/// How dates of a sentence become spans, and how the lengths that it gives are held against them.
@Suite("Spans of a sentence")
struct SpanReadingTests {
    private func facts(_ sentence: String) -> ProfileFacts {
        ProfileFacts(Profile(parsing: Array("---\ncountry: Belarus\n---\n\n## Use\n\n\(sentence)\n".utf8)))
    }

    private func spans(_ sentence: String) -> [String] { facts(sentence).dates.map { $0.span?.prose ?? "none" } }

    @Test("Two dates are one span where words join them, and two where a deadline is moved from one to the other")
    func joined() {
        #expect(spans("It was used from 2003 to 2006.") == ["2003–2006"])
        #expect(spans("It was used in the period 2003 to 2006.") == ["2003–2006"])
        #expect(spans("It was used between May 2003 and June 2003.") == ["May–June 2003"])
        #expect(spans("They moved the deadline 1 March 2009 to 1 March 2019.").count == 2)
        #expect(spans("It was used in 2003 and 2006.").count == 2)
    }

    @Test("Parts of a year or a month are the days that they can mean")
    func parts() throws {
        func span(_ sentence: String) throws -> DaySpan { try #require(facts(sentence).dates.first?.span) }
        let whole = try span("It was used in 2006.")
        for sentence in ["It was used at the end of 2006.", "It was used in late 2006."] {
            #expect(try span(sentence).first > whole.first && span(sentence).last == whole.last, "\(sentence)")
        }
        for sentence in ["It was used in mid-2006.", "It was used in the middle of 2006."] {
            #expect(try span(sentence).first > whole.first && span(sentence).last < whole.last, "\(sentence)")
        }
        #expect(try span("It was used in early 2006.").last < whole.last)
    }

    @Test("A span whose first day has no year may start in the year before, unless both days are of one month")
    func reversed() throws {
        let fact = try #require(facts("It was used from 20 November to 3 May 2010.").dates.first)
        #expect(!fact.isReversed && fact.span?.first.year == 2009)
        #expect(facts("It was used from 20 May to 3 May 2010.").dates.first?.isReversed == true)
        #expect(facts("It was used from 3 May to 20 May 2010.").dates.first?.isReversed == false)
        #expect(facts("It was used from 3 May 2010 to 20 April 2010.").dates.first?.isReversed == true)
    }

    @Test(
        "A number of days may be two off its span, and no more",
        arguments: [("28 May", false), ("29 May", true), ("31 May", true), ("2 June", true), ("3 June", false)])
    func slack(_ last: String, _ holds: Bool) throws {
        let duration = try #require(facts("It ran a 30-day campaign from 1 May to \(last) 2010.").durations.first)
        #expect(duration.holds == holds)
    }

    @Test("A length is read with its number, in digits or in words; a word without one is none")
    func lengths() {
        func lengths(_ sentence: String) -> [String] {
            let text = "---\ncountry: Belarus\n---\n\n## Use\n\n\(sentence)\n"
            return facts(sentence).durations.map { Array(text.utf8).text($0.range) }
        }
        #expect(lengths("It ran a 10-year period from 2005 to 2015.") == ["10-year"])
        #expect(lengths("It ran a ten-year period from 2005 to 2015.") == ["ten-year"])
        #expect(lengths("It ran for five years (2010–2014).") == ["five years"])
        #expect(lengths("It ran a year-long campaign from 2005 to 2006.") == [])
        #expect(lengths("It ran a campaign of some ten years from 2005 to 2015.") == [])
    }

    @Test("An extension is held against the deadline that it moves")
    func extensions() throws {
        let text = "Its clearance deadline of 1 March 2009 was moved by an extension of five years until 1 March"
        #expect(facts(text + " 2014.").durations.map(\.holds) == [true])
        #expect(facts(text + " 2012.").durations.map(\.holds) == [false])
    }
}
