import ProfileSyntax

/// Reads where some of the names of a counted list are told again: three of the thirty countries of a note, four of its six types.
///
/// Such a part cannot be wrong by itself – a name outside the list is simply another – so these relations always hold.
struct MembershipReader {
    let bytes: [UInt8]
    let prose: Prose

    /// - Parameter sentences: the indices of those that may name members of the list again.
    func read(_ list: Relation, in sentences: [Int]) -> [Relation] {
        guard list.kind == .count, list.verdict == .holds, list.parts.count >= 3 else { return [] }
        // What most words are not is told by their first bytes and their lengths: a bit for each length under each byte.
        var shapes = [UInt64](repeating: 0, count: 256)
        for part in list.parts where !part.range.isEmpty {
            shapes[Int(bytes[part.range.lowerBound])] |= Self.bit(part.range.count)
        }
        return sentences.compactMap { sentence in
            var parts: [Relation.Term] = []
            var members: Set<String> = []
            for index in prose.sentences[sentence].tokens {
                let token = prose.tokens[index]
                guard token.isWord, token.isCapitalised || token.hasDigits,
                    shapes[Int(bytes[Int(token.lower)])] & Self.bit(token.range.count) != 0
                else { continue }
                guard list.parts.contains(where: { bytes[$0.range].elementsEqual(bytes[token.range]) }),
                    !list.parts.contains(where: { $0.range.overlaps(token.range) })
                else { continue }
                members.insert(bytes.text(token.range))
                let one = ExactDecimal(1)
                parts.append(Relation.Term(number: nil, range: token.range, value: one, interval: Interval(one, .zero)))
            }
            guard members.count >= 2 else { return nil }
            let count = ExactDecimal(parts.count)
            return Relation(
                kind: .partOf, binding: .members, total: list.total, parts: parts, computed: count,
                interval: Interval(count, .zero), isHedged: list.isHedged, verdict: .holds)
        }
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }
}
