import ProfileFacts

/// Notes not listed in ascending order.
enum FootnoteOrder: Rule {
    static let about = RuleDescription(
        name: "footnote-order", group: .footnotes, severity: .error,
        summary: "The notes are not listed in ascending order.",
        rationale: "A reader looks a note up by its number. Notes out of order are overlooked, and then edited twice.",
        fix: "safe: sorts the notes, and continuation paragraphs move along; unsafe: where text stands right below a note",
        examples: [
            .pass("One.[^1] Two.[^2]\n\n[^1]: First source.\n\n[^2]: Second source."),
            .find(
                "One.[^1] Two.[^2]\n\n[^2]: Second source.\n\n⟦[^1]:⟧ First source.",
                mended: "One.[^1] Two.[^2]\n\n[^1]: First source.\n\n[^2]: Second source."),
            .find(
                "One.[^1] Two.[^2]\n\n[^2]: Second source.\n\n    It has two paragraphs.\n\n⟦[^1]:⟧ First source.",
                mended: "One.[^1] Two.[^2]\n\n[^1]: First source.\n\n[^2]: Second source.\n\n    It has two paragraphs."),
            .find("One.[^1] Two.[^2]\n\n[^2]: Second source.\n\n⟦[^1]:⟧ First source.\n- an item"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let notes = subject.facts.footnotes.notes.filter { $0.number != nil }
        guard let index = notes.indices.dropFirst().first(where: { number(notes[$0]) < number(notes[$0 - 1]) }) else { return }
        let note = notes[index]
        let later = notes.prefix(index).first { number($0) > number(note) }
        let labels = later.map { [Label($0.label.range, "note \(number($0)) stands here")] } ?? []
        report.add(
            note.label.range,
            "Note \(number(note)) comes after note \(number(notes[index - 1])). List the notes in ascending order.",
            labels: labels, fixes: sorting(notes, subject))
    }

    private static func number(_ note: Footnotes.Note) -> Int { note.number ?? 0 }

    /// Puts the sorted notes into the places that the notes have now.
    private static func sorting(_ notes: [Footnotes.Note], _ subject: Subject) -> [Fix] {
        let parents = Set(notes.map { subject.profile.blocks[$0.block].parent })
        guard parents == [-1] else { return [] }
        // Text right below a note would become part of whatever note came there.
        let blocks = subject.profile.blocks
        let stand = notes.map { blocks[$0.block].next }.filter { $0 < blocks.count }.allSatisfy {
            blocks[$0].isBlank || blocks[$0].isNote
        }
        // Sorting is stable, so that two notes of one number keep their order.
        let sorted = notes.enumerated().sorted { (number($0.element), $0.offset) < (number($1.element), $1.offset) }.map(
            \.element)
        let edits = zip(notes, sorted).filter { $0.range != $1.range }.map { Edit($0.range, subject.text($1.range)) }
        return [Fix("Sort the notes", stand ? .safe : .unsafe, edits)]
    }
}
