import ProfileSyntax

/// Reads totals and their lists in one sentence.
struct TotalReader {
    let view: SentenceView
    /// The sentence before, in the same paragraph.
    let previous: SentenceView?
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView, previous: SentenceView?) {
        self.view = view
        self.previous = previous
    }

    mutating func read() {
        let numbers = view.sentence.numbers
        guard numbers.count >= 3, !view.range.contains(where: { isRespectively($0) }) else {
            if numbers.count == 2 {
                readStatedAfter()
                readParts()
            }
            return
        }
        let kinds = view.sentence.kinds
        if kinds.has(.openParenthesis) { readParentheses() }
        if kinds.has(.colon) { readColon() }
        if kinds.has(.bullet) { readNestedBullets() }
        if kinds.has(.emDash) || kinds.has(.enDash) { readDashes() }
        if view.holds([.comprising, .up]) { readComprising() }
        if view.holds([.total, .totalling, .in]) { readStatedAfter() }
        readParts()
    }

    private func isRespectively(_ index: Int) -> Bool { view.isWord(index, "respectively") }

    /// The quantities of some tokens, the last first; as candidates for a total.
    private func candidates(_ tokens: Range<Int>) -> [(view: SentenceView, number: Int)] {
        view.quantities(tokens).reversed().filter { !isDifference($0) }.map { (view, $0) }
    }

    /// `5,000 more mines than`
    private func isDifference(_ number: Int) -> Bool { view.has(view.number(number).tokens.upperBound, [.more, .less]) }

    private mutating func judge(_ region: Range<Int>, _ heads: Range<Int>, _ binding: Relation.Binding) {
        guard let series = Series.read(view, region) else { return }
        let judgement = Judgement(view: view, binding: binding)
        if let relation = judgement.total(of: series, candidates: candidates(heads)) { relations.append(relation) }
    }

    // MARK: - TOTAL (list)

    private mutating func readParentheses() {
        var opens: [Int] = []
        for index in view.range where view.kind(index) == .openParenthesis {
            guard let close = view.close(of: index), close - index > 3 else { continue }
            opens.append(index)
            let inside = (index + 1)..<close
            guard view.numbers(in: inside).count >= 2, !isPartial(inside) else { continue }
            // Inside another parenthesis, only what stands there can be the total.
            let outer = opens.last { $0 < index && (view.close(of: $0) ?? 0) > index }
            judge(inside, (outer.map { $0 + 1 } ?? view.range.lowerBound)..<index, .parenthesis)
        }
    }

    /// Whether a list says of itself that it is not complete.
    private func isPartial(_ region: Range<Int>) -> Bool {
        guard let first = view.token(region.lowerBound) else { return false }
        return first.has([.including, .of, .among, .comparison, .than, .which, .from, .except])
            || first.isWord
                && ["mainly", "mostly", "primarily", "chiefly", "notably", "largely", "see", "e.g"].contains(
                    view.bytes.text(first.range).lowercased())
    }

    // MARK: - TOTAL: list

    private mutating func readColon() {
        let top = view.topLevel(view.range)
        guard let colon = top.first(where: { view.kind($0) == .colon && view.token($0)?.isQuoted == false }) else { return }
        let head = view.range.lowerBound..<colon
        guard !view.has(colon - 1, .including), !isPartial((colon + 1)..<view.range.upperBound) else { return }
        judge((colon + 1)..<view.range.upperBound, head, .colon)
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
            token.has([.of, .article]) || token.kind == .colon || view.isWord(start, "following")
        { start += 1 }
        guard let first = view.token(start) else { return nil }
        if first.isWord,
            ["mainly", "mostly", "primarily", "chiefly", "largely", "only", "predominantly"].contains(
                view.bytes.text(first.range).lowercased())
        {
            return nil
        }
        return start
    }

    // MARK: - list, for a total of TOTAL

    private mutating func readStatedAfter() {
        // Most sentences hold no such word.
        guard view.range.contains(where: { isTotalWord($0) }) else { return }
        for index in view.topLevel(view.range) where isTotalWord(index) {
            guard index > view.range.lowerBound + 2, let number = totalBehind(index) else { continue }
            let isTotal = view.has(index, .total)
            let start = isTotal && view.has(index - 1, .article) ? index - 1 : index
            let joint = view.has(start - 1, .for) || view.has(start - 1, .in) ? start - 1 : start
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
        let isNear = sum <= total.value + total.value && total.value <= sum + sum
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

    // MARK: - TOTAL, including list

    private mutating func readParts() {
        guard view.holds([.including, .of, .among]) else { return }
        for index in view.range {
            guard let token = view.token(index), token.isWord, !token.isQuoted else { continue }
            if token.has(.including) || token.has(.of) && view.has(index + 1, [.which, .these])
                || token.has(.among) && view.has(index + 1, [.which, .these])
            {
                readParts(from: index)
            }
        }
        if view.isWord(view.range.lowerBound, "Of"), let whole = view.numbers(in: view.range).first,
            view.number(whole).tokens.lowerBound <= view.range.lowerBound + 2, view.number(whole).kind == .quantity
        {
            readParts(of: whole, in: view.number(whole).tokens.upperBound..<view.range.upperBound, summed: false)
        }
    }

    private mutating func readParts(from index: Int) {
        // The whole is the quantity before it in the same parenthesis or sentence, with nothing but its own words between.
        var start = index
        var depth = 0
        while start > view.range.lowerBound {
            let kind = view.kind(start - 1)
            if kind == .closeParenthesis { depth += 1 }
            if kind == .openParenthesis { depth -= 1 }
            if kind == .semicolon || kind == .colon { break }
            start -= 1
        }
        guard let whole = view.quantities(start..<index).last ?? (depth < 0 ? view.numbers(in: start..<index).last : nil),
            view.number(whole).kind == .quantity, !view.number(whole).isQuoted
        else { return }
        var end = index + 1
        depth = 0
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
        readParts(of: whole, in: (index + 1)..<end, summed: true)
    }

    private mutating func readParts(of whole: Int, in region: Range<Int>, summed: Bool) {
        let total = view.number(whole)
        guard total.hedge != .atLeast, let first = view.quantities(region).first else { return }
        let series = Series.read(view, region)
        let parts = series.map { $0.items.map(\.number) } ?? [first]
        guard
            parts.allSatisfy({ part in
                let number = view.number(part)
                return number.measure.isComparable(to: total.measure) && view.countsTheSame(total, number) && number.hedge == nil
            }), total.value > ExactDecimal(1)
        else { return }
        // The first number behind the word must be a part, not a place or a time in a clause of its own.
        guard series != nil || view.number(first).tokens.lowerBound - region.lowerBound <= 3 else { return }
        let allowed = Judgement.target(total)
        let greatest = parts.max { view.number($0).value < view.number($1).value } ?? first
        let sum = parts.reduce(Interval.zero) { $0 + view.number($1).interval }
        let isSum = summed && series?.isClean == true && parts.count >= 2
        let isTooGreat = allowed.isBelow(view.number(greatest).interval)
        let isSumTooGreat = isSum && allowed.isBelow(sum)
        if isTooGreat, series == nil || series?.isClean == true {
            addPart([greatest], whole, .broken)
        } else if isSumTooGreat {
            addPart(parts, whole, .broken)
        } else if !isTooGreat {
            addPart(parts, whole, .holds)
        }
    }

    private mutating func addPart(_ parts: [Int], _ whole: Int, _ verdict: Relation.Verdict) {
        relations.append(
            Relation(
                kind: .partOf, binding: .including, total: view.term(whole), parts: parts.map { view.term($0) },
                computed: parts.reduce(.zero) { $0 + view.number($1).value },
                interval: parts.reduce(.zero) { $0 + view.number($1).interval },
                isHedged: view.number(whole).hedge != nil, verdict: verdict))
    }
}
