import ProfileFacts
import Testing

@Suite("Days and spans of days")
struct DaySpanTests {
    private func span(_ iso: String) throws -> DaySpan { try #require(DaySpan(try CalendarDate(iso: iso))) }

    @Test("Every day of four centuries has a number of its own, one more than the day before, and its number is that day again")
    func numbers() {
        var last = CalendarDate(year: 1799, month: 12, day: 31)
        for year in 1800..<2200 {
            for month in 1...12 {
                for day in 1...CalendarDate.days(inMonth: month, of: year) {
                    let date = CalendarDate(year: year, month: month, day: day)
                    #expect(date.dayNumber == last.dayNumber + 1)
                    #expect(CalendarDate(dayNumber: date.dayNumber) == date)
                    #expect(date.weekday == last.weekday % 7 + 1)
                    last = date
                }
            }
        }
    }

    @Test("Known weekdays, leap years and sums of days, months and years")
    func known() throws {
        #expect(try CalendarDate(iso: "1997-09-18").weekday == 4)
        #expect(try CalendarDate(iso: "2022-09-28").weekday == 3)
        #expect(try CalendarDate(iso: "2004-03-01").adding(days: 180).iso == "2004-08-28")
        #expect(try CalendarDate(iso: "2004-03-01").adding(years: 4).iso == "2008-03-01")
        #expect(try CalendarDate(iso: "2004-02-29").adding(years: 1).iso == "2005-02-28")
        #expect(try CalendarDate(iso: "2025-08-31").adding(months: 6).iso == "2026-02-28")
        #expect(try CalendarDate(iso: "2025-06-27").adding(months: 6).iso == "2025-12-27")
        #expect(try CalendarDate(iso: "2003-01-15").adding(months: -1).iso == "2002-12-15")
        #expect(try CalendarDate(iso: "2003-09").adding(months: 6).iso == "2004-03")
        #expect(
            CalendarDate.isLeap(2000) && CalendarDate.isLeap(2020) && !CalendarDate.isLeap(1900) && !CalendarDate.isLeap(2021))
    }

    @Test("Dates of different grain are compared at the coarser one, with three answers")
    func order() throws {
        #expect(try span("2003-09-03").order(to: span("2003-09")) == .cannotTell)
        #expect(try span("2003-09").order(to: span("2003")) == .cannotTell)
        #expect(try span("2003-09-30").order(to: span("2003-10")) == .before)
        #expect(try span("2003-11-01").order(to: span("2003-10")) == .after)
        #expect(try span("2003").order(to: span("2004-01-01")) == .before)
        #expect(try span("2004").order(to: span("2003-12-31")) == .after)
        #expect(try span("2003-09-03").order(to: span("2003-09-03")) == .cannotTell)
        #expect(try span("2003-09").joined(to: span("2004-03")).prose == "September 2003–March 2004")
        #expect(try span("2020").part(.middle).order(to: span("2020-01")) == .after)
        #expect(try span("2020").part(.late).first.month == 7)
        #expect(try span("2020").part(.early).order(to: span("2020-12")) == .before)
        #expect(DaySpan(CalendarDate(year: 2021, month: 2, day: 29)) == nil)
    }

    @Test("Entry into force: the first day of the sixth month after the month of deposit, and never before the treaty's own")
    func entryIntoForce() throws {
        let rules = try #require(TreatyReference.rules(of: .mineBan))
        let days = [
            ("2003-09-03", "2004-03-01"), ("2003-09-30", "2004-03-01"), ("2003-09-01", "2004-03-01"),
            ("2000-02-29", "2000-08-01"),
            ("2005-07-01", "2006-01-01"), ("2004-12-31", "2005-06-01"), ("1998-09-16", "1999-03-01"),
            ("1998-09-30", "1999-03-01"),
            ("1997-12-03", "1999-03-01"), ("1998-10-01", "1999-04-01"), ("2003-06", "2003-12-01"),
        ]
        for (deposit, entry) in days {
            #expect(rules.entryIntoForce(deposited: try CalendarDate(iso: deposit)).iso == entry, "\(deposit)")
        }
        let ofYear = rules.entryIntoForce(deposited: try span("2003"))
        #expect(ofYear.first.iso == "2003-07-01" && ofYear.last.iso == "2004-06-01")
        let ccw = try #require(TreatyReference.rules(of: .ccw))
        #expect(ccw.entryIntoForce(deposited: try CalendarDate(iso: "1995-10-02")).iso == "1996-04-02")
    }
}
