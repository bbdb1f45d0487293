import ProfileSyntax

/// Reads totals that stand behind their parts: "300 PMN and 250 POMZ-2, for a total of 550".
struct StatedTotalReader {
    let view: SentenceView
    /// The sentence before, in the same paragraph.
    let previous: SentenceView?
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView, previous: SentenceView?) {
        self.view = view
        self.previous = previous
    }

    mutating func read() {
        // Most sentences hold no such word.
        guard view.sentence.numbers.count >= 2, view.holds([.total, .totalling, .in]), !view.saysRespectively,
            view.range.contains(where: { isTotalWord($0) })
        else { return }
        for index in view.topLevel(view.range) where isTotalWord(index) {
            guard index > view.range.lowerBound + 2, let number = totalBehind(index) else { continue }
            let isTotal = view.has(index, .total)
            let start = isTotal && view.has(index - 1, .article) ? index - 1 : index
            let joint = view.has(start - 1, [.for, .in, .or]) ? start - 1 : start
            guard view.kind(joint - 1) == .comma || joint < start || view.has(index, .totalling) && !view.isWord(index, "overall")
            else { continue }
            guard !saysMore(behind: view.number(number).tokens.upperBound) else { continue }
            let end = view.kind(joint - 1) == .comma ? joint - 1 : joint
            readStatedAfter(parts: view.range.lowerBound..<end, number)
        }
    }

    /// `a total of`, `totalling`, `in all`
    private func isTotalWord(_ index: Int) -> Bool {
        view.has(index, [.total, .totalling]) || view.isWord(index, "all") && view.has(index - 1, .in)
    }

    private func totalBehind(_ index: Int) -> Int? {
        var next = index + 1
        while view.has(next, [.of, .to, .article]) { next += 1 }
        return view.quantities(next..<view.range.upperBound).first { view.number($0).tokens.lowerBound == next }
    }

    /// Whether the total counts more than the sentence tells: "a total of 5,000 since 1999".
    private func saysMore(behind end: Int) -> Bool {
        (end..<min(end + 8, view.range.upperBound)).contains {
            view.isWord($0, "since") || view.isWord($0, "by") || view.isWord($0, "date") || view.isWord($0, "far")
                || view.isWord($0, "between")
                || view.isWord($0, "during") || view.isWord($0, "over")
        }
    }

    private mutating func readStatedAfter(parts region: Range<Int>, _ number: Int) {
        let total = view.number(number)
        var parts = view.quantities(region).filter { view.number($0).measure.isComparable(to: total.measure) }
        if let colon = view.topLevel(region).last(where: { view.kind($0) == .colon || view.kind($0) == .semicolon }) {
            parts = parts.filter { view.number($0).tokens.lowerBound > colon }
        }
        if parts.count == 1 { readFurther(parts[0], number) }
        guard parts.count >= 2, parts.count <= 8 else { return }
        let target = Judgement.target(total)
        let isClean =
            parts.allSatisfy { view.number($0).hedge == nil }
            && Series.read(view, listRegion(region, parts))?.items.map(\.number) == parts
        for count in stride(from: parts.count, through: 2, by: -1) {
            let interval = parts.suffix(count).reduce(Interval.zero) { $0 + view.number($1).interval }
            if interval.meets(target) {
                add(Array(parts.suffix(count)), number, .holds)
                return
            }
        }
        let sum = parts.reduce(ExactDecimal.zero) { $0 + view.number($1).value }
        let isNear =
            Nearness.isNear(sum, total.value) || Nearness.isSlip(total: total.value, parts: parts.map { view.number($0).value })
        guard isClean, isNear, parts.allSatisfy({ view.countsTheSame(total, view.number($0)) }) else { return }
        add(parts, number, .broken)
    }

    /// `Twelve were found. A further 34 followed, for a total of 46.`
    private mutating func readFurther(_ part: Int, _ total: Int) {
        let further = view.number(part)
        guard let previous, further.hedge == nil,
            (max(view.range.lowerBound, further.tokens.lowerBound - 2)..<further.tokens.lowerBound).contains(where: {
                view.has($0, .other)
            })
        else { return }
        let firsts = previous.quantities(previous.range).filter {
            previous.number($0).measure.isComparable(to: further.measure) && previous.number($0).hedge == nil
        }
        guard firsts.count == 1,
            previous.sentence.numbers.allSatisfy({ $0 == firsts[0] || previous.number($0).kind != .quantity })
        else { return }
        let interval = previous.number(firsts[0]).interval + further.interval
        let holds = interval.meets(Judgement.target(view.number(total)))
        guard holds || previous.countsTheSame(previous.number(firsts[0]), further) else { return }
        add([firsts[0], part], total, holds ? .holds : .broken)
    }

    private func listRegion(_ region: Range<Int>, _ parts: [Int]) -> Range<Int> {
        view.number(parts[0]).tokens.lowerBound..<region.upperBound
    }

    private mutating func add(_ parts: [Int], _ total: Int, _ verdict: Relation.Verdict) {
        relations.append(
            Relation(
                kind: .total, binding: .statedAfter, total: view.term(total), parts: parts.map { view.term($0) },
                computed: parts.reduce(.zero) { $0 + view.number($1).value },
                interval: parts.reduce(.zero) { $0 + view.number($1).interval },
                isHedged: view.number(total).hedge != nil, verdict: verdict))
    }
}
