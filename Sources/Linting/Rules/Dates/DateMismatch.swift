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
            let witnesses = Witnesses(group, subject.facts.header.state)
            var told = Set<Int>()
            for (_, statements) in Dictionary(grouping: group.milestones.filter({ !isFree($0) }), by: \.what)
                .sorted(by: { $0.key.rawValue < $1.key.rawValue })
            {
                check(statements, witnesses, subject, &told, &report)
            }
            checkReference(group, told, subject, &report)
        }
    }

    /// A clearance deadline that is not called the first may be an extended one.
    private static func isFree(_ milestone: Milestone) -> Bool {
        milestone.what == .extendedDeadline || milestone.what == .annualReportDeadline
            || milestone.what == .clearanceDeadline && !milestone.isOriginal
    }

    // MARK: - Two dates of one milestone

    /// Holds the statements of one milestone against the best witnessed one.
    private static func check(
        _ statements: [Milestone], _ witnesses: Witnesses, _ subject: Subject, _ told: inout Set<Int>, _ report: inout Report
    ) {
        guard let first = statements.first, statements.contains(where: { contradict($0, first) }) else { return }
        let counts = Dictionary(grouping: statements, by: \.span).mapValues(\.count)
        func weight(_ milestone: Milestone) -> Int { witnesses.weight(of: milestone) + (counts[milestone.span] ?? 0) }
        // Of two that are as well witnessed, the text's stands before the front matter's, and the first before those behind it.
        let inOrder = statements.filter { !$0.isInFrontMatter } + statements.filter(\.isInFrontMatter)
        guard var best = inOrder.first else { return }
        for other in inOrder where weight(other) > weight(best) { best = other }
        for other in statements where contradict(other, best) && !witnesses.othersReport(other) {
            told.insert(other.range.lowerBound)
            add(
                other, best, isOutvoted: weight(best) > weight(other), decides: witnesses.decide(for: best, against: other),
                &report)
        }
    }

    /// Whether two dates of one milestone cannot both be. Deposit and entry into force are both called joining where only the year is
    /// given, and a ratification at home is none with the depositary.
    private static func contradict(_ one: Milestone, _ other: Milestone) -> Bool {
        guard !one.span.meets(other.span) else { return false }
        let isYear = one.span.grain == .year || other.span.grain == .year
        if isYear, one.what == .accession || one.what == .entryIntoForce, !one.isInFrontMatter, !other.isInFrontMatter {
            return false
        }
        return one.isDeposit == other.isDeposit || one.isInFrontMatter || other.isInFrontMatter
    }

    private static func add(
        _ milestone: Milestone, _ best: Milestone, isOutvoted: Bool, decides: Bool, _ report: inout Report
    ) {
        let (own, other) = (DateFinding.told(milestone), DateFinding.on(best.span))
        let reason =
            decides ? ", which the treaty's rule bears out." : isOutvoted ? ", which more speaks for." : ". Correct one of them."
        let message =
            milestone.isInFrontMatter
            ? "The front matter has the \(own), the text \(other)\(reason)"
            : best.isInFrontMatter
                ? "The text has the \(own), the front matter \(other)\(reason)"
                : "The \(own) contradicts the \(DateFinding.told(best)) told elsewhere\(decides || isOutvoted ? reason : ". Correct one of them.")"
        // Of two dates of the prose that are as well witnessed neither is known to be right.
        let isKnown = milestone.isInFrontMatter || isOutvoted
        let fix = DateFinding.fix(milestone, to: best.span, decides && milestone.isInFrontMatter ? .safe : .unsafe)
        let isDoubtful = milestone.what.isConsent && !milestone.isDeposit
        report.add(
            milestone.range, message, severity: isDoubtful ? .warning : .error,
            labels: [
                Label(
                    best.range, best.isInFrontMatter ? "the front matter" : milestone.isInFrontMatter ? "the text" : "told here")
            ],
            fixes: isKnown ? [fix].compactMap(\.self) : [])
    }

    /// What speaks for a date besides those who state it: the treaty's rule, and the reference.
    private struct Witnesses {
        private let rules: TreatyRules?
        /// The entries into force that are stated, and those that follow from the consents that are.
        private let entries: Set<DaySpan>
        private let expected: [DaySpan]
        private let state: State?

        init(_ group: MilestoneGroup, _ state: State?) {
            let rules = group.isSuccession ? nil : group.rules
            self.rules = rules
            entries = Set(group.all(.entryIntoForce).map(\.span))
            expected = group.consents.all.compactMap { rules?.entryIntoForce(deposited: $0.span) }
            self.state = group.treaty == .mineBan && state?.sureness == .verified ? state : nil
        }

        func weight(of milestone: Milestone) -> Int {
            (follows(milestone) ? 2 : 0) + (knownDate(milestone).map { $0.meets(milestone.span) } == true ? 2 : 0)
        }

        func decide(for best: Milestone, against other: Milestone) -> Bool { follows(best) && !follows(other) }

        /// Whether the rule on entry into force, or that on deadlines, reports a date of the prose that the treaty's rule is against.
        func othersReport(_ milestone: Milestone) -> Bool {
            guard !milestone.isInFrontMatter, !follows(milestone) else { return false }
            switch milestone.what {
            case .entryIntoForce: return !expected.isEmpty
            case .stockpileDeadline, .clearanceDeadline: return entries.contains { $0.grain == .day }
            default: return false
            }
        }

        /// Whether a date follows by the treaty's rule from the other milestones, or they follow from it.
        private func follows(_ milestone: Milestone) -> Bool {
            guard let rules else { return false }
            func isDue(_ term: TreatyRules.Term?) -> Bool {
                guard let term else { return false }
                return entries.contains { $0.grain == .day && $0.first.adding(years: term.count) == milestone.span.first }
            }
            switch milestone.what {
            case .entryIntoForce: return expected.contains { $0.meets(milestone.span) }
            case .ratification, .accession, .acceptance, .approval:
                return entries.contains { rules.entryIntoForce(deposited: milestone.span).meets($0) }
            case .stockpileDeadline: return isDue(rules.stockpile)
            case .clearanceDeadline: return isDue(rules.clearance)
            default: return false
            }
        }

        private func knownDate(_ milestone: Milestone) -> DaySpan? {
            guard let state else { return nil }
            let date =
                switch milestone.what {
                case .signature: state.signed
                case .entryIntoForce: state.entryIntoForce
                case state.consent?.what: state.consent?.date
                default: CalendarDate?.none
                }
            return date.flatMap { DaySpan($0) }
        }
    }

    // MARK: - The reference

    private static func checkReference(_ group: MilestoneGroup, _ told: Set<Int>, _ subject: Subject, _ report: inout Report) {
        guard let state = subject.facts.header.state else { return }
        let hasConsent = group.isSuccession || group.milestones.contains { $0.what.isConsent }
        for milestone in group.milestones where !told.contains(milestone.range.lowerBound) {
            guard let known = knownDate(milestone, group, hasConsent, state), let span = DaySpan(known), isOff(milestone, span)
            else {
                continue
            }
            report.add(
                milestone.range,
                "The reference has the \(DateFinding.noun(milestone.what)) of \(state.name) \(DateFinding.on(span)), not \(DateFinding.on(milestone.span)). "
                    + "Correct the date, or Config/reference/states.yml.",
                severity: .warning)
        }
    }

    private static func knownDate(_ milestone: Milestone, _ group: MilestoneGroup, _ hasConsent: Bool, _ state: State)
        -> CalendarDate?
    {
        guard group.treaty == .mineBan else {
            guard milestone.what.isConsent, let other = state.others[group.treaty] else { return nil }
            return other.sureness == .verified ? other.date : nil
        }
        guard state.sureness == .verified else { return nil }
        if milestone.what == .signature { return state.signed }
        if milestone.what == state.consent?.what, milestone.isInFrontMatter || milestone.what.isConsent {
            return state.consent?.date
        }
        guard milestone.what == .entryIntoForce, !hasConsent else { return nil }
        // A day that is not the first of a month is reported as such.
        guard milestone.span.grain != .day || milestone.span.first.day == 1 else { return nil }
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
