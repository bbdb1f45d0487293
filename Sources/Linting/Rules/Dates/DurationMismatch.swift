import ProfileFacts

struct DurationMismatch: Rule {
    static let about = RuleDescription(
        name: "duration-mismatch",
        group: .dates,
        severity: .warning,
        summary: "A number of years or months that does not fit the dates beside it.",
        rationale: """
            A period and its dates are told together, so that one of them is wrong where they disagree. Years may be counted with or \
            without the last, and an extension may be off by half a year; a hedged number is not looked at.
            """,
        fix: nil,
        examples: [
            .pass("Russia used Amended Protocol II’s nine-year extension to defer (until 3 December 2007) its compliance."),
            .pass("The ten-year program from 2005 to 2015 ended; a five-year plan (2016–2020) followed."),
            .pass("It was granted a five-year extension of its deadline of 1 March 2009 until 1 March 2014."),
            .find("Russia used Amended Protocol II’s ⟦eight-year⟧ extension to defer (until 3 December 2007) its compliance."),
            .find("The ⟦ten-year⟧ period from 2005 to 2012 ended."),
            .find("It was granted a ⟦three-year⟧ extension of its deadline of 1 March 2009 until 1 March 2014."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for duration in subject.facts.durations where !duration.holds {
            let date = subject.facts.dates[duration.date]
            let stated = subject.text(duration.range)
            report.add(
                duration.range,
                "“\(stated)” does not fit the dates: from \(duration.from.prose) to \(duration.to.prose) it is \(length(duration)). Correct one of them.",
                labels: [Label(date.range, "the date")])
        }
    }

    private static func length(_ duration: Duration) -> String {
        if duration.isOfYears {
            let difference = duration.to.last.year - duration.from.year
            return "\(difference) years, or \(difference + 1) with the last"
        }
        let days = duration.to.last.dayNumber - duration.from.dayNumber
        switch duration.unit {
        case .day: return Words.count(days + 1, "day")
        case .week: return days < 14 ? Words.count(days + 1, "day") : "\((days + 4) / 7) weeks"
        case .month: return "\((days + 15) / 30) months"
        case .year: return days < 700 ? "\((days + 15) / 30) months" : "\((days + 182) / 365) years"
        }
    }
}
