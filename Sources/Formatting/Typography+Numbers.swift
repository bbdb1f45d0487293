import ProfileFacts
import ProfileSyntax

extension Typography {
    /// Decisions 22, 26 and 29: ranges of pages and quantities, thousands, currency signs.
    mutating func settle(_ index: Int) {
        let number = prose.numbers[index]
        guard !number.isQuoted, number.tokens.allSatisfy({ isOwn($0) }) else { return }
        switch number.kind {
        case .page: settlePages(index)
        case .quantity, .percentage, .range:
            if number.isInWords { return }
            settleCurrency(number)
            for token in number.tokens where prose.tokens[token].kind == .numeral { settleThousands(token, number) }
            if number.kind == .range { settleRange(number) }
        default: break
        }
    }

    /// `pp. 12-14` becomes `pp. 12–14`.
    private mutating func settlePages(_ index: Int) {
        guard index + 1 < prose.numbers.count else { return }
        let (first, last) = (prose.numbers[index], prose.numbers[index + 1])
        guard last.kind == .page, first.tokens.upperBound + 1 == last.tokens.lowerBound else { return }
        settleDash(first.tokens.upperBound)
    }

    private mutating func settleRange(_ number: Number) {
        guard prose.isCounted(number),
            let dash = number.tokens.first(where: { prose.tokens[$0].kind == .hyphen || prose.tokens[$0].kind == .enDash })
        else { return }
        settleDash(dash)
    }

    /// A hyphen or a dash between two numbers becomes an en dash without spaces.
    private mutating func settleDash(_ index: Int) {
        let dash = prose.tokens[index]
        guard dash.kind == .hyphen || dash.kind == .enDash, dash.range.count == 1 || dash.range.count == 3, isOwn(index),
            let before = gap(behind: index - 1), let behind = gap(behind: index)
        else { return }
        replace(before.lowerBound..<behind.upperBound, with: "–")
    }

    /// Decision 26: commas part the thousands of what is surely a quantity, never of what may be a year.
    private mutating func settleThousands(_ index: Int, _ number: Number) {
        let token = prose.tokens[index]
        guard token.value >= 0 else { return }
        let numeral = prose.numerals[Int(token.value)]
        guard prose.grouping(of: numeral, number) == .certain else { return }
        replace(numeral.range, with: prose.groupedText(of: numeral, bytes))
    }

    /// Decision 29: `US$ 5` and `EUR 5` are written without a space.
    private mutating func settleCurrency(_ number: Number) {
        guard case .money = number.measure, let numeral = number.tokens.first(where: { prose.tokens[$0].kind == .numeral }),
            numeral > 0, !prose.tokens[numeral].isGlued
        else { return }
        let sign = prose.tokens[numeral - 1]
        guard sign.kind == .currencySign || sign.has(.currency) && sign.isUpperCase, isOwn(numeral - 1),
            let gap = gap(behind: numeral - 1)
        else { return }
        replace(gap, with: "")
    }
}
