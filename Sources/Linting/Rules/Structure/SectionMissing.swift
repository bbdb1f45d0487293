import ProfileFacts

/// A section that every profile of the topic has.
enum SectionMissing: Rule {
    static let about = RuleDescription(
        name: "section-missing", group: .structure, severity: .error,
        summary: "A section that the topic requires is missing.",
        rationale: "Readers look for the country's policy first, and every published profile opens with it.",
        fix: nil,
        examples: [
            .pass("Text."),
            .find(file: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n⟦## Use⟧\n\nText.\n"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let topic = subject.facts.header.topic?.value else { return }
        let sections = subject.facts.sections
        for section in topic.sections where section.isRequired {
            // A heading that is nearly the required one is reported as misspelt.
            let isThere = sections.contains {
                $0.heading == section.heading || NearestName.of($0.heading, among: [section.heading]) != nil
            }
            guard !isThere else { continue }
            let body = subject.profile.bodyStart
            let first = sections.first.map { subject.profile.blocks[$0.block].range } ?? body..<body
            report.add(
                subject.profile.bytes.trimmed(first),
                "The section “\(section.heading)” is missing. A \(topic.title) profile has a heading ## \(section.heading).")
        }
    }
}
