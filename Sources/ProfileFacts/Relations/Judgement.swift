import ProfileSyntax

/// Holds a list against the totals that it may be meant to come to.
///
/// The list fits if it comes to any of them. It contradicts only where it can be read in one way, none of them fits, and the
/// nearest is plausibly its total: a false alarm on a correct sum costs more than a miss.
struct Judgement {
    let view: SentenceView
    let binding: Relation.Binding

    /// A relation of a list to one of the candidates, the nearest first; nil where none can be told.
    func total(of series: Series, candidates: [(view: SentenceView, number: Int)]) -> Relation? {
        let measure = view.number(series.items[0].number).measure
        let isBare = series.items.allSatisfy { view.number($0.number).name.isEmpty && view.number($0.number).measure == .count }
        let fitting = candidates.filter { candidate in
            let number = candidate.view.number(candidate.number)
            return number.measure.isComparable(to: measure) || isBare
        }
        guard !fitting.isEmpty else { return nil }
        let readings = series.readings(view)
        for candidate in fitting {
            let target = Self.target(candidate.view.number(candidate.number))
            if readings.contains(where: { $0.meets(target) }) { return relation(series, candidate, .holds) }
        }
        if isStatedElsewhere(readings, series) || isSumOfHeads(fitting, readings) { return nil }
        // "three depots (260, 148 and 104)": the list is counted, not summed.
        if let counted = fitting.first(where: { isCount($0.view.number($0.number), of: series) }) {
            let others = fitting.filter { $0.number != counted.number && isCloseTo($0.view.number($0.number), series) }
            if let contradicted = contradicted(others, series) { return relation(series, contradicted, .broken) }
            return Relation(
                kind: .count, binding: binding, total: counted.view.term(counted.number),
                parts: series.items.map { view.term($0.number) },
                computed: ExactDecimal(series.items.count), interval: Interval(ExactDecimal(series.items.count), .zero),
                isHedged: false, verdict: .holds)
        }
        return contradicted(fitting, series).map { relation(series, $0, .broken) }
    }

    /// The candidate that a list contradicts.
    private func contradicted(_ candidates: [(view: SentenceView, number: Int)], _ series: Series) -> (
        view: SentenceView, number: Int
    )? {
        guard series.isClean, let nearest = nearest(candidates, series), !isJoined(nearest) else { return nil }
        return nearest
    }

    /// Whether another number of the list's sentence is what it comes to: "the types listed (…) add up to 2,900".
    private func isStatedElsewhere(_ readings: [Interval], _ series: Series) -> Bool {
        view.sentence.numbers.contains { index in
            let number = view.number(index)
            return number.kind == .quantity && !series.items.contains { $0.tokens.contains(number.tokens.lowerBound) }
                && number.measure.isComparable(to: view.number(series.items[0].number).measure)
                && readings.contains { $0.meets(number.interval) }
        }
    }

    /// Whether a list is of all the things before it: "14 people were killed and 30 injured: 20 in Herat and 24 in Kabul".
    private func isSumOfHeads(_ heads: [(view: SentenceView, number: Int)], _ readings: [Interval]) -> Bool {
        (2...4).contains { count in
            guard heads.count >= count else { return false }
            let sum = heads.prefix(count).reduce(Interval.zero) { $0 + $1.view.number($1.number).interval }
            return readings.contains { $0.meets(sum) }
        }
    }

    /// Whether a number is joined to one beside it that counts the same, so that the list is of both: "five women and two men".
    private func isJoined(_ head: (view: SentenceView, number: Int)) -> Bool {
        let (view, numbers) = (head.view, head.view.sentence.numbers)
        let pairs = [(head.number - 1, head.number), (head.number, head.number + 1)]
        return pairs.contains { first, last in
            guard numbers.contains(first), numbers.contains(last) else { return false }
            let between = view.number(first).name.upperBound
            return view.number(last).tokens.lowerBound == between + 1 && view.has(between, .and)
                && view.number(first).kind == .quantity && view.number(last).kind == .quantity
                && view.countsTheSame(view.number(first), view.number(last))
        }
    }

    /// Whether a number is at most twice, and at least half, of what a list comes to.
    private func isCloseTo(_ number: Number, _ series: Series) -> Bool {
        Nearness.isNear(series.sum(view), number.value)
    }

    private func isCount(_ number: Number, of series: Series) -> Bool {
        number.measure == .count && number.value == ExactDecimal(series.items.count)
    }

    private func relation(_ series: Series, _ candidate: (view: SentenceView, number: Int), _ verdict: Relation.Verdict)
        -> Relation
    {
        Relation(
            kind: .total, binding: binding, total: candidate.view.term(candidate.number),
            parts: series.items.map { view.term($0.number) }, computed: series.sum(view), interval: series.interval(view),
            isHedged: candidate.view.number(candidate.number).hedge != nil, verdict: verdict)
    }

    /// The candidate that the list was most likely meant to come to.
    private func nearest(_ candidates: [(view: SentenceView, number: Int)], _ series: Series) -> (
        view: SentenceView, number: Int
    )? {
        let plausible = candidates.filter {
            isPlausible($0.view, $0.view.number($0.number), series) && !$0.view.isTakenFrom($0.number)
        }
        let sum = series.sum(view)
        // A number right before its list, of which a slip of the pen accounts for the gap, is surely meant.
        if let first = plausible.first, isSlip(first.view.number(first.number), series) { return first }
        return plausible.min {
            ($0.view.number($0.number).value - sum).magnitude < ($1.view.number($1.number).value - sum).magnitude
        }
    }

    private func isPlausible(_ totalView: SentenceView, _ total: Number, _ series: Series) -> Bool {
        guard !total.isQuoted, total.value > ExactDecimal(1), !totalView.isMarkedWrong(total) else { return false }
        let isNear = isCloseTo(total, series) || isSlip(total, series)
        // A count of types, depots or teams is no total of what they hold.
        if total.measure == .count, let noun = totalView.noun(total), noun.has(.kind), !isNear { return false }
        let agree = series.items.allSatisfy { $0.isPlain && countsTheSame(totalView, total, view.number($0.number)) }
        if !agree { return isNear && series.items.allSatisfy { countsTheSame(totalView, total, view.number($0.number)) } }
        if isNear { return true }
        return total.value >= ExactDecimal(20) && (series.isOfMines(view) || isComplete(series, of: total, totalView))
    }

    /// Whether a digit that is wrong, lost or added accounts for a list that is far from its total.
    private func isSlip(_ total: Number, _ series: Series) -> Bool {
        Nearness.isSlip(total: total.value, parts: series.items.map { view.number($0.number).value })
    }

    /// Whether a list tells of all who were killed and all who were injured, of so many people.
    private func isComplete(_ series: Series, of total: Number, _ totalView: SentenceView) -> Bool {
        Things.arePeople(totalView.noun(total))
            && Classification.isComplete(series.items.map(\.tokens), view)
    }

    /// Whether a part counts what its total does; not in "10 vehicles (two ambulances and 12 staff)".
    private func countsTheSame(_ totalView: SentenceView, _ total: Number, _ part: Number) -> Bool {
        guard total.measure == .count, part.measure == .count else { return true }
        return Things.areSame(totalView, total, view, part)
    }

    // MARK: - What a stated number allows

    /// The values that a stated total allows: its rounding, and what its hedge adds.
    ///
    /// `about` allows one percent, or half a unit of the last digit that is no zero, up to five percent; `at least` a tenth more,
    /// `almost` a tenth less.
    static func target(_ number: Number) -> Interval {
        let printed = number.interval
        guard let hedge = number.hedge else { return printed }
        let tenth = number.value.hundredth.scaled(by: 1)
        switch hedge {
        case .about:
            let percent = number.value.hundredth
            let five = percent + percent + percent + percent + percent
            return printed.widened(by: max(percent, min(number.value.halfOfLastDigit, five)))
        case .atLeast: return Interval(from: printed.lower, to: printed.upper + tenth)
        case .atMost: return Interval(from: printed.lower - tenth, to: printed.upper)
        }
    }

    /// A percentage's rounding, and one percent more either way where it is hedged.
    static func share(_ percentage: Number) -> Interval {
        let printed = percentage.interval
        return percentage.hedge == nil ? printed : printed.widened(by: ExactDecimal(1))
    }
}
