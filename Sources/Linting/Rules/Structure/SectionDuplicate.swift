import ProfileFacts

/// Two sections of one name.
enum SectionDuplicate: Rule {
    static let about = RuleDescription(
        name: "section-duplicate", group: .structure, severity: .warning,
        summary: "Two sections have the same heading.",
        rationale: "Links to a heading lead to the first of its name; the second was most often meant to be another section.",
        fix: nil,
        examples: [
            .pass("Text.\n\n## Use\n\n### Overview\n\nText.\n\n## Transfer\n\n### Overview\n\nText."),
            .find("Text.\n\n## Use\n\nText.\n\n## ⟦Use⟧\n\nText."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let headings = subject.facts.sections.map(\.heading)
        guard Set(headings).count < headings.count else { return }
        // Sections of one name may stand below different headings.
        var path: [String] = []
        var first: [[String]: Section] = [:]
        for section in subject.facts.sections where !section.heading.isEmpty {
            path = Array(path.prefix(section.level - 1))
            while path.count < section.level - 1 { path.append("") }
            path.append(section.heading)
            if let earlier = first[path] {
                report.add(
                    section.range, "There is a section “\(section.heading)” already. Join the two, or correct one heading.",
                    labels: [Label(earlier.range, "the first one")])
            } else {
                first[path] = section
            }
        }
    }
}
