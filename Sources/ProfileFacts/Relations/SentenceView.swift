import ProfileSyntax

/// A sentence as the readers of relations and dates look at it. It is a class, for each of them keeps it.
final class SentenceView: Sendable {
    let bytes: [UInt8]
    let prose: Prose
    let sentence: Prose.Sentence

    init(_ bytes: [UInt8], _ prose: Prose, _ sentence: Prose.Sentence) {
        self.bytes = bytes
        self.prose = prose
        self.sentence = sentence
    }

    var range: Range<Int> { sentence.tokens }
    func token(_ index: Int) -> Token? { range.contains(index) ? prose.tokens[index] : nil }
    func has(_ index: Int, _ roles: WordRoles) -> Bool { token(index)?.has(roles) == true }
    func kind(_ index: Int) -> Token.Kind? { token(index)?.kind }
    func isWord(_ index: Int, _ text: StaticString) -> Bool {
        guard let token = token(index), token.isWord, token.range.count == text.utf8CodeUnitCount else { return false }
        return bytes.has(text, at: token.range.lowerBound)
    }
    /// `comprising`, `composed of`, `namely`, `i.e.`, `made up of`; of the last, the `up`.
    func saysComposition(_ index: Int) -> Bool {
        has(index, [.comprising, .namely])
            || has(index, .up) && (isWord(index - 1, "made") || isWord(index - 1, "Made")) && has(index + 1, .of)
    }
    /// Whether its numbers belong to as many names: `115 and 89, respectively`.
    var saysRespectively: Bool { holds(.comparison) && range.contains { isWord($0, "respectively") } }

    func number(_ index: Int) -> Number { prose.numbers[index] }

    /// Whether some word of the sentence has one of some roles.
    func holds(_ roles: WordRoles) -> Bool { !sentence.roles.isDisjoint(with: roles) }

    /// The tokens from one to another; none where two numbers share some words between them.
    func tokens(_ start: Int, to end: Int) -> Range<Int> { start < end ? start..<end : end..<end }

    /// The numbers that start in some tokens.
    func numbers(in tokens: Range<Int>) -> Range<Int> {
        let all = sentence.numbers
        var lower = all.lowerBound
        while lower < all.upperBound, prose.numbers[lower].tokens.lowerBound < tokens.lowerBound { lower += 1 }
        var upper = lower
        while upper < all.upperBound, prose.numbers[upper].tokens.lowerBound < tokens.upperBound { upper += 1 }
        return lower..<upper
    }

    /// The parenthesis that closes the one at a token; nil where none does.
    func close(of open: Int) -> Int? {
        var depth = 0
        for index in open..<range.upperBound {
            switch prose.tokens[index].kind {
            case .openParenthesis: depth += 1
            case .closeParenthesis:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }

    /// The tokens of a range that stand in no parenthesis opened in it.
    func topLevel(_ tokens: Range<Int>) -> [Int] {
        guard sentence.kinds.has(.openParenthesis) else { return Array(tokens) }
        var found: [Int] = []
        found.reserveCapacity(tokens.count)
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            if prose.tokens[index].kind == .openParenthesis, let close = close(of: index), close < tokens.upperBound {
                index = close + 1
                continue
            }
            found.append(index)
            index += 1
        }
        return found
    }

    /// The numbers of a range that stand in no parenthesis opened in it.
    func topLevelNumbers(_ tokens: Range<Int>) -> [Int] {
        let numbers = numbers(in: tokens)
        guard !numbers.isEmpty, sentence.kinds.has(.openParenthesis) else { return Array(numbers) }
        var parentheses: [Range<Int>] = []
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            if prose.tokens[index].kind == .openParenthesis, let close = close(of: index), close < tokens.upperBound {
                parentheses.append(index..<close)
                index = close
            }
            index += 1
        }
        return numbers.filter { number in
            !parentheses.contains { $0.contains(prose.numbers[number].tokens.lowerBound) }
        }
    }

    /// The plain quantities among the top-level numbers of a range.
    func quantities(_ tokens: Range<Int>) -> [Int] {
        if sentence.kinds.has(.openParenthesis) { return topLevelNumbers(tokens).filter { isOwnQuantity($0) } }
        return numbers(in: tokens).filter { isOwnQuantity($0) }
    }

    private func isOwnQuantity(_ index: Int) -> Bool { prose.numbers[index].kind == .quantity && !prose.numbers[index].isQuoted }

    func term(_ index: Int, isTaken: Bool = false) -> Relation.Term {
        let number = prose.numbers[index]
        return Relation.Term(
            number: index, range: number.range, value: number.value, interval: number.interval, isTaken: isTaken)
    }

    /// `mainly`, `notably`, `e.g.`: what is told behind it is not all.
    func saysPartly(_ index: Int) -> Bool {
        guard let token = token(index), token.isWord else { return false }
        return [
            "mainly", "mostly", "primarily", "chiefly", "notably", "largely", "predominantly", "only", "see", "e.g",
        ].contains(bytes.text(token.range).lowercased())
    }

    /// The number that starts at a token.
    func numberStarting(at token: Int) -> Int? { sentence.numbers.first { number($0).tokens.lowerBound == token } }

    /// Whether a number stands at a token, or one word with a number in parentheses: `210 civilians`, `M14 (28,104)`.
    func isItem(_ index: Int) -> Bool {
        numberStarting(at: kind(index + 1) == .openParenthesis ? index + 2 : index) != nil
    }

    /// Where the list starts that a sentence does nothing but announce: `The mines were:`, `The types were as follows:`.
    var announcedList: Int? {
        guard sentence.kinds.has(.colon), has(range.lowerBound, .article),
            let colon = range.prefix(8).first(where: { kind($0) == .colon }), numbers(in: range.lowerBound..<colon).isEmpty,
            isWord(colon - 1, "were") || isWord(colon - 1, "are") || isWord(colon - 1, "follows"),
            !(range.lowerBound..<colon).contains(where: { has($0, [.other, .vague, .most, .half, .remaining]) })
        else { return nil }
        return colon + 1
    }

    /// Whether an editor has marked what is written: `3,000 mines [sic]`.
    func isMarkedWrong(_ number: Number) -> Bool {
        sentence.kinds.has(.openBracket)
            && (number.tokens.upperBound..<min(number.name.upperBound + 3, range.upperBound)).contains { isWord($0, "sic") }
    }

    /// The number's last naming word: the noun, in most cases.
    func noun(_ number: Number) -> Token? { number.name.last.map { prose.tokens[$0] } }

    /// Whether two numbers count the same: by one noun, or by nouns of which one counts all that the other does.
    func countsTheSame(_ whole: Number, _ part: Number) -> Bool {
        guard whole.measure == .count, part.measure == .count else { return whole.measure.isComparable(to: part.measure) }
        return Things.areSame(self, whole, self, part)
    }
}
