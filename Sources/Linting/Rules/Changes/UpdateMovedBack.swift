import ProfileFacts

/// A last update that is earlier than it was.
enum UpdateMovedBack: Rule {
    static let about = RuleDescription(
        name: "update-moved-back", group: .changes, severity: .error,
        summary: "last_updated is earlier than it was before the change.",
        rationale: """
            Time does not run backwards: an earlier day is a slip of the pen, or an old version of the file that was copied over a
            newer one.
            """,
        fix: nil,
        examples: [
            .pass(file: file("2022-10-01")).after(file("2022-09-28")),
            .find(file: file("⟦2022-09-18⟧")).after(file("2022-09-28")),
        ])

    private static func file(_ day: String) -> String {
        "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: \(day)\n---\n\n## Policy\n\nText.\n"
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let updated = subject.facts.header.lastUpdated, let before = subject.change?.facts.header.lastUpdated?.value,
            updated.value < before
        else { return }
        report.add(
            updated.range,
            "The last update moved back from \(before.iso) to \(updated.value.iso). Write the day of this change.")
    }
}
