import ProfileFacts

/// An opening, what was taken away, and what was left, that do not go together.
enum BalanceMismatch: Rule {
    static let about = RuleDescription(
        name: "balance-mismatch", group: .totals, severity: .error,
        summary: "What is said to be left is not what the opening less the used, destroyed or transferred leaves.",
        rationale: """
            Stocks are told as balances: so many were held, so many were destroyed, so many are left. A balance is read only where a verb
            states it – “leaving”, “reducing the number to”, “by N, from A to B”, “has N left after using M of P” – or where a note gives the stock
            and what was destroyed of it. Without a verb steps are often left out, and nothing is reported.
            """,
        fix: "unsafe: writes what the opening less the rest leaves; it is safe: where the ledger has the same balance",
        examples: [
            .pass("Of the 2,557 km², 1,355 km² of the 2,557 km² is released, leaving 1,202 km²."),
            .pass("It had 3,000 mines. It set 540 aside, leaving 2,460."),
            .pass("It destroyed 4,711 mines, then 1,000, leaving nearly 4,000."),
            .pass("It has 910 mines left after using 90 of the 1,000."),
            .pass(
                "Russia has 26.5 million mines in stock.[^1]\n\n[^1]: In 2000 it stockpiled 46 million, but had since destroyed 19.5 million."
            ),
            .find("Six of the 1,000 mines were handed over, reducing the total to ⟦984⟧."),
            .find("It had 3,000 mines. It set 540 aside, leaving ⟦2,640⟧."),
            .pass("The stock fell by 68 mines, from 2,058 to 1,990."),
            .find("The stock fell by 86 mines, from 2,058 to ⟦1,990⟧."),
            .find("After using 90 of its 1,000 mines, it had ⟦920⟧ left."),
            .find("It has ⟦920⟧ mines left after using 90 of the 1,000."),
            .find(
                "Russia has a stockpile of ⟦25.5 million⟧ mines.[^1]\n\n[^1]: In 2000 it stockpiled 46 million, but had since destroyed 19.5 million."
            ),
            .find(file: file("⟦2,640⟧"), mended: file("2,460")),
        ])

    private static func file(_ left: String) -> String {
        """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        figures:
          left:
            total: 2460
            parts: {opening: 3000, consumed: -540}
        ---

        ## Policy

        It held 3,000 mines and used 540 of them, leaving \(left).

        """
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        for relation in subject.facts.relations where relation.verdict == .broken && relation.kind == .balance {
            let finding = RelationFinding(subject, relation)
            let result = relation.parts.contains(where: \.isTaken) ? "should be left" : "should be reached"
            report.add(
                relation.total.range,
                "By the numbers told, \(relation.computed.grouped) \(result), but the text states \(finding.stated)."
                    + finding.explanation,
                severity: relation.isHedged ? .warning : nil, labels: finding.labels("number"),
                fixes: finding.fixes("what is left"),
                evidence: [finding.equation])
        }
    }
}
