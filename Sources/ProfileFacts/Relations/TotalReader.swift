import ProfileSyntax

/// Reads totals and the lists behind them in one sentence.
struct TotalReader {
    let view: SentenceView
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView) { self.view = view }

    mutating func read() {
        guard view.sentence.numbers.count >= 3, !view.saysRespectively else { return }
        let kinds = view.sentence.kinds
        if kinds.has(.openParenthesis) { readParentheses() }
        if kinds.has(.colon) { readColon() } else if kinds.has(.semicolon) { readSemicolon() }
        if kinds.has(.bullet) { readNestedBullets() }
        if kinds.has(.emDash) || kinds.has(.enDash) { readDashes() }
        if view.holds([.comprising, .up, .namely]) { readComprising() }
        readCopula()
    }

    /// The quantities of some tokens, the last first; as candidates for a total.
    private func candidates(_ tokens: Range<Int>) -> [(view: SentenceView, number: Int)] {
        view.quantities(tokens).reversed().filter { !isDifference($0) }.map { (view, $0) }
    }

    /// `5,000 more mines than`
    private func isDifference(_ number: Int) -> Bool { view.has(view.number(number).tokens.upperBound, [.more, .less]) }

    private mutating func judge(_ region: Range<Int>, _ heads: Range<Int>, _ binding: Relation.Binding) {
        guard let series = Series.read(view, region), !series.isCumulative(view),
            let relation = Judgement(view: view, binding: binding).total(of: series, candidates: candidates(heads))
        else { return }
        guard relation.verdict == .holds || !mayBeOther(series, relation) else { return }
        relations.append(relation)
    }

    /// Whether a list that does not fit its total need not: it tells steps, other years, or the parts of something behind the total.
    private func mayBeOther(_ series: Series, _ relation: Relation) -> Bool {
        // "63 of them (59 men and four women) and children (20 boys and one girl)"
        if relations.contains(where: { $0.total.range == relation.total.range && $0.verdict == .holds }) { return true }
        guard series.isDated(view), !tellsItsTime(series, of: relation.total) else { return false }
        // "44 areas were left: 12 were to be cleared in 2011 and 20 in 2012"; "124 casualties (84 in 2012 and 141 in 2011)"
        let tenth = relation.total.value.hundredth.scaled(by: 1)
        return relation.binding == .colon ? !isCalledTotal(relation.total) : relation.gap.magnitude > tenth
    }

    /// Whether what stands before a list of years tells the same years, or as many: `from 2011 to 2013: 12 in 2011, …`, `in four years: …`.
    private func tellsItsTime(_ series: Series, of total: Relation.Term) -> Bool {
        guard series.items.allSatisfy({ isOfYearOnly($0, of: total) }) else { return false }
        let start = series.items[0].tokens.lowerBound
        let dates = view.sentence.dates.map { view.prose.dates[$0] }
        let head = dates.filter { $0.tokens.lowerBound < start }.flatMap { [$0.first.year, $0.last?.year].compactMap { $0 } }
        let items = dates.filter { $0.tokens.lowerBound >= start }.compactMap(\.first.year)
        if let first = head.min(), let last = head.max(), first < last { return items.min() == first && items.max() == last }
        return view.quantities(view.range.lowerBound..<start).contains { index in
            let end = view.number(index).tokens.upperBound
            return (view.isWord(end, "years") || view.isWord(end - 1, "years")) && view.number(index).hedge == nil
                && view.number(index).value == ExactDecimal(series.items.count)
        }
    }

    /// Whether nothing is told of an item but what the total counts and when: not in "54 passed in 2010".
    private func isOfYearOnly(_ item: Series.Item, of total: Relation.Term) -> Bool {
        let number = view.number(item.number)
        let isSame =
            view.noun(number).map { noun in
                total.number.flatMap { view.noun(view.number($0)) }.map { Things.isSame($0, noun, view.bytes) } ?? false
            } ?? true
        return isSame
            && view.tokens(number.name.upperBound, to: item.tokens.upperBound).allSatisfy { index in
                view.token(index)?.isWord != true || view.has(index, [.datePreposition, .month])
            }
    }

    /// `a total of 44`
    private func isCalledTotal(_ term: Relation.Term) -> Bool {
        guard let start = term.number.map({ view.number($0).tokens.lowerBound }) else { return false }
        return (max(view.range.lowerBound, start - 2)..<start).contains { view.has($0, .total) }
    }

    // MARK: - TOTAL (list)

    private mutating func readParentheses() {
        var opens: [Int] = []
        for index in view.range where view.kind(index) == .openParenthesis {
            guard let close = view.close(of: index), close - index > 3 else { continue }
            opens.append(index)
            let inside = (index + 1)..<close
            guard view.numbers(in: inside).count >= 2, !isPartial(inside) else { continue }
            // "children (20; 16 boys and four girls)"
            if let total = view.numberStarting(at: index + 1), view.kind(view.number(total).tokens.upperBound) == .semicolon {
                let start = view.number(total).tokens.upperBound + 1
                judge(start..<close, (index + 1)..<start, .parenthesis)
                continue
            }
            // Inside another parenthesis, only what stands there can be the total.
            let outer = opens.last { $0 < index && (view.close(of: $0) ?? 0) > index }
            judge(inside, (outer.map { $0 + 1 } ?? view.range.lowerBound)..<index, .parenthesis)
        }
    }

    /// Whether a list says of itself that it is not complete, or of another year: `(2015: 18 killed; 93 injured)`.
    private func isPartial(_ region: Range<Int>) -> Bool {
        guard let first = view.token(region.lowerBound) else { return false }
        if let date = view.numbers(in: region).first, view.number(date).kind == .date,
            view.number(date).tokens.lowerBound - region.lowerBound <= 1, view.kind(view.number(date).tokens.upperBound) == .colon
        {
            return true
        }
        return first.has([.including, .of, .among, .comparison, .than, .which, .from, .except])
            || view.saysPartly(region.lowerBound)
    }

    // MARK: - TOTAL: list

    private mutating func readColon() {
        let top = view.topLevel(view.range)
        guard let colon = top.first(where: { view.kind($0) == .colon && view.token($0)?.isQuoted == false }) else { return }
        let head = view.range.lowerBound..<colon
        guard !view.has(colon - 1, .including), !isPartial((colon + 1)..<view.range.upperBound) else { return }
        let total = candidates(head).isEmpty ? parenthesisedTotal(before: colon) : nil
        judge((colon + 1)..<view.range.upperBound, total ?? head, .colon)
    }

    /// `7,485 mines; 4,114 M4, 2,871 M14, and 500 M969`: a semicolon for a colon, where nothing but mines stands behind it.
    private mutating func readSemicolon() {
        let semicolons = view.topLevel(view.range).filter { view.kind($0) == .semicolon }
        guard semicolons.count == 1, let start = semicolons.first.map({ $0 + 1 }), view.isItem(start) else { return }
        let region = start..<view.range.upperBound
        guard let series = Series.read(view, region), series.isOfMines(view),
            series.items.allSatisfy({ view.number($0.number).name.upperBound == $0.tokens.upperBound })
        else { return }
        judge(region, view.range.lowerBound..<(start - 1), .colon)
    }

    /// What stands in `Mines destroyed (total 8,814):`.
    private func parenthesisedTotal(before colon: Int) -> Range<Int>? {
        guard view.kind(colon - 1) == .closeParenthesis,
            let open = (view.range.lowerBound..<colon).last(where: { view.kind($0) == .openParenthesis })
        else { return nil }
        let inside = (open + 1)..<(colon - 1)
        return inside.contains { view.has($0, [.total, .totalling]) } ? inside : nil
    }

    /// The bullets under a bullet add up to its number.
    private mutating func readNestedBullets() {
        let bullets = view.range.filter { view.kind($0) == .bullet }
        for (place, bullet) in bullets.enumerated() where place + 1 < bullets.count {
            let depth = prose(bullet).value
            guard prose(bullets[place + 1]).value > depth else { continue }
            let end = bullets[(place + 1)...].first { prose($0).value <= depth } ?? view.range.upperBound
            judge(bullets[place + 1]..<end, bullet..<bullets[place + 1], .colon)
        }
    }

    private func prose(_ index: Int) -> Token { view.prose.tokens[index] }

    // MARK: - TOTAL—list—

    private mutating func readDashes() {
        guard view.range.contains(where: { isDash($0) }) else { return }
        let dashes = view.topLevel(view.range).filter { isDash($0) }
        guard let first = dashes.first, dashes.count <= 2 else { return }
        let last = dashes.count == 2 ? dashes[1] : view.range.upperBound
        guard !isPartial((first + 1)..<last) else { return }
        judge((first + 1)..<last, view.range.lowerBound..<first, .dash)
    }

    /// An em dash, or an en dash between blanks.
    private func isDash(_ index: Int) -> Bool {
        guard let token = view.token(index) else { return false }
        return token.kind == .emDash || token.kind == .enDash && !token.isGlued && view.token(index + 1)?.isGlued == false
    }

    // MARK: - TOTAL comprising list

    private mutating func readComprising() {
        for index in view.topLevel(view.range) where view.saysComposition(index) {
            guard let start = Self.listStart(view, behind: index) else { continue }
            judge(start..<view.range.upperBound, view.range.lowerBound..<index, .comprising)
        }
    }

    /// Where the list behind `composed of` starts; nil where the text calls it incomplete.
    static func listStart(_ view: SentenceView, behind verb: Int) -> Int? {
        var start = verb + 1
        while let token = view.token(start),
            token.has([.of, .article]) || token.kind == .colon || token.kind == .comma || token.kind == .fullStop
                || view.isWord(start, "following")
        { start += 1 }
        return view.token(start) == nil || view.saysPartly(start) ? nil : start
    }

    // MARK: - The TOTAL were list

    private mutating func readCopula() {
        for total in view.quantities(view.range) {
            let number = view.number(total)
            let verb = view.kind(number.name.upperBound) == .comma ? number.name.upperBound + 1 : number.name.upperBound
            guard view.isWord(verb, "were") || view.isWord(verb, "are"),
                view.has(number.tokens.lowerBound - 1, .article) || isCalledTotal(view.term(total)),
                view.isItem(verb + 1)
            else { continue }
            judge((verb + 1)..<view.range.upperBound, number.tokens.lowerBound..<verb, .comprising)
        }
    }
}
