import ProfileFacts

/// Parts that are more than what they are said to be part of.
enum PartExceedsTotal: Rule {
    static let about = RuleDescription(
        name: "part-exceeds-total", group: .totals, severity: .error,
        summary: "A part, or a list of parts, is greater than the total that it is said to be part of.",
        rationale: """
            Lists behind “including”, “of which”, “of these” and “among them” are as often partial as complete, so they need not add
            up. But no part can be more than the whole, nor can all parts together where none is part of another: nobody is both
            killed and injured, but a civilian may be a child. Where a word such as “at least” stands before the whole, the finding
            is a warning. Nor can there be more annual
            reports than years since the treaty’s entry into force.
            """,
        fix: nil,
        examples: [
            .pass("In all, 120,568 mines were cleared, including 11,092 that were never recorded."),
            .pass("The US shipped 35,972 mines, including 29,970 M14 and 6,002 M18A1."),
            .pass("The team visited three provinces, including 45 villages."),
            .pass("Of the 60 casualties, 40 were civilians and 30 were children."),
            .pass("It had 3,000 mines and destroyed 1,200 of them, leaving 1,800."),
            .pass("Belarus has submitted eighteen Article 7 reports since it joined the treaty."),
            .pass("It destroyed a total of 10 million mines. In 2010 alone, 464,000 mines were destroyed."),
            .find("Belarus has submitted a total of ⟦28⟧ Article 7 transparency reports since it joined the treaty."),
            .find("It destroyed a total of ⟦4,000⟧ mines. In 2010 alone, 46,400 mines were destroyed."),
            .find("In all, ⟦11,092⟧ mines were cleared, including 120,568 that were never recorded."),
            .find("It recorded ⟦54⟧ casualties, including 23 men, 16 women, and 17 children."),
            .find("The stock was ⟦40,189⟧ mines, of which 55,569 were destroyed."),
            .find("It recorded at least ⟦20⟧ casualties, including 25 children."),
            .find("Of the ⟦60⟧ casualties, 41 were killed and 23 were injured."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for relation in subject.facts.relations where relation.verdict == .broken && relation.kind == .partOf {
            let finding = RelationFinding(subject, relation)
            if relation.binding == .years {
                report.add(
                    relation.parts[0].range,
                    "\(finding.written(relation.parts[0])) annual reports are more than one for each of the \(relation.total.value.plain) years from entry into force to the last update.",
                    severity: .warning, labels: [Label(relation.total.range, "the last update")])
                continue
            }
            let text =
                relation.parts.count == 1
                ? "\(finding.written(relation.parts[0])) is said to be part of \(finding.stated), which is less."
                : "The parts come to \(relation.computed.grouped), more than the \(finding.stated) that they are said to be part of."
            report.add(
                relation.total.range, text, severity: relation.isHedged ? .warning : nil, labels: finding.labels("part"),
                evidence: relation.parts.count == 1 ? [] : [finding.equation])
        }
    }
}
