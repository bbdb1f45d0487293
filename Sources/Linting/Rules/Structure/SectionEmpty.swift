import ProfileFacts

/// A heading with nothing below it.
enum SectionEmpty: Rule {
    static let about = RuleDescription(
        name: "section-empty", group: .structure, severity: .warning,
        summary: "A section has a heading and no text.",
        rationale: "An empty section promises what is not there: its text was lost, or its heading was forgotten.",
        fix: nil,
        examples: [
            .pass("Text.\n\n## Use\n\n### Past use\n\nText."),
            .find("Text.\n\n## ⟦Production⟧\n\n## Use\n\nText."),
            .find("Text.[^1]\n\n## ⟦Use⟧\n\n[^1]: A source."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for section in subject.facts.sections where section.isEmpty {
            let name = section.heading.isEmpty ? "This section" : "The section “\(section.heading)”"
            report.add(section.range, "\(name) is empty. Write its text, or remove the heading.")
        }
    }
}
