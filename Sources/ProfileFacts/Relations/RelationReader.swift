import ProfileSyntax

/// Reads all relations of a profile, paragraph by paragraph.
struct RelationReader {
    let bytes: [UInt8]
    let prose: Prose
    let footnotes: Footnotes
    /// The first passage of a note, by the note's index.
    private let passageOfNote: [Int: Int]
    private var relations: [Relation] = []

    static func read(_ profile: Profile, _ header: Header, _ prose: Prose, _ footnotes: Footnotes) -> [Relation] {
        var reader = RelationReader(bytes: profile.bytes, prose: prose, footnotes: footnotes)
        for passage in prose.passages where !passage.isHeading { reader.read(passage) }
        reader.readMembers()
        reader.readReports(header)
        return reader.relations
    }

    // MARK: - Over the whole profile

    /// Names of a counted list that the rest of its note, or of its marker's section, tells again.
    private mutating func readMembers() {
        let reader = MembershipReader(bytes: bytes, prose: prose)
        for list in relations where list.kind == .count && list.parts.count >= 3 {
            guard let home = list.parts.first.flatMap({ sentence(at: $0.range.lowerBound) }),
                let count = sentence(at: list.total.range.lowerBound)
            else { continue }
            let passage = prose.passages[prose.sentences[home].passage]
            let section = prose.passages[prose.sentences[count].passage].section
            let near = passage.note == nil ? [] : [passage.sentences]
            let others = prose.passages[prose.sentences[count].passage...].filter {
                $0.note == nil && !$0.isHeading && $0.section == section
            }
            let sentences = (near + others.map { $0.sentences.clamped(to: count + 1..<prose.sentences.count) }).joined()
            relations += reader.read(list, in: sentences.filter { $0 != home && $0 != count })
        }
    }

    /// The sentence that holds a byte.
    private func sentence(at offset: Int) -> Int? {
        let index = prose.sentences.partitioningIndex { prose.range(of: $0.tokens).upperBound > offset }
        return index < prose.sentences.count ? index : nil
    }

    /// `a total of eighteen Article 7 transparency reports`: one a year since the treaty's entry into force, at the most.
    private mutating func readReports(_ header: Header) {
        guard let updated = header.lastUpdated,
            let entry = header.milestones["entry_into_force"]?.value ?? header.state?.entryIntoForce
        else { return }
        let years = ExactDecimal(updated.value.year - entry.year + 1)
        for (index, sentence) in prose.sentences.enumerated() {
            // "reports since"
            guard sentence.hasFigures, sentence.dateWords.has(.report), sentence.dateWords.has(.since),
                prose.passages[sentence.passage].note == nil
            else { continue }
            let view = view(index)
            for index in view.quantities(view.range) where isOfAnnualReports(view, index) {
                let number = view.number(index)
                let total = Relation.Term(
                    number: nil, range: updated.range, value: years, interval: Interval(years, .zero))
                // An initial report and that of the running year make one more.
                let isBroken = number.value > years + ExactDecimal(1) && number.hedge == nil
                relations.append(
                    Relation(
                        kind: .partOf, binding: .years, total: total, parts: [view.term(index)], computed: number.value,
                        interval: number.interval, isHedged: true, verdict: isBroken ? .broken : .holds))
            }
        }
    }

    /// Whether a number counts the Article 7 reports of the profile's country over all years.
    private func isOfAnnualReports(_ view: SentenceView, _ index: Int) -> Bool {
        let number = view.number(index)
        let name = number.name.lowerBound..<min(number.name.lowerBound + 5, view.range.upperBound)
        guard number.measure == .count, name.contains(where: { view.isWord($0, "Article") }),
            name.contains(where: { view.kind($0) == .numeral }), name.contains(where: { view.isWord($0, "reports") })
        else { return false }
        return (number.name.upperBound..<view.range.upperBound).contains { view.isWord($0, "since") }
    }

    private init(bytes: [UInt8], prose: Prose, footnotes: Footnotes) {
        self.bytes = bytes
        self.prose = prose
        self.footnotes = footnotes
        let passages = prose.passages.enumerated().compactMap { index, passage in passage.note.map { ($0, index) } }
        passageOfNote = Dictionary(passages) { first, _ in first }
    }

    private func view(_ index: Int) -> SentenceView { SentenceView(bytes, prose, prose.sentences[index]) }

    private mutating func read(_ passage: Prose.Passage) {
        guard passage.sentences.contains(where: { prose.sentences[$0].hasFigures }) else { return }
        let views = passage.sentences.map { view($0) }
        var lists: [(relation: Relation, view: SentenceView)] = []
        for (place, view) in views.enumerated() where view.sentence.hasFigures {
            let notes = markers(view).map { (marker: $0, sentences: noteSentences($0)) }
            let previous = place > 0 ? views[place - 1] : nil
            var totals = TotalReader(view)
            totals.read()
            var stated = StatedTotalReader(view, previous: previous)
            stated.read()
            lists += (totals.relations + stated.relations).filter { $0.kind == .total }.map { ($0, view) }
            add(totals.relations + stated.relations)
            var parts = PartReader(view)
            parts.read()
            add(parts.relations)
            var balances = BalanceReader(view, previous: previous)
            balances.read()
            add(balances.relations)
            var changes = ChangeReader(view)
            changes.read()
            add(changes.relations)
            var counts = CountReader(view)
            counts.read()
            add(counts.relations)
            // An amount in another currency stands in parentheses.
            if view.sentence.numbers.count >= 2, view.sentence.kinds.has(.openParenthesis) {
                var conversions = ConversionReader(
                    view, others: Array(views[(place + 1)...].prefix(3)) + notes.flatMap(\.sentences))
                conversions.read()
                add(conversions.relations)
            }
            var percentages = PercentageReader(view)
            percentages.read()
            add(percentages.relations)
            var shares = ShareReader(view)
            shares.read()
            add(shares.relations)
            for note in notes where !note.sentences.isEmpty {
                var bindings = NoteBindingReader(
                    view, marker: note.marker, note: note.sentences, before: Array(views[..<place]), totals: totals.relations)
                bindings.read()
                lists += bindings.relations.filter { $0.relation.kind == .total }
                add(bindings.relations.map { $0.relation })
            }
        }
        var paragraph = PassageReader(views)
        paragraph.read(lists)
        add(paragraph.relations)
    }

    /// Adds relations; one of the same numbers is told once.
    private mutating func add(_ new: [Relation]) {
        for relation in new {
            let isKnown = relations.suffix(12).contains { known in
                known.total.range == relation.total.range && known.kind == relation.kind
                    && known.parts.map(\.range) == relation.parts.map(\.range)
            }
            if !isKnown { relations.append(relation) }
        }
    }

    private func markers(_ view: SentenceView) -> [Int] {
        guard view.sentence.kinds.has(.marker) else { return [] }
        return view.range.filter { view.kind($0) == .marker && (view.token($0)?.value ?? -1) > 0 }
    }

    /// The sentences of the first note with a marker's number, where the marker stands in no note itself.
    private func noteSentences(_ marker: Int) -> [SentenceView] {
        guard let note = footnotes.notesOf[Int(prose.tokens[marker].value)]?.first else { return [] }
        return passageOfNote[note].map { prose.passages[$0].sentences.map { view($0) } } ?? []
    }
}
