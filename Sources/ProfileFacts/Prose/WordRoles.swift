// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// What a word can be to a reader of sums and dates. A word may have several roles: `May` is a month, `left` a remainder.
public struct WordRoles: OptionSet, Hashable, Sendable {
    public let rawValue: UInt64
    @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
    @inlinable public init(arrayLiteral roles: WordRoles...) { rawValue = roles.reduce(0) { $0 | $1.rawValue } }

    // Numbers in words.
    @inlinable public static var cardinal: WordRoles { WordRoles(rawValue: 1 << 0) }
    /// `hundred`, `thousand`, `million`; the token's value is the power of ten.
    @inlinable public static var scale: WordRoles { WordRoles(rawValue: 1 << 1) }
    @inlinable public static var dozen: WordRoles { WordRoles(rawValue: 1 << 2) }
    @inlinable public static var half: WordRoles { WordRoles(rawValue: 1 << 3) }
    @inlinable public static var ordinal: WordRoles { WordRoles(rawValue: 1 << 4) }
    @inlinable public static var fraction: WordRoles { WordRoles(rawValue: 1 << 5) }

    // Dates.
    @inlinable public static var month: WordRoles { WordRoles(rawValue: 1 << 6) }
    @inlinable public static var weekday: WordRoles { WordRoles(rawValue: 1 << 7) }
    /// `in`, `since`, `until` …: what a bare year follows.
    @inlinable public static var datePreposition: WordRoles { WordRoles(rawValue: 1 << 8) }

    // What makes a number less than exact.
    @inlinable public static var about: WordRoles { WordRoles(rawValue: 1 << 9) }
    /// `over`, `exceeding`
    @inlinable public static var beyond: WordRoles { WordRoles(rawValue: 1 << 10) }
    /// `under`, `below`, `nearly`
    @inlinable public static var short: WordRoles { WordRoles(rawValue: 1 << 11) }
    @inlinable public static var more: WordRoles { WordRoles(rawValue: 1 << 12) }
    @inlinable public static var less: WordRoles { WordRoles(rawValue: 1 << 13) }
    @inlinable public static var least: WordRoles { WordRoles(rawValue: 1 << 14) }
    @inlinable public static var most: WordRoles { WordRoles(rawValue: 1 << 15) }
    @inlinable public static var than: WordRoles { WordRoles(rawValue: 1 << 16) }
    @inlinable public static var up: WordRoles { WordRoles(rawValue: 1 << 17) }

    // Small words that relations hang on.
    @inlinable public static var and: WordRoles { WordRoles(rawValue: 1 << 18) }
    @inlinable public static var or: WordRoles { WordRoles(rawValue: 1 << 19) }
    @inlinable public static var of: WordRoles { WordRoles(rawValue: 1 << 20) }
    @inlinable public static var to: WordRoles { WordRoles(rawValue: 1 << 21) }
    @inlinable public static var from: WordRoles { WordRoles(rawValue: 1 << 22) }
    @inlinable public static var by: WordRoles { WordRoles(rawValue: 1 << 23) }
    @inlinable public static var `for`: WordRoles { WordRoles(rawValue: 1 << 24) }
    @inlinable public static var after: WordRoles { WordRoles(rawValue: 1 << 25) }
    @inlinable public static var `in`: WordRoles { WordRoles(rawValue: 1 << 26) }
    @inlinable public static var `as`: WordRoles { WordRoles(rawValue: 1 << 27) }
    @inlinable public static var at: WordRoles { WordRoles(rawValue: 1 << 28) }
    @inlinable public static var which: WordRoles { WordRoles(rawValue: 1 << 29) }
    @inlinable public static var these: WordRoles { WordRoles(rawValue: 1 << 30) }
    @inlinable public static var among: WordRoles { WordRoles(rawValue: 1 << 31) }
    @inlinable public static var article: WordRoles { WordRoles(rawValue: 1 << 32) }
    @inlinable public static var `while`: WordRoles { WordRoles(rawValue: 1 << 33) }
    /// `up`, `down`, `compared`, `per`, `each`, `respectively`: a number beside it is no part of a sum.
    @inlinable public static var comparison: WordRoles { WordRoles(rawValue: 1 << 34) }
    /// `another`, `further`, `additional`, `other`, `remaining`, `rest`
    @inlinable public static var other: WordRoles { WordRoles(rawValue: 1 << 35) }
    /// `several`, `many`, `unknown`: a part that has no number.
    @inlinable public static var vague: WordRoles { WordRoles(rawValue: 1 << 36) }

    // What binds a list to a total.
    @inlinable public static var total: WordRoles { WordRoles(rawValue: 1 << 37) }
    @inlinable public static var totalling: WordRoles { WordRoles(rawValue: 1 << 38) }
    @inlinable public static var including: WordRoles { WordRoles(rawValue: 1 << 39) }
    @inlinable public static var comprising: WordRoles { WordRoles(rawValue: 1 << 40) }
    @inlinable public static var namely: WordRoles { WordRoles(rawValue: 1 << 41) }

    // Balances.
    @inlinable public static var leaving: WordRoles { WordRoles(rawValue: 1 << 42) }
    @inlinable public static var reducing: WordRoles { WordRoles(rawValue: 1 << 43) }
    @inlinable public static var remaining: WordRoles { WordRoles(rawValue: 1 << 44) }
    /// What takes something away from a stock: `destroyed`, `used`, `transferred`.
    @inlinable public static var taking: WordRoles { WordRoles(rawValue: 1 << 45) }
    /// What states an opening: `had`, `held`, `stockpiled`.
    @inlinable public static var holding: WordRoles { WordRoles(rawValue: 1 << 46) }
    @inlinable public static var adding: WordRoles { WordRoles(rawValue: 1 << 47) }

    // What a number can be besides a quantity.
    @inlinable public static var page: WordRoles { WordRoles(rawValue: 1 << 48) }
    /// `Article`, `Form`, `Protocol`, `Annex`
    @inlinable public static var provision: WordRoles { WordRoles(rawValue: 1 << 49) }
    /// `Resolution`, `Law`, `Decree`
    @inlinable public static var law: WordRoles { WordRoles(rawValue: 1 << 50) }
    /// `No.`, `NR`
    @inlinable public static var numberSign: WordRoles { WordRoles(rawValue: 1 << 51) }
    /// `Type`, `Model`, `MAI`: with a number behind it the name of a mine.
    @inlinable public static var designationHead: WordRoles { WordRoles(rawValue: 1 << 52) }

    // Nouns and units.
    /// A unit of measure; the token's value is its ``MeasureUnit``.
    @inlinable public static var unit: WordRoles { WordRoles(rawValue: 1 << 53) }
    @inlinable public static var currency: WordRoles { WordRoles(rawValue: 1 << 54) }
    @inlinable public static var percent: WordRoles { WordRoles(rawValue: 1 << 55) }
    /// What a list of names can count: `types`, `countries`, `provinces`.
    @inlinable public static var kind: WordRoles { WordRoles(rawValue: 1 << 56) }
    /// Things that are counted: `mines`, `people`.
    @inlinable public static var counted: WordRoles { WordRoles(rawValue: 1 << 57) }
    /// A verb form or a preposition: where the name behind a number ends.
    @inlinable public static var nameEnd: WordRoles { WordRoles(rawValue: 1 << 58) }
    @inlinable public static var abbreviation: WordRoles { WordRoles(rawValue: 1 << 59) }
    @inlinable public static var rate: WordRoles { WordRoles(rawValue: 1 << 60) }
    /// `mid`, `early`, `late`, `end`, `beginning`
    @inlinable public static var partOfPeriod: WordRoles { WordRoles(rawValue: 1 << 61) }
    @inlinable public static var between: WordRoles { WordRoles(rawValue: 1 << 62) }
    /// `and not`, `except`: words that turn a claim round.
    @inlinable public static var except: WordRoles { WordRoles(rawValue: 1 << 63) }
}
