import ProfileFacts
import ProfileSyntax

/// The form in which a profile writes percentages behind digits in running text: `71%` or `71 percent`.
enum PercentForm {
    /// Whether the sign is at least as frequent as the word: in running text, and between parentheses.
    static func prefersSign(_ prose: Prose, _ bytes: [UInt8]) -> (text: Bool, parentheses: Bool) {
        // Most profiles have one of the two forms, or none.
        guard bytes.firstOffset(of: [UInt8(ascii: "%")], from: 0) != nil else { return (false, false) }
        guard ["percent", "per cent"].contains(where: { bytes.firstOffset(of: Array($0.utf8), from: 0) != nil }) else {
            return (true, true)
        }
        var (signs, words) = (0, 0)
        var (enclosedSigns, enclosedWords) = (0, 0)
        for passage in prose.passages {
            var depth = 0
            for index in passage.tokens {
                let token = prose.tokens[index]
                if token.kind == .openParenthesis { depth += 1 }
                if token.kind == .closeParenthesis { depth -= 1 }
                guard token.kind == .percent || token.isWord && (token.range.count == 7 || token.range.count == 3),
                    index > passage.tokens.lowerBound,
                    prose.tokens[index - 1].kind == .numeral, token.isOwn
                else { continue }
                if token.kind == .percent {
                    if depth <= 0 { signs += 1 } else { enclosedSigns += 1 }
                } else if end(ofWord: index, prose, bytes, in: passage.tokens) != nil {
                    words += 1
                    if depth > 0 { enclosedWords += 1 }
                }
            }
        }
        let text = signs >= words && signs > 0
        return (text, text || enclosedSigns >= enclosedWords && enclosedSigns > 0)
    }

    /// The end of `percent` or `per cent` at a token; nil where something else stands there.
    static func end(ofWord index: Int, _ prose: Prose, _ bytes: [UInt8], in passage: Range<Int>) -> Int? {
        let word = prose.tokens[index]
        if word.range.count == 7, bytes.has("percent", at: word.range.lowerBound) { return index + 1 }
        guard word.range.count == 3, bytes.has("per", at: word.range.lowerBound), index + 1 < passage.upperBound else {
            return nil
        }
        let next = prose.tokens[index + 1]
        return next.range.count == 4 && bytes.has("cent", at: next.range.lowerBound) ? index + 2 : nil
    }

    static func isInParentheses(_ index: Int, _ prose: Prose, in passage: Range<Int>) -> Bool {
        var depth = 0
        for token in prose.tokens[max(passage.lowerBound, index - 64)..<index] {
            if token.kind == .openParenthesis { depth += 1 }
            if token.kind == .closeParenthesis { depth = max(depth - 1, 0) }
        }
        return depth > 0
    }
}
