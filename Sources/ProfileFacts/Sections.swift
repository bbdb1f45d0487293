import ProfileSyntax

/// A heading and what stands below it.
package struct Section: Sendable {
    package let level: Int
    /// The heading's text.
    package let heading: String
    package let range: Range<Int>
    /// The heading's block.
    package let block: Int
    /// Whether nothing but other headings, empty lines and comments stand between this heading and the next of its level or above.
    package let isEmpty: Bool

    static func read(_ profile: Profile) -> [Section] {
        var sections: [Section] = []
        var hasText: [Bool] = []
        // Only the top level has sections: a heading in a quotation is part of what is quoted.
        for index in profile.children(of: nil) {
            let block = profile.blocks[index]
            switch block.kind {
            case .heading(let level):
                let range = profile.content(of: block)
                sections.append(Section(level: level, heading: profile.text(range), range: range, block: index, isEmpty: false))
                hasText.append(false)
            case .blank, .comment, .note:
                continue
            default:
                guard !hasText.isEmpty else { continue }
                hasText[hasText.count - 1] = true
            }
        }
        for index in sections.indices.reversed() where !hasText[index] {
            // Text below a deeper heading belongs to the section too.
            var below = index + 1
            while below < sections.count, sections[below].level > sections[index].level, !hasText[index] {
                hasText[index] = hasText[below]
                below += 1
            }
        }
        return zip(sections, hasText).map { section, hasText in
            Section(level: section.level, heading: section.heading, range: section.range, block: section.block, isEmpty: !hasText)
        }
    }
}
