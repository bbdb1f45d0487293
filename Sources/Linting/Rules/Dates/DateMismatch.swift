import ProfileFacts

struct DateMismatch: Rule {
    static let about = RuleDescription(
        name: "date-mismatch",
        group: .dates,
        severity: .error,
        summary: "One milestone with two dates: in the front matter and the prose, or in two places of the prose.",
        rationale: """
            A signature, a deposit, an entry into force and a first deadline have one day each. Where the treaty's rule follows from \
            one of two dates and not from the other, that one is right. A date that differs from the depositary's in \
            Config/reference/states.yml is a warning: "ratified" may name a parliament's day.
            """,
        fix: "safe: in the front matter, where a treaty's rule decides for the prose; unsafe: the prose's date where none does.",
        examples: [
            .pass("Belarus acceded on 3 September 2003. Since its accession in September 2003, it has attended all meetings."),
            .find(
                "Belarus acceded to the Mine Ban Treaty on 3 September 2003.\n\nBelarus acceded to the treaty on ⟦4 September 2003⟧."
            ),
            .find("Belarus acceded to the Mine Ban Treaty on ⟦3 October 2003⟧."),
            .find(file: front("⟦2003-10-04⟧", "2004-03-01"), mended: front("2003-09-03", "2004-03-01")),
            .find(file: front("2003-09-03", "⟦2004-04-01⟧"), mended: front("2003-09-03", "2004-03-01")),
            .find(
                file: front(
                    "2003-09-03", "2004-03-01", "  signed: ⟦1998-02-03⟧\n",
                    "Belarus signed the Mine Ban Treaty on 3 December 1997. ")),
        ])

    private static func front(_ acceded: String, _ entry: String, _ more: String = "", _ text: String = "") -> String {
        """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        treaty:
        \(more)  acceded: \(acceded)
          entry_into_force: \(entry)
        ---

        ## Policy

        \(text)Belarus acceded to the Mine Ban Treaty on 3 September 2003, becoming a State Party on 1 March 2004.

        """
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        for group in subject.facts.milestones where group.subject == .own {
            var told = Set<Int>()
            for milestone in group.milestones where milestone.isInFrontMatter {
                let stated = group.all(milestone.what).filter { !$0.isInFrontMatter && !isFree($0) }
                guard let other = stated.first, stated.allSatisfy({ !$0.span.meets(milestone.span) }) else { continue }
                told.insert(milestone.range.lowerBound)
                addFrontMatter(milestone, other, group, subject, &report)
            }
            checkProse(group, subject, &told, &report)
            if group.treaty == .mineBan { checkReference(group, told, subject, &report) }
        }
    }

    /// A clearance deadline that is not called the first may be an extended one.
    private static func isFree(_ milestone: Milestone) -> Bool {
        milestone.what == .extendedDeadline || milestone.what == .annualReportDeadline
            || milestone.what == .clearanceDeadline && !milestone.isOriginal
    }

    // MARK: - Front matter and prose

    private static func addFrontMatter(
        _ milestone: Milestone, _ stated: Milestone, _ group: MilestoneGroup, _ subject: Subject, _ report: inout Report
    ) {
        let decides = follows(stated, group) && !follows(milestone, group)
        // Of two days the prose is asked only for one.
        let fixes =
            stated.span.grain == .day ? [DateFinding.fix(milestone, to: stated.span.first, decides ? .safe : .unsafe)] : []
        report.add(
            milestone.range,
            "The front matter has the \(DateFinding.told(milestone)), the text on \(stated.span.prose)"
                + (decides ? ", which the treaty's rule bears out." : "."),
            labels: [Label(stated.range, "the text")], fixes: fixes)
    }

    /// Whether a date follows by the treaty's rule from the other milestones, or they follow from it.
    private static func follows(_ milestone: Milestone, _ group: MilestoneGroup) -> Bool {
        guard let rules = group.rules, !group.isSuccession else { return false }
        func isOne(_ what: DateFact.What, _ test: (DaySpan) -> Bool) -> Bool {
            group.milestones.contains { $0.what == what && $0.range != milestone.range && test($0.span) }
        }
        switch milestone.what {
        case .entryIntoForce:
            return group.milestones.contains {
                $0.what.isConsent && rules.entryIntoForce(deposited: $0.span).meets(milestone.span)
            }
        case .ratification, .accession, .acceptance, .approval:
            return isOne(.entryIntoForce) { rules.entryIntoForce(deposited: milestone.span).meets($0) }
        case .stockpileDeadline:
            guard let term = rules.stockpile else { return false }
            return isOne(.entryIntoForce) { $0.grain == .day && $0.first.adding(years: term.count) == milestone.span.first }
        case .clearanceDeadline:
            guard let term = rules.clearance else { return false }
            return isOne(.entryIntoForce) { $0.grain == .day && $0.first.adding(years: term.count) == milestone.span.first }
        default: return false
        }
    }

    // MARK: - Twice in the prose

    private static func checkProse(_ group: MilestoneGroup, _ subject: Subject, _ told: inout Set<Int>, _ report: inout Report) {
        for what in [DateFact.What.signature, .accession, .entryIntoForce, .stockpileDeadline] {
            let stated = group.all(what).filter { !$0.isInFrontMatter && !isFree($0) }
            guard let first = stated.first else { continue }
            for other in stated.dropFirst() where !other.span.meets(first.span) {
                // Deposit and entry into force are both called accession where only the year is given.
                if what == .accession || what == .entryIntoForce,
                    min(first.span.grain, other.span.grain) != max(first.span.grain, other.span.grain)
                {
                    continue
                }
                told.insert(other.range.lowerBound)
                report.add(
                    other.range,
                    "The \(DateFinding.told(other)) contradicts the \(DateFinding.told(first)) told before.",
                    labels: [Label(first.range, "told before")])
            }
        }
    }

    // MARK: - The reference

    private static func checkReference(_ group: MilestoneGroup, _ told: Set<Int>, _ subject: Subject, _ report: inout Report) {
        guard let state = subject.facts.header.state, state.sureness == .verified else { return }
        for milestone in group.milestones where !told.contains(milestone.range.lowerBound) {
            guard let known = knownDate(milestone, group, state), let span = DaySpan(known), isOff(milestone, span) else {
                continue
            }
            report.add(
                milestone.range,
                "The reference has the \(DateFinding.noun(milestone.what)) of \(state.name) on \(known.prose), not on \(milestone.span.prose).",
                severity: .warning)
        }
    }

    private static func knownDate(_ milestone: Milestone, _ group: MilestoneGroup, _ state: State) -> CalendarDate? {
        if milestone.what == .signature { return state.signed }
        if milestone.what == state.consent?.what, milestone.isInFrontMatter || milestone.what.isConsent {
            return state.consent?.date
        }
        guard milestone.what == .entryIntoForce, group.consents(for: milestone).isEmpty, !group.isSuccession else { return nil }
        return state.consent?.what == .succession ? nil : state.entryIntoForce
    }

    /// Signatures may be off by two days, and a ratification within its month.
    private static func isOff(_ milestone: Milestone, _ known: DaySpan) -> Bool {
        if milestone.span.meets(known) { return false }
        guard milestone.span.grain == .day else { return true }
        if milestone.what == .signature { return abs(milestone.span.first.dayNumber - known.first.dayNumber) > 2 }
        if milestone.isDeposit || milestone.what == .entryIntoForce { return true }
        return (milestone.span.first.year, milestone.span.first.month) != (known.first.year, known.first.month)
    }
}
