/// Cuts a passage into sentences. No sentence ends inside a parenthesis, behind an initial or an abbreviation; a colon and
/// the bullets under it are one.
enum SentenceCutter {
    /// Where the sentence ends that starts at a token of a passage.
    @inline(never) static func end(of start: Int, _ tokens: [Token], _ passage: Range<Int>) -> Int {
        var depth = 0
        var index = start
        while index < passage.upperBound {
            // Most tokens are words.
            if tokens[index].isWord {
                index += 1
                continue
            }
            switch tokens[index].kind {
            case .openParenthesis: depth += 1
            case .closeParenthesis: depth = max(0, depth - 1)
            case .bullet: return passage.upperBound
            case .fullStop, .questionMark, .exclamationMark:
                guard ends(tokens, index, passage, depth) else { break }
                index += 1
                while index < passage.upperBound, isTrailing(tokens[index]) { index += 1 }
                return index
            default: break
            }
            index += 1
        }
        return passage.upperBound
    }

    /// A closing mark or a footnote marker, which belongs to the sentence before it.
    private static func isTrailing(_ token: Token) -> Bool {
        token.isGlued && (token.kind == .marker || token.kind == .quotationMark || token.kind == .closeParenthesis)
    }

    private static func ends(_ tokens: [Token], _ index: Int, _ passage: Range<Int>, _ depth: Int) -> Bool {
        if depth > 0, !closesNowhere(tokens, index, passage) { return false }
        var next = index + 1
        while next < passage.upperBound, isTrailing(tokens[next]) { next += 1 }
        guard next < passage.upperBound else { return true }
        let follower = tokens[next]
        switch follower.kind {
        case .word: guard follower.isCapitalised || follower.hasDigits else { return false }
        case .numeral, .quotationMark, .openParenthesis, .openBracket, .opaque, .marker, .currencySign, .sign: break
        default: return false
        }
        guard tokens[index].kind == .fullStop else { return !follower.isGlued || follower.kind != .word }
        guard index > passage.lowerBound, tokens[index].isGlued else { return true }
        let before = tokens[index - 1]
        guard before.kind == .word else { return true }
        // A full stop with no blank behind it ends a sentence only where a word of small letters stands before it.
        if follower.isGlued, follower.kind != .quotationMark, before.isUpperCase || before.hasDigits {
            return false
        }
        if before.has(.abbreviation) { return before.has(.numberSign) && !before.isCapitalised && follower.kind == .word }
        return !(before.range.count == 1 && before.isCapitalised)
    }

    /// Whether the parenthesis that is open at a place has no end in the passage, which is looked for within reach only.
    private static func closesNowhere(_ tokens: [Token], _ index: Int, _ passage: Range<Int>) -> Bool {
        var depth = 0
        for token in tokens[index..<min(passage.upperBound, index + 200)] {
            if token.kind == .openParenthesis { depth += 1 }
            if token.kind == .closeParenthesis {
                if depth == 0 { return false }
                depth -= 1
            }
        }
        return true
    }
}
