import ProfileSyntax

/// Reads all relations of a profile, paragraph by paragraph.
struct RelationReader {
    let bytes: [UInt8]
    let prose: Prose
    let footnotes: Footnotes
    private var relations: [Relation] = []

    static func read(_ profile: Profile, _ prose: Prose, _ footnotes: Footnotes) -> [Relation] {
        var reader = RelationReader(bytes: profile.bytes, prose: prose, footnotes: footnotes)
        for passage in prose.passages where !passage.isHeading { reader.read(passage) }
        return reader.relations
    }

    private init(bytes: [UInt8], prose: Prose, footnotes: Footnotes) {
        self.bytes = bytes
        self.prose = prose
        self.footnotes = footnotes
    }

    private func view(_ index: Int) -> SentenceView { SentenceView(bytes, prose, prose.sentences[index]) }

    private mutating func read(_ passage: Prose.Passage) {
        guard passage.sentences.contains(where: { !prose.sentences[$0].numbers.isEmpty }) else { return }
        let views = passage.sentences.map { view($0) }
        var lists: [(relation: Relation, view: SentenceView)] = []
        for (place, view) in views.enumerated() where !view.sentence.numbers.isEmpty {
            let notes = markers(view).map { (marker: $0, sentences: noteSentences($0)) }
            var totals = TotalReader(view, previous: place > 0 ? views[place - 1] : nil)
            totals.read()
            lists += totals.relations.filter { $0.kind == .total }.map { ($0, view) }
            add(totals.relations)
            var balances = BalanceReader(view, previous: place > 0 ? views[place - 1] : nil)
            balances.read()
            add(balances.relations)
            var counts = CountReader(view)
            counts.read()
            add(counts.relations)
            var conversions = ConversionReader(view, others: Array(views[(place + 1)...].prefix(3)) + notes.flatMap(\.sentences))
            conversions.read()
            add(conversions.relations)
            var percentages = PercentageReader(view)
            percentages.read()
            add(percentages.relations)
            for note in notes where !note.sentences.isEmpty {
                var bindings = NoteBindingReader(view, marker: note.marker, note: note.sentences, before: Array(views[..<place]))
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
        view.range.filter { view.kind($0) == .marker && (view.token($0)?.value ?? -1) > 0 }
    }

    /// The sentences of the first note with a marker's number, where the marker stands in no note itself.
    private func noteSentences(_ marker: Int) -> [SentenceView] {
        guard let note = footnotes.notesOf[Int(prose.tokens[marker].value)]?.first else { return [] }
        return prose.passages.first { $0.note == note }.map { $0.sentences.map { view($0) } } ?? []
    }
}
