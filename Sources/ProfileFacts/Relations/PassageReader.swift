import ProfileSyntax

/// Reads what a paragraph says of one list in several sentences: a subset of it, and what remains.
struct PassageReader {
    /// The sentences of the paragraph.
    let views: [SentenceView]
    private(set) var relations: [Relation] = []

    init(_ views: [SentenceView]) { self.views = views }

    /// - Parameter lists: the lists that the paragraph's totals were held against, in its notes too.
    mutating func read(_ lists: [(relation: Relation, view: SentenceView)]) {
        for view in views {
            for list in lists where list.relation.parts.count >= 3 { readSubset(view, list.relation, list.view) }
        }
        for (place, view) in views.enumerated().dropFirst() {
            if view.holds(.other) { readRemainder(view, Array(views[..<place])) }
            readAlone(view, previous: views[place - 1])
            readAnnounced(view, previous: views[place - 1])
            readOfThese(view, Array(views[..<place]))
        }
    }

    // MARK: - A total of N were …, while the X and Y were …

    private mutating func readSubset(_ view: SentenceView, _ list: Relation, _ listView: SentenceView) {
        guard let turn = view.topLevel(view.range).first(where: { view.has($0, .while) }),
            let first = view.quantities(view.range.lowerBound..<turn).last, view.quantities(turn..<view.range.upperBound).isEmpty,
            view.number(first).hedge == nil, view.number(first).range != list.total.range
        else { return }
        let named = (turn..<view.range.upperBound).filter { view.token($0)?.isWord == true && isDesignation(view, $0) }
            .map { view.bytes.text(view.prose.tokens[$0].range) }
        guard !named.isEmpty else { return }
        var left: [Relation.Term] = []
        var found = Set<String>()
        for part in list.parts {
            guard let number = part.number, let name = designation(listView, number) else { return }
            if named.contains(name) { found.insert(name) } else { left.append(part) }
        }
        guard found.count == Set(named).count, left.count >= 1 else { return }
        let interval = left.reduce(Interval.zero) { $0 + $1.interval }
        let holds = interval.meets(Judgement.target(view.number(first)))
        relations.append(
            Relation(
                kind: .subset, binding: .paragraph, total: view.term(first), parts: left,
                computed: left.reduce(.zero) { $0 + $1.value }, interval: interval, isHedged: false,
                verdict: holds ? .holds : .broken))
        // The other way round: what is not in the subset is the rest of the total.
        let others = list.parts.filter { part in !left.contains { $0.range == part.range } }
        let rest = list.total.interval - view.term(first).interval
        guard holds, rest.meets(others.reduce(Interval.zero) { $0 + $1.interval }) else { return }
        relations.append(
            Relation(
                kind: .balance, binding: .remainder, total: others[0],
                parts: [list.total, view.term(first).taken] + others.dropFirst().map(\.taken),
                computed: others[0].value, interval: others[0].interval, isHedged: false, verdict: .holds))
    }

    private func isDesignation(_ view: SentenceView, _ index: Int) -> Bool {
        guard let token = view.token(index) else { return false }
        return token.hasDigits || token.isUpperCase && token.range.count >= 2
    }

    /// The mine that a number counts.
    private func designation(_ view: SentenceView, _ number: Int) -> String? {
        view.number(number).name.first { isDesignation(view, $0) }.map { view.bytes.text(view.prose.tokens[$0].range) }
    }

    // MARK: - In 2010 alone, N

    /// What is told of one year alone is part of the total before it.
    private mutating func readAlone(_ view: SentenceView, previous: SentenceView) {
        guard !view.sentence.numbers.isEmpty else { return }
        let head = view.range.lowerBound..<min(view.range.lowerBound + 4, view.range.upperBound)
        guard head.contains(where: { view.isWord($0, "alone") }), let part = view.quantities(view.range).first,
            let total = previous.quantities(previous.range).last(where: { index in
                let start = previous.number(index).tokens.lowerBound
                return (max(previous.range.lowerBound, start - 3)..<start).contains { previous.has($0, .total) }
            }), previous.countsTheSame(previous.number(total), view.number(part))
        else { return }
        let allowed = Judgement.target(previous.number(total))
        relations.append(
            Relation(
                kind: .partOf, binding: .alone, total: previous.term(total), parts: [view.term(part)],
                computed: view.number(part).value, interval: view.number(part).interval,
                isHedged: previous.number(total).hedge != nil,
                verdict: allowed.isBelow(view.number(part).interval) ? .broken : .holds))
    }

    // MARK: - N. The types were: list

    private mutating func readAnnounced(_ view: SentenceView, previous: SentenceView) {
        guard view.sentence.numbers.count >= 2, let start = view.announcedList,
            let series = Series.read(view, start..<view.range.upperBound), series.isOfMines(view)
        else { return }
        let totals = previous.quantities(previous.range)
        guard totals.count == 1 else { return }
        let judgement = Judgement(view: view, binding: .paragraph)
        relations += [judgement.total(of: series, candidates: [(previous, totals[0])])].compactMap { $0 }
    }

    // MARK: - Of these, N

    /// What is told of the things of the sentence before is part of them; it contradicts only what is more than all told before.
    private mutating func readOfThese(_ view: SentenceView, _ before: [SentenceView]) {
        let start = view.range.lowerBound
        guard view.isWord(start, "Of"),
            view.has(start + 1, .these) || view.isWord(start + 1, "that") && view.has(start + 2, .total),
            let previous = before.last,
            let first = view.quantities(start..<min(start + 5, view.range.upperBound)).first, view.number(first).hedge == nil
        else { return }
        let part = view.number(first)
        let wholes = before.flatMap { earlier in earlier.quantities(earlier.range).map { earlier.number($0) } }
            .filter { $0.measure.isComparable(to: part.measure) }
        guard let whole = previous.quantities(previous.range).last(where: { previous.countsTheSame(previous.number($0), part) }),
            previous.number(whole).measure.isComparable(to: part.measure), previous.number(whole).value > ExactDecimal(1)
        else { return }
        if wholes.count == 1,
            let parts = Classification.parts(
                in: view.number(first).tokens.lowerBound..<view.range.upperBound, of: previous.number(whole), previous, view)
        {
            var reader = PartReader(view)
            reader.judge(parts, of: whole, in: previous)
            relations += reader.relations
            return
        }
        let isMore = wholes.allSatisfy { Judgement.target($0).isBelow(part.interval) }
        relations.append(
            Relation(
                kind: .partOf, binding: .including, total: previous.term(whole), parts: [view.term(first)],
                computed: part.value, interval: part.interval, isHedged: previous.number(whole).hedge != nil,
                verdict: isMore ? .broken : .holds))
    }

    // MARK: - The remaining N

    private mutating func readRemainder(_ view: SentenceView, _ before: [SentenceView]) {
        let start = view.range.lowerBound
        let head = start..<min(start + 5, view.range.upperBound)
        guard
            let sign = head.first(where: { view.isWord($0, "remaining") || view.isWord($0, "rest") || view.isWord($0, "other") }),
            head.contains(where: { view.has($0, .article) }), let rest = view.quantities(sign..<head.upperBound).first
        else { return }
        let left = view.number(rest)
        let earlier = before.suffix(3).flatMap { view in
            view.quantities(view.range).map { (view: view, number: $0) }
        }.filter { $0.view.number($0.number).measure.isComparable(to: left.measure) && $0.view.number($0.number).value > .zero }
        guard let last = before.last, earlier.count >= 2 else { return }
        let target = Judgement.target(left)
        for (place, whole) in earlier.enumerated() {
            for part in earlier[(place + 1)...] {
                let difference = whole.view.number(whole.number).interval - part.view.number(part.number).interval
                if difference.meets(target) {
                    add(view, rest, whole, part, .holds)
                    return
                }
            }
        }
        // It contradicts only where one whole and one part are told, and the rest is nearly right, or a slip of the pen.
        let taken = last.quantities(last.range).filter { last.number($0).measure.isComparable(to: left.measure) }
        guard taken.count == 1, left.hedge == nil, last.number(taken[0]).hedge == nil,
            let whole = earlier.dropLast().max(by: { $0.view.number($0.number).value < $1.view.number($1.number).value }),
            whole.view.number(whole.number).hedge == nil
        else { return }
        let (opening, change) = (whole.view.number(whole.number).value, last.number(taken[0]).value)
        let tenth = left.value.hundredth.scaled(by: 1)
        guard (opening - change - left.value).magnitude < tenth || Nearness.isSlip(total: left.value, parts: [opening, -change])
        else { return }
        add(view, rest, whole, (last, taken[0]), .broken)
    }

    private mutating func add(
        _ view: SentenceView, _ rest: Int, _ whole: (view: SentenceView, number: Int), _ part: (view: SentenceView, number: Int),
        _ verdict: Relation.Verdict
    ) {
        let (total, taken) = (whole.view.number(whole.number), part.view.number(part.number))
        relations.append(
            Relation(
                kind: .balance, binding: .remainder, total: view.term(rest),
                parts: [whole.view.term(whole.number), part.view.term(part.number, isTaken: true)],
                computed: total.value - taken.value,
                interval: total.interval - taken.interval, isHedged: false, verdict: verdict))
    }
}
