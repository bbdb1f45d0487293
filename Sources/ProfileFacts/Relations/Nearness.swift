/// Whether numbers that do not go together were plausibly meant to: only such ones contradict each other.
enum Nearness {
    /// At most twice, and at least half, of the other.
    static func isNear(_ one: ExactDecimal, _ other: ExactDecimal) -> Bool { one <= other + other && other <= one + one }

    /// Whether one number is the other with a digit wrong, two neighbours swapped, or a digit lost or added. Numbers of few digits are
    /// that by chance.
    static func isSlip(_ one: ExactDecimal, of other: ExactDecimal) -> Bool {
        guard !one.isNegative, !other.isNegative, one != other else { return false }
        let (a, b) = (Array(one.plain.utf8), Array(other.plain.utf8))
        guard abs(a.count - b.count) <= 1, max(a.count, b.count) >= (a.count == b.count ? 3 : 4) else { return false }
        let first = zip(a, b).prefix { $0 == $1 }.count
        let last = zip(a.dropFirst(first).reversed(), b.dropFirst(first).reversed()).prefix { $0 == $1 }.count
        let (mine, theirs) = (a[first..<(a.count - last)], b[first..<(b.count - last)])
        return max(mine.count, theirs.count) == 1 || mine.count == 2 && mine.elementsEqual(theirs.reversed())
    }

    /// Whether a total and what its parts come to differ by a slip in one of them; what is taken away is negative.
    static func isSlip(total: ExactDecimal, parts: [ExactDecimal]) -> Bool {
        let gap = total - parts.reduce(.zero, +)
        return isSlip(total, of: total - gap)
            || parts.contains { part in
                let right = part + gap
                return right.isNegative == part.isNegative && isSlip(part.magnitude, of: right.magnitude)
            }
    }
}
