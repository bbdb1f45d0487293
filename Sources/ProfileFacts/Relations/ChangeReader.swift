import ProfileSyntax

/// Reads what rose or fell from one number to another, with by how much: "fell by 68 mines, from 2,058 to 1,990".
struct ChangeReader {
    let view: SentenceView
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView) { self.view = view }

    /// Two numbers of one measure: indices into the prose's numbers.
    private struct Change {
        let first: Int
        let last: Int
    }

    mutating func read() {
        guard view.sentence.numbers.count >= 3 else { return }
        if view.holds(.percent) || view.sentence.kinds.has(.percent) { readNouns() }
        guard view.holds(.from), view.holds(.to), view.holds([.reducing, .adding]) else { return }
        for change in changes() {
            if let difference = statedBefore(change) ?? statedBehind(change) ?? taken(before: change) {
                if view.number(difference).kind == .percentage {
                    relate(change, share: difference)
                } else {
                    relate(change, difference: difference)
                }
            }
        }
    }

    // MARK: - From A to B

    private func changes() -> [Change] {
        let numbers = view.quantities(view.range)
        return zip(numbers, numbers.dropFirst()).compactMap { first, last in
            let (one, other) = (view.number(first), view.number(last))
            guard view.has(one.tokens.lowerBound - 1, .from), view.has(other.tokens.lowerBound - 1, .to),
                one.measure == other.measure, one.hedge == nil, other.hedge == nil, one.value > .zero
            else { return nil }
            return Change(first: first, last: last)
        }
    }

    /// `by 68 mines, from A`, `fell 14%, from A`: the number before, where nothing but its name, a comma and a date stands between.
    private func statedBefore(_ change: Change) -> Int? {
        let from = view.number(change.first).tokens.lowerBound - 1
        let before = view.numbers(in: view.range.lowerBound..<from).last { view.number($0).kind != .date }
        guard let before, isChange(before), from - view.number(before).name.upperBound <= 4 else { return nil }
        let number = view.number(before)
        let start = number.tokens.lowerBound
        // "20 percent a year from"
        guard !view.tokens(number.tokens.upperBound, to: from).contains(where: { view.has($0, [.unit, .comparison]) }) else {
            return nil
        }
        guard view.has(start - 1, .by) else { return number.kind == .percentage && saysChange(start - 1) ? before : nil }
        let verb = (max(view.range.lowerBound, start - 12)..<start).last { saysChange($0) }
        return verb.flatMap { view.numbers(in: $0..<start).allSatisfy { view.number($0).kind == .date } ? before : nil }
    }

    /// `to B in 2014, a 25% increase`, `to B, an increase of 20`
    private func statedBehind(_ change: Change) -> Int? {
        let end = view.number(change.last).name.upperBound
        let behind = view.numbers(in: end..<view.range.upperBound).first { view.number($0).kind != .date }
        guard let behind, isChange(behind), view.number(behind).tokens.lowerBound - end <= 7 else { return nil }
        let number = view.number(behind)
        let isNamed = isNounOfChange(number.tokens.upperBound)
        let isOfNoun = view.has(number.tokens.lowerBound - 1, .of) && isNounOfChange(number.tokens.lowerBound - 2)
        return isNamed || isOfNoun ? behind : nil
    }

    /// `used 40 mines in 2013, reducing its stock from A to B`: the only number before, taken away.
    private func taken(before change: Change) -> Int? {
        let from = view.number(change.first).tokens.lowerBound
        guard let verb = (view.range.lowerBound..<from).last(where: { view.has($0, .reducing) }), from - verb <= 8,
            view.kind(verb - 1) == .comma || view.isWord(verb - 1, "thus")
        else { return nil }
        let numbers = view.quantities(view.range.lowerBound..<verb)
        guard numbers.count == 1, isChange(numbers[0]),
            (view.range.lowerBound..<view.number(numbers[0]).tokens.lowerBound).contains(where: { view.has($0, .taking) }),
            isOfSame((verb + 1)..<(from - 1), view.number(numbers[0])),
            view.number(numbers[0]).measure == view.number(change.first).measure
        else { return nil }
        return numbers[0]
    }

    /// Whether what is reduced is a stock, or the number of what was taken: not in "cleared 12 areas, reducing the number of accidents".
    private func isOfSame(_ object: Range<Int>, _ taken: Number) -> Bool {
        guard object.contains(where: { view.has($0, .of) }) else {
            return object.contains { view.has($0, [.holding, .total]) || view.isWord($0, "it") }
        }
        guard let noun = object.last.flatMap({ view.token($0) }), let other = view.noun(taken) else { return false }
        return Things.isSame(noun, other, view.bytes)
    }

    private func isChange(_ index: Int) -> Bool {
        let number = view.number(index)
        return [.quantity, .percentage].contains(number.kind) && number.hedge == nil && !number.isQuoted
    }

    private func saysChange(_ index: Int) -> Bool { view.has(index, [.reducing, .adding]) }

    private func isNounOfChange(_ index: Int) -> Bool {
        ["increase", "decrease", "reduction", "rise", "drop", "decline", "fall"].contains(
            view.token(index).map { view.bytes.text($0.range) } ?? "")
    }

    // MARK: - An increase of

    private mutating func readNouns() {
        for share in view.sentence.numbers where view.number(share).kind == .percentage && isChange(share) {
            let start = view.number(share).tokens.lowerBound
            if view.has(start - 1, .of), isNounOfChange(start - 2) {
                readIncrease(share)
            } else if view.has(start - 1, .or) {
                readDifference(share)
            }
        }
    }

    /// `1,678 casualties, an increase of 130 percent over the 731 in 2014`: the only number before that counts the same.
    private mutating func readIncrease(_ share: Int) {
        let (start, end) = (view.number(share).tokens.lowerBound, view.number(share).tokens.upperBound)
        guard view.isWord(end, "over") || view.isWord(end, "on") || view.has(end, .from),
            let first = view.numberStarting(at: view.has(end + 1, .article) ? end + 2 : end + 1)
                ?? view.numberStarting(at: end), isPlain(first)
        else { return }
        let before = view.quantities(view.range.lowerBound..<start).filter {
            isPlain($0) && view.number($0).measure == view.number(first).measure
                && view.countsTheSame(view.number($0), view.number(first))
        }
        guard before.count == 1 else { return }
        relate(Change(first: first, last: before[0]), share: share)
    }

    /// `a decrease of $23 million, or 5.8 percent, from $399 million`
    private mutating func readDifference(_ share: Int) {
        let (or, end) = (view.number(share).tokens.lowerBound - 1, view.number(share).tokens.upperBound)
        let from = view.kind(end) == .comma ? end + 1 : end
        guard let part = view.numberEnding(at: view.kind(or - 1) == .comma ? or - 1 : or), isPlain(part),
            view.has(view.number(part).tokens.lowerBound - 1, .of), isNounOfChange(view.number(part).tokens.lowerBound - 2),
            view.has(from, .from), let whole = view.numberStarting(at: from + 1), isPlain(whole),
            view.number(whole).measure == view.number(part).measure
        else { return }
        relate(
            share, difference: view.number(part).interval, of: whole, binding: .parenthesis, parts: [part, whole],
            computed: view.number(part).value)
    }

    private func isPlain(_ index: Int) -> Bool {
        let number = view.number(index)
        return number.kind == .quantity && number.hedge == nil && !number.isQuoted && number.value > .zero
    }

    // MARK: - Judging

    private mutating func relate(_ change: Change, difference: Int) {
        let (first, last, number) = (view.number(change.first), view.number(change.last), view.number(difference))
        guard number.measure.isComparable(to: first.measure), view.countsTheSame(first, number) else { return }
        let isLess = last.value < first.value
        let interval = isLess ? first.interval - number.interval : first.interval + number.interval
        relations.append(
            Relation(
                kind: .balance, binding: .change, total: view.term(change.last),
                parts: [view.term(change.first), view.term(difference, isTaken: isLess)],
                computed: isLess ? first.value - number.value : first.value + number.value, interval: interval, isHedged: false,
                verdict: interval.meets(last.interval) ? .holds : .broken))
    }

    /// A change in percent of what it starts from.
    private mutating func relate(_ change: Change, share: Int) {
        let (first, last) = (view.number(change.first), view.number(change.last))
        relate(
            share, difference: last.value < first.value ? first.interval - last.interval : last.interval - first.interval,
            of: change.first, binding: .change, parts: [change.first, change.last],
            computed: (last.value - first.value).magnitude)
    }

    private mutating func relate(
        _ share: Int, difference: Interval, of whole: Int, binding: Relation.Binding, parts: [Int], computed: ExactDecimal
    ) {
        guard let scaled = difference.product(Interval(ExactDecimal(100), .zero)),
            let stated = printed(view.number(share)).product(view.number(whole).interval)
        else { return }
        relations.append(
            Relation(
                kind: .percentage, binding: binding, total: view.term(share), parts: parts.map { view.term($0) },
                computed: computed.percentage(of: view.number(whole).value, decimals: view.number(share).decimals),
                interval: scaled, isHedged: false, verdict: scaled.meets(stated) ? .holds : .broken))
    }

    /// A percentage with what is rounded to it, or cut off behind it: 6.5 percent is told as 6 and as 7.
    private func printed(_ share: Number) -> Interval {
        let interval = share.interval
        return Interval(from: interval.lower, to: interval.upper + (interval.upper - share.value))
    }
}
