import ProfileSyntax

/// Reads shares that stand before their whole, and shares that are told of one whole: "18 percent (36) of the 200 survivors".
struct ShareReader {
    let view: SentenceView
    private(set) var relations: [Relation] = []
    private static let hundred = ExactDecimal(100)

    init(_ view: SentenceView) { self.view = view }

    mutating func read() {
        guard view.holds([.percent, .fraction, .half]) || view.sentence.kinds.has(.percent) else { return }
        let shares = view.sentence.numbers.filter {
            [.percentage, .fraction].contains(view.number($0).kind) && !view.number($0).isQuoted
        }
        if view.holds(.of) {
            for share in shares where [nil, .about].contains(view.number(share).hedge) { readPart(share) }
        }
        readListed(shares.filter { view.number($0).kind == .percentage })
    }

    // MARK: - c of the b, or a

    private mutating func readPart(_ share: Int) {
        let tokens = view.number(share).tokens
        // c percent (a) of the b
        if let part = parenthesised(at: tokens.upperBound), let whole = whole(behind: view.number(part).tokens.upperBound + 1) {
            relate(share, part: part, whole: whole)
            return
        }
        guard let whole = whole(behind: tokens.upperBound) else { return }
        let end = view.number(whole).name.upperBound
        if let part = parenthesised(at: end) ?? saidAgain(behind: end) { relate(share, part: part, whole: whole) }
    }

    /// The quantity of `of the b`, where `of` stands at a token.
    private func whole(behind of: Int) -> Int? {
        guard view.has(of, .of) else { return nil }
        var start = of + 1
        while view.has(start, [.article, .these, .total, .of]) { start += 1 }
        return view.numberStarting(at: start).flatMap { isPlain($0) && view.number($0).measure == .count ? $0 : nil }
    }

    /// The number without a name in `(a)`, which opens at a token.
    private func parenthesised(at open: Int) -> Int? {
        guard view.kind(open) == .openParenthesis, let part = view.numberStarting(at: open + 1), isPlain(part),
            view.kind(view.number(part).tokens.upperBound) == .closeParenthesis
        else { return nil }
        return part
    }

    /// The number of `, or 540 mines,`: nothing but a date stands between it and what it says again, and nothing more is told of it.
    private func saidAgain(behind end: Int) -> Int? {
        let behind = view.numbers(in: end..<view.range.upperBound).first { view.number($0).kind != .date }
        guard let part = behind, isPlain(part), view.number(part).tokens.lowerBound - end <= 8 else { return nil }
        let number = view.number(part)
        guard view.has(number.tokens.lowerBound - 1, .or), view.kind(number.tokens.lowerBound - 2) == .comma,
            let next = view.token(number.name.upperBound)
        else { return nil }
        return next.isBreak || view.isWord(number.name.upperBound, "in") && view.isWord(number.name.upperBound + 1, "all")
            ? part : nil
    }

    private func isPlain(_ index: Int) -> Bool { view.number(index).kind == .quantity && !view.number(index).isQuoted }

    private mutating func relate(_ share: Int, part: Int, whole: Int) {
        let (a, b, c) = (view.number(part), view.number(whole), view.number(share))
        guard let fraction = fraction(c), a.measure == .count, a.name.isEmpty || isOneNoun(a, b), b.value > .zero,
            let stated = fraction.product(Judgement.target(b)),
            let printed = Judgement.target(a).product(Interval(fraction.whole, .zero))
        else { return }
        // "45 percent of the 1,000 mines, or nearly 500"
        guard stated.meets(printed) || a.hedge == nil && b.hedge == nil else { return }
        relations.append(
            Relation(
                kind: .percentage, binding: .parenthesis, total: c.kind == .fraction ? nameless(share) : view.term(share),
                parts: [view.term(part), view.term(whole)],
                computed: a.value.percentage(of: b.value, decimals: c.decimals), interval: printed,
                isHedged: a.hedge != nil || b.hedge != nil || c.hedge != nil, verdict: stated.meets(printed) ? .holds : .broken))
    }

    /// Whether two numbers are of the same noun: not in "half of the 12 teams, or 60 people".
    private func isOneNoun(_ one: Number, _ other: Number) -> Bool {
        guard let noun = view.noun(one), let second = view.noun(other) else { return false }
        return Things.isSame(noun, second, view.bytes)
    }

    /// A share in words cannot be written as a number.
    private func nameless(_ share: Int) -> Relation.Term {
        let number = view.number(share)
        return Relation.Term(number: nil, range: number.range, value: number.value, interval: number.interval)
    }

    // MARK: - Fractions

    /// So many of so many equal parts: 54 of 100, two of three.
    private struct Fraction {
        let parts: Interval
        let whole: ExactDecimal
        let isInWords: Bool

        /// The share of a number, times ``whole``; a fraction in words leaves one thing, or two in a hundred, open.
        func product(_ number: Interval) -> Interval? {
            guard isInWords else { return parts.product(number) }
            let open = max(ExactDecimal(1), number.upper.hundredth + number.upper.hundredth)
            return parts.product(number).flatMap { product in whole.product(open).map { product.widened(by: $0) } }
        }
    }

    private static let fractions = [
        "half": (1, 2), "third": (1, 3), "thirds": (1, 3), "quarter": (1, 4), "quarters": (1, 4), "fifths": (1, 5),
        "tenths": (1, 10), "one-third": (1, 3), "two-thirds": (2, 3), "one-quarter": (1, 4), "three-quarters": (3, 4),
    ]

    private func fraction(_ share: Number) -> Fraction? {
        if share.kind == .percentage {
            return Fraction(parts: Judgement.share(share), whole: Self.hundred, isInWords: false)
        }
        guard let last = view.token(share.tokens.upperBound - 1), !isHedged(share),
            let (parts, whole) = Self.fractions[view.bytes.text(last.range).lowercased()],
            let count = (share.value == .zero ? ExactDecimal(1) : share.value).product(ExactDecimal(parts))
        else { return nil }
        return Fraction(parts: Interval(count, .zero), whole: ExactDecimal(whole), isInWords: true)
    }

    /// `nearly two-thirds`, `more than half`
    private func isHedged(_ share: Number) -> Bool {
        let start = share.tokens.lowerBound
        return (max(view.range.lowerBound, start - 2)..<start).contains {
            view.has($0, [.about, .beyond, .short, .more, .less, .least, .most, .than, .up])
        }
    }

    // MARK: - Shares of one whole

    /// `Men were 71% of the casualties, boys 19%, and women 10%`: classes that exclude each other are no more than the whole.
    private mutating func readListed(_ shares: [Int]) {
        guard shares.count >= 3, view.sentence.dates.count <= 1,
            view.sentence.numbers.count == shares.count + view.sentence.dates.count,
            view.has(view.number(shares[0]).tokens.upperBound, .of), !shares.contains(where: { view.number($0).hedge != nil })
        else { return }
        guard shares.dropFirst().allSatisfy({ !view.has(view.number($0).tokens.upperBound, .of) }), let last = shares.last,
            let spans = Classification.spans(of: shares, in: view.range, view),
            isOfThings(behind: view.number(shares[0]).tokens.upperBound), Classification.classification(of: spans, view) != nil
        else { return }
        let sum = shares.reduce(Interval.zero) { $0 + view.number($1).interval }
        relations.append(
            Relation(
                kind: .percentage, binding: .including, total: view.term(last), parts: shares.dropLast().map { view.term($0) },
                computed: shares.reduce(.zero) { $0 + view.number($1).value }, interval: sum, isHedged: false,
                verdict: sum.lower > Self.hundred ? .broken : .holds))
    }

    /// Whether the noun of `of the casualties`, where `of` stands at a token, names devices or people.
    private func isOfThings(behind of: Int) -> Bool {
        let end = ((of + 1)..<view.range.upperBound).first {
            !view.has($0, .article) && (view.has($0, .nameEnd) || view.token($0)?.isWord != true)
        }
        return Things.areDevicesOrPeople(view.token((end ?? view.range.upperBound) - 1))
    }
}
