import ProfileFacts

struct TreatyDate: Rule {
    static let about = RuleDescription(
        name: "treaty-date",
        group: .dates,
        severity: .error,
        summary: "A treaty that is told to be adopted, opened for signature or in force on another day than it was.",
        rationale: """
            These days are the same in every profile: Config/reference/treaties.yml has them. What the reference has from memory is a \
            warning. A state's own entry into force is another matter.
            """,
        fix: "unsafe: the day of the reference, as coarse as the one that stands there.",
        examples: [
            .pass("The Mine Ban Treaty was adopted in Oslo on 18 September 1997, and entered into force on 1 March 1999."),
            .pass("Opened for signature on 3 December 1997, the Mine Ban Treaty has been in force since 1999."),
            .pass("The Mine Ban Treaty entered into force for Belarus on 1 March 2004."),
            .find("The Mine Ban Treaty was adopted in Oslo on ⟦18 September 1998⟧."),
            .find("The Mine Ban Treaty was opened for signature in Ottawa in ⟦December 1996⟧."),
            .find("The Mine Ban Treaty entered into force on ⟦1 March 1998⟧."),
            .find("The Convention on Cluster Munitions entered into force on ⟦1 August 2011⟧."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for event in subject.facts.treatyEvents {
            let fact = subject.facts.dates[event.date]
            guard let rules = TreatyReference.rules(of: event.treaty), let span = fact.span, let day = day(event, rules),
                let known = DaySpan(day)
            else { continue }
            // The ceremony of an opening may last for two days.
            let held = event.what == .opening ? DaySpan(first: day, last: day.adding(days: 1), grain: .day) : known
            guard !span.meets(held), !isOfState(event, span, subject) else { continue }
            report.add(
                fact.range,
                "The \(event.what.rawValue) of the \(rules.name) was \(DateFinding.on(known)), not \(DateFinding.on(span)).",
                severity: rules.sureness == .verified ? .error : .warning, fixes: fix(fact, span, day, subject))
        }
    }

    /// Whether it is the day on which the treaty entered into force for the profile's state.
    private static func isOfState(_ event: TreatyEvent, _ span: DaySpan, _ subject: Subject) -> Bool {
        event.what == .entryIntoForce
            && subject.facts.header.entriesIntoForce.contains { DaySpan($0)?.meets(span) == true }
    }

    private static func day(_ event: TreatyEvent, _ rules: TreatyRules) -> CalendarDate? {
        switch event.what {
        case .adoption: rules.adopted
        case .opening: rules.opened
        case .entryIntoForce: rules.inForce
        }
    }

    private static func fix(_ fact: DateFact, _ span: DaySpan, _ day: CalendarDate, _ subject: Subject) -> [Fix] {
        guard fact.dates.count == 1, subject.facts.prose.dates[fact.dates.lowerBound].last == nil else { return [] }
        let text = DateFinding.asCoarse(day, as: span.grain).prose
        return [Fix("Write \(text)", .unsafe, [Edit(fact.range, text)])]
    }
}
