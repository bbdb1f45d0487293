import ProfileSyntax

/// A list of numbers with names, as prose writes it: `1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines`.
struct Series {
    struct Item {
        /// The item's tokens, without the comma or word that parts it from its neighbours.
        var tokens: Range<Int>
        /// The index of the number that counts.
        let number: Int
        /// Whether the item begins with its number, or is a name with its number in parentheses or behind a colon.
        let isPlain: Bool
    }

    private(set) var items: [Item] = []
    /// Whether every item is a number and a name, exact, with nothing else between: only such a list can contradict a total.
    private(set) var isClean = true
    /// Items such as "a boy", that count one each without a number.
    private(set) var ones = 0
    /// All plain quantities at the list's own level, those of its tail too.
    private(set) var all: [Int] = []

    private enum Joint { case start, comma, and, semicolon }

    /// Reads a range of tokens as a list; nil where it is none.
    static func read(_ view: SentenceView, _ region: Range<Int>) -> Series? {
        guard view.numbers(in: region).count >= 2 else { return nil }
        var series = Series()
        series.all = view.quantities(region)
        if let nested = nested(view, region) {
            series.all.removeAll { number in nested.contains { $0.contains(view.number(number).tokens.lowerBound) } }
        }
        for (chunk, joint) in chunks(view, region) {
            guard let goesOn = series.add(view, chunk, joint) else { return nil }
            if !goesOn { break }
        }
        guard series.items.count >= 2 else { return nil }
        let measures = series.items.map { view.number($0.number).measure }
        guard measures.allSatisfy({ $0.isComparable(to: measures[0]) }) else { return nil }
        return series
    }

    // MARK: - Cutting

    /// How deep the bullets of a region's own list stand; 0 where there are none.
    private static func depth(_ view: SentenceView, _ top: some Sequence<Int>) -> Int32 {
        top.lazy.compactMap { view.token($0) }.first { $0.kind == .bullet }?.value ?? 0
    }

    /// The bullets of lists inside a region's items, each with what it says; nil where there are none.
    private static func nested(_ view: SentenceView, _ region: Range<Int>) -> [Range<Int>]? {
        guard view.sentence.kinds.has(.bullet) else { return nil }
        let bullets = region.filter { view.kind($0) == .bullet }
        guard let first = bullets.first.flatMap({ view.token($0)?.value }) else { return nil }
        let nested = zip(bullets, bullets.dropFirst() + [region.upperBound]).filter { view.token($0.0)?.value ?? 0 > first }
        return nested.isEmpty ? nil : nested.map { $0..<$1 }
    }

    private static func chunks(_ view: SentenceView, _ region: Range<Int>) -> [(Range<Int>, Joint)] {
        let top = view.topLevel(region)
        // Bullets under a bullet are a list of their own, inside the item.
        let depth = depth(view, top)
        var isNested = false
        let isCoarse = top.contains { view.kind($0) == .semicolon || view.kind($0) == .bullet }
        var chunks: [(Range<Int>, Joint)] = []
        var start = region.lowerBound
        var joint = Joint.start
        func close(_ end: Int, next: Joint, width: Int) {
            if end > start { chunks.append((start..<end, joint)) }
            if end > start || next != .and { joint = next }
            start = end + width
        }
        for index in top where index >= start {
            guard let token = view.token(index) else { continue }
            switch token.kind {
            case .bullet where token.value > depth: isNested = true
            case .semicolon where isNested: continue
            case .bullet:
                isNested = false
                close(index, next: .semicolon, width: 1)
            case .semicolon: close(index, next: .semicolon, width: 1)
            case .comma where !isCoarse: close(index, next: .comma, width: 1)
            case .word where !isCoarse && token.has(.and): close(index, next: .and, width: 1)
            case .word
            where !isCoarse && view.isWord(index, "as") && view.isWord(index + 1, "well") && view.isWord(index + 2, "as"):
                close(index, next: .and, width: 3)
            case .sign where !isCoarse && (token.value == Int32(UInt8(ascii: "+")) || token.value == Int32(UInt8(ascii: "&"))):
                close(index, next: .and, width: 1)
            default: break
            }
        }
        close(region.upperBound, next: .start, width: 0)
        return chunks
    }

    // MARK: - Reading

    /// Adds a chunk; false where the list ended before it, nil where there is no list at all.
    private mutating func add(_ view: SentenceView, _ chunk: Range<Int>, _ joint: Joint) -> Bool? {
        var chunk = chunk
        while let token = view.token(chunk.lowerBound), chunk.count > 1,
            token.has(.and) || token.kind == .comma || token.kind == .bullet
        {
            chunk = (chunk.lowerBound + 1)..<chunk.upperBound
        }
        while let token = view.token(chunk.upperBound - 1), chunk.count > 1,
            [.fullStop, .comma, .marker, .closeParenthesis, .quotationMark].contains(token.kind) || token.has(.and)
        {
            if token.kind == .closeParenthesis, chunk.contains(where: { view.kind($0) == .openParenthesis }) { break }
            chunk = chunk.lowerBound..<(chunk.upperBound - 1)
        }
        // "150,500 at Kittilä; and" before a bullet
        if chunk.count == 1, view.has(chunk.lowerBound, .and) { return true }
        let numbers = view.topLevelNumbers(chunk)
        let first = numbers.first {
            ![.date, .ordinal, .designation, .provision, .page, .law, .identifier].contains(view.number($0).kind)
        }
        guard let first else { return addWithoutNumber(view, chunk, joint) }
        let number = view.number(first)
        guard number.kind == .quantity || number.kind == .percentage, !number.isQuoted else { return nil }
        // An item whose own number stands nowhere, but those of the bullets under it.
        if (chunk.lowerBound..<number.tokens.lowerBound).contains(where: { view.kind($0) == .bullet }) { isClean = false }
        var start = chunk.lowerBound
        while start < number.tokens.lowerBound, view.has(start, [.article, .other]) { start += 1 }
        let isPlain = start == number.tokens.lowerBound
        if !isPlain {
            let lead = start..<number.tokens.lowerBound
            let isLabel = view.kind(number.tokens.lowerBound - 1) == .colon || view.kind(number.tokens.lowerBound - 1) == .enDash
            if !isLabel {
                if lead.contains(where: { view.has($0, [.comparison, .except, .including, .than, .between, .of, .from, .which]) })
                {
                    if items.isEmpty { return nil }
                    isClean = false
                    return lead.contains { view.has($0, [.including, .of, .which]) } ? true : false
                }
                if joint == .comma, items.last.map({ $0.isPlain }) == true { isClean = false }
            }
            items.append(Item(tokens: chunk, number: first, isPlain: isLabel))
        } else {
            items.append(Item(tokens: chunk, number: first, isPlain: true))
        }
        if number.hedge != nil { isClean = false }
        // "623 soldiers, 198 civilians; five children": the items are parted in two ways.
        if joint == .semicolon || joint == .start, numbers.dropFirst().contains(where: { isOfSameRow($0, number, view) }) {
            isClean = false
        }
        if Self.comparesItem(chunk, behind: number.tokens.upperBound, view) { isClean = false }
        // "30 of them children, 11 of them women": children may be women.
        if view.has(number.tokens.upperBound, .of), view.has(number.tokens.upperBound + 1, [.these, .which]) { isClean = false }
        // "ten teams (four with dogs and three with machines)": what some have, others may lack.
        if view.isWord(number.name.upperBound, "with"), !view.has(number.name.upperBound + 1, .article) { isClean = false }
        return true
    }

    /// Whether another number of an item stands behind a comma and counts what its own does.
    private func isOfSameRow(_ other: Int, _ number: Number, _ view: SentenceView) -> Bool {
        let start = view.number(other).tokens.lowerBound - 1
        return view.number(other).kind == .quantity && view.number(other).measure == number.measure
            && (view.kind(start) == .comma || view.has(start, .and))
    }

    /// Whether an item is told by way of another number; what a clause tells of it is its own: "38 that retain more than 1,000 each".
    private static func comparesItem(_ item: Range<Int>, behind start: Int, _ view: SentenceView) -> Bool {
        for index in item where index >= start {
            if view.has(index, .comparison) { return true }
            if view.has(index, .which) || view.isWord(index, "that") || view.isWord(index, "who") || view.isWord(index, "whose") {
                return false
            }
        }
        return false
    }

    private mutating func addWithoutNumber(_ view: SentenceView, _ chunk: Range<Int>, _ joint: Joint) -> Bool? {
        if let number = parenthesised(view, chunk) {
            items.append(Item(tokens: chunk, number: number, isPlain: true))
            return true
        }
        // "none that voted against"
        if view.isWord(chunk.lowerBound, "none") || view.isWord(chunk.lowerBound, "no") { return true }
        if chunk.contains(where: { view.has($0, .vague) }) { return nil }
        guard let first = view.token(chunk.lowerBound), !items.isEmpty else { return nil }
        if first.has(.article), first.range.count <= 2 {
            ones += 1
            isClean = false
            return true
        }
        if joint == .and, !first.has([.nameEnd, .which, .these]) {
            items[items.count - 1].tokens = items[items.count - 1].tokens.lowerBound..<chunk.upperBound
            return true
        }
        // A clause behind the list ends it: ", which were destroyed in 2003".
        if first.has([.nameEnd, .which, .these, .while]) || joint == .semicolon { return false }
        isClean = false
        return true
    }

    /// The number of `the EC (1,500,000)`.
    private func parenthesised(_ view: SentenceView, _ chunk: Range<Int>) -> Int? {
        guard let open = chunk.first(where: { view.kind($0) == .openParenthesis }), open > chunk.lowerBound,
            let close = view.close(of: open),
            close <= chunk.upperBound
        else { return nil }
        let inner = view.numbers(in: (open + 1)..<close)
        guard inner.count == 1, let index = inner.first, view.number(index).kind == .quantity,
            view.number(index).tokens.lowerBound == open + 1, view.number(index).name.isEmpty
        else { return nil }
        return index
    }

    // MARK: - Steps

    /// Whether every item has a date of its own: a list of steps, which may be planned or go on.
    func isDated(_ view: SentenceView) -> Bool { dates(view) != nil }

    /// Whether every item tells what is reached by a date, so that the last holds all before it.
    func isCumulative(_ view: SentenceView) -> Bool {
        dates(view)?.allSatisfy { view.has(view.number($0).tokens.lowerBound - 1, .by) } == true
    }

    /// The indices of the items' dates, where each item has one and no two are the same.
    private func dates(_ view: SentenceView) -> [Int]? {
        guard view.sentence.dates.count >= items.count else { return nil }
        let dates = items.compactMap { item in view.numbers(in: item.tokens).first { view.number($0).kind == .date } }
        let different = Set(dates.map { view.bytes.text(view.number($0).range) })
        return different.count == items.count ? dates : nil
    }

    // MARK: - Sums

    /// What the items come to by their printed digits.
    func sum(_ view: SentenceView) -> ExactDecimal { items.reduce(.zero) { $0 + view.number($1.number).value } }

    func interval(_ view: SentenceView) -> Interval { items.reduce(.zero) { $0 + view.number($1.number).interval } }

    /// Everything that the list may be meant to come to.
    func readings(_ view: SentenceView) -> [Interval] {
        var readings = [interval(view)]
        if ones > 0 { readings.append(readings[0] + Interval(ExactDecimal(ones), .zero)) }
        if all.count != items.count || all != items.map(\.number) {
            let measure = view.number(items[0].number).measure
            readings.append(all.filter { view.number($0).measure == measure }.reduce(.zero) { $0 + view.number($1).interval })
        }
        return readings
    }

    /// Whether every item names a mine, such as PMN-2, or nothing.
    func isOfMines(_ view: SentenceView) -> Bool {
        items.allSatisfy { item in
            item.tokens.contains {
                view.token($0)?.hasDigits == true
                    || view.token($0)?.isUpperCase == true && view.token($0)?.isWord == true
            }
        }
    }
}
