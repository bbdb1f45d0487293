import ProfileSyntax

/// What stands around a number: its currency and hedge before it, its scale, unit and name behind it.
struct QuantityReading {
    let bytes: [UInt8]
    let tokens: [Token]
    let numerals: [Numeral]
    let sentence: Range<Int>

    private func token(_ index: Int) -> Token? { sentence.contains(index) ? tokens[index] : nil }
    private func has(_ index: Int, _ roles: WordRoles) -> Bool { token(index)?.has(roles) == true }

    func read(_ start: Int, end: Int, _ value: ExactDecimal, _ numeral: Numeral?, scale: Int, decimals: Int) -> Number {
        var (value, scale, end) = (value, scale, end)
        var kind = Number.Kind.quantity
        var measure = Number.Measure.count
        let before = currency(before: start)
        if let word = token(end), word.has(.scale), numeral != nil, word.range.count > 2 || before != nil && word.isGlued {
            let power = Int(word.value)
            if value.scaled(by: power) < ExactDecimal(1_000_000_000_000_000) {
                value = value.scaled(by: power)
                scale = power
                end += 1
            }
        }
        let valueEnd = end
        if let before {
            measure = .money(CurrencyCode(before.code))
        } else if let (found, next) = percent(end) {
            (kind, measure, end) = (found, .percent, next)
        } else if let (unit, next) = unit(end) {
            (measure, end) = (.unit(unit), next)
        } else if let (code, next) = currency(behind: end) {
            (measure, end) = (.money(CurrencyCode(code)), next)
        }
        let first = before?.start ?? start
        var number = Number(
            kind, value,
            range: tokens[start].range.lowerBound..<tokens[valueEnd - 1].range.upperBound,
            tokens: first..<end, isQuoted: tokens[start].isQuoted)
        number.scale = scale
        number.decimals = numeral?.decimals ?? decimals
        number.measure = measure
        number.isInWords = numeral == nil
        number.isGrouped = numeral?.isGrouped ?? false
        if let (hedge, at) = hedge(before: first) ?? hedge(behind: end).map({ ($0, first) }) {
            number.hedge = hedge
            number.tokens = at..<end
        }
        if isEquation(first, end) {
            return changed(number, to: .rate)
        }
        if let upper = rangeEnd(end, start, number) {
            var range = changed(number, to: .range)
            range.upper = upper.value
            range.tokens = number.tokens.lowerBound..<upper.end
            return range
        }
        number.name = name(from: end)
        number.hasStrayComma = number.name.isEmpty && hasStrayComma(number)
        return number
    }

    private func changed(_ number: Number, to kind: Number.Kind) -> Number {
        var changed = Number(kind, number.value, range: number.range, tokens: number.tokens, isQuoted: number.isQuoted)
        changed.decimals = number.decimals
        changed.scale = number.scale
        changed.measure = number.measure
        changed.isInWords = number.isInWords
        return changed
    }

    /// Whether a comma parts a number from the mines that it counts: `A total of 1,486, PMN mines were kept`.
    private func hasStrayComma(_ number: Number) -> Bool {
        let (first, end) = (number.tokens.lowerBound, number.tokens.upperBound)
        guard number.isGrouped, number.measure == .count, number.hedge == nil, let comma = token(end), comma.kind == .comma,
            comma.isGlued, let name = token(end + 1), name.isWord, name.hasDigits || name.isUpperCase && name.range.count > 1,
            has(end + 2, .counted), let next = token(end + 3)
        else { return false }
        let opensSentence = first == sentence.lowerBound + 3 && has(first - 3, .article) && has(first - 2, .total)
        let isObject = has(first - 1, [.taking, .holding])
        let goesOn = next.isBreak && next.kind != .comma || next.has([.in, .at, .for, .from]) || isText(end + 3, "were")
        return (opensSentence || isObject) && goesOn
    }

    // MARK: - Before the number

    private func currency(before start: Int) -> (code: String, start: Int)? {
        guard let sign = token(start - 1) else { return nil }
        if sign.kind == .currencySign {
            guard sign.value == Int32(UInt8(ascii: "$")) else { return (Self.code(ofSign: sign.value), start - 1) }
            guard let word = token(start - 2), word.isWord, sign.isGlued, word.isUpperCase else {
                return ("USD", start - 1)
            }
            let prefix = bytes.text(word.range)
            return (
                ["US": "USD", "USD": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD"][prefix] ?? prefix,
                start - 2
            )
        }
        // The scanner parts no other three capitals from the digits behind them.
        let isUnknown = sign.range.count == 3 && tokens[start].isGlued
        guard sign.isWord, sign.isUpperCase, sign.has(.currency) || isUnknown else { return nil }
        return (bytes.text(sign.range), start - 1)
    }

    private static func code(ofSign value: Int32) -> String {
        switch value {
        case 0xA3: "GBP"
        case 0xA5: "JPY"
        case 0xAC: "EUR"
        case 0xBD: "RUB"
        case 0xB4: "UAH"
        case 0xBA: "TRY"
        default: "¤"
        }
    }

    /// Whether a token is written just so.
    private func isText(_ index: Int, _ text: StaticString) -> Bool {
        guard let token = token(index), token.range.count == text.utf8CodeUnitCount else { return false }
        return bytes.has(text, at: token.range.lowerBound)
    }

    /// The hedge that ends before a token, and where it starts.
    private func hedge(before start: Int) -> (Number.Hedge, Int)? {
        guard let word = token(start - 1) else { return nil }
        if word.kind == .sign {
            switch UInt8(truncatingIfNeeded: word.value) {
            case UInt8(ascii: "~"): return (.about, start - 1)
            case UInt8(ascii: ">"): return (.atLeast, start - 1)
            case UInt8(ascii: "<"): return (.atMost, start - 1)
            default: return nil
            }
        }
        guard word.isWord else { return nil }
        if word.has(.than) {
            if has(start - 2, .more) { return (.atLeast, start - 2) }
            if has(start - 2, .less) { return (.atMost, start - 2) }
        }
        if word.has(.least), has(start - 2, .at) { return (.atLeast, start - 2) }
        if word.has(.most), has(start - 2, .at) { return (.atMost, start - 2) }
        if word.has(.to), has(start - 2, .up) { return (.atMost, start - 2) }
        if word.has(.about) { return (.about, has(start - 2, .article) ? start - 2 : start - 1) }
        if word.has(.beyond) { return (.atLeast, start - 1) }
        if word.has(.short) { return (.atMost, start - 1) }
        // "close to 400", "as many as 400", "an average of 400"
        if word.has(.to), isText(start - 2, "close") { return (.about, start - 2) }
        if word.has(.as), has(start - 2, [.vague, .more]) || isText(start - 2, "much") {
            return (.atMost, start - 2)
        }
        return nil
    }

    // MARK: - Behind the number

    /// `400+`, `400 or so`, `400 or more`
    private func hedge(behind end: Int) -> Number.Hedge? {
        guard let next = token(end) else { return nil }
        if next.kind == .sign, next.isGlued, next.value == Int32(UInt8(ascii: "+")), token(end + 1)?.kind != .numeral {
            return .atLeast
        }
        guard next.has(.or), let word = token(end + 1), word.isWord else { return nil }
        if word.has(.more) { return .atLeast }
        if word.has(.less) { return .atMost }
        return isText(end + 1, "so") ? .about : nil
    }

    private func percent(_ end: Int) -> (Number.Kind, Int)? {
        if token(end)?.kind == .percent { return (.percentage, end + 1) }
        if has(end, .percent) { return (.percentage, end + (isText(end + 1, "points") ? 2 : 1)) }
        return isText(end, "per") && isText(end + 1, "cent") ? (.percentage, end + 2) : nil
    }

    private func unit(_ end: Int) -> (MeasureUnit, Int)? {
        guard let word = token(end), word.isWord else { return nil }
        // "M2" is a mine, "m2" a square metre.
        let isMine = word.hasDigits && word.isCapitalised && !word.isGlued
        if word.has(.unit), !isMine, let unit = MeasureUnit(rawValue: word.value) { return (unit, end + 1) }
        if word.isGlued, isText(end, "m") { return (.metre, end + 1) }
        guard isText(end, "square") || isText(end, "sq"), let next = token(end + 1) else { return nil }
        let unitAt = next.kind == .fullStop ? end + 2 : end + 1
        guard let length = token(unitAt), length.has(.unit) || isText(unitAt, "m") else { return nil }
        return (length.value == MeasureUnit.kilometre.rawValue ? .squareKilometre : .squareMetre, unitAt + 1)
    }

    private static let currencyWords = HashTable(
        [
            ("euro", "EUR"), ("euros", "EUR"), ("dollars", "USD"), ("dollar", "USD"), ("pounds", "GBP"), ("rubles", "RUB"),
            ("roubles", "RUB"),
            ("yen", "JPY"),
            ("francs", "CHF"), ("kronor", "SEK"), ("kroner", "NOK"), ("hryvnia", "UAH"), ("zlotys", "PLN"),
        ].map { (Lexicon.hash($0.0), $0.1) }, filler: "")

    private func currency(behind end: Int) -> (String, Int)? {
        // "1,765,000 Euros", "30 US dollars", "200 EUR"
        for at in end...end + 1 {
            guard let word = token(at), word.isWord, word.range.count <= 8 else { return nil }
            let code = Self.currencyWords.value(word.word)
            if !code.isEmpty { return (code, at + 1) }
            if at == end, word.has(.currency), word.isUpperCase, !word.has(.unit), word.range.count > 2 {
                return (bytes.text(word.range), at + 1)
            }
            guard word.isCapitalised else { return nil }
        }
        return nil
    }

    /// Whether an equals sign stands beside the number.
    private func isEquation(_ start: Int, _ end: Int) -> Bool {
        func isEquals(_ index: Int) -> Bool {
            token(index).map { $0.kind == .sign && $0.value == Int32(UInt8(ascii: "=")) } == true
        }
        return isEquals(start - 1) || isEquals(end)
    }

    /// The other end of `10–12`, or of `between 10 and 12`.
    private func rangeEnd(_ end: Int, _ start: Int, _ number: Number) -> (value: ExactDecimal, end: Int)? {
        guard let join = token(end), let last = token(end + 1), last.kind == .numeral, last.value >= 0 else { return nil }
        let value = numerals[Int(last.value)].value
        let isDash = (join.kind == .enDash || join.kind == .hyphen) && last.isGlued
        let isBetween = join.has(.and) && has(number.tokens.lowerBound - 1, .between)
        let isTo = join.has(.to) && !has(number.tokens.lowerBound - 1, .from) && number.value < value
        guard isDash || isBetween || isTo else { return nil }
        return (value, end + 2)
    }

    /// The words that name what is counted: `antipersonnel mines`, `PMN-2 mines`.
    private func name(from end: Int) -> Range<Int> {
        var last = end
        while let token = token(last), token.isWord, !token.has([.nameEnd, .and, .or, .cardinal]), last - end < 7 { last += 1 }
        return end..<last
    }
}
