import ProfileSyntax

/// A number of the prose, and what it is.
package struct Number: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Something counted or measured.
        case quantity
        case percentage
        /// `10–12 mines`, `between 10 and 12`
        case range
        /// A day, a month or a year, or a part of one; see ``Prose/dates``.
        case date
        case time
        case ordinal
        /// Part of a mine's name: `Type 72`, `No. 4`.
        case designation
        case page
        /// Of a resolution, a law or a decree.
        case law
        /// Of an article, a protocol, a form, an annex.
        case provision
        case identifier
        case fraction
        /// `10-year`
        case compound
        /// In an equation of currencies: `€1=US$1.3258`.
        case rate
        case malformed

        /// Whether it can be part of a sum, a balance, a count or a share.
        var isFigure: Bool {
            switch self {
            case .quantity, .percentage, .range, .fraction: true
            default: false
            }
        }
    }

    /// What makes a number less than exact.
    package enum Hedge: String, Sendable {
        /// `approximately`, `some`, `an estimated`
        case about
        /// `at least`, `more than`
        case atLeast = "at least"
        /// `up to`, `almost`
        case atMost = "at most"
    }

    package enum Measure: Sendable, Equatable {
        case count
        case unit(MeasureUnit)
        /// A currency's three-letter code.
        case money(CurrencyCode)
        case percent

        /// As prose writes it; nil for plain counts.
        package var symbol: String? {
            switch self {
            case .count: nil
            case .unit(let unit): unit.symbol
            case .money(let code): code.description
            case .percent: "%"
            }
        }

        package func isComparable(to other: Measure) -> Bool {
            if case .unit(let mine) = self, case .unit(let theirs) = other { return mine == theirs }
            return self == other
        }
    }

    package let kind: Kind
    package let value: ExactDecimal
    /// The greater end of a range.
    package internal(set) var upper: ExactDecimal?
    /// How many of its printed digits stand behind the point.
    package internal(set) var decimals = 0
    /// The power of ten that a word beside it stands for: 6 in `4.5 million`.
    package internal(set) var scale = 0
    package internal(set) var hedge: Hedge?
    package internal(set) var measure = Measure.count
    /// The digits or number words, with the scale word: half-open range of byte offsets.
    package let range: Range<Int>
    /// Indices into ``Prose/tokens``: as ``range``, and the hedge and currency before it and the unit behind it.
    package internal(set) var tokens: Range<Int>
    /// Indices into ``Prose/tokens``: the words that name what is counted; empty where there are none.
    package internal(set) var name: Range<Int>
    package let isQuoted: Bool
    package internal(set) var isInWords = false
    package internal(set) var isGrouped = false
    /// Whether a comma stands between it and what it counts.
    package internal(set) var hasStrayComma = false

    init(_ kind: Kind, _ value: ExactDecimal, range: Range<Int>, tokens: Range<Int>, isQuoted: Bool) {
        self.kind = kind
        self.value = value
        self.range = range
        self.tokens = tokens
        self.isQuoted = isQuoted
        name = tokens.upperBound..<tokens.upperBound
    }

    /// The true values that the printed number stands for, as XBRL's Calculations 1.1 reads a rounded fact: a plain count is
    /// a point; a scaled number or a measure is half a unit of its last printed digit wide on either side.
    package var interval: Interval {
        Interval(value, isRounded ? ExactDecimal.halfUnit(decimals: decimals).scaled(by: scale) : .zero)
    }

    /// Whether the printed number stands for others beside it.
    var isRounded: Bool { scale >= 3 || measure != .count || decimals > 0 }
}

/// All values from one to another, both included.
package struct Interval: Sendable, Equatable {
    package let lower: ExactDecimal
    package let upper: ExactDecimal

    package init(_ value: ExactDecimal, _ margin: ExactDecimal) {
        lower = value - margin
        upper = value + margin
    }

    package init(from lower: ExactDecimal, to upper: ExactDecimal) {
        self.lower = lower
        self.upper = upper
    }

    package static let zero = Interval(.zero, .zero)
    package static func + (a: Self, b: Self) -> Self { Self(from: a.lower + b.lower, to: a.upper + b.upper) }
    package static func - (a: Self, b: Self) -> Self { Self(from: a.lower - b.upper, to: a.upper - b.lower) }

    /// Nil where the product has more digits than are kept.
    package func product(_ other: Interval) -> Interval? {
        guard !lower.isNegative, !other.lower.isNegative, let low = lower.product(other.lower),
            let high = upper.product(other.upper)
        else { return nil }
        return Interval(from: low, to: high)
    }

    /// With a margin more on either side.
    package func widened(by margin: ExactDecimal) -> Interval { Interval(from: lower - margin, to: upper + margin) }

    /// Whether some value is in both.
    package func meets(_ other: Interval) -> Bool { lower <= other.upper && other.lower <= upper }
    package func isBelow(_ other: Interval) -> Bool { upper < other.lower }
}

/// A currency's three-letter code, or up to eight letters of another name.
package struct CurrencyCode: Sendable, Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
    private let letters: UInt64

    package init(_ text: String) { letters = text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    package init(stringLiteral text: String) { self.init(text) }

    package var description: String {
        String(decoding: (0..<8).map { UInt8(truncatingIfNeeded: letters >> ($0 * 8)) }.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Whether three capitals stand before an amount: `NPR54,000,000`, `US$1=NPR74.25`; not in `PMN2`, the name of a mine.
    static func stands(at word: Range<Int>, _ bytes: [UInt8], to end: Int) -> Bool {
        guard word.count == 3, bytes[word].allSatisfy({ $0 &- 0x41 < 26 }),
            let amount = Numeral(bytes, at: word.upperBound, to: end)
        else { return false }
        let next = amount.range.upperBound < end ? bytes[amount.range.upperBound] : .space
        let isInEquation = next == UInt8(ascii: "=") || word.lowerBound > 0 && bytes[word.lowerBound - 1] == UInt8(ascii: "=")
        return (amount.isGrouped || amount.decimals > 0 || isInEquation) && !next.isASCIILetter && next != UInt8(ascii: "-")
    }
}
