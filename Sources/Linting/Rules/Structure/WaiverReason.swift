import ProfileFacts

/// A waiver without a reason, or of a rule that is not there.
enum WaiverReason: Rule {
    static let about = RuleDescription(
        name: "waiver-reason", group: .structure, severity: .error,
        summary: "A waiver gives no reason, or names no rule.",
        rationale: """
            A waiver tells the next editor why a finding may stand. Without a reason nobody can tell whether it still holds, so a
            waiver without one waives nothing.
            """,
        fix: nil,
        examples: [
            .pass("<!-- footing-ignore footnote-undefined: the source is embargoed until May -->\n\nFound.[^1]"),
            .find("⟦<!-- footing-ignore footnote-undefined -->⟧\n\nFound."),
            .find("⟦<!-- footing-ignore footnote-undefind: the source is embargoed -->⟧\n\nFound."),
            .find("⟦<!-- footing-ignore: because -->⟧\n\nFound."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for waiver in subject.waivers {
            if waiver.rules.isEmpty {
                report.add(waiver.range, "This waiver names no rule. Write <!-- footing-ignore rule: reason -->.")
            }
            for name in waiver.rules where !Catalogue.isKnown(name) {
                report.add(
                    waiver.range,
                    "There is no rule “\(name)” to waive.\(Words.didYouMean(NearestName.of(name, among: Catalogue.names)))")
            }
            if waiver.reason == nil, !waiver.rules.isEmpty {
                report.add(
                    waiver.range,
                    "This waiver gives no reason, so it waives nothing. Write <!-- footing-ignore \(waiver.rules.joined(separator: ", ")): reason -->."
                )
            }
        }
    }
}
