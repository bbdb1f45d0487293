import ProfileSyntax

/// A figure of the ledger with its parts worked out, references and all.
package struct LedgerSum: Sendable {
    package struct Part: Sendable {
        /// The label, or the reference as written.
        package let name: String
        package let value: ExactDecimal
        /// Where the number or the reference stands.
        package let range: Range<Int>
        /// Whether the number itself stands there.
        package let isNumber: Bool
    }

    package let figure: LedgerFigure
    package let total: ExactDecimal
    package let totalRange: Range<Int>
    package let parts: [Part]

    package var sum: ExactDecimal { parts.reduce(.zero) { $0 + $1.value } }

    /// The sums of a ledger: its figures with parts, where every part is known.
    static func read(_ ledger: [LedgerFigure]) -> [LedgerSum] {
        var known: [String: ExactDecimal] = [:]
        for figure in ledger.contains(where: \.refersToOthers) ? ledger : [] {
            if let total = figure.total.flatMap({ ExactDecimal(plain: $0.value) }) { known[figure.name] = total }
            for case .labelled(let label, let number) in figure.parts {
                known[figure.name + "." + label] = ExactDecimal(plain: number.value)
            }
        }
        return ledger.compactMap { figure in
            guard let total = figure.total, let value = ExactDecimal(plain: total.value), !figure.parts.isEmpty else {
                return nil
            }
            var parts: [Part] = []
            for part in figure.parts {
                switch part {
                case .labelled(let label, let number):
                    guard let value = ExactDecimal(plain: number.value) else { return nil }
                    parts.append(Part(name: label, value: value, range: number.range, isNumber: true))
                case .reference(let reference):
                    guard let value = known[reference.value] else { return nil }
                    parts.append(Part(name: reference.value, value: value, range: reference.range, isNumber: false))
                }
            }
            return LedgerSum(figure: figure, total: value, totalRange: total.range, parts: parts)
        }
    }
}
