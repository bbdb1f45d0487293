import ProfileFacts

struct DateInvalid: Rule {
    static let about = RuleDescription(
        name: "date-invalid",
        group: .dates,
        severity: .error,
        summary: "A day that no calendar has, or a weekday that is not that day's.",
        rationale: """
            A day that cannot be is a slip of the month, the day or the year, and only its source can tell which. What stands in a \
            quotation or a title is its author's.
            """,
        fix: nil,
        examples: [
            .pass("The report of 29 February 2020 was submitted on Monday, 2 March 2020."),
            .pass("The author wrote of “31 June 2004.”"),
            .find("The report is of ⟦31 June 2004⟧."),
            .find("| Report | Day |\n| --- | --- |\n| First | ⟦31 June 2004⟧ |"),
            .find("The report is of ⟦29 February 2021⟧."),
            .find("The talks were held on ⟦Tuesday, 2 March 2020⟧."),
            .find("The meeting of ⟦29–31 November 2010⟧ was held in Geneva."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for date in subject.facts.tableDates where !date.isQuoted {
            guard let wrong = mistake(date.first) ?? date.last.flatMap(mistake) else { continue }
            report.add(date.range, "\(subject.text(date.range)) cannot be: \(wrong).")
        }
        let prose = subject.facts.prose
        for date in prose.dates where !date.isQuoted && !prose.tokens[date.tokens.lowerBound].flags.contains(.isEmphasised) {
            if let wrong = mistake(date.first) ?? date.last.flatMap(mistake) {
                report.add(date.range, "\(subject.text(date.range)) cannot be: \(wrong).")
            } else if let weekday = weekday(date, subject.facts), let span = span(date), let named = weekday.named,
                named != span.first.weekday
            {
                let range =
                    min(weekday.range.lowerBound, date.range.lowerBound)..<max(weekday.range.upperBound, date.range.upperBound)
                report.add(
                    range,
                    "\(span.prose) was a \(CalendarDate.weekdayNames[span.first.weekday - 1]), not a \(subject.text(weekday.range))."
                )
            }
        }
    }

    private static func mistake(_ parts: ProseDate.Parts) -> String? {
        guard let month = parts.month, let day = parts.day else { return nil }
        // A leap year where none is given.
        let last = CalendarDate.days(inMonth: month, of: parts.year ?? 2024)
        guard !(1...last ~= day) else { return nil }
        let name = CalendarDate.monthName(month)
        if month == 2, day == 29, let year = parts.year { return "\(year) is no leap year" }
        return "\(name) has \(last) days"
    }

    private static func span(_ date: ProseDate) -> DaySpan? {
        guard date.last == nil, let year = date.first.year, let month = date.first.month, let day = date.first.day else {
            return nil
        }
        return DaySpan(CalendarDate(year: year, month: month, day: day))
    }

    /// The weekday beside a date: `Monday, 3 September 2003`, `3 September 2003 (Monday)`.
    private static func weekday(_ date: ProseDate, _ facts: ProfileFacts) -> (named: Int?, range: Range<Int>)? {
        let tokens = facts.prose.tokens
        func isWeekday(_ index: Int) -> Bool {
            tokens.indices.contains(index) && tokens[index].has(.weekday) && tokens[index].isCapitalised
        }
        func kind(_ index: Int) -> Token.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }
        let (start, end) = (date.tokens.lowerBound, date.tokens.upperBound)
        var place = kind(start - 1) == .comma ? start - 2 : start - 1
        if !isWeekday(place) {
            guard kind(end) == .openParenthesis else { return nil }
            // "25 June 2010 (a Friday)"
            place = isWeekday(end + 1) ? end + 1 : end + 2
        }
        // What stands in another sentence is said of another day.
        guard isWeekday(place), facts.prose.sentence(ofToken: start).contains(place) else { return nil }
        return (Int(tokens[place].value), tokens[place].range)
    }
}
