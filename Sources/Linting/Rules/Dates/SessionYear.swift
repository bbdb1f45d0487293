import ProfileFacts

struct SessionYear: Rule {
    static let about = RuleDescription(
        name: "session-year",
        group: .dates,
        severity: .error,
        summary: "A session or a resolution of the General Assembly in the wrong year.",
        rationale: """
            Session N of the General Assembly opens in September of the year N + 1945 and ends a year later; Resolution N/x is one of \
            its resolutions, so that December belongs to one session only. The numbers of the annual resolutions on the Mine Ban Treaty \
            are in Config/reference/resolutions.yml; another number in their place is a warning.
            """,
        fix: nil,
        examples: [
            .pass("Russia abstained from the most recent vote in December 2020, on UNGA Resolution 75/52."),
            .pass("Explanation of Vote on Resolution L.26, 75th Session, UNGA First Committee, New York, 6 November 2020."),
            .find("On 5 December 2013, Libya abstained from voting on UNGA Resolution ⟦67/32⟧."),
            .find("Statement, ⟦75th Session⟧, UNGA First Committee, New York, 6 November 2019."),
            .find("In December 2020, Russia abstained from voting on UNGA Resolution ⟦75/62⟧ on the Mine Ban Treaty."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for mention in subject.facts.sessions {
            if let index = mention.date, let span = subject.facts.dates[index].span, !fits(span, mention) {
                let year = mention.session + 1945
                let named =
                    mention.resolution.map { "Resolution \($0) is of session \(mention.session), which" }
                    ?? "Session \(mention.session)"
                report.add(
                    mention.range,
                    "\(named) sat from September \(year) to September \(year + 1): it does not go with \(span.prose). Correct the number or the date.",
                    labels: [Label(subject.facts.dates[index].range, "the date")])
            } else {
                checkNumber(mention, subject, &report)
            }
        }
    }

    private static func fits(_ span: DaySpan, _ mention: SessionMention) -> Bool { span.meets(mention.span) }

    private static func checkNumber(_ mention: SessionMention, _ subject: Subject, _ report: inout Report) {
        guard let resolution = mention.resolution, let treaty = mention.subject ?? confused(mention, resolution, subject) else {
            return
        }
        let known = subject.facts.reference.resolutions(of: mention.session, on: treaty)
        guard let right = known.first, !known.contains(where: { plain($0.number) == resolution }) else { return }
        report.add(
            mention.range,
            "The resolution of session \(mention.session) on the \(TreatyReference.rules(of: treaty)?.name ?? "treaty") is \(right.number), not \(resolution).",
            severity: .warning)
    }

    /// The treaty that the passage speaks of, where the sentence names none and the number is that of a resolution on another.
    private static func confused(_ mention: SessionMention, _ resolution: String, _ subject: Subject) -> Treaty? {
        guard let current = mention.current else { return nil }
        let isOfAnother = Treaty.allCases.contains { other in
            other != current
                && subject.facts.reference.resolutions(of: mention.session, on: other).contains { plain($0.number) == resolution }
        }
        return isOfAnother ? current : nil
    }

    /// Without the letter of a part.
    private static func plain(_ number: String) -> String { number.split(separator: " ").first.map(String.init) ?? number }
}
