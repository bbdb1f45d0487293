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
            .find("Chad requested a ⟦twelve-year⟧ extension of its Article 5 deadline."),
            .find(
                "Belarus became a State Party on 1 March 2004. Its clearance deadline was extended from ⟦1 March 2014 to 1 March 2026⟧."
            ),
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
            guard let rules = group.rules,
                group.milestones.contains(where: { $0.what.isDeadline || $0.what == .withdrawalEffect })
            else {
                continue
            }
            let state = Standing(group, rules, entries(group, rules, subject))
            for milestone in group.milestones where milestone.span.grain != .year {
                switch milestone.what {
                case .stockpileDeadline: checkYears(milestone, rules.stockpile, state, subject, &report)
                case .clearanceDeadline where milestone.isOriginal:
                    checkYears(milestone, rules.clearance, state, subject, &report)
                case .initialReportDeadline: checkReport(milestone, state, subject, &report)
                case .withdrawalEffect: checkWithdrawal(milestone, state, subject, &report)
                default: continue
                }
            }
            checkExtensions(group, rules, subject, &report)
        }
        checkAnnual(subject, &report)
        for told in subject.facts.terms where !told.holds {
            report.add(
                told.range,
                told.isExtension
                    ? "An extension under Article \(told.term.article) of the \(told.rules.name) is of up to \(told.term.count) years, not \(told.count)."
                    : "Article \(told.term.article) of the \(told.rules.name) gives \(told.term.count) years, not \(told.count).",
                severity: told.rules.sureness == .memory ? .warning : .error)
        }
    }

    private typealias Entry = (day: CalendarDate, at: Milestone?, sureness: Sureness)

    /// What deadlines of a state under a treaty are held against, worked out once.
    private struct Standing {
        let rules: TreatyRules
        let entries: [Entry]
        /// The notices of withdrawal, each day once.
        let notices: [Milestone]
        private let told: [DateFact.What: [Milestone]]

        init(_ group: MilestoneGroup, _ rules: TreatyRules, _ entries: [Entry]) {
            (self.rules, self.entries) = (rules, entries)
            var seen = Set<DaySpan>()
            notices = group.all(.withdrawalNotice).filter { $0.span.grain == .day && seen.insert($0.span).inserted }
            told = Dictionary(grouping: group.milestones.filter { !$0.isInFrontMatter }, by: \.what)
        }

        /// Whether the prose gives a deadline of the front matter another date: that is reported as such.
        func isToldOtherwise(_ milestone: Milestone) -> Bool {
            milestone.isInFrontMatter && told[milestone.what]?.contains { !$0.span.meets(milestone.span) } == true
        }
    }

    /// The entries into force from which a deadline can follow, each day once: stated, worked out from a deposit, or of the reference.
    private static func entries(_ group: MilestoneGroup, _ rules: TreatyRules, _ subject: Subject) -> [Entry] {
        var found: [Entry] = []
        var seen = Set<CalendarDate>()
        // What the prose states is a witness for the front matter.
        let stated = group.all(.entryIntoForce).filter { $0.span.grain == .day }
        for entry in stated.filter({ !$0.isInFrontMatter }) + stated.filter(\.isInFrontMatter)
        where seen.insert(entry.span.first).inserted {
            found.append((entry.span.first, entry, rules.sureness))
        }
        if !group.isSuccession {
            for deposit in group.milestones where deposit.what.isConsent && deposit.span.grain != .year {
                let day = rules.entryIntoForce(deposited: deposit.span.first)
                guard seen.insert(day).inserted else { continue }
                found.append((day, deposit, deposit.isDeposit ? rules.sureness : .memory))
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
        _ deadline: Milestone, _ term: TreatyRules.Term?, _ state: Standing, _ subject: Subject, _ report: inout Report
    ) {
        guard let term else { return }
        check(deadline, state, subject, &report, "\(term.count) years → ", term.article) { $0.adding(years: term.count) }
    }

    private static func checkReport(_ deadline: Milestone, _ state: Standing, _ subject: Subject, _ report: inout Report) {
        guard let term = state.rules.report else { return }
        check(deadline, state, subject, &report, "\(term.count) days → ", term.article, slack: 1, severity: .warning) {
            $0.adding(days: term.count)
        }
    }

    private static func check(
        _ deadline: Milestone, _ state: Standing, _ subject: Subject, _ report: inout Report, _ step: String, _ article: Int,
        slack: Int = 0, severity: Severity = .error, _ due: (CalendarDate) -> CalendarDate
    ) {
        let entries = state.entries
        guard let first = entries.first, !state.isToldOtherwise(deadline),
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

    /// An extension goes at most so many years beyond the deadline that it moves, where one sentence gives both.
    private static func checkExtensions(
        _ group: MilestoneGroup, _ rules: TreatyRules, _ subject: Subject, _ report: inout Report
    ) {
        guard let years = rules.extensionYears, let article = rules.clearance?.article else { return }
        var before: Milestone?
        for milestone in group.milestones {
            defer { before = milestone }
            guard milestone.what == .extendedDeadline, milestone.span.grain == .day,
                let start = start(of: milestone, before), case let last = start.adding(years: years), last < milestone.span.last
            else { continue }
            report.add(
                milestone.range,
                "An extension is of up to \(years) years (Article \(article)): from \(start.prose) to \(last.prose) at most, not to \(milestone.span.last.prose).",
                severity: rules.sureness == .verified ? .error : .warning)
        }
    }

    /// The deadline that was extended: "from 1 March 2014 to 1 March 2024", or that which the sentence gives before it.
    private static func start(of extended: Milestone, _ before: Milestone?) -> CalendarDate? {
        if extended.span.first != extended.span.last { return extended.span.first }
        guard let before, before.sentence != nil, before.sentence == extended.sentence, before.span.grain == .day,
            before.what == .clearanceDeadline || before.what == .extendedDeadline
        else { return nil }
        return before.span.last
    }

    private static func checkWithdrawal(
        _ effect: Milestone, _ state: Standing, _ subject: Subject, _ report: inout Report
    ) {
        guard let term = state.rules.withdrawal, let notice = state.notices.first,
            state.notices.allSatisfy({ !isMet(effect.span, $0.span.first.adding(months: term.count), 0) })
        else { return }
        let expected = notice.span.first.adding(months: term.count)
        report.add(
            effect.range,
            "\(subject.text(effect.range)) is not the day on which the withdrawal takes effect: notice \(notice.span.prose) → "
                + "\(term.count) months → \(expected.prose) (Article \(term.article)).",
            severity: state.rules.sureness == .verified ? .error : .warning, labels: [Label(notice.range, "notice")],
            fixes: [DateFinding.fix(effect, to: expected, .unsafe)])
    }

    /// Whether a date is that of the first report of the profile's state, which the text need not call so.
    private static func isInitial(_ fact: DateFact, _ term: TreatyRules.Term, _ subject: Subject) -> Bool {
        guard let span = fact.span else { return false }
        return subject.facts.header.entriesIntoForce.contains { isMet(span, $0.adding(days: term.count), 1) }
    }

    /// The annual report is due on one day of every year, which prose also gives without a year.
    private static func checkAnnual(_ subject: Subject, _ report: inout Report) {
        for fact in subject.facts.dates where fact.what == .annualReportDeadline && !fact.isQuoted {
            let date = subject.facts.prose.dates[fact.dates.lowerBound]
            guard let rules = TreatyReference.rules(of: fact.treaty), let due = rules.reportDay, let term = rules.report,
                fact.dates.count == 1, date.last == nil, let month = date.first.month, let day = date.first.day,
                (month, day) != due, !isInitial(fact, term, subject)
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
