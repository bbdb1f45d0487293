import ProfileFacts

struct DateAfterUpdate: Rule {
    static let about = RuleDescription(
        name: "date-after-update",
        group: .dates,
        severity: .error,
        summary: "An event told as done, or a cited source, later than the last update.",
        rationale: """
            A profile cannot tell of what came after it was last updated: the date is a slip, or `last_updated` was forgotten. A plan, \
            a deadline, a title and a quotation may name any date.
            """,
        fix: "unsafe: raises `last_updated` to the date, where that is a day.",
        examples: [
            .pass("The next annual report is due by 30 April 2023. Belarus plans to complete destruction in 2024."),
            .pass("Belarus asked for an extension until 31 December 2025, and will report on 1 June 2023."),
            .find("Belarus reported in ⟦June 2023⟧ that it had retained 4,492 mines."),
            .find("Belarus spoke at the ⟦Twentieth Meeting of States Parties⟧."),
            .find("Belarus said so.[^1]\n\n[^1]: Human Rights Watch, “Landmines,” ⟦15 June 2023⟧."),
        ])

    private static let events: Set<String> = [
        "signed", "ratified", "accepted", "approved", "acceded", "succeeded", "withdrawal_notified",
    ]

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let updated = subject.facts.header.lastUpdated, let last = DaySpan(updated.value) else { return }
        for (key, date) in subject.facts.header.milestones where events.contains(key) {
            guard let span = DaySpan(date.value), span.order(to: last) == .after else { continue }
            add(date.range, span, updated, subject, &report)
        }
        checkMeetings(last, updated, subject, &report)
        for fact in subject.facts.dates where !fact.isQuoted {
            guard let span = fact.span, span.last > last.last, fact.tense == .past || fact.tense == .cited,
                span.order(to: last) == .after, !isFree(fact)
            else { continue }
            add(fact.range, span, updated, subject, &report)
        }
    }

    /// A meeting that was attended and that, by the reference, was yet to be held.
    private static func checkMeetings(_ last: DaySpan, _ updated: Header.Read<CalendarDate>, _ subject: Subject, _ report: inout Report) {
        for mention in subject.facts.meetings where mention.isAttended && mention.date == nil {
            guard let meeting = mention.meetings.first, mention.meetings.count == 1, meeting.sureness == .verified,
                meeting.span.order(to: last) == .after
            else { continue }
            report.add(
                mention.range,
                "The \(subject.text(mention.range)) was held \(DaySpan(first: meeting.start, last: meeting.end, grain: .day).prose), later than the last update of the profile, \(updated.value.prose). Correct its number, or raise last_updated.",
                labels: [Label(updated.range, "last updated")])
        }
    }

    /// Deadlines and what follows from a deposit may lie ahead.
    private static func isFree(_ fact: DateFact) -> Bool {
        switch fact.what {
        case .entryIntoForce, .stockpileDeadline, .clearanceDeadline, .extendedDeadline, .initialReportDeadline,
            .annualReportDeadline, .deadline, .withdrawalEffect, .period:
            true
        default: false
        }
    }

    private static func add(
        _ range: Range<Int>, _ span: DaySpan, _ updated: Header.Read<CalendarDate>, _ subject: Subject, _ report: inout Report
    ) {
        let fixes =
            span.grain == .day
            ? [Fix("Set last_updated to \(span.last.iso)", .unsafe, [Edit(updated.range, span.last.iso)])] : []
        report.add(
            range,
            "\(subject.text(range)) is later than the last update of the profile, \(updated.value.prose). Correct the date, or raise last_updated.",
            labels: [Label(updated.range, "last updated")], fixes: fixes)
    }
}
