import ProfileFacts

/// A profile that does not start with front matter.
enum FrontMatterMissing: Rule {
    static let about = RuleDescription(
        name: "front-matter-missing", group: .frontMatter, severity: .error,
        summary: "The profile does not start with front matter.",
        rationale:
            "Topic, country and last update stand in the front matter. Without them no date can be checked and nothing published.",
        fix: nil,
        examples: [
            .pass(file: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"),
            .find(file: "⟦## Policy⟧\n\nText.\n"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for problem in subject.facts.header.problems {
            guard case .noFrontMatter = problem.kind else { continue }
            report.add(
                subject.profile.bytes.trimmed(problem.range),
                "The profile starts without front matter. Open it with a line ---, then topic, country and last_updated, then a line ---."
            )
        }
    }
}
