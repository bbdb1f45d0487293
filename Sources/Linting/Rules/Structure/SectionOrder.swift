import ProfileFacts

/// A section before one that it follows in published profiles.
enum SectionOrder: Rule {
    static let about = RuleDescription(
        name: "section-order", group: .structure, severity: .advice,
        summary: "A section stands before one that it follows in published profiles.",
        rationale:
            "The order of the sections differs between published profiles, but some always follow others; readers look for them there.",
        fix: nil,
        examples: [
            .pass("Text.\n\n## Use\n\nText.\n\n## Stockpiling\n\nText."),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## ⟦Use⟧\n\nText.\n\n## Policy\n\nText.\n"
            ),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let topic = subject.facts.header.topic?.value else { return }
        let sections = subject.facts.sections.filter { $0.level == 2 }
        for (index, section) in sections.enumerated() {
            guard let known = topic.sections.first(where: { $0.heading == section.heading }) else { continue }
            guard let earlier = sections[(index + 1)...].first(where: { known.follows.contains($0.heading) }) else { continue }
            report.add(
                section.range, "The section “\(section.heading)” usually follows “\(earlier.heading)”.",
                labels: [Label(earlier.range, "stands here")])
        }
    }
}
