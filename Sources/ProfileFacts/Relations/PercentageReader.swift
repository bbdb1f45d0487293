import ProfileSyntax

/// Reads percentages with the part and the whole that they are said of, and percentages that make up a hundred.
struct PercentageReader {
    let view: SentenceView
    private(set) var relations: [Relation] = []
    private static let hundred = ExactDecimal(100)

    init(_ view: SentenceView) { self.view = view }

    mutating func read() {
        let percentages = view.sentence.numbers.filter { view.number($0).kind == .percentage && !view.number($0).isQuoted }
        guard !percentages.isEmpty else { return }
        for percentage in percentages { readQuotient(percentage) }
        readComplement(percentages)
    }

    // MARK: - a of b (c percent)

    private mutating func readQuotient(_ index: Int) {
        let numbers = view.sentence.numbers
        let tokens = view.number(index).tokens
        let isAlone = view.kind(tokens.lowerBound - 1) == .openParenthesis && view.kind(tokens.upperBound) == .closeParenthesis
        if isAlone {
            // a of the b (c percent)
            if index - 2 >= numbers.lowerBound, isOf(index - 2, index - 1), isNear(index - 1, tokens.lowerBound - 1) {
                relate(part: index - 2, whole: index - 1, index)
            } else if isWholeFirst(index - 2, index - 1), isNear(index - 1, tokens.lowerBound - 1) {
                relate(part: index - 1, whole: index - 2, index)
            } else if let whole = wholeOfPair(before: index) {
                relate(part: index - 1, whole: whole, index)
            } else if index - 1 >= numbers.lowerBound, index + 1 < numbers.upperBound, isNear(index - 1, tokens.lowerBound - 1),
                isOfBehind(tokens.upperBound + 1, index + 1)
            {
                // a (c percent) of the b
                relate(part: index - 1, whole: index + 1, index)
            }
            return
        }
        // c percent (a of b)
        if view.kind(tokens.upperBound) == .openParenthesis, index + 2 < numbers.upperBound, isOf(index + 1, index + 2),
            view.number(index + 1).tokens.lowerBound == tokens.upperBound + 1
        {
            relate(part: index + 1, whole: index + 2, index)
            return
        }
        // a of the b, or c percent; a against a target of b, or c percent
        if view.has(tokens.lowerBound - 1, .or), index - 2 >= numbers.lowerBound, isNear(index - 1, tokens.lowerBound - 2),
            isOf(index - 2, index - 1) || isAgainst(index - 2, index - 1)
        {
            relate(part: index - 2, whole: index - 1, index)
        } else if view.has(tokens.lowerBound - 1, .or), isWholeFirst(index - 2, index - 1),
            isNear(index - 1, tokens.lowerBound - 2)
        {
            // Of the b, a, or c percent
            relate(part: index - 1, whole: index - 2, index)
        }
    }

    /// The whole of "Of the 117 casualties, 90 (77%) were injured and 27 (23%) killed" for its second pair, where the first fits.
    private func wholeOfPair(before index: Int) -> Int? {
        guard let first = relations.last, first.total.number == index - 2, first.verdict == .holds,
            let whole = first.parts.last?.number, view.opensWithOf(whole),
            isNear(index - 1, view.number(index).tokens.lowerBound - 1)
        else { return nil }
        let between = view.tokens(view.number(index - 2).tokens.upperBound, to: view.number(index).tokens.lowerBound)
        let isOwn = between.contains {
            view.kind($0) == .semicolon || view.has($0, [.while, .these, .which, .among, .including])
        }
        return isOwn ? nil : whole
    }

    private func isPlain(_ index: Int) -> Bool {
        view.sentence.numbers.contains(index) && view.number(index).kind == .quantity && !view.number(index).isQuoted
    }

    /// Whether `of` joins two quantities: `12 of the 48`, `12 mines of a total of 48`.
    private func isOf(_ part: Int, _ whole: Int) -> Bool {
        guard isPlain(part), isPlain(whole), view.number(part).measure.isComparable(to: view.number(whole).measure) else {
            return false
        }
        let between = view.tokens(view.number(part).name.upperBound, to: view.number(whole).tokens.lowerBound)
        guard between.lowerBound < between.upperBound, between.count <= 5,
            view.has(between.lowerBound, .of) || view.has(between.lowerBound + 1, .of)
        else { return false }
        return between.allSatisfy { view.token($0)?.isWord == true }
    }

    /// `Of the 48 towns, 12`; `48 towns, of which 12`
    private func isWholeFirst(_ whole: Int, _ part: Int) -> Bool {
        guard isPlain(whole), isPlain(part), view.number(part).measure.isComparable(to: view.number(whole).measure) else {
            return false
        }
        let between = view.tokens(view.number(whole).name.upperBound, to: view.number(part).tokens.lowerBound)
        guard between.count <= 5 else { return false }
        if view.opensWithOf(whole) { return between.contains { view.kind($0) == .comma } }
        return zip(between, between.dropFirst()).contains { view.has($0.0, .of) && view.has($0.1, [.which, .these]) }
    }

    private func isAgainst(_ part: Int, _ whole: Int) -> Bool {
        guard isPlain(part), isPlain(whole) else { return false }
        let between = view.tokens(view.number(part).tokens.upperBound, to: view.number(whole).tokens.lowerBound)
        return between.count <= 6 && between.contains { view.isWord($0, "against") }
    }

    private func isOfBehind(_ index: Int, _ whole: Int) -> Bool {
        guard isPlain(whole), view.has(index, .of) else { return false }
        return view.number(whole).tokens.lowerBound - index <= 4
    }

    /// Whether nothing but its name stands between a quantity and a token.
    private func isNear(_ index: Int, _ token: Int) -> Bool {
        isPlain(index) && view.number(index).tokens.upperBound <= token && token - view.number(index).name.upperBound <= 1
    }

    private mutating func relate(part: Int, whole: Int, _ index: Int) {
        let (a, b, c) = (view.number(part), view.number(whole), view.number(index))
        guard b.value > .zero, let product = Judgement.share(c).product(Judgement.target(b)),
            let scaledPart = Judgement.target(a).product(Interval(Self.hundred, .zero))
        else { return }
        relations.append(
            Relation(
                kind: .percentage, binding: .parenthesis, total: view.term(index), parts: [view.term(part), view.term(whole)],
                computed: Self.quotient(a.value, b.value, decimals: c.decimals), interval: scaledPart,
                isHedged: c.hedge != nil || a.hedge != nil || b.hedge != nil,
                verdict: product.meets(scaledPart) ? .holds : .broken))
    }

    /// a / b in percent, rounded to some decimals.
    private static func quotient(_ a: ExactDecimal, _ b: ExactDecimal, decimals: Int) -> ExactDecimal {
        a.percentage(of: b, decimals: decimals)
    }

    // MARK: - The rest of a hundred

    /// `74 percent … and the other 26 percent`
    private mutating func readComplement(_ percentages: [Int]) {
        guard percentages.count >= 2, let last = percentages.last else { return }
        let start = view.number(last).tokens.lowerBound
        guard (max(view.range.lowerBound, start - 3)..<start).contains(where: { isRest($0) }) else { return }
        let all = percentages.reduce(Interval.zero) { $0 + complementShare(view.number($1)) }
        let others = percentages.dropLast()
        let sum = others.reduce(ExactDecimal.zero) { $0 + view.number($1).value }
        guard sum < Self.hundred else { return }
        relations.append(
            Relation(
                kind: .percentage, binding: .remainder, total: view.term(last), parts: others.map { view.term($0) },
                computed: Self.hundred - sum, interval: Interval(Self.hundred - sum, .zero),
                isHedged: percentages.contains { view.number($0).hedge != nil },
                verdict: all.meets(Interval(Self.hundred, .zero)) ? .holds : .broken))
    }

    /// A percentage's rounding; one percent more where a word such as `about` stands before a round one, for shares that are told with
    /// their rest are meant to make up a hundred.
    private func complementShare(_ share: Number) -> Interval {
        guard let whole = share.value.whole, share.hedge == .about, whole % 5 != 0 else { return Judgement.share(share) }
        return share.interval
    }

    private func isRest(_ index: Int) -> Bool {
        view.isWord(index, "other") || view.isWord(index, "remaining") || view.isWord(index, "rest")
            || view.isWord(index, "remainder")
    }
}
