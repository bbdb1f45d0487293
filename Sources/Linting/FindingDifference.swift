import ProfileSyntax

/// What a change brought: the findings after it that were not there before it.
///
/// A finding was there before if its rule found the same in the same block, markers' numbers aside; or said the same
/// elsewhere in the text; or, for footnotes, whose numbers move, said so but for the numbers at the same words.
package enum FindingDifference {
    /// The findings that the change brought, in their order.
    package static func brought(_ new: [Finding], in profile: Profile, before old: [Finding], in earlier: Profile) -> [Finding] {
        guard !old.isEmpty, !new.isEmpty else { return new }
        var newKeys = Keys(profile)
        var oldKeys = Keys(earlier)
        var left = Array(new.indices)
        var gone = Array(old.indices)
        for likeness in Likeness.allCases {
            var known: [String: [Int]] = [:]
            for index in gone.reversed() {
                if let key = oldKeys.key(of: old[index], likeness) { known[key, default: []].append(index) }
            }
            var matched = Set<Int>()
            left.removeAll { index in
                guard let key = newKeys.key(of: new[index], likeness), let match = known[key]?.popLast() else { return false }
                matched.insert(match)
                return true
            }
            gone.removeAll(where: matched.contains)
        }
        return left.map { new[$0] }
    }

    /// How alike two findings are, the most alike first.
    private enum Likeness: CaseIterable { case sameMessageInSameBlock, sameBlock, sameMessage, sameWords }

    private struct Keys {
        let profile: Profile
        var blocks: [Int: String] = [:]

        init(_ profile: Profile) { self.profile = profile }

        mutating func key(of finding: Finding, _ likeness: Likeness) -> String? {
            switch likeness {
            case .sameMessageInSameBlock: [finding.rule, block(of: finding), finding.message].joined(separator: "\0")
            case .sameBlock: finding.range.isEmpty ? nil : [finding.rule, block(of: finding)].joined(separator: "\0")
            case .sameMessage: [finding.rule, finding.message].joined(separator: "\0")
            case .sameWords:
                finding.group == .footnotes
                    ? [finding.rule, withoutDigits(finding.message), words(before: finding)].joined(separator: "\0") : nil
            }
        }

        /// A hash of the block around a finding, without the numbers of its markers.
        private mutating func block(of finding: Finding) -> String {
            let range = profile.surroundings(of: finding.range.lowerBound)
            if let known = blocks[range.lowerBound] { return known }
            var kept: [UInt8] = []
            kept.reserveCapacity(range.count)
            var offset = range.lowerBound
            while offset < range.upperBound {
                kept.append(profile.bytes[offset])
                offset += 1
                if kept.last == UInt8(ascii: "["), profile.bytes.has("^", at: offset) {
                    offset = profile.bytes.skippingDigits(offset + 1, to: range.upperBound)
                }
            }
            let hash = StableHash.text(StableHash.of(kept))
            blocks[range.lowerBound] = hash
            return hash
        }

        /// The last letters before a finding in its block.
        private func words(before finding: Finding) -> String {
            let start = profile.surroundings(of: finding.range.lowerBound).lowerBound
            let end = max(start, finding.range.lowerBound)
            let letters = profile.bytes[max(start, end - 200)..<end].filter { $0.isWordByte && !$0.isDigit }
            return String(decoding: letters.suffix(40), as: UTF8.self)
        }

        private func withoutDigits(_ text: String) -> String { String(decoding: text.utf8.filter { !$0.isDigit }, as: UTF8.self) }
    }
}
