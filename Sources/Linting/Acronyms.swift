import ProfileFacts

/// The acronyms of a profile's own prose: `UNGA`, `IEDs`.
struct Acronyms {
    private let tokens: [Token]
    private let bytes: [UInt8]

    init(subject: Subject) {
        tokens = subject.facts.prose.tokens
        bytes = subject.profile.bytes
    }

    /// An acronym's letters at a token, without the s of its plural; nil where there is none.
    func acronym(at index: Int) -> String? {
        let token = tokens[index]
        guard token.isWord, !token.hasDigits, token.isCapitalised, 2...9 ~= token.range.count else { return nil }
        var letters = bytes[token.range]
        // Most words end here.
        guard letters[letters.startIndex + 1] < UInt8(ascii: "a") else { return nil }
        if letters.count > 2, letters.last == UInt8(ascii: "s") { letters.removeLast() }
        guard letters.allSatisfy({ $0 &- 0x41 < 26 }) else { return nil }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The acronym that stands alone in parentheses, or first in them, at an opening parenthesis.
    func definition(at index: Int, before end: Int) -> String? {
        guard tokens[index].kind == .openParenthesis, index + 2 < end, let acronym = acronym(at: index + 1) else {
            return nil
        }
        switch tokens[index + 2].kind {
        case .closeParenthesis, .comma, .semicolon: return acronym
        default: return nil
        }
    }

    /// Where the words start that an acronym in parentheses stands for: their first letters are its letters, small words aside.
    func expansion(of acronym: String, before index: Int, from start: Int) -> Int? {
        var letters = acronym.lowercased().utf8.reversed()[...]
        var place = index - 1
        while let letter = letters.first, place >= start, index - place < 16 {
            let token = tokens[place]
            guard token.isWord, let first = bytes[token.range].first else { return nil }
            if first | 0x20 == letter {
                letters.removeFirst()
                if letters.isEmpty { return place }
            } else if token.isCapitalised || token.range.count > 4 {
                return nil
            }
            place -= 1
        }
        return nil
    }
}
