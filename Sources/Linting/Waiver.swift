import ProfileSyntax

/// A finding waived in place: `<!-- footing-ignore rule: reason -->` above a block or in its text, `footing-ignore-file` for the
/// whole file, and `# footing-ignore rule: reason` in the front matter, for its line or – on a line of its own – for the next.
package struct Waiver: Sendable {
    /// Names of rules or groups.
    package let rules: [String]
    /// Nil where it has none.
    package let reason: String?
    /// The comment.
    package let range: Range<Int>
    /// The comment's block where the comment stands alone.
    package let block: Int?
    /// The bytes that it speaks of; nil where none follow.
    package let target: Range<Int>?
    /// The bytes to take away with it, where there is no block.
    package let removal: Range<Int>

    package func covers(_ finding: Finding) -> Bool {
        guard reason != nil, let target, rules.contains(finding.rule) || rules.contains(finding.group.rawValue) else {
            return false
        }
        return target.contains(finding.range.lowerBound) || finding.range.isEmpty && target.upperBound == finding.range.lowerBound
    }

    private static let keyword = "footing-ignore"

    static func read(_ profile: Profile) -> [Waiver] {
        var waivers = readFrontMatter(profile)
        guard profile.inlines.contains(where: \.isComment) || profile.blocks.contains(where: \.isComment) else { return waivers }
        for (index, block) in profile.blocks.enumerated() {
            if block.isComment {
                let range = profile.content(of: block)
                let opened = profile.bytes.skippingBlanks(min(range.lowerBound + 4, range.upperBound), to: range.upperBound)
                guard let words = words(profile, opened..<range.upperBound) else { continue }
                waivers.append(waiver(words, range, profile, block: index, target: target(of: index, profile)))
            }
            for inline in profile.inlines(of: block) where inline.isComment {
                let range = inline.range
                let opened = profile.bytes.skippingBlanks(min(range.lowerBound + 4, range.upperBound), to: range.upperBound)
                guard let words = words(profile, opened..<range.upperBound) else { continue }
                waivers.append(waiver(words, range, profile, block: nil, target: block.range))
            }
        }
        return waivers
    }

    /// The waivers in the comments of the front matter.
    private static func readFrontMatter(_ profile: Profile) -> [Waiver] {
        guard let content = profile.frontMatter?.content, !content.isEmpty,
            profile.bytes.first("footing-ignore", in: content) != nil
        else { return [] }
        var waivers: [Waiver] = []
        for number in profile.lines.line(at: content.lowerBound)...profile.lines.line(at: content.upperBound - 1) {
            let line = profile.lines.range(number)
            let end = profile.bytes.trimmed(line).upperBound
            guard let sign = sign(profile, line.lowerBound..<end),
                let words = words(profile, profile.bytes.skippingBlanks(sign + 1, to: end)..<end)
            else { continue }
            let isAlone = profile.bytes[line.lowerBound..<sign].allSatisfy(\.isBlank)
            let next = isAlone && number + 1 < profile.lines.count ? profile.lines.range(number + 1) : line
            var start = sign
            while start > line.lowerBound, profile.bytes[start - 1].isBlank { start -= 1 }
            waivers.append(
                waiver(
                    words, sign..<end, profile, block: nil, target: isAlone ? next : line,
                    removal: isAlone ? line : start..<end))
        }
        return waivers
    }

    /// The `#` that opens the comment of a line.
    private static func sign(_ profile: Profile, _ line: Range<Int>) -> Int? {
        line.first { offset in
            profile.bytes[offset] == UInt8(ascii: "#") && (offset == line.lowerBound || profile.bytes[offset - 1].isBlank)
                && profile.bytes.has("footing-ignore", at: profile.bytes.skippingBlanks(offset + 1, to: line.upperBound))
        }
    }

    /// What stands behind the keyword of a comment.
    private static func words(_ profile: Profile, _ comment: Range<Int>) -> Substring? {
        guard profile.bytes.has("footing-ignore", at: comment.lowerBound) else { return nil }
        var text = profile.text(comment.lowerBound + keyword.utf8.count..<comment.upperBound)[...]
        if text.hasSuffix("-->") { text.removeLast(3) }
        let behind = text.hasPrefix("-file") ? text.dropFirst(5) : text
        guard behind.first.map({ $0.isWhitespace || $0 == ":" }) ?? true else { return nil }
        return text
    }

    private static func waiver(
        _ words: Substring, _ range: Range<Int>, _ profile: Profile, block: Int?, target: Range<Int>?, removal: Range<Int>? = nil
    ) -> Waiver {
        let isForFile = words.hasPrefix("-file")
        let parts = (isForFile ? words.dropFirst(5) : words).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let rules = parts[0].split { $0 == "," || $0.isWhitespace }.map(String.init)
        let reason = parts.count > 1 ? String(parts[1].split { $0.isWhitespace }.joined(separator: " ")) : ""
        return Waiver(
            rules: rules, reason: reason.isEmpty ? nil : reason, range: range, block: block,
            target: isForFile ? 0..<profile.bytes.count + 1 : target, removal: removal ?? range)
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

/// Writes waivers into a text.
package enum WaiverWriter {
    /// The text with a waiver above each finding's block, beside its line in the front matter, or for the whole file where
    /// neither is there.
    package static func waive(_ findings: [Finding], in bytes: [UInt8], reason: String) -> [UInt8] {
        let profile = Profile(parsing: bytes)
        let end = "\(profile.lineEnd)"
        let reason = reason.split { $0.isNewline }.joined(separator: " ").split(separator: "--").joined(separator: "–")
        var rulesAt: [Int: Set<String>] = [:]
        var headerEdits: [Int: Set<String>] = [:]
        for finding in findings {
            let offset = finding.range.lowerBound
            if let content = profile.frontMatter?.content, content.contains(offset), !finding.range.isEmpty {
                let line = profile.lines.range(profile.lines.line(at: offset))
                headerEdits[line.lowerBound, default: []].insert(finding.rule)
            } else {
                let block = profile.children(of: nil).first { profile.blocks[$0].range.contains(offset) }
                rulesAt[block.map { profile.blocks[$0].range.lowerBound } ?? -1, default: []].insert(finding.rule)
            }
        }
        var edits = headerEdits.map { offset, rules in
            Edit.insert("# footing-ignore \(rules.sorted().joined(separator: ", ")): \(reason)\(end)", at: offset)
        }
        for (offset, rules) in rulesAt {
            let keyword = offset < 0 ? "footing-ignore-file" : "footing-ignore"
            let comment = "<!-- \(keyword) \(rules.sorted().joined(separator: ", ")): \(reason) -->\(end)\(end)"
            let gap = offset < 0 && profile.frontMatter != nil ? end : ""
            edits.append(.insert(gap + comment, at: offset < 0 ? profile.bodyStart : offset))
        }
        return bytes.applying(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
}
