import ProfileFacts

struct EntryIntoForce: Rule {
    static let about = RuleDescription(
        name: "entry-into-force",
        group: .dates,
        severity: .error,
        summary: "A state's entry into force that does not follow from its deposit.",
        rationale: """
            The Mine Ban Treaty enters into force for a state on the first day of the sixth month after the month in which it \
            deposits its instrument (Article 17); for the first forty, on 1 March 1999; a successor state has a day of its own. \
            "Ratified" may name a parliament's day, so that a date that does not follow from it is a warning. \
            Config/reference/treaties.yml has the rule of each treaty.
            """,
        fix: """
            safe: in the front matter, where the prose gives the same deposit; unsafe: in the prose, or where nothing else in the \
            profile gives the deposit.
            """,
        examples: [
            .pass("Belarus acceded to the Mine Ban Treaty on 3 September 2003, becoming a State Party on 1 March 2004."),
            .pass("Mozambique ratified the Mine Ban Treaty on 25 August 1998, becoming a State Party on 1 March 1999."),
            .pass("Montenegro succeeded to the Mine Ban Treaty on 23 October 2006 and became a State Party on 3 June 2006."),
            .pass(
                "Ecuador ratified the Convention on Cluster Munitions on 11 May 2010, becoming a State Party on 1 November 2010."),
            .find("Belarus acceded to the Mine Ban Treaty on 3 September 2003, becoming a State Party on ⟦1 April 2004⟧."),
            .find("Argentina ratified the Mine Ban Treaty on 21 July 1999, becoming a State Party on ⟦1 March 2000⟧."),
            .find("Belarus became a State Party to the Mine Ban Treaty on ⟦3 March 2004⟧."),
            .find(
                file: """
                    ---
                    topic: mine-ban-policy
                    country: Belarus
                    last_updated: 2022-09-28
                    treaty:
                      acceded: 2003-09-03
                      entry_into_force: ⟦2004-04-01⟧
                    ---

                    ## Policy

                    Belarus acceded to the Mine Ban Treaty on 3 September 2003.

                    """,
                mended: """
                    ---
                    topic: mine-ban-policy
                    country: Belarus
                    last_updated: 2022-09-28
                    treaty:
                      acceded: 2003-09-03
                      entry_into_force: 2004-03-01
                    ---

                    ## Policy

                    Belarus acceded to the Mine Ban Treaty on 3 September 2003.

                    """),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for group in subject.facts.milestones where !group.isSuccession {
            guard let rules = group.rules else { continue }
            let consents = group.consents
            for entry in group.all(.entryIntoForce) {
                let deposits = consents.of(entry)
                // What comes before its deposit is a matter of the order.
                if deposits.contains(where: { entry.span.order(to: $0.span) == .before }) { continue }
                func follows(from deposit: Milestone) -> Bool { rules.entryIntoForce(deposited: deposit.span).meets(entry.span) }
                if deposits.isEmpty {
                    checkDay(entry, group, subject, &report)
                } else if let deposit = deposits.first, !deposits.contains(where: follows) {
                    // Where it follows from the deposit as told elsewhere, the one beside it is wrong: two dates of one deposit.
                    if consents.all.contains(where: { $0.what == deposit.what && follows(from: $0) }) { continue }
                    add(entry, deposit, rules, group, subject, &report)
                }
            }
        }
    }

    private static func add(
        _ entry: Milestone, _ deposit: Milestone, _ rules: TreatyRules, _ group: MilestoneGroup, _ subject: Subject,
        _ report: inout Report
    ) {
        // Where prose and front matter differ, that is what is reported of the front matter.
        if entry.isInFrontMatter,
            group.all(.entryIntoForce).contains(where: { !$0.isInFrontMatter && !$0.span.meets(entry.span) })
        {
            return
        }
        let expected = rules.entryIntoForce(deposited: deposit.span)
        let isWitnessed =
            entry.isInFrontMatter
            && group.milestones.contains { !$0.isInFrontMatter && $0.what == deposit.what && $0.span == deposit.span }
        let isProvable = deposit.isDeposit && rules.sureness == .verified
        let doubt = deposit.isDeposit ? "" : " (the day may be that of a parliament; what counts is the deposit)"
        let day = entry.span.grain == .day ? "the day on which" : "when"
        report.add(
            entry.range,
            "\(subject.text(entry.range)) is not \(day) the \(rules.name) entered into force for the state: "
                + DateFinding.working(deposit, rules, expected) + doubt + ".",
            severity: isProvable ? .error : .warning,
            labels: [Label(deposit.range, DateFinding.verb(deposit.what, isDeposit: deposit.isDeposit))],
            fixes: [DateFinding.fix(entry, to: expected, isWitnessed ? .safe : .unsafe)].compactMap(\.self))
    }

    /// Without a deposit in the profile: every state but a successor is bound from the first day of a month.
    private static func checkDay(_ entry: Milestone, _ group: MilestoneGroup, _ subject: Subject, _ report: inout Report) {
        guard group.treaty == .mineBan, entry.span.grain == .day, let day = entry.span.first.day, day != 1 else { return }
        if group.subject == .own, subject.facts.header.state?.consent?.what == .succession { return }
        if group.subject != .own { return }
        report.add(
            entry.range,
            "\(subject.text(entry.range)) cannot be the day on which the Mine Ban Treaty entered into force for the state: "
                + "that is always the first day of a month (Article 17).",
            fixes: subject.facts.header.state?.entryIntoForce.map { [DateFinding.fix(entry, to: $0, .unsafe)] } ?? [])
    }
}
