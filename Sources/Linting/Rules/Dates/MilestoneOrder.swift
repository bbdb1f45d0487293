import ProfileFacts

struct MilestoneOrder: Rule {
    static let about = RuleDescription(
        name: "milestone-order",
        group: .dates,
        severity: .error,
        summary: "Signature, ratification, entry into force and deadlines of a state in an order that cannot be.",
        rationale: """
            A state signs, then ratifies, is bound some months later, and has its deadlines years after that. The Mine Ban Treaty \
            could be signed from 3 December 1997 to 28 February 1999; who came later acceded. Successor states are exempt: they are \
            bound from the day of their independence.
            """,
        fix: nil,
        examples: [
            .pass("Angola signed the Mine Ban Treaty on 4 December 1997 and ratified it on 5 July 2002."),
            .pass("Belarus acceded in 2003 and became a State Party in 2003."),
            .find("Angola signed the Mine Ban Treaty on ⟦4 December 1998⟧ and ratified it on 5 July 1998."),
            .find("Belarus acceded to the Mine Ban Treaty on ⟦3 September 2004⟧, becoming a State Party on 1 March 2004."),
            .find("Belarus signed the Mine Ban Treaty on ⟦3 September 2003⟧."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for group in subject.facts.milestones {
            checkWindow(group, subject, &report)
            guard !group.isSuccession else { continue }
            let staged = group.milestones.filter { $0.stage != nil }.prefix(60)
            var told = Set<Int>()
            for (place, one) in staged.enumerated() {
                for other in staged.dropFirst(place + 1) {
                    guard let first = one.stage, let second = other.stage, first != second else { continue }
                    let (earlier, later) = first < second ? (one, other) : (other, one)
                    guard earlier.span.order(to: later.span) == .after, told.insert(earlier.range.lowerBound).inserted else {
                        continue
                    }
                    report.add(
                        earlier.range,
                        "The \(DateFinding.told(earlier)) comes after the \(DateFinding.told(later)), which cannot be. Correct one of them.",
                        labels: [Label(later.range, DateFinding.noun(later.what))])
                }
            }
        }
    }

    /// The time in which a treaty could be signed, and before which nobody could join it.
    private static func checkWindow(_ group: MilestoneGroup, _ subject: Subject, _ report: inout Report) {
        guard let rules = group.rules, let opened = rules.opened.flatMap({ DaySpan($0) }) else { return }
        let severity: Severity = rules.sureness == .verified ? .error : .warning
        for milestone in group.milestones where milestone.what == .signature || milestone.what.isConsent {
            if milestone.span.order(to: opened) == .before {
                report.add(
                    milestone.range,
                    "The \(rules.name) was not open before \(opened.prose): the \(DateFinding.told(milestone)) is too early.",
                    severity: severity)
            } else if milestone.what == .signature, let closed = rules.closed.flatMap({ DaySpan($0) }),
                milestone.span.order(to: closed) == .after
            {
                report.add(
                    milestone.range,
                    "The \(rules.name) could be signed until \(closed.prose) only; a state that came later acceded.",
                    severity: severity)
            }
        }
    }
}
