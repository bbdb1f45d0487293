import ProfileFacts
import ProfileSyntax

/// A text that changed under the same day of last update.
enum UpdateNotBumped: Rule {
    static let about = RuleDescription(
        name: "update-not-bumped", group: .changes, severity: .error,
        summary: "The text changed, and last_updated did not.",
        rationale: """
            Readers cite a profile with the day of its last update. Two texts under one day cannot be told apart. Layout, comments
            and the numbers of footnotes are no change of the text; nor is a change on the day of the last update itself.
            """,
        fix: "unsafe: writes the day of the check",
        examples: [
            .pass(file: file("2022-09-28", "Belarus cleared 40 mines.")).after(file("2022-09-28", "Belarus cleared 40 mines.")),
            .pass(file: file("2022-09-28", "Belarus  cleared\n40 mines.")).after(file("2022-09-28", "Belarus cleared 40 mines.")),
            .pass(file: file("2022-10-01", "Belarus cleared 41 mines.")).after(file("2022-09-28", "Belarus cleared 40 mines.")),
            .find(file: file("⟦2022-09-28⟧", "Belarus cleared 41 mines.")).after(file("2022-09-28", "Belarus cleared 40 mines.")),
        ])

    private static func file(_ day: String, _ text: String) -> String {
        "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: \(day)\n---\n\n## Policy\n\n\(text)\n"
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let change = subject.change, let updated = subject.facts.header.lastUpdated,
            change.facts.header.lastUpdated?.value == updated.value, change.today != updated.value,
            words(subject.profile) != words(change.before)
        else { return }
        let fix = change.today.map { Fix("Write \($0.iso), the day of this check", .unsafe, [Edit(updated.range, $0.iso)]) }
        report.add(
            updated.range,
            "The text changed, but it still says that it was last updated on \(updated.value.iso). Write the day of the change.",
            fixes: fix.map { [$0] } ?? [])
    }

    /// What is read of a text: its letters, digits and signs, without layout, comments and the numbers of markers.
    private static func words(_ profile: Profile) -> [UInt8] {
        var words: [UInt8] = []
        for block in profile.blocks where !block.isComment && !block.isBlank && !block.isContainer {
            var hidden = profile.inlines(of: block).filter { inline in
                switch inline.kind {
                case .marker, .comment: true
                default: false
                }
            }.map(\.range)
            hidden.sort { $0.lowerBound < $1.lowerBound }
            for segment in profile.segments(of: block) {
                var offset = segment.lowerBound
                for range in hidden where range.lowerBound >= offset && range.lowerBound < segment.upperBound {
                    words += profile.bytes[offset..<range.lowerBound].lazy.filter { !$0.isWhitespace }
                    offset = min(range.upperBound, segment.upperBound)
                }
                words += profile.bytes[offset..<segment.upperBound].lazy.filter { !$0.isWhitespace }
            }
            words.append(0)
        }
        return words
    }
}
