import ProfileFacts

/// A count of things that are then named one by one.
enum CountMismatch: Rule {
    static let about = RuleDescription(
        name: "count-mismatch", group: .totals, severity: .error,
        summary: "A count, such as “six types”, that does not agree with the names that are listed.",
        rationale: """
            A name is dropped or added and the count stays. Counts of types, states, provinces, companies and the like are held against
            the list that follows in the sentence or in its note. “At least six, including” may name fewer; “including” alone may too.
            A name such as “Bosnia and Herzegovina” is one; where an “and” can part two names or stand in one, either count is
            right.
            """,
        fix: "unsafe: writes the number of names, as a word or in digits as the count is",
        examples: [
            .pass("It used six types of mines: MON-50, MON-90, OZM-72, POM-2, POM-2R, and PMN-2."),
            .pass("Three states took part: Bosnia and Herzegovina, Serbia, and Trinidad and Tobago."),
            .pass("At least seven countries, including Angola, Cuba, and Egypt, were affected."),
            .pass("It retained 4,492 mines of three types: 1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines."),
            .pass("Mines were found in 3 countries.[^1]\n\n[^1]: Countries in which mines were found: Angola, Cuba, and Egypt."),
            .find("It used ⟦five⟧ types of mines: MON-50, MON-90, OZM-72, POM-2, POM-2R, and PMN-2."),
            .find("It retained 4,492 mines of ⟦two⟧ types: 1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines."),
            .find(
                "Mines were found in ⟦4⟧ countries.[^1]\n\n[^1]: Countries in which mines were found: Angola, Cuba, and Egypt."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for relation in subject.facts.relations where relation.verdict == .broken && relation.kind == .count {
            let finding = RelationFinding(subject, relation)
            let edit = finding.edit(relation.total, relation.computed)
            report.add(
                relation.total.range, "The text counts \(finding.stated), but names \(relation.computed.grouped).",
                severity: relation.isHedged ? .warning : nil, labels: finding.labels("name"),
                fixes: edit.map { [Fix("Write the number of names, \($0.replacement)", .unsafe, [$0])] } ?? [])
        }
    }
}
