/// A word, a number or a sign of running prose: 32 bytes, so that a profile's prose is one flat array.
package struct Token: Sendable {
    package enum Kind: UInt8, Sendable {
        /// Letters, with hyphens, apostrophes and digits among them: `PMN-2`, `Maj.-Gen`.
        case word
        /// Digits that write one number: `1,486`, `70.38`. Its numeral is ``Prose/numerals`` at ``Token/value``.
        case numeral
        /// A footnote marker; ``Token/value`` is its number, or -1.
        case marker
        /// Code, a web address: something that is not read.
        case opaque
        /// The sign that opens an item of a bullet list; ``Token/value`` is its depth, from 1.
        case bullet
        case comma, semicolon, colon, fullStop, questionMark, exclamationMark
        case openParenthesis, closeParenthesis, openBracket, closeBracket
        case enDash, emDash, hyphen, slash, percent, currencySign, quotationMark, ellipsis
        /// `+ = ~ # & > < № ×` and whatever else stands alone; ``Token/value`` is its first byte.
        case sign
    }

    /// A set of kinds.
    package struct Kinds: OptionSet, Sendable {
        package let rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }
        package init(_ kind: Kind) { rawValue = 1 << UInt32(kind.rawValue) }
        package func has(_ kind: Kind) -> Bool { contains(Kinds(kind)) }
    }

    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// No blank stands before it.
        package static let isGlued = Flags(rawValue: 1)
        /// It stands between quotation marks.
        package static let isQuoted = Flags(rawValue: 2)
        package static let isCapitalised = Flags(rawValue: 4)
        /// A word with digits in it: `POMZ-2M`, `M18A1`, `L.26`.
        package static let hasDigits = Flags(rawValue: 8)
        /// It stands between emphasis signs, as titles do.
        package static let isEmphasised = Flags(rawValue: 16)
        /// A word of capital letters only.
        package static let isUpperCase = Flags(rawValue: 32)
    }

    private let lower: UInt32
    private let upper: UInt32
    /// What the word can be to a reader of sums and dates; empty for words that matter to neither.
    package let roles: WordRoles
    /// The number that a number word means, the month's number, the marker's number, the numeral's index.
    package let value: Int32
    package let kind: Kind
    package let flags: Flags
    /// What the word is to a reader of events and their dates.
    package let dateWord: DateWord
    /// A word's hash, as ``Lexicon/hash(_:)`` has it; 0 for all else.
    package let word: UInt64

    package init(
        _ kind: Kind, _ range: Range<Int>, _ flags: Flags, roles: WordRoles = [], value: Int32 = 0, dateWord: DateWord = .none,
        word: UInt64 = 0
    ) {
        lower = UInt32(truncatingIfNeeded: range.lowerBound)
        upper = UInt32(truncatingIfNeeded: range.upperBound)
        self.roles = roles
        self.value = value
        self.kind = kind
        self.flags = flags
        self.dateWord = dateWord
        self.word = word
    }

    /// Half-open range of byte offsets.
    package var range: Range<Int> { Int(lower)..<Int(upper) }

    package func has(_ role: WordRoles) -> Bool { !roles.isDisjoint(with: role) }
    package var isGlued: Bool { flags.contains(.isGlued) }
    package var isQuoted: Bool { flags.contains(.isQuoted) }
    /// Whether it is the profile's own word: neither quoted nor part of a title.
    package var isOwn: Bool { flags.rawValue & Self.foreign == 0 }
    private static let foreign = Flags.isQuoted.rawValue | Flags.isEmphasised.rawValue
    /// Whether it is quoted or part of a title, as bits.
    package var foreignFlags: UInt8 { flags.rawValue & Self.foreign }
    package var isCapitalised: Bool { flags.contains(.isCapitalised) }
    package var hasDigits: Bool { flags.contains(.hasDigits) }
    package var isWord: Bool { kind == .word }
    /// Whether the token ends a clause or a list item, at least.
    package var isBreak: Bool {
        switch kind {
        case .comma, .semicolon, .colon, .fullStop, .questionMark, .exclamationMark, .bullet, .openParenthesis,
            .closeParenthesis, .emDash, .openBracket, .closeBracket, .ellipsis:
            true
        default: false
        }
    }
}
