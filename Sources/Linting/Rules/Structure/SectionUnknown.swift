import ProfileFacts

/// A heading that the topic does not know.
enum SectionUnknown: Rule {
    static let about = RuleDescription(
        name: "section-unknown", group: .structure, severity: .warning,
        summary: "A section's heading is not one that the topic knows.",
        rationale: """
            Profiles are compared section by section, so a section has one name everywhere. Headings that are nearly a known one are
            warnings; others are advice. A new heading goes into `Config/topics/<topic>.yml`.
            """,
        fix: "unsafe: writes the known heading",
        examples: [
            .pass("Text.\n\n## Stockpiling and destruction\n\nText.\n\n### Any deeper heading\n\nText."),
            .find("Text.\n\n## ⟦Stockpilling and destruction⟧\n\nText."),
            .find("Text.\n\n## ⟦History⟧\n\nText."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let topic = subject.facts.header.topic?.value else { return }
        let known = topic.sections.map(\.heading)
        for section in subject.facts.sections
        where section.level == 2 && !section.heading.isEmpty && !known.contains(section.heading) {
            guard let nearest = NearestName.of(section.heading, among: known) else {
                report.add(
                    section.range, "No \(topic.title) profile has a section “\(section.heading)” so far.", severity: .advice)
                continue
            }
            report.add(
                section.range, "The section “\(section.heading)” is unknown.\(Words.didYouMean(nearest))",
                fixes: [Fix("Write \(nearest)", .unsafe, [Edit(section.range, nearest)])])
        }
    }
}
