/// What the text asserts of some numbers: that a list adds up to a total, that a rest is what is left, that six names are six.
package struct Relation: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The parts add up to the total.
        case total
        /// A total of N were …, while the X and Y were …: N is the list without X and Y.
        case subset
        /// Neither a part nor their sum exceeds the total.
        case partOf = "part-of"
        /// What is left of an opening after all that was taken away or added.
        case balance
        /// As many names as the text says.
        case count
        /// An amount in another currency.
        case conversion
        /// A part of a whole in percent, or percentages that make up a hundred.
        case percentage
    }

    /// What binds the numbers together.
    package enum Binding: String, Sendable {
        case colon, parenthesis, dash, comprising, including, note, statedAfter = "stated after its parts", remainder, verb, rate
        case paragraph
        /// `by 68, from 2,058 to 1,990`
        case change
        /// Some names of a list, told again.
        case members
        /// `In 2010 alone`
        case alone
        /// As many annual reports as years.
        case years
    }

    /// A number or a name that takes part.
    package struct Term: Sendable {
        /// The index in ``Prose/numbers``; nil for a name.
        package var number: Int?
        /// Half-open range of byte offsets.
        package let range: Range<Int>
        package let value: ExactDecimal
        package let interval: Interval
        /// Whether it is taken away.
        package var isTaken = false

        /// The same term, taken away.
        var taken: Term {
            var term = self
            term.isTaken = true
            return term
        }
    }

    package enum Verdict: String, Sendable { case holds, broken }

    package let kind: Kind
    package let binding: Binding
    /// What is held against the parts: the stated total, what is left, the converted amount, the percentage.
    package let total: Term
    package let parts: [Term]
    /// What the parts come to by their printed digits.
    package let computed: ExactDecimal
    /// What they can come to, rounding considered.
    package let interval: Interval
    /// Whether a word such as `about` stands before a number that takes part.
    package let isHedged: Bool
    package let verdict: Verdict

    package var gap: ExactDecimal { computed - total.value }
}
