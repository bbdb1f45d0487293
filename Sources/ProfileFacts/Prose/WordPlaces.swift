/// Places of a profile's own prose that rules on single words and signs look at, found while its sentences are read, so that no such rule
/// has to pass over all words again.
package struct WordPlaces: Sendable {
    package struct Place: Sendable {
        /// An index into ``Prose/tokens``.
        package let token: Int
        /// An index into ``Prose/sentences``.
        package let sentence: Int
    }

    /// Words that, with the word behind them, start a form of the house's list of terms.
    package private(set) var termStarts: [Place] = []
    /// Those that start a form of its list of confused words.
    package private(set) var confusedStarts: [Place] = []
    /// Words, neither in capitals nor with digits, that the house's list of words that are written right does not have.
    package private(set) var unknownWords: [Place] = []
    /// Words that are the word before them again.
    package private(set) var repeats: [Place] = []
    /// Capitalised words in capitals only, or with digits.
    package private(set) var names: [Place] = []
    /// Signs: all that is neither a word nor a number.
    package private(set) var signs: [Place] = []
    private let terms = TermReference.shared.terms.twoWords
    private let confused = TermReference.shared.confused.twoWords
    /// The hash of the word before the next one, where some form starts with it; 0 elsewhere.
    private var start: UInt64 = 0

    /// No places yet, with room for those of a text with a number of tokens.
    init(tokens count: Int) {
        signs.reserveCapacity(count / 4)
        unknownWords.reserveCapacity(count / 8)
        names.reserveCapacity(count / 16)
    }

    /// Adds the tokens of a sentence to the places that they belong to.
    @inline(never) mutating func add(_ tokens: ArraySlice<Token>, sentence: Int) {
        var before: UInt64 = 0
        start = 0
        for index in tokens.indices {
            let token = tokens[index]
            let isPlain = token.isWord && token.flags.isDisjoint(with: .isRemarkable) && token.hasSome(of: .isKnown)
            if start != 0 || !(isPlain && token.word != before || token.kind == .numeral) {
                addRemarkable(token, Place(token: index, sentence: sentence), before)
            }
            before = token.word
        }
    }

    @inline(never) private mutating func addRemarkable(_ token: Token, _ place: Place, _ before: UInt64) {
        if start != 0 {
            let first = Place(token: place.token - 1, sentence: place.sentence)
            if terms.mayStart(start, token.word), termStarts.last?.token != first.token { termStarts.append(first) }
            if confused.mayStart(start, token.word), confusedStarts.last?.token != first.token { confusedStarts.append(first) }
        }
        start = 0
        guard token.isWord else {
            if token.kind != .numeral { signs.append(place) }
            return
        }
        if token.hasSome(of: .startsPhrase) {
            start = token.word
            if terms.mayStart(start, nil) { termStarts.append(place) }
            if confused.mayStart(start, nil) { confusedStarts.append(place) }
        }
        if token.hasSome(of: .isWrittenInDigitsOrCapitals) {
            if token.isCapitalised { names.append(place) }
        } else if !token.hasSome(of: .isKnown), token.isOwn {
            unknownWords.append(place)
        }
        if token.word == before, token.word != 0 { repeats.append(place) }
    }
}
