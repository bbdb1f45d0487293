/// A number of the ledger, and whether the body states it too.
package struct LedgerStatement: Sendable {
    package let figure: LedgerFigure
    /// The part's label; nil for the total.
    package let label: String?
    /// Without its sign: what is taken away is told as a number.
    package let value: ExactDecimal
    /// Where the number stands in the front matter.
    package let range: Range<Int>
    /// Whether the prose, a note or a table has the number: in digits, in words, or rounded and scaled.
    package let isStated: Bool

    /// Every number that the ledger writes out; references to other figures are none.
    package static func read(_ facts: ProfileFacts) -> [LedgerStatement] {
        let body = Body(facts)
        return facts.header.ledger.flatMap { figure -> [LedgerStatement] in
            var numbers: [(label: String?, number: Header.Read<String>)] = []
            if let total = figure.total { numbers.append((nil, total)) }
            for case .labelled(let label, let number) in figure.parts { numbers.append((label, number)) }
            return numbers.compactMap { label, number -> LedgerStatement? in
                guard let value = ExactDecimal(plain: number.value)?.magnitude else { return nil }
                return LedgerStatement(
                    figure: figure, label: label, value: value, range: number.range,
                    isStated: body.states(value, approximately: figure.isApproximate))
            }
        }
    }

    /// All that a body says in numbers.
    private struct Body {
        private var exact: Set<ExactDecimal> = []
        private var rounded: [Interval] = []

        init(_ facts: ProfileFacts) {
            for numeral in facts.prose.numerals { exact.insert(numeral.value) }
            for number in facts.prose.numbers {
                exact.insert(number.value)
                if number.hedge != nil || number.interval.lower != number.interval.upper {
                    rounded.append(Judgement.target(number))
                }
            }
            for table in facts.tables {
                for cell in table.rows.joined() + table.heads {
                    if let numeral = cell.numeral { exact.insert(numeral.value) }
                }
            }
        }

        func states(_ value: ExactDecimal, approximately: Bool) -> Bool {
            if exact.contains(value) || rounded.contains(where: { $0.meets(Interval(value, .zero)) }) { return true }
            return approximately && exact.contains { Interval(value, value.hundredth).meets(Interval($0, .zero)) }
        }
    }
}
