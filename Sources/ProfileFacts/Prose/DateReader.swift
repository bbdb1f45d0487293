/// Reads dates at a place of the tokens: `3 September 2003`, `30 November–4 December 2009`, `September 3, 2003`, `1996–1997`.
struct DateReader {
    private let tokens: [Token]
    private let numerals: [Numeral]
    private let sentence: Range<Int>

    init(_ tokens: [Token], _ numerals: [Numeral], in sentence: Range<Int>) {
        self.tokens = tokens
        self.numerals = numerals
        self.sentence = sentence
    }

    /// The date that starts at a token, if one does.
    func read(at start: Int) -> ProseDate? {
        if tokens[start].kind == .numeral, plain(start) == nil { return nil }
        if let date = readDayFirst(start) ?? readMonthFirst(start) ?? readNumeric(start) { return date }
        guard let year = year(start) else { return nil }
        guard let dash = rangeSign(start + 1), let last = lastYear(dash, from: year) else {
            return made(start, start + 1, .init(year: year))
        }
        return made(start, dash + 1, .init(year: year), .init(year: last))
    }

    private func made(
        _ start: Int, _ end: Int, _ first: ProseDate.Parts, _ last: ProseDate.Parts? = nil, monthFirst: Bool = false
    )
        -> ProseDate
    {
        ProseDate(
            first: first, last: last, range: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound,
            tokens: start..<end,
            isMonthFirst: monthFirst, isQuoted: tokens[start].isQuoted)
    }

    // MARK: - The parts of dates

    private func token(_ index: Int) -> Token? { sentence.contains(index) ? tokens[index] : nil }

    private func plain(_ index: Int) -> (value: Int, digits: Int)? {
        guard let token = token(index), token.kind == .numeral, token.value >= 0 else { return nil }
        let numeral = numerals[Int(token.value)]
        guard !numeral.isGrouped, !numeral.isSpaced, numeral.decimals == 0, numeral.range.count <= 4,
            let value = numeral.value.whole
        else { return nil }
        return (value, numeral.range.count)
    }

    private func day(_ index: Int) -> Int? { plain(index).flatMap { $0.digits <= 2 && 0...39 ~= $0.value ? $0.value : nil } }
    private func year(_ index: Int) -> Int? {
        plain(index).flatMap { $0.digits == 4 && 1800...2199 ~= $0.value ? $0.value : nil }
    }

    private func month(_ index: Int) -> Int? {
        guard let token = token(index), token.has(.month), token.isCapitalised else { return nil }
        return Int(token.value)
    }

    /// Past the ending of `3rd`.
    private func pastEnding(_ index: Int) -> Int {
        guard let token = token(index), token.isWord, token.isGlued, token.range.count == 2, !token.has([.unit, .scale]) else {
            return index
        }
        return index + 1
    }

    /// Past the full stop of `Sept.`
    private func pastStop(_ index: Int) -> Int {
        guard let token = token(index), token.kind == .fullStop, token.isGlued, self.token(index + 1) != nil,
            tokens[index - 1].range.count <= 4
        else { return index }
        return index + 1
    }

    private func pastComma(_ index: Int) -> Int { token(index)?.kind == .comma ? index + 1 : index }

    /// Past a dash, or a hyphen between two parts of a date.
    private func rangeSign(_ index: Int) -> Int? {
        guard let token = token(index), [.enDash, .hyphen, .emDash].contains(token.kind) else { return nil }
        return index + 1
    }

    /// Past `to` or `and` between two days of one month: `30 to 31 May 2016`.
    private func rangeWord(_ index: Int) -> Int? { token(index)?.has([.to, .and]) == true ? index + 1 : nil }

    private func lastYear(_ index: Int, from first: Int) -> Int? {
        if let year = year(index) { return year }
        // "2000—19; 2001—13" are years with numbers, and "2003-13-01" is no day.
        guard let short = plain(index), short.digits == 2, tokens[index].isGlued, tokens[index - 1].kind != .emDash,
            token(index + 1)?.kind != .hyphen || token(index + 1)?.isGlued == false
        else { return nil }
        let last = first / 100 * 100 + short.value
        return last > first ? last : nil
    }

    // MARK: - The forms of dates

    /// `3 September 2003`, `30 November–4 December 2009`, `29–30 May 2010`, `3 September`
    private func readDayFirst(_ start: Int) -> ProseDate? {
        guard let firstDay = day(start) else { return nil }
        var index = pastEnding(start + 1)
        if token(index)?.has(.of) == true, month(index + 1) != nil { index += 1 }
        var first = ProseDate.Parts(day: firstDay)
        var last: ProseDate.Parts?
        if let month = month(index) {
            first.month = month
            index = pastStop(index + 1)
            if let next = rangeSign(index), let lastDay = day(next), let lastMonth = self.month(pastEnding(next + 1)) {
                last = .init(month: lastMonth, day: lastDay)
                index = pastStop(pastEnding(next + 1) + 1)
            }
        } else if let next = rangeSign(index) ?? rangeWord(index), let lastDay = day(next),
            let month = month(pastEnding(next + 1))
        {
            first.month = month
            last = .init(month: month, day: lastDay)
            index = pastStop(pastEnding(next + 1) + 1)
        } else {
            return nil
        }
        let yearAt = pastComma(index)
        if let year = year(yearAt) {
            first.year = year
            last?.year = year
            index = yearAt + 1
            if last == nil, let next = rangeSign(index), let lastDay = day(next), let month = month(next + 1),
                let lastYear = self.year(next + 2)
            {
                return made(start, next + 3, first, .init(year: lastYear, month: month, day: lastDay))
            }
            if let lastMonth = last?.month, let firstMonth = first.month, lastMonth < firstMonth { first.year = year - 1 }
        }
        return made(start, index, first, last)
    }

    /// `September 2003`, `November–December 2011`, `November 2010–March 2011`, `September 3, 2003`, `September 3`
    private func readMonthFirst(_ start: Int) -> ProseDate? {
        guard let firstMonth = month(start) else { return nil }
        let index = pastStop(start + 1)
        if let day = day(index) {
            let end = pastEnding(index + 1)
            var last = (day: nil as Int?, end: end)
            if let next = rangeSign(end), let lastDay = self.day(next) { last = (lastDay, pastEnding(next + 1)) }
            let yearAt = pastComma(last.end)
            let year = year(yearAt)
            return made(
                start, year == nil ? last.end : yearAt + 1, .init(year: year, month: firstMonth, day: day),
                last.day.map { .init(year: year, month: firstMonth, day: $0) }, monthFirst: true)
        }
        if let next = rangeSign(index) ?? rangeWord(index), let lastMonth = month(next) {
            let yearAt = pastStop(next + 1)
            guard let year = year(yearAt) else { return nil }
            let firstYear = lastMonth < firstMonth ? year - 1 : year
            return made(start, yearAt + 1, .init(year: firstYear, month: firstMonth), .init(year: year, month: lastMonth))
        }
        let yearAt = pastComma(index)
        guard let year = year(yearAt) else { return nil }
        if let next = rangeSign(yearAt + 1), let lastMonth = month(next), let lastYear = self.year(next + 1) {
            return made(start, next + 2, .init(year: year, month: firstMonth), .init(year: lastYear, month: lastMonth))
        }
        return made(start, yearAt + 1, .init(year: year, month: firstMonth))
    }

    /// `2003-09-03`
    private func readNumeric(_ start: Int) -> ProseDate? {
        guard let year = year(start), token(start + 1)?.kind == .hyphen, token(start + 3)?.kind == .hyphen,
            let month = plain(start + 2), let day = plain(start + 4), month.digits == 2, day.digits == 2,
            tokens[start + 4].isGlued,
            tokens[start + 2].isGlued, 1...12 ~= month.value
        else { return nil }
        return made(start, start + 5, .init(year: year, month: month.value, day: day.value))
    }
}
