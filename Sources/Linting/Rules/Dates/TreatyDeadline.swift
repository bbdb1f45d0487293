import ProfileFacts

struct TreatyDeadline: Rule {
    static let about = RuleDescription(
        name: "treaty-deadline",
        group: .dates,
        severity: .error,
        summary: "A deadline that does not follow from the entry into force.",
        rationale: """
            A State Party to the Mine Ban Treaty destroys its stockpile within four years of entry into force (Article 4), clears its \
            mined areas within ten (Article 5), reports within 180 days and then every year by 30 April (Article 7); a withdrawal \
            takes effect after six months (Article 20). Extended deadlines are free, and a clearance deadline is looked at only \
            where it is called the original or the first one.
            """,
        fix: """
            safe: in the front matter, where the prose gives the same entry into force; unsafe: in the prose, or where nothing else \
            in the profile gives the entry into force.
            """,
        examples: [
            .pass(
                "Belarus became a State Party on 1 March 2004. It failed to meet its original stockpile destruction deadline of 1 March 2008."
            ),
            .pass("Belarus became a State Party on 1 March 2004. Its clearance deadline was extended to 1 March 2020."),
            .pass("It has spoken of the Mine Ban Treaty’s requirement to destroy stockpiled mines within four years."),
            .find("It has spoken of the Mine Ban Treaty’s requirement to destroy stockpiled mines within ⟦five years⟧."),
            .pass("Belarus submits its annual report, due by 30 April 2022, late in most years."),
            .find("Belarus became a State Party on 1 March 2004. Its stockpile destruction deadline was ⟦1 March 2009⟧."),
            .find(
                "Belarus became a State Party on 1 March 2004, with an original Article 5 clearance deadline of ⟦1 March 2013⟧."),
            .find("Belarus has yet to submit its annual updated Article 7 report, due by ⟦30 March 2022⟧."),
            .find(
                file: """
                    ---
                    topic: mine-ban-policy
                    country: Belarus
                    last_updated: 2022-09-28
                    treaty:
                      entry_into_force: 2004-03-01
                      stockpile_deadline: ⟦2009-03-01⟧
                    ---

                    ## Policy

                    Belarus became a State Party on 1 March 2004.

                    """,
                mended: """
                    ---
                    topic: mine-ban-policy
                    country: Belarus
                    last_updated: 2022-09-28
                    treaty:
                      entry_into_force: 2004-03-01
                      stockpile_deadline: 2008-03-01
                    ---

                    ## Policy

                    Belarus became a State Party on 1 March 2004.

                    """),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for group in subject.facts.milestones {
            guard let rules = group.rules else { continue }
            for milestone in group.milestones where milestone.span.grain != .year {
                switch milestone.what {
                case .stockpileDeadline:
                    checkYears(milestone, rules.stockpile, rules, group, subject, &report)
                case .clearanceDeadline where milestone.isOriginal:
                    checkYears(milestone, rules.clearance, rules, group, subject, &report)
                case .initialReportDeadline: checkReport(milestone, rules, group, subject, &report)
                case .withdrawalEffect: checkWithdrawal(milestone, rules, group, subject, &report)
                default: continue
                }
            }
        }
        checkAnnual(subject, &report)
        for told in subject.facts.terms where !told.holds {
            report.add(
                told.range,
                "Article \(told.term.article) of the \(told.rules.name) gives \(told.term.count) years, not \(told.count).",
                severity: told.rules.sureness == .memory ? .warning : .error)
        }
    }

    /// The entries into force from which a deadline can follow: stated, worked out from a deposit, or of the reference.
    private static func entries(_ group: MilestoneGroup, _ rules: TreatyRules, _ subject: Subject)
        -> [(day: CalendarDate, at: Milestone?, sureness: Sureness)]
    {
        var found: [(day: CalendarDate, at: Milestone?, sureness: Sureness)] = group.all(.entryIntoForce)
            .filter { $0.span.grain == .day }.map { ($0.span.first, $0, rules.sureness) }
        if !group.isSuccession {
            for deposit in group.milestones where deposit.what.isConsent && deposit.span.grain != .year {
                found.append(
                    (rules.entryIntoForce(deposited: deposit.span.first), deposit, deposit.isDeposit ? rules.sureness : .memory))
            }
        }
        if found.isEmpty, group.subject == .own, group.treaty == .mineBan, let state = subject.facts.header.state,
            let day = state.entryIntoForce
        {
            found.append((day, nil, state.entrySureness))
        }
        return found
    }

    private static func checkYears(
        _ deadline: Milestone, _ term: TreatyRules.Term?, _ rules: TreatyRules, _ group: MilestoneGroup, _ subject: Subject,
        _ report: inout Report
    ) {
        guard let term else { return }
        check(deadline, rules, group, subject, &report, "\(term.count) years → ", term.article) { $0.adding(years: term.count) }
    }

    private static func checkReport(
        _ deadline: Milestone, _ rules: TreatyRules, _ group: MilestoneGroup, _ subject: Subject, _ report: inout Report
    ) {
        guard let term = rules.report else { return }
        check(deadline, rules, group, subject, &report, "\(term.count) days → ", term.article, slack: 1, severity: .warning) {
            $0.adding(days: term.count)
        }
    }

    private static func check(
        _ deadline: Milestone, _ rules: TreatyRules, _ group: MilestoneGroup, _ subject: Subject, _ report: inout Report,
        _ step: String, _ article: Int, slack: Int = 0, severity: Severity = .error, _ due: (CalendarDate) -> CalendarDate
    ) {
        if deadline.isInFrontMatter,
            group.all(deadline.what).contains(where: { !$0.isInFrontMatter && !$0.span.meets(deadline.span) })
        {
            return
        }
        let entries = entries(group, rules, subject)
        guard let first = entries.first,
            !entries.contains(where: { $0.day < due($0.day) && isMet(deadline.span, due($0.day), slack) })
        else { return }
        let expected = due(first.day)
        let start =
            first.at.map {
                $0.what == .entryIntoForce
                    ? "in force \(first.day.prose)"
                    : "\(DateFinding.verb($0.what)) \($0.span.prose) → in force \(first.day.prose)"
            }
            ?? "in force \(first.day.prose) (by the reference)"
        let isWitnessed =
            deadline.isInFrontMatter
            && entries.contains { $0.at?.isInFrontMatter == false && $0.at?.what == .entryIntoForce && $0.day == first.day }
        report.add(
            deadline.range,
            "\(subject.text(deadline.range)) is not the \(DateFinding.noun(deadline.what)): \(start) → \(step)\(expected.prose) (Article \(article)).",
            severity: first.sureness == .verified ? severity : .warning,
            labels: first.at.map { [Label($0.range, DateFinding.noun($0.what))] } ?? [],
            fixes: [DateFinding.fix(deadline, to: expected, isWitnessed ? .safe : .unsafe)])
    }

    private static func isMet(_ span: DaySpan, _ day: CalendarDate, _ slack: Int) -> Bool {
        span.first.adding(days: -slack) <= day && day <= span.last.adding(days: slack)
    }

    private static func checkWithdrawal(
        _ effect: Milestone, _ rules: TreatyRules, _ group: MilestoneGroup, _ subject: Subject, _ report: inout Report
    ) {
        let notices = group.all(.withdrawalNotice).filter { $0.span.grain == .day }
        guard let term = rules.withdrawal, let notice = notices.first,
            notices.allSatisfy({ !isMet(effect.span, $0.span.first.adding(months: term.count), 0) })
        else { return }
        let expected = notice.span.first.adding(months: term.count)
        report.add(
            effect.range,
            "\(subject.text(effect.range)) is not the day on which the withdrawal takes effect: notice \(notice.span.prose) → "
                + "\(term.count) months → \(expected.prose) (Article \(term.article)).",
            severity: rules.sureness == .verified ? .error : .warning, labels: [Label(notice.range, "notice")],
            fixes: [DateFinding.fix(effect, to: expected, .unsafe)])
    }

    /// The annual report is due on one day of every year, which prose also gives without a year.
    private static func checkAnnual(_ subject: Subject, _ report: inout Report) {
        for fact in subject.facts.dates where fact.what == .annualReportDeadline && !fact.isQuoted {
            let date = subject.facts.prose.dates[fact.dates.lowerBound]
            guard let rules = TreatyReference.rules(of: fact.treaty), let due = rules.reportDay, let term = rules.report,
                fact.dates.count == 1, date.last == nil, let month = date.first.month, let day = date.first.day,
                (month, day) != due
            else { continue }
            let written = "\(due.day) \(CalendarDate.monthName(due.month))" + (date.first.year.map { " \($0)" } ?? "")
            report.add(
                fact.range,
                "The annual report is due by \(due.day) \(CalendarDate.monthName(due.month)) (Article \(term.article)), not \(subject.text(fact.range)).",
                severity: rules.sureness == .verified ? .error : .warning,
                fixes: [Fix("Write \(written)", .unsafe, [Edit(fact.range, written)])])
        }
    }
}
