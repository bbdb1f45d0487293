import ProfileFacts

/// A percentage that its part and whole do not give.
enum PercentageMismatch: Rule {
    static let about = RuleDescription(
        name: "percentage-mismatch", group: .totals, severity: .warning,
        summary: "A percentage does not agree with the part and the whole beside it, or percentages do not make up a hundred.",
        rationale: """
            “12 of 48 (25 percent)” says one thing twice, as do “12 percent of the 4,500 mines, or 540” and “fell by 20 percent, from 50 to
            40”. The quotient may differ by what the printed digits leave open; a fraction in words, by two in a hundred. Where the
            text says “the other 26 percent”, all percentages of the sentence must come to a hundred; shares that exclude each other,
            such as men, women and boys, to no more than that.
            """,
        fix: "unsafe: writes the percentage that the numbers give",
        examples: [
            .pass("It cleared 12 of 48 areas (25 percent)."),
            .pass("It produced 577,171,932 against a target of 470,048,519, or 123 per cent."),
            .pass("About 74% of these mines were destroyed by detonation and the other 26% by disassembly."),
            .pass("Of all casualties, 40 percent were children and 35 percent were women."),
            .pass("Some 18 percent (36) of the 200 survivors are women, and two-thirds of the 90 teams, or 60, have one."),
            .pass("Civilians were 70 percent of casualties, children 40 percent, and women 20 percent."),
            .find("Some ⟦63⟧ percent (36) of the 200 survivors are women."),
            .find("⟦Two-thirds⟧ of the 90 teams, or 80 teams, were withdrawn."),
            .find("Men were 71 percent of casualties, boys 19 percent, and women ⟦70⟧ percent."),
            .pass("Casualties fell by 14 percent, from 51 to 44."),
            .find("It cleared 12 of 48 areas (⟦26⟧ percent)."),
            .find("Casualties fell by ⟦41⟧ percent, from 51 to 44."),
            .find("About 74% of these mines were destroyed by detonation and the other ⟦36⟧% by disassembly."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for relation in subject.facts.relations where relation.verdict == .broken && relation.kind == .percentage {
            let finding = RelationFinding(subject, relation)
            let edit = relation.binding == .including ? nil : finding.edit(relation.total, relation.computed)
            report.add(
                relation.total.range, message(finding),
                labels: relation.parts.enumerated().map {
                    Label($0.element.range, label($0.offset, relation.binding))
                },
                fixes: edit.map { [Fix("Write \($0.replacement)", .unsafe, [$0])] } ?? [])
        }
    }

    private static func label(_ part: Int, _ binding: Relation.Binding) -> String {
        switch binding {
        case .including: "another share"
        case .remainder: "the rest of the hundred"
        case .change: part == 0 ? "what it was" : "what it became"
        default: part == 0 ? "the part" : "the whole"
        }
    }

    private static func message(_ finding: RelationFinding) -> String {
        let (relation, right) = (finding.relation, finding.relation.computed.grouped)
        if relation.binding == .including { return "The shares of one whole come to \(right) percent." }
        let parts = relation.parts.map { finding.written($0) }
        let fact =
            switch relation.binding {
            case .remainder: "The rest of a hundred is \(right) percent"
            case .change: "From \(parts[0]) to \(parts[1]) is a change of \(right) percent"
            default: "\(parts[0]) of \(parts[1]) is \(right) percent"
            }
        return "\(fact), but the text states \(finding.stated)."
    }
}
