// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// A word, a number or a sign of running prose: 32 bytes, so that a profile's prose is one flat array.
///
/// It is public, as what it is made of is, since the compiler inlines into another room only what names no package type.
public struct Token: Sendable {
    public enum Kind: UInt8, Sendable {
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

        @inlinable public static func == (one: Kind, other: Kind) -> Bool { one.rawValue == other.rawValue }
    }

    /// A set of kinds.
    public struct Kinds: OptionSet, Sendable {
        public let rawValue: UInt32
        @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
        @inlinable public init(_ kind: Kind) { rawValue = 1 &<< UInt32(kind.rawValue) }
        @inlinable public func has(_ kind: Kind) -> Bool { rawValue &>> UInt32(kind.rawValue) & 1 != 0 }
    }

    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// No blank stands before it.
        @inlinable public static var isGlued: Flags { Flags(rawValue: 1) }
        /// It stands between quotation marks.
        @inlinable public static var isQuoted: Flags { Flags(rawValue: 2) }
        @inlinable public static var isCapitalised: Flags { Flags(rawValue: 4) }
        /// A word with digits in it: `POMZ-2M`, `M18A1`, `L.26`.
        @inlinable public static var hasDigits: Flags { Flags(rawValue: 8) }
        /// It stands between emphasis signs, as titles do.
        @inlinable public static var isEmphasised: Flags { Flags(rawValue: 16) }
        /// A word of capital letters only.
        @inlinable public static var isUpperCase: Flags { Flags(rawValue: 32) }
        /// It is the first word of a form in the house's list of terms or of confused words.
        @inlinable public static var startsPhrase: Flags { Flags(rawValue: 64) }
        /// It is a word that is written right, as the list of the house has it.
        @inlinable public static var isKnown: Flags { Flags(rawValue: 128) }
        @inlinable public static var isWrittenInDigitsOrCapitals: Flags { Flags(rawValue: 8 | 32) }
        /// It starts a phrase, or is written in digits or capitals.
        static var isRemarkable: Flags { Flags(rawValue: 8 | 32 | 64) }
        /// It stands between quotation marks or emphasis signs: another's words.
        @inlinable public static var isForeign: Flags { Flags(rawValue: 2 | 16) }
    }

    public let lower: UInt32
    public let upper: UInt32
    /// What the word can be to a reader of sums and dates; empty for words that matter to neither.
    public let roles: WordRoles
    /// The number that a number word means, the month's number, the marker's number, the numeral's index.
    public let value: Int32
    public let kind: Kind
    public let flags: Flags
    /// What the word is to a reader of events and their dates.
    public let dateWord: DateWord
    /// A word's hash, as ``Lexicon/hash(_:)`` has it; 0 for all else.
    public let word: UInt64

    public init(
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

    /// The roles of a word that has not been looked up yet.
    static var unread: WordRoles { WordRoles(rawValue: .max) }
    @inline(__always) var isUnread: Bool { roles.rawValue == .max }

    /// The word as the lexicon has it.
    @inline(__always) func read(as entry: Lexicon.Entry) -> Token {
        Token(
            kind, range, flags.union(entry.flags), roles: entry.roles, value: entry.value, dateWord: entry.dateWord, word: word)
    }

    /// Half-open range of byte offsets.
    @inlinable public var range: Range<Int> { Int(lower)..<Int(upper) }

    @inlinable public func has(_ role: WordRoles) -> Bool { roles.rawValue & role.rawValue != 0 }
    @inlinable public func hasSome(of flags: Flags) -> Bool { self.flags.rawValue & flags.rawValue != 0 }
    @inlinable public var isGlued: Bool { hasSome(of: .isGlued) }
    @inlinable public var isQuoted: Bool { hasSome(of: .isQuoted) }
    /// Whether it is the profile's own word: neither quoted nor part of a title.
    @inlinable public var isOwn: Bool { !hasSome(of: .isForeign) }
    /// Whether it is quoted or part of a title, as bits.
    @inlinable public var foreignFlags: UInt8 { flags.rawValue & Flags.isForeign.rawValue }
    @inlinable public var isCapitalised: Bool { hasSome(of: .isCapitalised) }
    @inlinable public var isUpperCase: Bool { hasSome(of: .isUpperCase) }
    @inlinable public var hasDigits: Bool { hasSome(of: .hasDigits) }
    @inlinable public var isWord: Bool { kind == .word }
    /// Whether the token ends a clause or a list item, at least.
    public var isBreak: Bool {
        switch kind {
        case .comma, .semicolon, .colon, .fullStop, .questionMark, .exclamationMark, .bullet, .openParenthesis,
            .closeParenthesis, .emDash, .openBracket, .closeBracket, .ellipsis:
            true
        default: false
        }
    }
}
