import ProfileSyntax

/// Reads openings, what was taken away or added, and what was left. No verb, no relation: steps are often left out.
struct BalanceReader {
    let view: SentenceView
    /// The sentence before, in the same paragraph.
    let previous: SentenceView?
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView, previous: SentenceView?) {
        self.view = view
        self.previous = previous
    }

    /// An opening, and what changed it.
    private struct Account {
        var opening: (view: SentenceView, number: Int)
        var changes: [Int]
    }

    mutating func read() {
        guard view.sentence.numbers.count >= 2, view.holds([.leaving, .reducing, .adding, .remaining]) else { return }
        for index in view.topLevel(view.range) {
            guard let token = view.token(index), token.isWord, !token.isQuoted else { continue }
            if token.has(.leaving) {
                // "had 640 areas, added 23 and released 44, leaving 619": which were added is not read.
                guard !(view.range.lowerBound..<index).contains(where: { view.has($0, .adding) }) else { continue }
                readResult(from: index, before: view.range.lowerBound..<index, mayAdd: false)
            } else if token.has(.reducing) || token.has(.adding), let to = toward(index) {
                let mayAdd = token.has(.adding) || view.isWord(index, "bringing") || view.isWord(index, "brought")
                readResult(from: to, before: view.range.lowerBound..<index, mayAdd: mayAdd)
            } else if token.has(.remaining), !view.has(index - 1, .article) {
                readLeftAfter(index)
                readLeftOf(index)
            }
        }
    }

    /// The `to` of "reducing the total to", "bringing it to"; nil where the verb states something else.
    private func toward(_ verb: Int) -> Int? {
        var index = verb + 1
        while index < min(verb + 8, view.range.upperBound), let token = view.token(index) {
            if token.isBreak || token.kind == .numeral || token.has([.from, .by, .cardinal]) { return nil }
            if token.has(.to) { return index }
            index += 1
        }
        return nil
    }

    /// `…, leaving 1,202 km²`
    private mutating func readResult(from index: Int, before region: Range<Int>, mayAdd: Bool) {
        guard let result = view.quantities((index + 1)..<view.range.upperBound).first,
            view.number(result).tokens.lowerBound - index <= 7,
            let account = account(region, for: view.number(result))
        else { return }
        relate(account, result, mayAdd: mayAdd)
    }

    /// The opening and the changes that some tokens tell of.
    private func account(_ region: Range<Int>, for result: Number) -> Account? {
        let quantities = view.quantities(region).filter { view.number($0).measure.isComparable(to: result.measure) }
        // "1,355 km² of the 2,557 km²"
        for (part, whole) in zip(quantities, quantities.dropFirst()) where isPart(part, of: whole) {
            let others = quantities.filter { $0 != whole && $0 != part }
            guard others.isEmpty else { return nil }
            return Account(opening: (view, whole), changes: [part])
        }
        if let left = leftBefore(region), let change = quantities.first(where: { $0 > left }), quantities.last == change {
            return Account(opening: (view, left), changes: [change])
        }
        if let opening = quantities.first, isOpening(view, opening), quantities.count >= 2 {
            let changes = Array(quantities.dropFirst())
            guard changes.allSatisfy({ follows(.taking, $0, after: opening) || follows(.adding, $0, after: opening) }) else {
                return nil
            }
            return Account(opening: (view, opening), changes: changes)
        }
        // The sentence before states the opening and nothing else.
        guard let first = quantities.first, quantities.dropFirst().allSatisfy({ isFurther($0, behind: first) }), let previous
        else { return nil }
        let openings = previous.quantities(previous.range).filter { previous.number($0).measure.isComparable(to: result.measure) }
        guard let opening = openings.last, openings.count == 1 && isOpening(previous, opening) || isLeft(opening, previous, first)
        else { return nil }
        return Account(opening: (previous, opening), changes: quantities)
    }

    /// Whether the sentence before says what was left, of which more was taken then: "leaving 255. It used a further 150".
    private func isLeft(_ index: Int, _ previous: SentenceView, _ change: Int) -> Bool {
        let start = previous.number(index).tokens.lowerBound
        return view.has(view.number(change).tokens.lowerBound - 1, .other)
            && follows(.taking, change, from: view.range.lowerBound)
            && previous.number(index).hedge == nil
            && (max(previous.range.lowerBound, start - 2)..<start).contains { previous.has($0, .leaving) }
    }

    /// What the clause before the last semicolon says to remain: "so that 1,007 remain; another seven were used".
    private func leftBefore(_ region: Range<Int>) -> Int? {
        guard let semicolon = view.topLevel(region).last(where: { view.kind($0) == .semicolon }),
            (semicolon..<region.upperBound).contains(where: { view.has($0, .taking) })
        else { return nil }
        return view.quantities(region.lowerBound..<semicolon).last.flatMap { last in
            let number = view.number(last)
            return view.has(number.name.upperBound, .remaining) || view.has(number.tokens.lowerBound - 1, .leaving) ? last : nil
        }
    }

    /// Whether a number goes on with what the ones before it tell: "destroyed 4,371, and in 2008 a further 3,632".
    private func isFurther(_ change: Int, behind first: Int) -> Bool {
        let start = view.number(change).tokens.lowerBound
        guard follows(.taking, first, from: view.range.lowerBound), view.has(start - 1, .other) else { return false }
        let before =
            view.numbers(in: view.number(first).tokens.lowerBound..<start).last { view.number($0).kind != .date } ?? first
        return view.tokens(view.number(before).name.upperBound, to: start).allSatisfy { index in
            view.token(index)?.isWord != true || view.has(index, [.and, .datePreposition, .article, .other, .taking, .month])
        }
    }

    /// Whether `M of the P` joins two numbers.
    private func isPart(_ part: Int, of whole: Int) -> Bool {
        let between = view.tokens(view.number(part).tokens.upperBound, to: view.number(whole).tokens.lowerBound)
        guard between.count <= 5, let of = between.first(where: { view.has($0, .of) }) else { return false }
        return between.allSatisfy { view.token($0)?.isWord == true }
            && ((of + 1)..<between.upperBound).allSatisfy { view.has($0, [.article, .these, .total, .of, .remaining, .holding]) }
    }

    /// Whether a word that states what was there stands before a number: `had 3,000`, `a stockpile of 3,000`.
    private func isOpening(_ view: SentenceView, _ index: Int) -> Bool {
        let number = view.number(index)
        let start = number.tokens.lowerBound
        let lower = max(view.range.lowerBound, start - 6)
        guard number.hedge == nil else { return false }
        // "4,960 mines remain, of which 3,960 will be destroyed"
        if view.has(number.name.upperBound, .remaining) { return true }
        let isOf = view.isWord(view.range.lowerBound, "Of") && start <= view.range.lowerBound + 2
        return isOf || (lower..<start).contains { view.has($0, .holding) && !view.has($0, .taking) }
    }

    private func follows(_ role: WordRoles, _ change: Int, after opening: Int) -> Bool {
        let between = view.number(opening).tokens.upperBound..<view.range.upperBound
        return between.contains { view.has($0, role) } && change > opening
    }

    /// Whether a word with some role stands from a token on before a number.
    private func follows(_ role: WordRoles, _ change: Int, from start: Int) -> Bool {
        (start..<view.number(change).tokens.lowerBound).contains { view.has($0, role) }
    }

    /// `has 1,400 left after using 200 of the 1,600`
    private mutating func readLeftAfter(_ index: Int) {
        guard let after = ((index + 1)..<min(index + 6, view.range.upperBound)).first(where: { view.has($0, .after) }) else {
            return
        }
        let changes = view.quantities((after + 1)..<view.range.upperBound)
        let results = view.quantities(view.range.lowerBound..<index)
        guard let result = results.last, changes.count == 2, isPart(changes[0], of: changes[1]) else { return }
        relate(Account(opening: (view, changes[1]), changes: [changes[0]]), result, mayAdd: false)
    }

    /// `After destroying 200 of its 1,600 mines, it had 1,400 left`; `With 47 of 130 tasks done, 83 remain`; `and now has 1,400 left`
    private mutating func readLeftOf(_ index: Int) {
        let numbers = view.quantities(view.range)
        guard numbers.count == 3, isPart(numbers[0], of: numbers[1]) else { return }
        let left = view.number(numbers[2])
        let start = view.range.lowerBound
        let isBound =
            view.has(start, .after) || view.isWord(start, "With")
            || (max(start, left.tokens.lowerBound - 3)..<left.tokens.lowerBound).contains { view.isWord($0, "now") }
        guard isBound, left.name.upperBound == index,
            Set(view.sentence.dates.compactMap { view.prose.dates[$0].first.year }).count <= 1
        else { return }
        relate(Account(opening: (view, numbers[1]), changes: [numbers[0]]), numbers[2], mayAdd: false)
    }

    private mutating func relate(_ account: Account, _ result: Int, mayAdd: Bool) {
        let opening = account.opening.view.number(account.opening.number)
        let left = view.number(result)
        guard opening.measure.isComparable(to: left.measure) else { return }
        let target = Judgement.target(left)
        let changes = account.changes.map { view.number($0) }
        let taken = changes.reduce(Interval.zero) { $0 + $1.interval }
        let differences = readings(Judgement.target(opening), changes, mayAdd: mayAdd)
        let holds = differences.contains { $0.meets(target) }
        let sum = changes.reduce(ExactDecimal.zero) { $0 + $1.value }
        let computed = opening.value - sum
        if !holds {
            let isNear =
                !computed.isNegative
                && (Nearness.isNear(computed, left.value) || mayAdd && Nearness.isNear(opening.value + sum, left.value))
            guard changes.allSatisfy({ $0.hedge == nil || $0.hedge == .about }),
                isNear || !mayAdd && Nearness.isSlip(total: left.value, parts: [opening.value] + changes.map { -$0.value })
            else { return }
        }
        let isAdded = mayAdd && (left.value > opening.value)
        relations.append(
            Relation(
                kind: .balance, binding: .verb, total: view.term(result),
                parts: [account.opening.view.term(account.opening.number)]
                    + account.changes.map { view.term($0, isTaken: !isAdded) },
                computed: isAdded ? opening.value + sum : computed,
                interval: isAdded ? opening.interval + taken : opening.interval - taken,
                isHedged: left.hedge != nil || opening.hedge != nil, verdict: holds ? .holds : .broken))
    }

    /// What can be left: after all changes, or after some of them where there are several.
    private func readings(_ opening: Interval, _ changes: [Number], mayAdd: Bool) -> [Interval] {
        guard changes.count <= 6 else { return [] }
        var readings: [Interval] = []
        for subset in 1..<(1 << changes.count) {
            let change = changes.indices.filter { subset & (1 << $0) != 0 }.reduce(Interval.zero) {
                $0 + Judgement.target(changes[$1])
            }
            readings.append(opening - change)
            if mayAdd { readings.append(opening + change) }
        }
        return readings
    }
}
