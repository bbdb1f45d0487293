import ProfileSyntax

/// A finding waived in place: `<!-- footing-ignore rule: reason -->` above a block, or in its text.
package struct Waiver: Sendable {
    /// Names of rules or groups.
    package let rules: [String]
    /// Nil where it has none.
    package let reason: String?
    /// The comment.
    package let range: Range<Int>
    /// The comment's block where the comment stands alone.
    package let block: Int?
    /// The bytes of the block that it speaks of; nil where none follows.
    package let target: Range<Int>?

    package func covers(_ finding: Finding) -> Bool {
        guard reason != nil, let target, rules.contains(finding.rule) || rules.contains(finding.group.rawValue) else {
            return false
        }
        return target.contains(finding.range.lowerBound) || finding.range.isEmpty && target.upperBound == finding.range.lowerBound
    }

    private static let keyword = "footing-ignore"

    static func read(_ profile: Profile) -> [Waiver] {
        var waivers: [Waiver] = []
        for (index, block) in profile.blocks.enumerated() {
            if block.kind == .comment {
                guard let words = words(profile, profile.content(of: block)) else { continue }
                waivers.append(waiver(words, profile.content(of: block), block: index, target: target(of: index, profile)))
            }
            for inline in profile.inlines(of: block) where inline.kind == .comment {
                guard let words = words(profile, inline.range) else { continue }
                waivers.append(waiver(words, inline.range, block: nil, target: block.range))
            }
        }
        return waivers
    }

    /// What stands behind the keyword of a comment.
    private static func words(_ profile: Profile, _ comment: Range<Int>) -> Substring? {
        let opened = profile.bytes.skippingBlanks(min(comment.lowerBound + 4, comment.upperBound), to: comment.upperBound)
        guard profile.bytes.has("footing-ignore", at: opened) else { return nil }
        var text = profile.text(opened + keyword.utf8.count..<comment.upperBound)[...]
        if text.hasSuffix("-->") { text.removeLast(3) }
        guard text.first.map({ $0.isWhitespace || $0 == ":" }) ?? true else { return nil }
        return text
    }

    private static func waiver(_ words: Substring, _ range: Range<Int>, block: Int?, target: Range<Int>?) -> Waiver {
        let parts = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let rules = parts[0].split { $0 == "," || $0.isWhitespace }.map(String.init)
        let reason = parts.count > 1 ? String(parts[1].split { $0.isWhitespace }.joined(separator: " ")) : ""
        return Waiver(rules: rules, reason: reason.isEmpty ? nil : reason, range: range, block: block, target: target)
    }

    /// The block below a comment, past empty lines and other comments.
    private static func target(of comment: Int, _ profile: Profile) -> Range<Int>? {
        var index = profile.blocks[comment].next
        while index < profile.blocks.count, profile.blocks[index].parent == profile.blocks[comment].parent {
            switch profile.blocks[index].kind {
            case .blank, .comment: index = profile.blocks[index].next
            default: return profile.blocks[index].range
            }
        }
        return nil
    }
}
