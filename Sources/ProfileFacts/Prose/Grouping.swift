import ProfileSyntax

/// Which numbers take commas between their thousands: quantities do, and nothing else does.
extension Numeral {
    /// Whether it has digits enough for commas, and none.
    package var mayLackCommas: Bool { !isGrouped && range.count >= 4 }
}

extension Prose {
    package enum Grouping: Sendable {
        /// It has its commas, or needs none.
        case settled
        /// It is surely a quantity.
        case certain
        /// It may be a quantity, or a year, or the number of something.
        case doubtful
    }

    /// Whether commas are missing in a numeral of a number.
    package func grouping(of numeral: Numeral, _ number: Number) -> Grouping {
        guard numeral.mayLackCommas, number.kind == .quantity || number.kind == .percentage || number.kind == .range else {
            return .settled
        }
        let digits = numeral.range.count - (numeral.decimals > 0 ? numeral.decimals + 1 : 0)
        guard digits >= 4 else { return .settled }
        let isCounted = isCounted(number)
        if digits == 4, !numeral.isSpaced, number.measure == .count, 1800...2199 ~= (numeral.value.whole ?? 0) {
            return isCounted ? .doubtful : .settled
        }
        if isCounted { return .certain }
        if digits == 4 { return .settled }
        return isNamedBefore(number) ? .certain : .doubtful
    }

    /// Whether a number is surely a quantity: it has a unit, a hedge or a scale, or something countable stands behind it.
    package func isCounted(_ number: Number) -> Bool {
        if number.measure != .count || number.hedge != nil || number.scale > 0 { return true }
        if number.name.contains(where: { tokens[$0].has([.counted, .kind]) }) { return true }
        let next = number.tokens.upperBound
        return number.kind == .range
            && tokens[next..<min(next + 4, tokens.count)].contains {
                $0.has([.counted, .unit, .scale, .percent]) || $0.kind == .percent
            }
    }

    /// Whether the word before a number says that something is counted: `a total of 294775`, `destroyed 294775 in 2006`.
    private func isNamedBefore(_ number: Number) -> Bool {
        let first = number.tokens.lowerBound
        guard first > 0 else { return false }
        let before = tokens[first - 1]
        guard before.has([.taking, .holding, .total, .totalling, .of]) else { return false }
        return !before.has(.of) || first > 1 && tokens[first - 2].has([.total, .vague])
    }

    /// A numeral with a comma before every three digits.
    package func groupedText(of numeral: Numeral, _ bytes: [UInt8]) -> String {
        let plain = bytes[numeral.range].filter { $0.isDigit || $0 == UInt8(ascii: ".") }
        let whole = plain.prefix { $0 != UInt8(ascii: ".") }
        var text: [UInt8] = []
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
            text.append(digit)
        }
        return String(decoding: text + plain[whole.count...], as: UTF8.self)
    }
}
