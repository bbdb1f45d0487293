import ProfileSyntax

/// A day, a month or a year of the calendar.
package struct CalendarDate: Sendable, Hashable, Comparable {
    package let year: Int
    /// 1–12; nil where only the year is known.
    package let month: Int?
    /// 1–31; nil where only the month or the year is known.
    package let day: Int?

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// What can be wrong with a date that has the right form.
    package enum Mistake: Error, Equatable {
        /// Not `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
        case form
        /// A thirteenth month.
        case month(Int)
        /// A day that its month does not have, and the last one that it has.
        case day(Int, last: Int)
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    package init(iso text: String) throws(Mistake) {
        let count = text.utf8.count
        guard count == 4 || count == 7 || count == 10 else { throw .form }
        var (year, month, day) = (0, 0, 0)
        for (place, byte) in text.utf8.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { throw .form }
                continue
            }
            guard byte.isDigit else { throw .form }
            let digit = Int(byte & 0x0F)
            switch place {
            case ..<4: year = year * 10 + digit
            case ..<7: month = month * 10 + digit
            default: day = day * 10 + digit
            }
        }
        try self.init(checking: year, count > 4 ? month : nil, count > 7 ? day : nil)
    }

    private init(checking year: Int, _ month: Int?, _ day: Int?) throws(Mistake) {
        if let month {
            guard 1...12 ~= month else { throw .month(month) }
            if let day {
                let last = Self.days(inMonth: month, of: year)
                guard 1...last ~= day else { throw .day(day, last: last) }
            }
        }
        self.init(year: year, month: month, day: day)
    }

    /// Reads a day as prose writes it – `28 September 2022`, `September 28, 2022` – or in numbers: with the year first, or with one that
    /// can only be the day.
    package init?(prose text: String) {
        let words = text.split { " ,./-\u{A0}".contains($0) }.map(String.init).filter { $0 != "of" }
        guard words.count == 3 else { return nil }
        let found: (String, Int, String)?
        let isYearFirst = words[0].utf8.count == 4 && Int(words[0]) != nil
        if let month = Self.month(named: words[1]) {
            found = isYearFirst ? (words[0], month, words[2]) : (words[2], month, words[0])
        } else if let month = Self.month(named: words[0]) {
            found = (words[2], month, words[1])
        } else if isYearFirst, let month = Int(words[1]) {
            found = (words[0], month, words[2])
        } else if let first = Int(words[0]), let second = Int(words[1]), first > 12 || second > 12 || first == second {
            found = first > 12 ? (words[2], second, words[0]) : (words[2], first, words[1])
        } else {
            found = nil
        }
        guard let found, found.0.utf8.count == 4, let year = Int(found.0),
            let day = Int(found.2.prefix { $0.isASCII && $0.isNumber }),
            let date = try? CalendarDate(checking: year, found.1, day)
        else { return nil }
        self = date
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// A month's number by its English name or its first three letters or more.
    package static func month(named name: String) -> Int? {
        let name = name.lowercased()
        guard name.utf8.count >= 3 else { return nil }
        return monthNames.firstIndex { $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
    }

    package static func monthName(_ month: Int) -> String { monthNames[month - 1] }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `2022-09-28`, `2022-09` or `2022`.
    package var iso: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } }).joined(separator: "-")
    }

    /// `28 September 2022`, `September 2022` or `2022`.
    package var prose: String {
        guard let month else { return String(year) }
        let monthAndYear = Self.monthName(month) + " " + String(year)
        return day.map { String($0) + " " + monthAndYear } ?? monthAndYear
    }

    /// By the first day that each can mean.
    package static func < (a: Self, b: Self) -> Bool {
        (a.year, a.month ?? 1, a.day ?? 1) < (b.year, b.month ?? 1, b.day ?? 1)
    }

    /// Whether every day that this can mean is before every day that another can mean.
    package func isBefore(_ other: CalendarDate) -> Bool {
        let mine = (year, month ?? 12, day ?? 31)
        return mine < (other.year, other.month ?? 1, other.day ?? 1)
    }
}
