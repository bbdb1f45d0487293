import ProfileFacts
import ProfileSyntax

/// The acronyms of a profile's own prose: `UNGA`, `IEDs`.
struct Acronyms {
    private let tokens: [Token]
    private let bytes: [UInt8]

    init(subject: Subject) {
        tokens = subject.facts.prose.tokens
        bytes = subject.profile.bytes
    }

    struct Acronym {
        /// The hash of its letters.
        let key: UInt64
        /// Where its letters stand, without the s of its plural: half-open range of byte offsets.
        let letters: Range<Int>
    }

    /// The acronym at a token; nil where there is none.
    func acronym(at index: Int) -> Acronym? {
        let token = tokens[index]
        guard token.isWord, !token.hasDigits, token.isCapitalised, 2...9 ~= token.range.count else { return nil }
        // Most words end here.
        guard bytes[Int(token.lower) + 1] < UInt8(ascii: "a") else { return nil }
        var letters = bytes[token.range]
        if letters.count > 2, letters.last == UInt8(ascii: "s") { letters.removeLast() }
        guard letters.allSatisfy({ $0 &- 0x41 < 26 }) else { return nil }
        return Acronym(key: Lexicon.hash(letters), letters: letters.startIndex..<letters.endIndex)
    }

    func text(_ acronym: Acronym) -> String { bytes.text(acronym.letters) }

    /// The acronym that stands alone in parentheses, or first in them, at an opening parenthesis.
    func definition(at index: Int, before end: Int) -> Acronym? {
        guard tokens[index].kind == .openParenthesis, index + 2 < end, let acronym = acronym(at: index + 1) else {
            return nil
        }
        switch tokens[index + 2].kind {
        case .closeParenthesis, .comma, .semicolon: return acronym
        default: return nil
        }
    }

    /// Where the words start that an acronym in parentheses stands for: their first letters are its letters, small words aside.
    func expansion(of acronym: Acronym, before index: Int, from start: Int) -> Int? {
        var letter = acronym.letters.upperBound - 1
        var place = index - 1
        while place >= start, index - place < 16 {
            let token = tokens[place]
            guard token.isWord else { return nil }
            if bytes[Int(token.lower)] | 0x20 == bytes[letter] | 0x20 {
                if letter == acronym.letters.lowerBound { return place }
                letter -= 1
            } else if token.isCapitalised || token.range.count > 4 {
                return nil
            }
            place -= 1
        }
        return nil
    }
}
