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
            return isCounted && !isYearBesideName(number) ? .doubtful : .settled
        }
        if isCounted || isNamedBehind(number) { return .certain }
        // `law project 11994-2004`
        if digits == 4 || number.kind == .range { return .settled }
        return isNamedBefore(number) || isOneOfSeveral(number) ? .certain : .doubtful
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

    /// Whether the words before a number say that something is counted: `a total of 294775`, `destroyed 294775 in 2006`, `leaving 15960`,
    /// `of which 30150 were`.
    private func isNamedBefore(_ number: Number) -> Bool {
        let first = number.tokens.lowerBound
        guard first > 0 else { return false }
        let before = tokens[first - 1]
        if before.has(.which) { return first > 1 && tokens[first - 2].has(.of) }
        guard before.has([.taking, .holding, .total, .totalling, .of, .leaving, .comprising]) else { return false }
        return !before.has(.of) || first > 1 && tokens[first - 2].has([.total, .vague])
    }

    /// Whether mines are named behind a number – `5536 MON-type`, `801618 Sakaramiina 65-98 mines` – or pointed to: `3084 of these
    /// antipersonnel mines`, `15050 were antivehicle mines`.
    private func isNamedBehind(_ number: Number) -> Bool {
        if number.name.contains(where: { tokens[$0].has(.designationHead) || isMine(tokens[$0]) }) { return true }
        let next = number.tokens.upperBound
        guard next + 1 < tokens.count else { return false }
        let isPointedTo = tokens[next].has(.of) && tokens[next + 1].has([.these, .article])
        guard isPointedTo || Self.copulas.contains(tokens[next].word) else { return false }
        let first = isPointedTo ? next + 2 : next + 1
        return tokens[min(first, tokens.count)..<min(first + 2, tokens.count)].contains { $0.has(.counted) }
    }

    private static let copulas = WordSet(["was", "were", "are"])

    /// Whether a word in capitals or with digits is a mine's name: `PMN`, `POMZ-2M`, `MON-type`.
    private func isMine(_ token: Token) -> Bool {
        token.isCapitalised && token.isWord && MunitionReference.heads.contains(token.word)
    }

    /// Whether a number stands in a list of places and what each has: `21400 at Abovyan, 13600 at Hrazdan`, `for example, 18200 in Tajikistan`.
    private func isOneOfSeveral(_ number: Number) -> Bool {
        let (first, next) = (number.tokens.lowerBound, number.tokens.upperBound)
        guard first > 0, next + 1 < tokens.count, tokens[next].has([.in, .at]), tokens[next + 1].isWord,
            tokens[next + 1].isCapitalised, !tokens[next + 1].has(.month)
        else { return false }
        let before = tokens[first - 1]
        return before.kind == .comma || before.kind == .colon || before.kind == .semicolon || before.has(.and)
    }

    /// Whether what may be a year is one: `calendar year 2011 states that`, `the 2017 Mine Ban Treaty request`.
    private func isYearBesideName(_ number: Number) -> Bool {
        let first = number.tokens.lowerBound
        if first > 0, Self.yearWords.contains(tokens[first - 1].word) { return true }
        return !number.name.isEmpty && !number.name.contains { tokens[$0].has([.counted, .kind]) && !tokens[$0].isCapitalised }
    }

    private static let yearWords = WordSet(["year", "years"])

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
