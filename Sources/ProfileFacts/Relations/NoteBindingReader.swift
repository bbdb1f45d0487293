import ProfileSyntax

/// Reads what the note of a marker says of the numbers in the marker's sentence.
struct NoteBindingReader {
    /// The sentence that holds the marker.
    let view: SentenceView
    /// The marker's token.
    let marker: Int
    /// The sentences of the note.
    let note: [SentenceView]
    /// The sentences of the marker's paragraph up to its own.
    let before: [SentenceView]
    /// The totals that the marker's sentence has lists for itself.
    let totals: [Relation]
    private(set) var relations: [(relation: Relation, view: SentenceView)] = []

    init(_ view: SentenceView, marker: Int, note: [SentenceView], before: [SentenceView], totals: [Relation]) {
        self.view = view
        self.marker = marker
        self.note = note
        self.before = before
        self.totals = totals
    }

    mutating func read() {
        readComposition()
        if view.holds(.kind), note.first?.sentence.kinds.has(.colon) == true { readCounts() }
        for sentence in note where sentence.holds(.holding) && sentence.holds(.taking) { readStock(sentence) }
    }

    // MARK: - [n] Composed of list

    private mutating func readComposition() {
        guard let first = note.first, first.sentence.numbers.count >= 2, !repeatsTotal(first) else { return }
        let head = first.range.lowerBound..<min(first.range.lowerBound + 6, first.range.upperBound)
        let verb = head.first { first.saysComposition($0) }
        let start: Int
        if let verb {
            guard first.numbers(in: first.range.lowerBound..<verb).isEmpty, let list = TotalReader.listStart(first, behind: verb)
            else { return }
            start = list
        } else if let list = first.announcedList {
            start = list
        } else {
            start = first.range.lowerBound
        }
        guard verb != nil || first.number(first.sentence.numbers.lowerBound).tokens.lowerBound == start,
            let series = Series.read(first, start..<first.range.upperBound), verb != nil || isBare(series, first, from: start)
        else { return }
        let candidates = view.quantities(view.range.lowerBound..<marker).reversed().map { (view: view, number: $0) }
        let judgement = Judgement(view: first, binding: .note)
        guard let relation = judgement.total(of: series, candidates: candidates),
            relation.verdict == .holds || !isToldHere(relation.total)
        else { return }
        relations.append((relation, first))
    }

    /// Whether the marker's sentence has a list for a number itself, or has it in such a list, so that the note's is of something else.
    private func isToldHere(_ term: Relation.Term) -> Bool {
        totals.contains { $0.total.range == term.range || $0.parts.contains { $0.range == term.range } }
    }

    /// `[n] 231 mines: 61 PMA-3, 140 PMR-2A`: the note states the total itself.
    private func repeatsTotal(_ note: SentenceView) -> Bool {
        guard note.sentence.kinds.has(.colon), let first = note.sentence.numbers.first else { return false }
        return note.number(first).tokens.lowerBound == note.range.lowerBound
            && note.kind(note.number(first).name.upperBound) == .colon
    }

    /// Whether a note is nothing but a list of mines.
    private func isBare(_ series: Series, _ view: SentenceView, from start: Int) -> Bool {
        series.isClean && series.isOfMines(view) && view.number(series.items[0].number).tokens.lowerBound == start
    }

    // MARK: - six types [n] … [n] Label: names

    private mutating func readCounts() {
        let counts = CountReader.counts(view, view.range.lowerBound..<marker)
        guard !counts.isEmpty, let first = note.first else { return }
        let labels = labels(first)
        // Most notes are of something else.
        let mayFit = labels.contains { label in
            counts.contains { names(label.label, $0, first) || agrees(label.label, $0, first) }
        }
        guard mayFit else { return }
        let lists = labels.compactMap { label, list in NameList.read(first, list).map { (label, $0) } }
        for (label, list) in lists {
            let matching = counts.filter { lists.count == 1 && counts.count == 1 || names(label, $0, first) }
            guard matching.count == 1, let count = matching.first, lists.count > 1 || agrees(label, count, first) else {
                continue
            }
            relations.append((CountReader.relation(view, count, list, in: first, isPartial: false, binding: .note), first))
        }
    }

    /// The labels of a sentence, each with what stands behind it: `Antipersonnel mines: MON-50 …; Antivehicle mines: TM-62M …`.
    private func labels(_ view: SentenceView) -> [(label: Range<Int>, list: Range<Int>)] {
        var labels: [(Range<Int>, Range<Int>)] = []
        var start = view.range.lowerBound
        let semicolons = view.topLevel(view.range).filter { view.kind($0) == .semicolon }
        for end in semicolons + [view.range.upperBound] {
            if let colon = (start..<end).first(where: { view.kind($0) == .colon }), colon > start {
                labels.append((start..<colon, colon + 1..<end))
            }
            start = end + 1
        }
        return labels
    }

    /// Whether a label begins with a word that stands behind a count: `Antipersonnel mines` for "six types of antipersonnel mines".
    private func names(_ label: Range<Int>, _ count: CountReader.Count, _ note: SentenceView) -> Bool {
        guard let word = note.token(label.lowerBound), word.isWord else { return false }
        var index = count.noun
        while index < min(count.noun + 7, view.range.upperBound), let token = view.token(index), !token.isBreak, !token.has(.and)
        {
            if token.isWord, token.word == word.word, word.word != 0 { return true }
            index += 1
        }
        return false
    }

    /// Whether a label names what is counted: `Countries in which …` for "30 countries".
    private func agrees(_ label: Range<Int>, _ count: CountReader.Count, _ note: SentenceView) -> Bool {
        let noun = view.prose.tokens[count.noun]
        return label.contains { index in note.token(index).map { $0.isWord && Things.isSame($0, noun, view.bytes) } == true }
    }

    // MARK: - stockpiled P, but had since destroyed M

    private mutating func readStock(_ sentence: SentenceView) {
        let quantities = sentence.quantities(sentence.range)
        guard quantities.count == 2, sentence.number(quantities[0]).measure == sentence.number(quantities[1]).measure else {
            return
        }
        let (stock, taken) = (sentence.number(quantities[0]), sentence.number(quantities[1]))
        guard stock.tokens.upperBound <= taken.tokens.lowerBound,
            (sentence.range.lowerBound..<stock.tokens.lowerBound).contains(where: { sentence.has($0, .holding) }),
            (stock.tokens.upperBound..<taken.tokens.lowerBound).contains(where: { sentence.has($0, .taking) })
        else { return }
        let difference = Judgement.target(stock) - Judgement.target(taken)
        let candidates = ((before + [view]).reversed()).flatMap { view in
            view.quantities(view.range).reversed().map { (view: view, number: $0) }
        }.filter { $0.view.number($0.number).measure == stock.measure && $0.view.number($0.number).value > ExactDecimal(1000) }
        // "He forecast that about 23.5 million would be destroyed": that is no stock.
        let fitting = candidates.first { view, number in
            Judgement.target(view.number(number)).meets(difference) && (view.number(number).hedge == nil || view.holds(.holding))
        }
        let computed = stock.value - taken.value
        let nearest = candidates.first { candidate in
            let number = candidate.view.number(candidate.number)
            let gap = (number.value - computed).magnitude
            let isSlip = Nearness.isSlip(total: number.value, parts: [stock.value, -taken.value])
            return number.hedge == nil && number.scale == stock.scale && (gap + gap + gap < computed || isSlip)
                && candidate.view.range.contains { candidate.view.has($0, .holding) }
        }
        guard let left = fitting ?? nearest else { return }
        relations.append(
            (
                Relation(
                    kind: .balance, binding: .note, total: left.view.term(left.number),
                    parts: [sentence.term(quantities[0]), sentence.term(quantities[1], isTaken: true)], computed: computed,
                    interval: difference, isHedged: stock.hedge != nil || taken.hedge != nil,
                    verdict: fitting == nil ? .broken : .holds), sentence
            ))
    }
}
