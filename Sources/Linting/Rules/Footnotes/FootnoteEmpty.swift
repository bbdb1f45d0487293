/// A note with no text.
enum FootnoteEmpty: Rule {
    static let about = RuleDescription(
        name: "footnote-empty", group: .footnotes, severity: .error,
        summary: "A note has no text.",
        rationale: "An empty note sources nothing. What it said was lost, or was never written.",
        fix: nil,
        examples: [
            .pass("Found.[^1]\n\n[^1]: A source."),
            .pass("Found.[^1]\n\n[^1]:\n    A source on the next line."),
            .find("Found.[^1] Cleared.[^2]\n\n⟦[^1]:⟧\n\n[^2]: Second source."),
            .find("Found.[1] Cleared.[2]\n\n⟦[1]⟧\n\n[2] Second source."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for note in subject.facts.footnotes.notes where note.text.isEmpty {
            guard let number = note.number else { continue }
            report.add(note.label.range, "Note \(number) is empty. Write its source, or remove the note and its marker.")
        }
    }
}
