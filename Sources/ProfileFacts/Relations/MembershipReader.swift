import ProfileSyntax

/// Reads where some of the names of a counted list are told again: three of the thirty countries of a note, four of its six types.
///
/// Such a part cannot be wrong by itself – a name outside the list is simply another – so these relations always hold.
struct MembershipReader {
    let bytes: [UInt8]
    let prose: Prose

    /// - Parameter lists: what counted lists were found, each with the sentences that may name its members again.
    func read(_ list: Relation, in sentences: [SentenceView]) -> [Relation] {
        guard list.kind == .count, list.verdict == .holds, list.parts.count >= 3 else { return [] }
        let names = Set(list.parts.map { bytes.text($0.range) })
        // What most words are not is told by their lengths and first bytes.
        let shapes = Set(list.parts.filter { !$0.range.isEmpty }.map { Int(bytes[$0.range.lowerBound]) << 16 | $0.range.count })
        return sentences.compactMap { view in
            var parts: [Relation.Term] = []
            for index in view.range {
                guard let token = view.token(index), token.isWord, token.isCapitalised || token.hasDigits,
                    shapes.contains(Int(bytes[token.range.lowerBound]) << 16 | token.range.count),
                    names.contains(bytes.text(token.range)), !list.parts.contains(where: { $0.range.overlaps(token.range) })
                else { continue }
                let one = ExactDecimal(1)
                parts.append(Relation.Term(number: nil, range: token.range, value: one, interval: Interval(one, .zero)))
            }
            guard Set(parts.map { bytes.text($0.range) }).count >= 2 else { return nil }
            let count = ExactDecimal(parts.count)
            return Relation(
                kind: .partOf, binding: .members, total: list.total, parts: parts, computed: count,
                interval: Interval(count, .zero), isHedged: list.isHedged, verdict: .holds)
        }
    }
}
