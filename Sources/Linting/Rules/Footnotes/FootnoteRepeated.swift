import ProfileFacts
import ProfileSyntax

/// Two markers to one note.
enum FootnoteRepeated: Rule {
    static let about = RuleDescription(
        name: "footnote-repeated", group: .footnotes, severity: .warning,
        summary: "Two markers point to one note.",
        rationale: """
            Published profiles give each marker its own note, also where it cites the same source again. Two markers with one number
            are most often a number typed wrongly. In a table one note may serve several cells. Where your profiles do share notes, say
            `footnotes: {repeated: allowed}` in the settings.
            """,
        fix: "safe: removes a marker that stands twice at one place; unsafe: gives the second marker a note of its own",
        examples: [
            .pass("Found.[^1] Cleared.[^2]\n\n[^1]: First source.\n\n[^2]: Second source."),
            .pass("| Year | Mines |\n| --- | --- |\n| 2001 | 40[^1] |\n| 2002 | 50[^1] |\n\n[^1]: A source."),
            .find("Found.[^1]⟦[^1]⟧\n\n[^1]: A source.", mended: "Found.[^1]\n\n[^1]: A source."),
            .find("Found.[^1] Cleared.[^2] Seen.⟦[^1]⟧\n\n[^1]: First source.\n\n[^2]: Second source."),
            .pass("Found.[^1] Cleared.[^2] Seen.[^1]\n\n[^1]: First source.\n\n[^2]: Second source.").under(
                "footnotes: {repeated: allowed}"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let footnotes = subject.facts.footnotes
        let free = max(footnotes.notesOf.numbers.last ?? 0, footnotes.markersOf.numbers.last ?? 0) + 1
        for number in footnotes.order {
            guard let places = footnotes.markersOf[number], places.count > 1 else { continue }
            let markers = places.map { footnotes.markers[$0] }
                .filter { !$0.isInNote && !subject.profile.blocks[$0.block].isTable }
            guard let first = markers.first else { continue }
            for (index, marker) in markers.enumerated().dropFirst() {
                let before = markers[index - 1]
                let isBeside = before.range.upperBound == marker.range.lowerBound && before.problem == nil
                if !isBeside, subject.options.allowsRepeatedNotes { continue }
                report.add(
                    marker.range,
                    isBeside
                        ? "The marker \(subject.text(marker.range)) stands here twice."
                        : "Note \(number) has a marker already. Give this place a note of its own, or correct the number.",
                    labels: [Label(first.range, "the first marker of note \(number)")],
                    fixes: isBeside
                        ? [Fix("Remove the second marker", .safe, [.delete(marker.range)])]
                        : ownNote(marker, number, free, subject))
            }
        }
    }

    private static func ownNote(_ marker: Footnotes.Marker, _ number: Int, _ free: Int, _ subject: Subject) -> [Fix] {
        let footnotes = subject.facts.footnotes
        guard let index = footnotes.notesOf[number]?.first, let last = footnotes.end else {
            return []
        }
        let end = "\(subject.profile.lineEnd)"
        let copy = footnotes.form.label(free) + " " + subject.text(footnotes.notes[index].text)
        return [
            Fix(
                "Give this marker a note of its own with the same text", .unsafe,
                [Edit(marker.content, String(free)), .insert(end + end + copy, at: last)])
        ]
    }
}
