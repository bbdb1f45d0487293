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

    @Test("Months are known by three letters or more")
    func months() {
        #expect(CalendarDate.month(named: "Sep") == 9 && CalendarDate.month(named: "sept") == 9)
        #expect(CalendarDate.month(named: "Ma") == nil && CalendarDate.month(named: "Marx") == nil)
    }

    @Test("A date without month or day is sorted by its first day, and is before another only where all its days are")
    func coarse() throws {
        func date(_ iso: String) throws -> CalendarDate { try CalendarDate(iso: iso) }
        #expect(try date("2003") < date("2003-01-02") && !(date("2003") < date("2003-01-01")))
        #expect(try date("2003-05") < date("2003-05-02") && !(date("2003-05") < date("2003-05-01")))
        #expect(try !(date("2003-01-01") < date("2003")) && !(date("2003-05-01") < date("2003-05")))
        #expect(try date("2003-02-01") > date("2003") && date("2003-05-02") > date("2003-05"))
        #expect(try date("2003-12").isBefore(date("2004")) && !date("2003-12-31").isBefore(date("2003-12")))
        #expect(try date("2003-05-31").isBefore(date("2003-06")) && !date("2003-06-01").isBefore(date("2003-06")))
        #expect(try date("2003").isBefore(date("2004-01-01")) && !date("2003").isBefore(date("2003-12-31")))
        #expect(try date("2003-05").isBefore(date("2003-06-01")) && !date("2003-05").isBefore(date("2003-05-31")))
    }

    @Test("Early, mid and late leave the half or the middle of a month or a year, and nothing of a day")
    func parts() throws {
        func ends(_ span: DaySpan) -> [String] { [span.first.iso, span.last.iso] }
        #expect(try ends(span("2020-09").part(.early)) == ["2020-09-01", "2020-09-15"])
        #expect(try ends(span("2020-09").part(.middle)) == ["2020-09-08", "2020-09-23"])
        #expect(try ends(span("2020-09").part(.late)) == ["2020-09-16", "2020-09-30"])
        #expect(try ends(span("2021").part(.early)) == ["2021-01-01", "2021-07-01"])
        #expect(try ends(span("2021").part(.late)) == ["2021-07-02", "2021-12-31"])
        #expect(try ends(span("2021-09-03").part(.late)) == ["2021-09-03", "2021-09-03"])
    }

    @Test("A span is written as shortly as it can be")
    func prose() throws {
        func prose(_ first: String, _ last: String) throws -> String { try span(first).joined(to: span(last)).prose }
        #expect(try prose("2003-09-03", "2003-09-03") == "3 September 2003")
        #expect(try prose("2003-09-03", "2003-09-05") == "3–5 September 2003")
        #expect(try prose("2003-09-03", "2003-10-05") == "3 September–5 October 2003")
        #expect(try prose("2003-09-03", "2004-09-05") == "3 September 2003–5 September 2004")
        #expect(try prose("2003-09-01", "2003-09-30") == "September 2003")
        #expect(try prose("2003-09-02", "2003-09-30") == "2–30 September 2003")
        #expect(try prose("2003-09-01", "2003-10-31") == "September–October 2003")
        #expect(try prose("2003-01-01", "2003-12-31") == "2003")
        #expect(try prose("2003-01-01", "2004-12-31") == "2003–2004")
        #expect(try prose("2003-01-02", "2003-12-31") == "2 January–31 December 2003")
    }
}
