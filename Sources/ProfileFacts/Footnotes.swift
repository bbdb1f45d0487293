import ProfileSyntax

/// The footnotes of a profile: its markers, its notes, and which belongs to which.
package struct Footnotes: Sendable {
    package struct Marker: Sendable {
        /// Nil where the marker holds a word.
        package let number: Int?
        package let problem: MarkerProblem?
        /// From bracket to bracket.
        package let range: Range<Int>
        /// What stands between the brackets, without the caret.
        package let content: Range<Int>
        /// The leaf block that holds the marker.
        package let block: Int
        package let isInHeading: Bool
        /// Whether the marker stands in the text of a note.
        package let isInNote: Bool
    }

    package struct Note: Sendable {
        package let label: NoteLabel
        /// From the label to the end of the note's last paragraph.
        package let range: Range<Int>
        /// The note's text, its continuation paragraphs too; empty where it has none.
        package let text: Range<Int>
        package let block: Int
        package var number: Int? { label.number }
    }

    /// In the order of the text.
    package let markers: [Marker]
    /// In the order of the text.
    package let notes: [Note]
    /// The numbers in the order of their first markers, then those that have markers in notes only.
    package let order: [Int]
    /// The indices of the markers of a number.
    package let markersOf: NumberIndex
    /// The indices of the notes of a number.
    package let notesOf: NumberIndex
    package let form: FootnoteForm
    /// The markers whose number has no note.
    package let undefined: [Marker]
    /// The notes whose number has no marker.
    package let unreferenced: [Note]

    package init(_ profile: Profile) {
        form = profile.footnoteForm
        var notes: [Note] = []
        var numbered: [(number: Int, place: Int)] = []
        numbered.reserveCapacity(64)
        for (index, block) in profile.blocks.enumerated() {
            guard let label = block.label else { continue }
            if let number = label.number { numbered.append((number, notes.count)) }
            let segments = profile.blocks[index..<block.next].last { !$0.segments.isEmpty }.map { profile.content(of: $0) }
            let end = max(segments?.upperBound ?? 0, label.range.upperBound)
            let text = profile.bytes.trimmed(label.range.upperBound..<end)
            notes.append(Note(label: label, range: label.range.lowerBound..<end, text: text, block: index))
        }
        let notesOf = NumberIndex(numbered)
        let properlyMarked = form == .markdown ? Self.properlyMarked(profile.inlines) : []
        var markers: [Marker] = []
        markers.reserveCapacity(notes.count)
        numbered.removeAll(keepingCapacity: true)
        var noteEnd = -1
        for (index, block) in profile.blocks.enumerated() {
            if block.isNote { noteEnd = max(noteEnd, block.next) }
            for place in block.inlines {
                let inline = profile.inlines[place]
                guard case .marker(let number, let problem) = inline.kind else { continue }
                if problem == .otherForm, form == .markdown, let number,
                    !notesOf.contains(number) || properlyMarked.contains(number)
                {
                    continue
                }
                if let number { numbered.append((number, markers.count)) }
                markers.append(
                    Marker(
                        number: number, problem: problem, range: inline.range, content: inline.content, block: index,
                        isInHeading: block.isHeading, isInNote: index < noteEnd))
            }
        }
        let markersOf = NumberIndex(numbered)
        order = Self.order(markers, markersOf)
        self.markers = markers
        self.notes = notes
        self.markersOf = markersOf
        self.notesOf = notesOf
        undefined = markers.filter { $0.number.map { !notesOf.contains($0) } ?? false }
        unreferenced = notes.filter { $0.number.map { !markersOf.contains($0) } ?? false }
    }

    /// The numbers that are marked as they should be, where some are not: a bracketed number among `[^n]` is a marker only where it is
    /// the only one that its note could have.
    private static func properlyMarked(_ inlines: [Inline]) -> Set<Int> {
        var (proper, hasOtherForm) = (Set<Int>(), false)
        for case .marker(_, .otherForm) in inlines.lazy.map({ $0.kind }) { hasOtherForm = true }
        guard hasOtherForm else { return [] }
        for inline in inlines {
            if case .marker(let number?, let problem) = inline.kind, problem != .otherForm { proper.insert(number) }
        }
        return proper
    }

    /// The numbers in the order of their first markers outside notes. Footnotes that only other notes mark come last, in the order of
    /// their numbers: that of their markers would change with the order of the notes.
    private static func order(_ markers: [Marker], _ markersOf: NumberIndex) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(markers.count)
        for (index, marker) in markers.enumerated() where !marker.isInNote {
            guard let number = marker.number else { continue }
            if markersOf[number]?.first(where: { !markers[$0].isInNote }) == index { order.append(number) }
        }
        return order + markersOf.numbers.filter { markersOf[$0]?.allSatisfy { markers[$0].isInNote } == true }
    }

    /// Whether the footnotes are 1, 2, 3 … in the order of their first markers.
    package var isInSequence: Bool { order.indices.allSatisfy { order[$0] == $0 + 1 } }

    /// Where the last note ends; nil where there is none.
    package var end: Int? { notes.last?.range.upperBound }

    /// The number that each footnote has when all are numbered 1, 2, 3 … in the order of their first markers.
    ///
    /// Renumbering closes gaps, but never hides what is missing: a number that has a marker but no note takes its place in the
    /// order like any other where its neighbours are those of its number, and is kept where they are not; one that has a note
    /// but no marker is kept.
    package var properNumbers: [Int: Int] {
        var held = Set(notesOf.numbers.filter { !markersOf.contains($0) })
        for (index, number) in order.enumerated() where !notesOf.contains(number) && !isInPlace(index) { held.insert(number) }
        // Markers in the other form are put right first: which of them are markers depends on the numbers that there are.
        held.formUnion(order.filter { markersOf[$0]?.allSatisfy { markers[$0].problem == .otherForm } == true })
        var proper: [Int: Int] = [:]
        var next = 1
        for number in order {
            if held.contains(number) {
                proper[number] = number
                continue
            }
            while held.contains(next) { next += 1 }
            proper[number] = next
            next += 1
        }
        return proper
    }

    /// Whether the numbers around one in the order are the one below it and the one above it.
    private func isInPlace(_ index: Int) -> Bool {
        let number = order[index]
        let followsItsLower = index == 0 ? number == 1 : order[index - 1] == number - 1
        return followsItsLower && (index + 1 == order.count || order[index + 1] == number + 1)
    }

    /// The numbers without a note whose first marker comes before that of the number below them.
    package var undefinedOutOfOrder: [Int] {
        var seen = Set<Int>()
        return order.filter { number in
            seen.insert(number)
            return !notesOf.contains(number) && markersOf.contains(number - 1) && !seen.contains(number - 1)
        }
    }
}
