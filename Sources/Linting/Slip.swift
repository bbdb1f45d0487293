import ProfileFacts

/// What slip of the pen accounts for the gap between a stated total and the sum of its parts.
package struct Slip {
    /// One way in which the numbers would fit.
    package struct Candidate: Equatable {
        /// The part that would be another number; nil for the total.
        let part: Int?
        let right: ExactDecimal
        /// In words, for a message: `two digits of 45,245 are swapped`.
        package let reason: String
    }

    /// The slips that account for the gap, the likeliest first: digits swapped, one digit wrong, a part left out or counted twice.
    package static func candidates(total: ExactDecimal, parts: [(name: String, value: ExactDecimal)]) -> [Candidate] {
        let sum = parts.reduce(ExactDecimal.zero) { $0 + $1.value }
        guard sum != total else { return [] }
        var swapped: [Candidate] = []
        var oneDigit: [Candidate] = []
        func compare(_ stated: ExactDecimal, _ right: ExactDecimal, part: Int?) {
            guard !right.isNegative, !stated.isNegative else { return }
            switch difference(Array(stated.plain.utf8), Array(right.plain.utf8)) {
            case .swap:
                swapped.append(
                    Candidate(
                        part: part, right: right,
                        reason: "two digits of \(stated.grouped) are swapped: \(right.grouped) would fit"))
            case .digit:
                oneDigit.append(
                    Candidate(
                        part: part, right: right, reason: "one digit of \(stated.grouped) is wrong: \(right.grouped) would fit"))
            case nil: break
            }
        }
        compare(total, sum, part: nil)
        for (index, part) in parts.enumerated() { compare(part.value, part.value + total - sum, part: index) }
        var items: [Candidate] = []
        for (name, value) in parts where value == sum - total {
            items.append(Candidate(part: nil, right: sum, reason: "the total leaves out \(name), \(value.grouped)"))
        }
        for (name, value) in parts where value == total - sum {
            items.append(Candidate(part: nil, right: sum, reason: "the total counts \(name), \(value.grouped), twice"))
        }
        return swapped + oneDigit + items
    }

    /// Whether one number can be a slip in writing the other: two neighbouring digits swapped, or one digit wrong.
    static func isSlip(_ a: ExactDecimal, of b: ExactDecimal) -> Bool {
        difference(Array(a.plain.utf8), Array(b.plain.utf8)) != nil
    }

    /// Whether two neighbouring digits of one number are swapped in the other.
    static func isSwap(_ a: ExactDecimal, of b: ExactDecimal) -> Bool {
        difference(Array(a.plain.utf8), Array(b.plain.utf8)) == .swap
    }

    private enum Difference { case swap, digit }

    /// How two numbers of the same length differ, where it is by one slip.
    private static func difference(_ a: [UInt8], _ b: [UInt8]) -> Difference? {
        guard a.count == b.count, let first = a.indices.first(where: { a[$0] != b[$0] }),
            let last = a.indices.last(where: { a[$0] != b[$0] })
        else { return nil }
        if first == last { return .digit }
        return last == first + 1 && a[first] == b[last] && a[last] == b[first] ? .swap : nil
    }
}
