import ProfileSyntax

/// What a finding is known by when the text around it moves: its rule and the block that it stands in, without the digits,
/// which renumbering changes.
package struct FindingKey: Sendable, Hashable {
    package let rule: String
    /// A hash that is the same on every machine and in every run.
    package let block: UInt64

    package init(rule: String, block: UInt64) {
        self.rule = rule
        self.block = block
    }

    /// The keys of findings in a text, in the same order.
    package static func of(_ findings: [Finding], in profile: Profile) -> [FindingKey] {
        var known: [Range<Int>: UInt64] = [:]
        return findings.map { finding in
            let range =
                finding.range.isEmpty && isAtBlockEdge(finding.range.lowerBound, profile)
                ? 0..<0 : profile.surroundings(of: finding.range.lowerBound)
            let hash = known[range] ?? StableHash.of(profile.bytes[range].lazy.filter { !$0.isDigit && !$0.isWhitespace })
            known[range] = hash
            return FindingKey(rule: finding.rule, block: hash)
        }
    }

    /// What is missing between two blocks is not in either of them.
    private static func isAtBlockEdge(_ offset: Int, _ profile: Profile) -> Bool {
        let next = profile.blocks.partitioningIndex { $0.range.lowerBound >= offset }
        return offset < profile.bodyStart || next == profile.blocks.count || profile.blocks[next].range.lowerBound == offset
    }
}

/// FNV-1a over bytes.
package enum StableHash {
    package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// Sixteen hexadecimal digits.
    package static func text(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Profile {
    /// The block around an offset: a leaf of the body, or a line of the front matter.
    package func surroundings(of offset: Int) -> Range<Int> {
        guard offset >= bodyStart, !blocks.isEmpty else { return lines.range(lines.line(at: offset)) }
        var index = max(blocks.partitioningIndex { $0.range.lowerBound > offset } - 1, 0)
        // A finding behind the last word of a block belongs to it.
        while index > 0, blocks[index].isBlank { index -= 1 }
        return blocks[index].range
    }
}
