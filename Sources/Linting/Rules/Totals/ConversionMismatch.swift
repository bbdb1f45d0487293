import ProfileFacts

/// An amount in another currency that its rate does not give.
enum ConversionMismatch: Rule {
    static let about = RuleDescription(
        name: "conversion-mismatch", group: .totals, severity: .warning,
        summary: "An amount and its conversion into another currency do not agree by the stated rate.",
        rationale: """
            Amounts are converted by the year's average rate, which the note states. The amount times the rate is worked out exactly;
            what the printed digits of all three leave open is allowed. Several conversions of one sentence without a rate are
            held against each other, to two percent.
            """,
        fix: "unsafe: writes the amount times the rate",
        examples: [
            .pass("The project cost €3,900,000 (US$5,170,620). Average exchange rate for 2010: €1=US$1.3258."),
            .pass("It spent RUB3.33 billion (US$115.62 million) on research. Average exchange rate for 2004: RUB1=US$0.03472."),
            .pass("It gave EUR5.99 million ($6.78 million) in 2017 and EUR19.5 million ($23.6 million) in 2018."),
            .find("The project cost €3,900,000 (US$⟦5,270,620⟧). Average exchange rate for 2010: €1=US$1.3258."),
            .find("It spent RUB3.33 billion (US$⟦151.62 million⟧) on research. Average exchange rate for 2004: RUB1=US$0.03472."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for relation in subject.facts.relations where relation.verdict == .broken && relation.kind == .conversion {
            let finding = RelationFinding(subject, relation)
            let amount = finding.written(relation.parts[0])
            let isComputed = relation.computed != .zero
            let rounded = isComputed ? relation.computed.rounded : .zero
            let text =
                isComputed
                ? "By the stated rate \(amount) comes to \(rounded.grouped), not to \(finding.stated)."
                : "\(amount) and \(finding.stated) do not go together by the \(relation.binding == .rate ? "stated rate" : "rate of the other amounts")."
            let edit = isComputed ? finding.edit(relation.total, rounded) : nil
            report.add(
                relation.total.range, text,
                labels: relation.parts.enumerated().map { Label($0.element.range, $0.offset == 0 ? "the amount" : "the rate") },
                fixes: edit.map { [Fix("Write \($0.replacement)", .unsafe, [$0])] } ?? [])
        }
    }
}
