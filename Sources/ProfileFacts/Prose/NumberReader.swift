import ProfileSyntax

/// Says of every number of a sentence what it is, in one pass over the tokens.
struct NumberReader {
    let bytes: [UInt8]
    let tokens: [Token]
    let numerals: [Numeral]
    private(set) var malformed: [MalformedNumber]
    private(set) var numbers: [Number] = []
    private(set) var dates: [ProseDate] = []
    private var sentence = 0..<0
    private var depth = 0

    init(bytes: [UInt8], tokens: [Token], numerals: [Numeral], malformed: [MalformedNumber]) {
        self.bytes = bytes
        self.tokens = tokens
        self.numerals = numerals
        self.malformed = malformed
        numbers.reserveCapacity(numerals.count + numerals.count / 4)
        dates.reserveCapacity(numerals.count / 2)
    }

    /// What words can tell a number or a date.
    private static var telling: WordRoles { [.cardinal, .month, .half, .article, .ordinal, .dozen, .scale, .fraction] }

    mutating func read(_ range: Range<Int>) {
        sentence = range
        depth = 0
        let dateReader = DateReader(tokens, numerals, in: range)
        var index = range.lowerBound
        while index < range.upperBound {
            let token = tokens[index]
            // Most tokens are words that tell no number.
            if token.isWord, token.roles.isDisjoint(with: Self.telling) {
                index += 1
                continue
            }
            switch token.kind {
            case .numeral:
                index = readNumeral(index, dateReader)
                continue
            case .word:
                if token.has(.month), token.isCapitalised, let date = dateReader.read(at: index) {
                    index = add(date)
                    continue
                }
                if let next = readWords(index) {
                    index = next
                    continue
                }
            case .openParenthesis: depth += 1
            case .closeParenthesis: depth -= 1
            default: break
            }
            index += 1
        }
    }

    // MARK: - Looking around

    private func token(_ index: Int) -> Token? { sentence.contains(index) ? tokens[index] : nil }
    private func has(_ index: Int, _ roles: WordRoles) -> Bool { token(index)?.has(roles) == true }
    private func isSign(_ index: Int, _ byte: UInt8) -> Bool {
        token(index).map { $0.kind == .sign && $0.value == Int32(byte) } == true
    }

    /// The index before one, past a full stop that is glued to an abbreviation.
    private func wordBefore(_ index: Int) -> Int {
        if token(index - 1)?.kind == .fullStop, token(index - 1)?.isGlued == true, token(index - 2)?.isWord == true {
            return index - 2
        }
        return index - 1
    }

    private mutating func add(_ date: ProseDate) -> Int {
        numbers.append(
            Number(.date, .zero, range: date.range, tokens: date.tokens, isQuoted: date.isQuoted))
        dates.append(date)
        return date.tokens.upperBound
    }

    private mutating func add(_ kind: Number.Kind, _ value: ExactDecimal, _ tokens: Range<Int>) -> Int {
        let range = self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
        numbers.append(Number(kind, value, range: range, tokens: tokens, isQuoted: self.tokens[tokens.lowerBound].isQuoted))
        return tokens.upperBound
    }

    // MARK: - Digits

    private mutating func readNumeral(_ index: Int, _ dateReader: DateReader) -> Int {
        let token = tokens[index]
        guard token.value >= 0 else { return readMalformed(index) }
        let numeral = numerals[Int(token.value)]
        if let kind = kindByWhatStandsBefore(index, numeral) { return readReference(index, numeral, kind) }
        if let date = dateReader.read(at: index), isDate(date, index) { return add(date) }
        if let next = self.token(index + 1), next.isGlued {
            // The scanner leaves no other words of two letters glued to a number. `St.` is an abbreviation too.
            if next.isWord, next.range.count == 2, next.roles.isDisjoint(with: [.unit, .scale, .percent]) {
                return add(.ordinal, numeral.value, index..<index + 2)
            }
            if next.kind == .colon, self.token(index + 2)?.kind == .numeral, self.token(index + 2)?.isGlued == true {
                return add(.time, numeral.value, index..<index + 3)
            }
            if next.kind == .slash, self.token(index + 2)?.kind == .numeral {
                return add(.identifier, numeral.value, index..<index + 3)
            }
            if next.kind == .hyphen, let word = self.token(index + 2), word.isGlued, word.isWord {
                return add(.compound, numeral.value, index..<index + 3)
            }
            if next.kind == .closeParenthesis, depth <= 0 { return add(.identifier, numeral.value, index..<index + 1) }
        }
        if isEnumerator(index, numeral) { return add(.identifier, numeral.value, index..<index + 1) }
        if has(index + 1, .abbreviation), ["a.m", "p.m"].contains(bytes.text(tokens[index + 1].range).lowercased()) {
            return add(.time, numeral.value, index..<index + 2)
        }
        if isDesignation(index, numeral) {
            var end = index + 1
            while let dash = self.token(end), dash.kind == .hyphen || dash.kind == .enDash, dash.isGlued,
                self.token(end + 1)?.kind == .numeral, self.token(end + 1)?.isGlued == true
            {
                end += 2
            }
            return add(.designation, numeral.value, index..<end)
        }
        return readQuantity(index, end: index + 1, numeral.value, numeral)
    }

    /// Whether a number in parentheses only counts what comes: `(1) clearance; (2) marking`.
    private func isEnumerator(_ index: Int, _ numeral: Numeral) -> Bool {
        guard token(index - 1)?.kind == .openParenthesis, token(index + 1)?.kind == .closeParenthesis, numeral.range.count <= 2,
            let before = token(index - 2)
        else {
            return token(index - 1)?.kind == .openParenthesis && token(index + 1)?.kind == .closeParenthesis
                && token(index - 2) == nil
        }
        return before.isBreak || before.has([.and, .or])
    }

    /// What a number is by the word before it: `pp. 854`, `Article 7`, `Resolution 75`, `No. 4`.
    private func kindByWhatStandsBefore(_ index: Int, _ numeral: Numeral) -> Number.Kind? {
        let before = wordBefore(index)
        guard let word = token(before) else { return nil }
        if word.kind == .sign {
            if word.value == Int32(UInt8(ascii: "#")) || bytes.has("№", at: word.range.lowerBound) { return .identifier }
            return nil
        }
        guard word.isWord else { return continuedKind(index) }
        if word.has(.page) { return .page }
        if word.has(.numberSign), before == index - 2 || word.isUpperCase || word.range.count > 2 {
            if has(before - 1, .law) || has(before - 2, .law) { return .law }
            return !numeral.isGrouped && numeral.range.count <= 3 ? .designation : .identifier
        }
        if before == index - 1, numeral.decimals == 0 || word.has(.law), !numeral.isGrouped {
            if word.has(.law) { return .law }
            if word.has(.provision), !hasCountedName(index) || word.isCapitalised { return .provision }
        }
        return continuedKind(index)
    }

    /// `Articles 4 and 5`, `pp. 854–855`: a number joined to one of those kinds is of the same kind.
    private func continuedKind(_ index: Int) -> Number.Kind? {
        guard let last = numbers.last, last.kind == .page || last.kind == .provision || last.kind == .designation,
            last.tokens.upperBound == index - 1, last.tokens.lowerBound >= sentence.lowerBound, let join = token(index - 1)
        else { return nil }
        switch join.kind {
        case .enDash, .hyphen: return last.kind
        case .comma where last.kind == .page: return hasCountedName(index) ? nil : .page
        case .word where join.has([.and, .or, .to]): return last.kind != .designation && !hasCountedName(index) ? last.kind : nil
        default: return nil
        }
    }

    /// Whether something that is counted stands behind a number.
    private func hasCountedName(_ index: Int) -> Bool { has(index + 1, [.counted, .kind, .scale]) || has(index + 2, .counted) }

    private mutating func readReference(_ index: Int, _ numeral: Numeral, _ kind: Number.Kind) -> Int {
        var end = index + 1
        if let slash = token(end), slash.kind == .slash, slash.isGlued, token(end + 1)?.kind == .numeral { end += 2 }
        return add(kind, numeral.value, index..<end)
    }

    /// Whether what reads like a year is one: not in "destroyed 2004 mines", nor where money or a part of a name is meant.
    private func isDate(_ date: ProseDate, _ index: Int) -> Bool {
        guard date.first.month == nil else { return true }
        if let before = token(index - 1) {
            if before.kind == .currencySign || before.isGlued && before.kind == .hyphen && !before.isCapitalised {
                return has(index - 2, .partOfPeriod)
            }
            if before.isWord, before.isUpperCase, before.has(.currency) || tokens[index].isGlued { return false }
        }
        let next = date.tokens.upperBound
        if let after = token(next), after.kind == .percent || after.has([.unit, .percent, .scale]) && !after.has(.counted) {
            return has(index - 1, .datePreposition) && !after.has(.percent) && after.kind != .percent && after.isGlued == false
                && after.has(.unit) == false
        }
        guard date.last == nil, has(next, .counted) else { return true }
        guard let before = token(index - 1), before.isWord else { return token(index - 1) == nil }
        return before.has([.datePreposition, .article, .month, .and])
    }

    /// Part of a mine's name that holds a space: `Type 72`, `MAI 75`, or shaped like a range: `Sakaramiina 65-98`.
    private func isDesignation(_ index: Int, _ numeral: Numeral) -> Bool {
        guard numeral.range.count <= 3, numeral.decimals == 0, let before = token(index - 1), !before.isBreak else {
            return false
        }
        let isRange =
            (token(index + 1)?.kind == .hyphen || token(index + 1)?.kind == .enDash) && token(index + 1)?.isGlued == true
            && token(index + 2)?.kind == .numeral && token(index + 2)?.isGlued == true
        if before.isWord, before.isCapitalised, numeral.range.count <= 3 {
            if before.has(.designationHead) { return true }
            if isRange, before.roles.isEmpty { return true }
            return before.roles.isEmpty && MunitionReference.knows(bytes.text(before.range), bytes.text(tokens[index].range))
        }
        if isRange,
            MunitionReference.rangeLike.contains(
                bytes.text(tokens[index].range.lowerBound..<tokens[index + 2].range.upperBound))
        {
            return true
        }
        if isRange, before.has(.and), let last = numbers.last, last.kind == .designation, last.tokens.upperBound == index - 1 {
            return true
        }
        return false
    }

    /// Commas may stand between small numbers in a list of pages or articles; a quantity has a name behind it.
    private mutating func readMalformed(_ index: Int) -> Int {
        let place = Int(-1 - tokens[index].value)
        let number = malformed[place]
        let before = wordBefore(index)
        let isOther = has(before, [.page, .law, .numberSign, .provision]) || continuedKind(index) != nil
        if !isOther, number.kind == .commas, has(index + 1, [.scale, .unit, .percent]) || token(index + 1)?.kind == .percent,
            number.readings.contains(where: { $0.contains(".") })
        {
            malformed[place] = MalformedNumber(decimalComma: number.range, bytes)
            return add(.malformed, .zero, index..<index + 1)
        }
        // `€1=US$1,1096`, `0,5 km²`: no thousands can be meant.
        if !isOther, number.kind == .commas, number.hasOneComma(bytes), isRate(index) || number.startsWithZero(bytes) {
            malformed[place] = MalformedNumber(decimalComma: number.range, bytes)
            return add(.malformed, .zero, index..<index + 1)
        }
        let isCounted = token(index + 1).map { $0.isWord && !$0.has(.nameEnd) } == true || token(index - 1)?.kind == .currencySign
        let isNumber = number.kind == .letter || number.range.count >= 6 || isCounted
        return add(isOther || !isNumber ? .identifier : .malformed, .zero, index..<index + 1)
    }

    /// Whether an amount of money stands beside an equals sign: `€1=US$1,1096`.
    private func isRate(_ index: Int) -> Bool {
        guard token(index - 1)?.kind == .currencySign || has(index - 1, .currency) else { return false }
        let equals = UInt8(ascii: "=")
        return isSign(index + 1, equals) || isSign(index - 2, equals) || isSign(index - 3, equals) && has(index - 2, .currency)
    }

    // MARK: - Words

    /// A number in words from a token on; nil where none starts there.
    private mutating func readWords(_ start: Int) -> Int? {
        let token = tokens[start]
        if token.has(.ordinal), token.roles.isDisjoint(with: .month) {
            return add(.ordinal, ExactDecimal(Int(token.value)), start..<start + 1)
        }
        guard let words = NumberWords.read(tokens, start, sentence) else {
            if token.has(.fraction) || token.has(.half), !has(start - 1, .cardinal) {
                return add(.fraction, .zero, start..<start + 1)
            }
            return nil
        }
        if words.isFraction { return add(.fraction, words.value, start..<words.end) }
        if let kind = kindByWhatStandsBeforeWord(start) { return add(kind, words.value, start..<words.end) }
        if self.token(words.end)?.kind == .hyphen, self.token(words.end)?.isGlued == true { return nil }
        return readQuantity(start, end: words.end, words.value, nil, scale: words.scale, decimals: words.decimals)
    }

    private func kindByWhatStandsBeforeWord(_ index: Int) -> Number.Kind? {
        guard let before = token(index - 1), before.isWord, before.isCapitalised, tokens[index].isCapitalised else { return nil }
        return before.has(.provision) ? .provision : nil
    }

    // MARK: - Quantities

    /// A quantity whose digits or words stand from one token to another: with its scale, hedge, unit and name.
    private mutating func readQuantity(
        _ start: Int, end: Int, _ value: ExactDecimal, _ numeral: Numeral?, scale: Int = 0, decimals: Int = 0
    ) -> Int {
        let reading = QuantityReading(bytes: bytes, tokens: tokens, numerals: numerals, sentence: sentence)
        let number = reading.read(start, end: end, value, numeral, scale: scale, decimals: decimals)
        numbers.append(number)
        return max(end, number.tokens.upperBound)
    }
}
