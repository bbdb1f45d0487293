/// What can be told of the order of two dates.
package enum DateOrder: Sendable, Equatable {
    case before, after
    /// They overlap: one is coarser than the other, or they are the same.
    case cannotTell
}

/// All days that a date of the prose can mean, with how exactly it was given.
package struct DaySpan: Sendable, Hashable {
    package enum Grain: Int, Sendable, Comparable {
        case day, month, year
        package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// The first and the last day, both with month and day.
    package let first: CalendarDate
    package let last: CalendarDate
    package let grain: Grain

    package init(first: CalendarDate, last: CalendarDate, grain: Grain) {
        self.first = first
        self.last = last
        self.grain = grain
    }

    /// All days of a day, a month or a year; nil for a day or a month that cannot be.
    package init?(_ date: CalendarDate) {
        guard let month = date.month else {
            self.init(first: date.firstDay, last: date.lastDay, grain: .year)
            return
        }
        guard 1...12 ~= month else { return nil }
        if let day = date.day, !(1...CalendarDate.days(inMonth: month, of: date.year) ~= day) { return nil }
        self.init(first: date.firstDay, last: date.lastDay, grain: date.day == nil ? .month : .day)
    }

    init?(_ parts: ProseDate.Parts) {
        guard let year = parts.year else { return nil }
        self.init(CalendarDate(year: year, month: parts.month, day: parts.month == nil ? nil : parts.day))
    }

    /// At the coarser grain: a day of September 2003 is neither before nor after September 2003.
    package func order(to other: DaySpan) -> DateOrder {
        if last < other.first { return .before }
        if first > other.last { return .after }
        return .cannotTell
    }

    package func meets(_ other: DaySpan) -> Bool { order(to: other) == .cannotTell }

    /// From the first day of one to the last of another.
    package func joined(to other: DaySpan) -> DaySpan { DaySpan(first: first, last: other.last, grain: max(grain, other.grain)) }

    /// What `early`, `mid`, `late` and `end of` leave of a month or a year: read generously.
    package func part(_ part: PartOfPeriod) -> DaySpan {
        guard grain != .day else { return self }
        let count = last.dayNumber - first.dayNumber + 1
        switch part {
        case .early: return DaySpan(first: first, last: first.adding(days: count / 2 - 1), grain: grain)
        case .middle: return DaySpan(first: first.adding(days: count / 4), last: last.adding(days: -count / 4), grain: grain)
        case .late: return DaySpan(first: first.adding(days: count / 2), last: last, grain: grain)
        }
    }

    package enum PartOfPeriod: Sendable, Comparable { case early, middle, late }

    /// `3 September 2003`, `September 2003`, `2003`; a span of its own with a dash.
    package var prose: String {
        if first == last { return first.prose }
        if first == CalendarDate(year: first.year).firstDay, last == CalendarDate(year: last.year).lastDay {
            return first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
        }
        if first.day == 1, last == CalendarDate(year: last.year, month: last.month).lastDay {
            let lastMonth = CalendarDate(year: last.year, month: last.month).prose
            if first.year == last.year, first.month == last.month { return lastMonth }
            if first.year == last.year { return CalendarDate.monthName(first.month ?? 1) + "–" + lastMonth }
            return CalendarDate(year: first.year, month: first.month).prose + "–" + lastMonth
        }
        if first.year == last.year, first.month == last.month { return "\(first.day ?? 1)–\(last.prose)" }
        if first.year == last.year { return "\(first.day ?? 1) \(CalendarDate.monthName(first.month ?? 1))–\(last.prose)" }
        return first.prose + "–" + last.prose
    }
}

extension CalendarDate {
    package var firstDay: CalendarDate { CalendarDate(year: year, month: month ?? 1, day: day ?? 1) }
    package var lastDay: CalendarDate {
        let month = month ?? 12
        return CalendarDate(year: year, month: month, day: day ?? Self.days(inMonth: month, of: year))
    }

    /// Days since 1 March of the year 0, by which days are counted on; dates are of years behind that.
    package var dayNumber: Int {
        let month = month ?? 1
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
            + (153 * monthFromMarch + 2) / 5 + (day ?? 1) - 1
    }

    package init(dayNumber: Int) {
        let era = dayNumber / 146_097
        let dayOfEra = dayNumber - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    /// The same day of a later month, or that month's last day where it has no such day; coarser dates stay as coarse.
    package func adding(months: Int) -> CalendarDate {
        guard let month else { return CalendarDate(year: year + months / 12) }
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index - index / 12 * 12 + 1)
        return CalendarDate(
            year: newYear, month: newMonth, day: day.map { min($0, Self.days(inMonth: newMonth, of: newYear)) })
    }

    package func adding(years: Int) -> CalendarDate { adding(months: 12 * years) }

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int { (dayNumber + 2) % 7 + 1 }

    package static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
