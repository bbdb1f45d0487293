import ProfileFacts
import ProfileSyntax

/// A heading of a level that its place does not allow.
enum HeadingLevel: Rule {
    static let about = RuleDescription(
        name: "heading-level", group: .structure, severity: .warning,
        summary: "A heading is too deep for its place, of level 1, or has lost its signs.",
        rationale: """
            The title of a profile is its country, so sections start at level 2, and a heading is one level below the one that it
            stands under. Screen readers and tables of contents go by the levels (WCAG 2.1, technique G141).
            """,
        fix:
            "safe: gives headings that skip a level the level of their place, and a known heading the space behind its signs; unsafe: gives a heading its signs back, and any other the space; a heading of level 1 is left to the editor",
        examples: [
            .pass("Text.\n\n## Use\n\n### Past use\n\nText.\n\n## Transfer\n\nText."),
            .find("Text.\n\n## Use\n\n⟦####⟧ Past use\n\nText.", mended: "Text.\n\n## Use\n\n### Past use\n\nText."),
            .find("Text.\n\n⟦#⟧ Use\n\nText."),
            .pass("Text.\n\n#Libya and ##1 are no headings.\n\n##the same"),
            .find("Text.\n\n⟦##⟧Use\n\nText.", mended: "Text.\n\n## Use\n\nText."),
            .find("Text.\n\n⟦###⟧Past use\n\nText."),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n\n⟦Use⟧\n\nText.\n"
            ),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        checkLostSigns(subject, &report)
        // The levels of the headings that the current place is under, as written.
        var above: [Int] = []
        for section in subject.facts.sections {
            guard let signs = signs(section, subject.profile) else { continue }
            if section.level == 1 {
                report.add(signs, "A heading of level 1 is the profile's title, which is its country. Start sections with ##.")
            }
            above.removeAll { $0 >= section.level }
            let proper = above.filter { $0 > 1 }.count + 2
            if section.level > proper {
                let fix = Fix("Make it a heading of level \(proper)", .safe, [Edit(signs, String(repeating: "#", count: proper))])
                report.add(
                    signs, "A heading of level \(section.level) stands where one of level \(proper) belongs: a level is skipped.",
                    fixes: [fix])
            }
            above.append(section.level)
        }
    }

    /// A paragraph that is nothing but the name of a section.
    private static func checkLostSigns(_ subject: Subject, _ report: inout Report) {
        guard let topic = subject.facts.header.topic?.value else { return }
        for index in subject.profile.children(of: nil) where subject.profile.blocks[index].isParagraph {
            let range = subject.profile.content(of: subject.profile.blocks[index])
            checkLostSpace(range.lowerBound, topic, subject, &report)
            guard range.count <= 80 else { continue }
            let text = subject.text(range)
            guard topic.sections.contains(where: { $0.heading == text }) else { continue }
            report.add(
                range, "“\(text)” is the name of a section, but no heading: it lacks its ##.",
                fixes: [Fix("Make it a heading", .unsafe, [.insert("## ", at: range.lowerBound)])])
        }
    }

    /// A line that starts with several number signs and, without a space, a capital: `##Use`.
    private static func checkLostSpace(_ start: Int, _ topic: Topic, _ subject: Subject, _ report: inout Report) {
        let bytes = subject.profile.bytes
        guard start < bytes.count, bytes[start] == UInt8(ascii: "#") else { return }
        let line = bytes.trimmed(subject.profile.lines.range(subject.profile.lines.line(at: start)))
        var end = start
        while end < line.upperBound, bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard 2...6 ~= end - start, end < line.upperBound, bytes[end] &- 0x41 < 26, line.upperBound - end <= 80 else { return }
        let heading = subject.text(end..<line.upperBound)
        let isKnown = topic.sections.contains { $0.heading == heading }
        report.add(
            start..<end, "“\(heading)” is no heading: a space is missing behind the \(subject.text(start..<end)).",
            fixes: [Fix("Put the space in", isKnown ? .safe : .unsafe, [.insert(" ", at: end)])])
    }

    /// The number signs of a heading.
    private static func signs(_ section: Section, _ profile: Profile) -> Range<Int>? {
        let line = profile.blocks[section.block].range
        guard let start = profile.bytes[line].firstIndex(of: UInt8(ascii: "#")) else { return nil }
        return start..<start + section.level
    }
}
