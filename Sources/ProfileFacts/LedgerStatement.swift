/// A number of the ledger, and whether the body states it too.
package struct LedgerStatement: Sendable {
    package let figure: LedgerFigure
    /// The part's label; nil for the total.
    package let label: String?
    /// Without its sign: what is taken away is told as a number.
    package let value: ExactDecimal
    /// Where the number stands in the front matter.
    package let range: Range<Int>
    /// Whether the prose, a note or a table has the number: in digits, in words, or rounded and scaled; or digits of which nobody can be
    /// sure, but which may be it.
    package let isStated: Bool

    /// Every number that the ledger writes out; references to other figures are none.
    package static func read(_ facts: ProfileFacts) -> [LedgerStatement] {
        let written = facts.header.ledger.flatMap { figure in
            var numbers: [(label: String?, number: Header.Read<String>)] = []
            if let total = figure.total { numbers.append((nil, total)) }
            for case .labelled(let label, let number) in figure.parts { numbers.append((label, number)) }
            return numbers.compactMap { label, number in
                ExactDecimal(plain: number.value).map { (figure: figure, label: label, value: $0.magnitude, range: number.range) }
            }
        }
        let body = Body(facts, wanted: Set(written.map(\.value)))
        return written.map { figure, label, value, range in
            LedgerStatement(
                figure: figure, label: label, value: value, range: range,
                isStated: body.states(value, approximately: figure.isApproximate))
        }
    }

    /// All that a body says in numbers.
    private struct Body {
        /// Every number as it stands.
        private var exact: [ExactDecimal] = []
        /// Those of them that are wanted.
        private var found: Set<ExactDecimal> = []
        private var rounded: [Interval] = []

        /// - Parameter wanted: the numbers that will be asked for.
        init(_ facts: ProfileFacts, wanted: Set<ExactDecimal>) {
            exact = facts.prose.numerals.map(\.value)
            for number in facts.prose.numbers {
                exact.append(number.value)
                if number.hedge != nil || number.isRounded {
                    rounded.append(Judgement.target(number))
                }
            }
            for malformed in facts.prose.malformed where malformed.kind != .decimalComma {
                exact += malformed.readings.compactMap { ExactDecimal(plain: $0.utf8.filter { $0 != UInt8(ascii: ",") }) }
            }
            for table in facts.tables {
                for cell in table.rows.joined() + table.heads {
                    if let numeral = cell.numeral { exact.append(numeral.value) }
                }
            }
            let sieve = HashSieve(wanted.map(\.fingerprint))
            for value in exact where sieve.mayHold(value.fingerprint) && wanted.contains(value) { found.insert(value) }
        }

        func states(_ value: ExactDecimal, approximately: Bool) -> Bool {
            if found.contains(value) || rounded.contains(where: { $0.meets(Interval(value, .zero)) }) { return true }
            return approximately && exact.contains { Interval(value, value.hundredth).meets(Interval($0, .zero)) }
        }
    }
}
