import ProfileSyntax

/// Reads counts of what is then listed by name: "six types: …", "at least 30 countries (…)".
struct CountReader {
    let view: SentenceView
    private(set) var relations: [Relation] = []

    init(_ view: SentenceView) { self.view = view }

    /// A number that counts what a list of names can name, and the noun's token.
    struct Count {
        let number: Int
        let noun: Int
    }

    /// The counts of a sentence in some tokens.
    static func counts(_ view: SentenceView, _ tokens: Range<Int>) -> [Count] {
        view.quantities(tokens).compactMap { index in
            let number = view.number(index)
            guard number.measure == .count, number.scale == 0, let value = number.value.whole, 2...250 ~= value,
                number.hedge != .about, number.hedge != .atMost, let noun = number.name.first(where: { view.has($0, .kind) })
            else { return nil }
            return Count(number: index, noun: noun)
        }
    }

    mutating func read() {
        guard view.holds(.kind) else { return }
        for count in Self.counts(view, view.range) { read(count) }
    }

    private mutating func read(_ count: Count) {
        var index = count.noun + 1
        var parentheses = 0
        while index < view.range.upperBound, let token = view.token(index) {
            switch token.kind {
            case .openParenthesis:
                guard let close = view.close(of: index) else { return }
                if parentheses == 0, index - count.noun <= 6, let list = NameList.read(view, (index + 1)..<close),
                    list.names.count >= 2
                {
                    relate(count, list, from: index, isPartial: view.has(index + 1, .including))
                    return
                }
                if index == count.noun + 1, readPlaces(count, (index + 1)..<close) { return }
                parentheses += 1
                index = close
            case .colon:
                if isNounPhrase(count.noun..<index),
                    readBullets(count, behind: index) || readPlaces(count, (index + 1)..<view.range.upperBound)
                {
                    return
                }
                let isPartial = view.has(index - 1, .including) || (count.noun..<index).contains { view.saysPartly($0) }
                readList(count, (index + 1)..<view.range.upperBound, isPartial: isPartial)
                return
            case .emDash:
                let end = ((index + 1)..<view.range.upperBound).first { view.kind($0) == .emDash } ?? view.range.upperBound
                if index == count.noun + 1, let list = NameList.readPhrases(view, (index + 1)..<end), list.isShort {
                    relate(count, list, from: index, isPartial: false)
                    return
                }
                readList(count, (index + 1)..<end, isPartial: view.has(index + 1, .including))
                return
            case .semicolon: return
            case .comma:
                if isNounPhrase(count.noun..<index), readNamesToEnd(count, from: index) { return }
            case .word:
                if isCopula(index, count), readNamesToEnd(count, from: index) { return }
                if token.has(.including) {
                    readList(count, (index + 1)..<clauseEnd(index + 1), isPartial: true)
                    return
                }
                if token.has(.namely) {
                    readList(count, (index + 1)..<clauseEnd(index + 1), isPartial: false)
                    return
                }
            default: break
            }
            index += 1
        }
    }

    // MARK: - Names behind a comma or a verb

    /// `two types of mines, the M14 and the M16.`: whether names, and nothing else, stand behind a token up to the sentence's end.
    private mutating func readNamesToEnd(_ count: Count, from sign: Int) -> Bool {
        guard let list = NameList.read(view, (sign + 1)..<view.range.upperBound), list.isProper(view) else { return false }
        relate(count, list, from: sign, isPartial: view.number(count.number).hedge != nil)
        return true
    }

    /// `types of antipersonnel mines`
    private func isNounPhrase(_ tokens: Range<Int>) -> Bool {
        tokens.count <= 5
            && tokens.allSatisfy { view.token($0)?.isWord == true && (view.has($0, .of) || !view.has($0, .nameEnd)) }
    }

    /// The verb of "The four other states are …"
    private func isCopula(_ index: Int, _ count: Count) -> Bool {
        (view.isWord(index, "are") || view.isWord(index, "were")) && view.has(view.range.lowerBound, .article)
            && view.number(count.number).tokens.lowerBound == view.range.lowerBound + 1
    }

    // MARK: - Lists behind a sign

    /// `in five phases:` before bullets: whether there are some behind a colon.
    private mutating func readBullets(_ count: Count, behind colon: Int) -> Bool {
        guard view.kind(colon + 1) == .bullet, let depth = view.token(colon + 1)?.value else { return false }
        let bullets = ((colon + 1)..<view.range.upperBound).filter { view.kind($0) == .bullet && view.token($0)?.value == depth }
        let items = zip(bullets, bullets.dropFirst() + [view.range.upperBound]).map { ($0 + 1)..<$1 }.filter { !$0.isEmpty }
        guard items.count >= 2, case .all = view.selection(count.number) else { return false }
        // "In 2001 and 2002, 4,500 mines were destroyed."
        let joined = items.reduce(0) { $0 + $1.prefix(6).filter { view.has($0, .and) }.count }
        let one = ExactDecimal(1)
        let terms = items.map {
            Relation.Term(number: nil, range: view.prose.range(of: $0), value: one, interval: Interval(one, .zero))
        }
        relate(count, terms, fewest: items.count, most: items.count + joined, isPartial: false)
        return true
    }

    /// `at two sites (Kharangon with 2,000 mines and Lohur with 1,084)`, `at three plants: 21,400 at Abovyan, …`: whether every item
    /// of a list is of one named place. In `101 areas: 44 in Manica, …` the numbers are of the areas.
    private mutating func readPlaces(_ count: Count, _ region: Range<Int>) -> Bool {
        guard case .all = view.selection(count.number), let series = Series.read(view, region),
            series.all == series.items.map(\.number),
            series.items.allSatisfy({ namesPlace($0) && view.number($0.number).value > view.number(count.number).value })
        else { return false }
        relate(
            count, series.items.map { view.term($0.number) }, fewest: series.items.count, most: series.items.count,
            isPartial: false)
        return true
    }

    private func namesPlace(_ item: Series.Item) -> Bool {
        let number = view.number(item.number)
        let behind = number.name.upperBound
        let isBehind = view.isWord(behind, "at") || view.isWord(behind, "in")
        if isBehind, number.tokens.lowerBound == item.tokens.lowerBound { return view.token(behind + 1)?.isCapitalised == true }
        return view.isWord(number.tokens.lowerBound - 1, "with") && view.token(item.tokens.lowerBound)?.isCapitalised == true
    }

    private func clauseEnd(_ start: Int) -> Int {
        view.topLevel(start..<view.range.upperBound).first { [.semicolon, .colon].contains(view.kind($0)) }
            ?? view.range.upperBound
    }

    private mutating func readList(_ count: Count, _ region: Range<Int>, isPartial: Bool) {
        // "4,492 mines of three types: 1,486 PMN mines, …": the items of the sum are the types.
        let isOfTypes = ["types", "kinds", "models", "varieties"].contains(
            view.bytes.text(view.prose.tokens[count.noun].range).lowercased())
        if isOfTypes, let series = Series.read(view, region), series.isClean, series.isOfMines(view) {
            let joined = series.items.reduce(0) { $0 + $1.tokens.filter { view.has($0, .and) }.count }
            relate(
                count, series.items.map { view.term($0.number) }, fewest: series.items.count, most: series.items.count + joined,
                isPartial: isPartial)
            return
        }
        let saysPhrases = view.isWord(count.noun, "reasons") || view.isWord(count.noun, "purposes")
        guard let list = NameList.read(view, region) ?? (saysPhrases ? NameList.readPhrases(view, region) : nil) else { return }
        relate(count, list, from: region.lowerBound - 1, isPartial: isPartial)
    }

    /// Holds a list that opens at a token against its count, or against the part of it that the text takes.
    private mutating func relate(_ count: Count, _ list: NameList, from open: Int, isPartial: Bool) {
        let whole = Self.relation(view, count, list, in: view, isPartial: isPartial, binding: .colon)
        var part: Int?
        var canContradict = true
        if whole.verdict == .broken {
            switch view.selection(count.number) {
            case .unknown: return
            case .some(let number): part = number
            case .all:
                part = partBehind(count, before: open)
                canContradict = part.map { view.number($0).tokens.upperBound == open } ?? true
            }
        }
        guard let part else { return relations.append(whole) }
        // "all but two of the 12 donors (…)": the names may be those of the two or of the others.
        let start = view.number(part).tokens.lowerBound
        if view.has(start - 1, .except) || view.isWord(start - 1, "but") { canContradict = false }
        let named = Self.relation(
            view, Count(number: part, noun: count.noun), list, in: view, isPartial: isPartial, binding: .colon)
        if canContradict || named.verdict == .holds { relations.append(named) }
    }

    /// The last number between a count and its list that may count some of the same: it has no name of its own, or one such, or the
    /// sentence starts with `Of`.
    private func partBehind(_ count: Count, before open: Int) -> Int? {
        view.quantities(count.noun..<open).last { index in
            let number = view.number(index)
            return number.measure == .count && number.value.whole.map { 2...250 ~= $0 } == true
                && (view.has(view.range.lowerBound, [.of, .among]) || number.name.isEmpty
                    || number.name.contains { view.has($0, .kind) })
        }
    }

    private mutating func relate(_ count: Count, _ terms: [Relation.Term], fewest: Int, most: Int, isPartial: Bool) {
        relations.append(Self.relation(view, count, terms, fewest: fewest, most: most, isPartial: isPartial, binding: .colon))
    }

    static func relation(
        _ view: SentenceView, _ count: Count, _ list: NameList, in listView: SentenceView, isPartial: Bool,
        binding: Relation.Binding
    ) -> Relation {
        let terms = list.names.map { name in
            Relation.Term(
                number: nil, range: listView.prose.range(of: name), value: ExactDecimal(1),
                interval: Interval(ExactDecimal(1), .zero))
        }
        return relation(
            view, count, terms, fewest: terms.count, most: terms.count + list.more, isPartial: isPartial || list.isOpen,
            binding: binding)
    }

    private static func relation(
        _ view: SentenceView, _ count: Count, _ terms: [Relation.Term], fewest: Int, most: Int, isPartial: Bool,
        binding: Relation.Binding
    ) -> Relation {
        let number = view.number(count.number)
        let stated = number.value.whole ?? 0
        let isTooFew = most < stated && !isPartial
        let isTooMany = fewest > stated && number.hedge != .atLeast
        return Relation(
            kind: .count, binding: isPartial ? .including : binding, total: view.term(count.number), parts: terms,
            computed: ExactDecimal(fewest), interval: Interval(from: ExactDecimal(fewest), to: ExactDecimal(most)),
            isHedged: number.hedge != nil, verdict: isTooFew || isTooMany ? .broken : .holds)
    }
}
