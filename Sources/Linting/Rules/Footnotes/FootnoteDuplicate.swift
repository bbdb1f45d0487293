import ProfileFacts
import ProfileSyntax

/// Two notes of one number, or two neighbouring notes with one text.
enum FootnoteDuplicate: Rule {
    static let about = RuleDescription(
        name: "footnote-duplicate", group: .footnotes, severity: .error,
        summary: "Two notes have the same number, or two neighbouring notes the same text.",
        rationale: """
            Of two notes with one number only one is shown, so a source is lost. A note that repeats the text of the one before it
            is most often a paste that was never corrected; sources cited in full again further on are house practice.
            """,
        fix: "safe: removes the second note where the texts are equal; unsafe: gives it the number of a marker that has no note",
        examples: [
            .pass("Found.[^1] Cleared.[^2]\n\n[^1]: First source.\n\n[^2]: Second source."),
            .pass("Found.[^1] Seen.[^2] Cleared.[^3]\n\n[^1]: A source.\n\n[^2]: Another source.\n\n[^3]: A source."),
            .find(
                "Found.[^1]\n\n[^1]: First source.\n\n⟦[^1]:⟧ First source.",
                mended: "Found.[^1]\n\n[^1]: First source."),
            .find("Found.[^1] Cleared.[^2]\n\n[^1]: First source.\n\n⟦[^1]:⟧ Second source."),
            .find("Found.[^1] Cleared.[^2]\n\n[^1]: One source.\n\n[^2]: ⟦One source.⟧"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let footnotes = subject.facts.footnotes
        let free = Set(footnotes.undefined.compactMap(\.number)).sorted()
        for (index, note) in footnotes.notes.enumerated() {
            guard let number = note.number, let first = footnotes.notesOf[number]?.first else { continue }
            if first != index {
                sameNumber(note, footnotes.notes[first], number, free, subject, &report)
            } else if index > 0 {
                sameText(note, footnotes.notes[index - 1], subject, &report)
            }
        }
    }

    private static func sameNumber(
        _ note: Footnotes.Note, _ first: Footnotes.Note, _ number: Int, _ free: [Int], _ subject: Subject, _ report: inout Report
    ) {
        var fixes: [Fix] = []
        if subject.profile.bytes[note.text] == subject.profile.bytes[first.text] {
            fixes = [
                Fix("Remove the second note \(number), which says the same", .safe, [subject.removal(of: note.block)])
            ]
        } else if case let next = free.partitioningIndex(where: { $0 > number }), next < free.count {
            fixes = [
                Fix(
                    "Number this note \(free[next]), whose marker has no note", .unsafe,
                    [Edit(note.label.content, String(free[next]))])
            ]
        }
        report.add(
            note.label.range, "There is a note \(number) already. Give this one its own number, or remove it.",
            labels: [Label(first.label.range, "the first note \(number)")], fixes: fixes)
    }

    private static func sameText(_ note: Footnotes.Note, _ before: Footnotes.Note, _ subject: Subject, _ report: inout Report) {
        guard let number = note.number, let earlier = before.number, number != earlier, !note.text.isEmpty,
            subject.profile.bytes[note.text] == subject.profile.bytes[before.text]
        else { return }
        report.add(
            note.text,
            "Note \(number) has the same text as note \(earlier). Put in its own source, or let both markers share one note.",
            severity: .warning, labels: [Label(before.text, "note \(earlier)")])
    }
}
