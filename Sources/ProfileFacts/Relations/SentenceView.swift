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
    /// `comprising`, `composed of`, `made up of`; of the last, the `up`.
    func saysComposition(_ index: Int) -> Bool {
        has(index, .comprising)
            || has(index, .up) && (isWord(index - 1, "made") || isWord(index - 1, "Made")) && has(index + 1, .of)
    }
    func number(_ index: Int) -> Number { prose.numbers[index] }

    /// Whether some word of the sentence has one of some roles.
    func holds(_ roles: WordRoles) -> Bool { !sentence.roles.isDisjoint(with: roles) }

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

    /// The number's last naming word: the noun, in most cases.
    func noun(_ number: Number) -> Token? { number.name.last.map { prose.tokens[$0] } }

    /// Whether two numbers count the same: by one noun, or by nouns of which one counts all that the other does.
    func countsTheSame(_ whole: Number, _ part: Number) -> Bool {
        guard whole.measure == .count, part.measure == .count else { return whole.measure.isComparable(to: part.measure) }
        return Things.areSame(self, whole, self, part)
    }
}

/// Nouns that count the same things.
package enum Things {
    private static let groups = [
        [
            "mines", "mine", "landmines", "landmine", "munitions", "devices", "items", "weapons", "explosives", "antipersonnel",
            "antivehicle",
        ],
        [
            "casualties", "casualty", "people", "persons", "person", "victims", "civilians", "soldiers", "men", "women",
            "children", "boys",
            "girls", "adults", "deminers", "survivors", "deaths", "injuries", "fatalities", "males", "females", "personnel",
            "combatants",
            "staff", "dead", "killed", "injured", "wounded", "hurt", "refugees", "students", "villagers", "peacekeepers",
            "militants", "minors", "teenagers",
        ],
        ["states", "countries", "parties", "signatories", "members", "nations", "governments"],
    ]

    /// The number of a noun's group, from 1, under the noun's hash; 0 for all others.
    private static let groupOf: HashTable<Int> = {
        let nouns = groups.enumerated().flatMap { index, group in group.map { (Lexicon.hash($0), index + 1) } }
        return HashTable(nouns, filler: 0)
    }()

    /// Whether a part counts what a whole does: by one noun, by a mine's name, or by a participle or adjective ("27 dead").
    static func areSame(_ wholeView: SentenceView, _ whole: Number, _ partView: SentenceView, _ part: Number) -> Bool {
        guard let wholeNoun = wholeView.noun(whole), let partNoun = partView.noun(part) else { return true }
        if part.name.contains(where: { partView.prose.tokens[$0].hasDigits }) { return !wholeNoun.has(.kind) }
        if wholeNoun.has(.other) || partNoun.has(.other) { return true }
        if isSame(wholeNoun, partNoun, partView.bytes) { return true }
        return !partView.bytes.has("s", at: partNoun.range.upperBound - 1)
    }

    /// Whether two nouns of a text are one, but for the s of a plural, or of one group.
    static func isSame(_ one: Token, _ other: Token, _ bytes: [UInt8]) -> Bool {
        // Codes, such as mines' names, have no hash.
        if one.word == 0 || other.word == 0 {
            return bytes[one.range].elementsEqual(bytes[other.range]) { $0 | 0x20 == $1 | 0x20 }
        }
        if one.word == other.word { return true }
        let (short, long) = one.range.count < other.range.count ? (one.range, other.range) : (other.range, one.range)
        if short.count + 1 == long.count, bytes[long.upperBound - 1] | 0x20 == UInt8(ascii: "s"),
            bytes[short].elementsEqual(bytes[long].dropLast(), by: { $0 | 0x20 == $1 | 0x20 })
        {
            return true
        }
        return isOneGroup(one.word, other.word)
    }

    private static func isOneGroup(_ one: UInt64, _ other: UInt64) -> Bool {
        let group = groupOf.value(one)
        return group != 0 && group == groupOf.value(other)
    }

    package static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (one.lowercased(), other.lowercased())
        if one == other || one + "s" == other || other + "s" == one { return true }
        return isOneGroup(Lexicon.hash(one), Lexicon.hash(other))
    }
}
