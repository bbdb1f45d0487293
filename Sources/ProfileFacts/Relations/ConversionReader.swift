import ProfileSyntax

/// Reads amounts with the same in another currency behind them, and the rates that they are held against.
struct ConversionReader {
    let view: SentenceView
    /// The sentences in which a rate may stand: its own, those behind it, those of its notes.
    let others: [SentenceView]
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView, others: [SentenceView]) {
        self.view = view
        self.others = others
    }

    private struct Pair {
        let amount: Int
        let converted: Int
    }

    /// `€1=US$1.3258`: so many of one currency are so many of another.
    private struct Rate {
        let view: SentenceView
        let one: Int
        let other: Int
    }

    mutating func read() {
        let pairs = pairs()
        guard !pairs.isEmpty else { return }
        let rates = ([view] + others).flatMap(Self.rates)
        for pair in pairs { read(pair, rates) }
        if rates.isEmpty { compare(pairs) }
    }

    /// `AMOUNT (AMOUNT in another currency)`
    private func pairs() -> [Pair] {
        let numbers = view.sentence.numbers
        return zip(numbers, numbers.dropFirst()).compactMap { first, second in
            let (amount, converted) = (view.number(first), view.number(second))
            guard case .money(let code) = amount.measure, case .money(let other) = converted.measure, code != other,
                amount.kind == .quantity, converted.kind == .quantity, !amount.isQuoted, !converted.isQuoted,
                0...4 ~= converted.tokens.lowerBound - amount.tokens.upperBound,
                (amount.tokens.upperBound..<converted.tokens.lowerBound).contains(where: { view.kind($0) == .openParenthesis })
            else { return nil }
            return Pair(amount: first, converted: second)
        }
    }

    private static func rates(_ view: SentenceView) -> [Rate] {
        let numbers = view.sentence.numbers.filter { view.number($0).kind == .rate }
        return zip(numbers, numbers.dropFirst()).compactMap { one, other in
            guard view.number(other).tokens.lowerBound - view.number(one).tokens.upperBound == 1 else { return nil }
            return Rate(view: view, one: one, other: other)
        }
    }

    private mutating func read(_ pair: Pair, _ rates: [Rate]) {
        let (amount, converted) = (view.number(pair.amount), view.number(pair.converted))
        var broken: Relation?
        for rate in rates {
            let (one, other) = (rate.view.number(rate.one), rate.view.number(rate.other))
            let sides: (left: Interval?, right: Interval?)
            if one.measure == amount.measure, other.measure == converted.measure {
                sides = (factor(other).product(Judgement.target(amount)), factor(one).product(Judgement.target(converted)))
            } else if one.measure == converted.measure, other.measure == amount.measure {
                sides = (factor(one).product(Judgement.target(amount)), factor(other).product(Judgement.target(converted)))
            } else {
                continue
            }
            guard let left = sides.left, let right = sides.right else { continue }
            let holds = left.meets(right)
            let relation = Relation(
                kind: .conversion, binding: .rate, total: view.term(pair.converted),
                parts: [view.term(pair.amount), rate.view.term(rate.one), rate.view.term(rate.other)],
                computed: product(amount, one, other, converted) ?? .zero, interval: left,
                isHedged: amount.hedge != nil || converted.hedge != nil, verdict: holds ? .holds : .broken)
            if holds {
                relations.append(relation)
                return
            }
            broken = broken ?? relation
        }
        if let broken { relations.append(broken) }
    }

    /// What the amount comes to, where the rate says how much one unit of it is; else nil.
    private func product(_ amount: Number, _ one: Number, _ other: Number, _ converted: Number) -> ExactDecimal? {
        guard one.measure == amount.measure, one.value == ExactDecimal(1) else { return nil }
        return amount.value.product(other.value)
    }

    /// A rate's own rounding; its one is exact.
    private func factor(_ number: Number) -> Interval {
        number.value == ExactDecimal(1) ? Interval(number.value, .zero) : number.interval
    }

    // MARK: - Several pairs of one year

    /// Pairs of one sentence that name no two years are held against each other: their rates must be one, to two percent.
    private mutating func compare(_ pairs: [Pair]) {
        let years = Set(view.sentence.dates.compactMap { view.prose.dates[$0].first.year })
        guard pairs.count >= 2, years.count <= 1, let first = pairs.first, !isChange(first) else { return }
        let (amount, converted) = (view.number(first.amount), view.number(first.converted))
        for pair in pairs.dropFirst() {
            let (otherAmount, otherConverted) = (view.number(pair.amount), view.number(pair.converted))
            guard amount.measure == otherAmount.measure, converted.measure == otherConverted.measure,
                let left = Judgement.target(amount).product(Judgement.target(otherConverted)),
                let right = Judgement.target(otherAmount).product(Judgement.target(converted))
            else { continue }
            let two = left.upper.hundredth + left.upper.hundredth
            relations.append(
                Relation(
                    kind: .conversion, binding: .parenthesis, total: view.term(pair.converted),
                    parts: [view.term(pair.amount), view.term(first.amount), view.term(first.converted)], computed: .zero,
                    interval: left, isHedged: true, verdict: left.widened(by: two).meets(right) ? .holds : .broken))
        }
    }

    /// `from €5.8 million ($8.1 million) to €270,000 ($299,592)`: amounts of two years, whether or not they are named.
    private func isChange(_ pair: Pair) -> Bool { view.has(view.number(pair.amount).tokens.lowerBound - 1, .from) }
}
