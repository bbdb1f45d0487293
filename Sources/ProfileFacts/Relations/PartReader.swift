import ProfileSyntax

/// Reads parts that are told of a whole, all or some of them: "including", "of which", "among them", "1,200 of them".
struct PartReader {
    let view: SentenceView
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView) { self.view = view }

    mutating func read() {
        guard view.sentence.numbers.count >= 2 else { return }
        if view.sentence.numbers.count >= 3, view.sentence.kinds.has(.comma) { readOutcomes() }
        guard view.holds([.including, .of, .among]) else { return }
        for index in view.range {
            guard let token = view.token(index), token.isWord, !token.isQuoted else { continue }
            let isOfThese = token.has([.of, .among]) && view.has(index + 1, [.which, .these])
            if isOfThese, token.has(.of), let part = part(endingAt: index) {
                readPart(part, of: index)
            } else if isOfThese {
                readParts(from: index, behind: index + 2)
            } else if token.has(.including) {
                readParts(from: index, behind: index + 1)
            }
        }
        readOpening()
    }

    // MARK: - N of them

    /// The number right before `of them`, `of these 12`, `of which`; not where `of which` opens a list: "5,200 of which 1,300".
    private func part(endingAt of: Int) -> Int? {
        guard let part = view.numberEnding(at: of), view.number(part).tokens.upperBound == of,
            !view.has(of + 1, .which) || view.numberStarting(at: of + 2) == nil
        else { return nil }
        return part
    }

    /// `615,362 of them`, `two of these 12`: part of what stands before it, or behind.
    private mutating func readPart(_ part: Int, of index: Int) {
        if let whole = view.numberStarting(at: index + 2) {
            if view.countsTheSame(view.number(whole), view.number(part)) {
                judge([part], of: whole, isSum: false, canContradict: true)
            }
            return
        }
        let before = view.quantities(view.range.lowerBound..<view.number(part).tokens.lowerBound).filter {
            view.number($0).measure.isComparable(to: view.number(part).measure)
        }
        guard let whole = before.last else { return }
        let isGreatest = before.allSatisfy { view.number($0).value < view.number(part).value }
        // "1,200 casualties, 300 of them children"; in a clause of its own, "them" may be things of the sentence before.
        let isApposed =
            [.comma, .openParenthesis, .emDash].contains(view.kind(view.number(part).tokens.lowerBound - 1))
            && view.isWord(index + 1, "them") && view.token(index + 2)?.isWord == true && !view.has(index + 2, .nameEnd)
        judge([part], of: whole, isSum: false, canContradict: isApposed && isGreatest)
    }

    // MARK: - Of the M, …

    private mutating func readOpening() {
        guard let whole = view.numbers(in: view.range).first, view.number(whole).kind == .quantity, view.opensWithOf(whole) else {
            return
        }
        readParts(of: whole, in: view.number(whole).tokens.upperBound..<view.range.upperBound, summed: false)
    }

    // MARK: - TOTAL, with A deaths and B injuries

    private mutating func readOutcomes() {
        for part in view.quantities(view.range).dropFirst().dropLast() {
            let with = view.number(part).tokens.lowerBound - 1
            guard view.isWord(with, "with"), view.kind(with - 1) == .comma, let whole = whole(before: with),
                view.number(whole).kind == .quantity, !view.number(whole).isQuoted
            else { continue }
            let region = (with + 1)..<end(of: with + 1)
            if let parts = Classification.parts(in: region, of: view.number(whole), view, view) {
                if countsTheSame(whole, part) { judge(parts, of: whole, in: view) }
            }
        }
    }

    // MARK: - TOTAL, including list

    private mutating func readParts(from sign: Int, behind: Int) {
        let region = behind..<end(of: behind)
        guard let whole = whole(before: sign), view.number(whole).kind == .quantity, !view.number(whole).isQuoted else { return }
        readParts(of: whole, in: region, summed: true)
    }

    /// The quantity before a place in the same parenthesis or clause; of "16 of the 20 fields have been marked, including" the 16.
    private func whole(before sign: Int) -> Int? {
        var start = sign
        var depth = 0
        while start > view.range.lowerBound {
            let kind = view.kind(start - 1)
            if kind == .closeParenthesis { depth += 1 }
            if kind == .openParenthesis { depth -= 1 }
            if depth <= 0, kind == .semicolon || kind == .colon { break }
            start -= 1
        }
        let before = view.quantities(start..<sign)
        let nearest = before.last { !isPlace($0) } ?? (depth < 0 ? view.numbers(in: start..<sign).last : nil)
        guard let nearest, case .some(let part) = view.selection(nearest), part >= view.numbers(in: start..<sign).lowerBound,
            view.tokens(view.number(nearest).name.upperBound, to: sign).contains(where: { view.has($0, .nameEnd) })
        else { return nearest }
        return part
    }

    /// Whether a number tells where things are or come from: "casualties in 119 countries, of which", "300 mines at three sites".
    private func isPlace(_ index: Int) -> Bool {
        let number = view.number(index)
        return view.has(number.tokens.lowerBound - 1, [.in, .at, .from]) && number.measure == .count
            || number.name.contains { view.has($0, .kind) } && view.isWord(number.tokens.lowerBound - 1, "across")
    }

    /// Whether a part counts what a whole does; the 16 of "16 of the 20 fields" are fields.
    private func countsTheSame(_ whole: Int, _ part: Int) -> Bool {
        var named = whole
        if view.number(whole).name.isEmpty, view.sentence.numbers.contains(whole + 1),
            case .some(whole) = view.selection(whole + 1)
        {
            named += 1
        }
        return view.countsTheSame(view.number(named), view.number(part))
    }

    /// Where the list ends that starts at a token.
    private func end(of start: Int) -> Int {
        var end = start
        var depth = 0
        while end < view.range.upperBound {
            let kind = view.kind(end)
            if kind == .openParenthesis { depth += 1 }
            if kind == .closeParenthesis {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, kind == .semicolon || kind == .colon || view.has(end, .while) { break }
            end += 1
        }
        return end
    }

    private mutating func readParts(of whole: Int, in region: Range<Int>, summed: Bool) {
        guard let first = view.quantities(region).first else { return }
        if let parts = Classification.parts(in: region, of: view.number(whole), view, view) {
            // "204 areas, of which 118 contained antipersonnel mines": areas are counted.
            let isElided = view.has(view.number(first).tokens.lowerBound - 1, .which)
            if isElided || countsTheSame(whole, first) { judge(parts, of: whole, in: view) }
            return
        }
        let series = view.has(region.lowerBound - 1, [.which, .these]) ? nil : Series.read(view, region)
        // The first number behind the word must be a part, not a place or a time in a clause of its own.
        guard series != nil || view.number(first).tokens.lowerBound - region.lowerBound <= 3 else { return }
        let parts = series.map { $0.items.map(\.number) } ?? [first]
        guard parts.allSatisfy({ countsTheSame(whole, $0) }) else { return }
        judge(
            parts, of: whole, isSum: summed && series?.isClean == true,
            canContradict: series?.isClean != false)
    }

    // MARK: - Judging

    /// Parts of which none is part of another: their sum is no more than the whole, or the whole where there can be no others.
    mutating func judge(_ parts: Classification.Parts, of whole: Int, in wholeView: SentenceView) {
        let total = wholeView.number(whole)
        guard total.value > ExactDecimal(1),
            parts.numbers.allSatisfy({
                view.number($0).measure.isComparable(to: total.measure) && [nil, .atLeast].contains(view.number($0).hedge)
            })
        else { return }
        let sum = parts.numbers.reduce(Interval.zero) { $0 + view.number($1).interval }
        let allowed = Judgement.target(total)
        let isExact = ([total] + parts.numbers.map { view.number($0) }).allSatisfy { $0.hedge == nil }
        let isTotal = parts.isComplete && isExact
        relations.append(
            relation(
                isTotal ? .total : .partOf, parts.numbers, wholeView.term(whole), isHedged: total.hedge != nil,
                allowed.isBelow(sum) || isTotal && sum.isBelow(allowed) ? .broken : .holds))
    }

    private mutating func judge(_ parts: [Int], of whole: Int, isSum: Bool, canContradict: Bool) {
        let total = view.number(whole)
        guard total.value > ExactDecimal(1),
            parts.allSatisfy({ part in
                let number = view.number(part)
                return number.measure.isComparable(to: total.measure) && number.hedge == nil
            }), let greatest = parts.max(by: { view.number($0).value < view.number($1).value })
        else { return }
        let allowed = Judgement.target(total)
        let sum = parts.reduce(Interval.zero) { $0 + view.number($1).interval }
        if allowed.isBelow(view.number(greatest).interval) {
            if canContradict { add([greatest], whole, .broken) }
        } else if isSum, parts.count >= 2, allowed.isBelow(sum) {
            add(parts, whole, .broken)
        } else {
            add(parts, whole, .holds)
        }
    }

    private mutating func add(_ parts: [Int], _ whole: Int, _ verdict: Relation.Verdict) {
        relations.append(
            relation(.partOf, parts, view.term(whole), isHedged: view.number(whole).hedge != nil, verdict))
    }

    private func relation(
        _ kind: Relation.Kind, _ parts: [Int], _ whole: Relation.Term, isHedged: Bool, _ verdict: Relation.Verdict
    ) -> Relation {
        Relation(
            kind: kind, binding: .including, total: whole, parts: parts.map { view.term($0) },
            computed: parts.reduce(.zero) { $0 + view.number($1).value },
            interval: parts.reduce(.zero) { $0 + view.number($1).interval }, isHedged: isHedged, verdict: verdict)
    }
}
