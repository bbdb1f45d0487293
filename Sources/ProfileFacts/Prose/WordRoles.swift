/// What a word can be to a reader of sums and dates. A word may have several roles: `May` is a month, `left` a remainder.
package struct WordRoles: OptionSet, Sendable {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: UInt64) { rawValue = 1 << bit }

    // Numbers in words.
    package static let cardinal = WordRoles(bit: 0)
    /// `hundred`, `thousand`, `million`; the token's value is the power of ten.
    package static let scale = WordRoles(bit: 1)
    package static let dozen = WordRoles(bit: 2)
    package static let half = WordRoles(bit: 3)
    package static let ordinal = WordRoles(bit: 4)
    package static let fraction = WordRoles(bit: 5)

    // Dates.
    package static let month = WordRoles(bit: 6)
    package static let weekday = WordRoles(bit: 7)
    /// `in`, `since`, `until` …: what a bare year follows.
    package static let datePreposition = WordRoles(bit: 8)

    // What makes a number less than exact.
    package static let about = WordRoles(bit: 9)
    /// `over`, `exceeding`
    package static let beyond = WordRoles(bit: 10)
    /// `under`, `below`, `nearly`
    package static let short = WordRoles(bit: 11)
    package static let more = WordRoles(bit: 12)
    package static let less = WordRoles(bit: 13)
    package static let least = WordRoles(bit: 14)
    package static let most = WordRoles(bit: 15)
    package static let than = WordRoles(bit: 16)
    package static let up = WordRoles(bit: 17)

    // Small words that relations hang on.
    package static let and = WordRoles(bit: 18)
    package static let or = WordRoles(bit: 19)
    package static let of = WordRoles(bit: 20)
    package static let to = WordRoles(bit: 21)
    package static let from = WordRoles(bit: 22)
    package static let by = WordRoles(bit: 23)
    package static let `for` = WordRoles(bit: 24)
    package static let after = WordRoles(bit: 25)
    package static let `in` = WordRoles(bit: 26)
    package static let `as` = WordRoles(bit: 27)
    package static let at = WordRoles(bit: 28)
    package static let which = WordRoles(bit: 29)
    package static let these = WordRoles(bit: 30)
    package static let among = WordRoles(bit: 31)
    package static let article = WordRoles(bit: 32)
    package static let `while` = WordRoles(bit: 33)
    /// `up`, `down`, `compared`, `per`, `each`, `respectively`: a number beside it is no part of a sum.
    package static let comparison = WordRoles(bit: 34)
    /// `another`, `further`, `additional`, `other`, `remaining`, `rest`
    package static let other = WordRoles(bit: 35)
    /// `several`, `many`, `unknown`: a part that has no number.
    package static let vague = WordRoles(bit: 36)

    // What binds a list to a total.
    package static let total = WordRoles(bit: 37)
    package static let totalling = WordRoles(bit: 38)
    package static let including = WordRoles(bit: 39)
    package static let comprising = WordRoles(bit: 40)
    package static let namely = WordRoles(bit: 41)

    // Balances.
    package static let leaving = WordRoles(bit: 42)
    package static let reducing = WordRoles(bit: 43)
    package static let remaining = WordRoles(bit: 44)
    /// What takes something away from a stock: `destroyed`, `used`, `transferred`.
    package static let taking = WordRoles(bit: 45)
    /// What states an opening: `had`, `held`, `stockpiled`.
    package static let holding = WordRoles(bit: 46)
    package static let adding = WordRoles(bit: 47)

    // What a number can be besides a quantity.
    package static let page = WordRoles(bit: 48)
    /// `Article`, `Form`, `Protocol`, `Annex`
    package static let provision = WordRoles(bit: 49)
    /// `Resolution`, `Law`, `Decree`
    package static let law = WordRoles(bit: 50)
    /// `No.`, `NR`
    package static let numberSign = WordRoles(bit: 51)
    /// `Type`, `Model`, `MAI`: with a number behind it the name of a mine.
    package static let designationHead = WordRoles(bit: 52)

    // Nouns and units.
    /// A unit of measure; the token's value is its ``MeasureUnit``.
    package static let unit = WordRoles(bit: 53)
    package static let currency = WordRoles(bit: 54)
    package static let percent = WordRoles(bit: 55)
    /// What a list of names can count: `types`, `countries`, `provinces`.
    package static let kind = WordRoles(bit: 56)
    /// Things that are counted: `mines`, `people`.
    package static let counted = WordRoles(bit: 57)
    /// A verb form or a preposition: where the name behind a number ends.
    package static let nameEnd = WordRoles(bit: 58)
    package static let abbreviation = WordRoles(bit: 59)
    package static let rate = WordRoles(bit: 60)
    /// `mid`, `early`, `late`, `end`, `beginning`
    package static let partOfPeriod = WordRoles(bit: 61)
    package static let between = WordRoles(bit: 62)
    /// `and not`, `except`: words that turn a claim round.
    package static let except = WordRoles(bit: 63)
}
