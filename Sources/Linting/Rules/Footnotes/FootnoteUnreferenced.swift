import ProfileFacts
import ProfileSyntax

/// A note that no marker points to.
enum FootnoteUnreferenced: Rule {
    static let about = RuleDescription(
        name: "footnote-unreferenced", group: .footnotes, severity: .error,
        summary: "No marker points to a note.",
        rationale: """
            A note without a marker sources nothing: its marker was deleted with a sentence, or lost in an edit. Only an editor can
            tell whether the marker or the note has to come back.
            """,
        fix: "unsafe: removes the note",
        examples: [
            .pass("Mines were found.[^1]\n\n[^1]: Interview, Minsk, 5 May 2010."),
            .find("Mines were found.[^1]\n\n[^1]: Interview.\n\n⟦[^2]:⟧ Letter from the Ministry of Defense."),
            .find("Mines were found.[1]\n\n[1] Interview.\n\n⟦[2]⟧ Letter from the Ministry of Defense."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for note in subject.facts.footnotes.unreferenced {
            guard let number = note.number else { continue }
            let fix = Fix("Remove note \(number)", .unsafe, [subject.removal(of: note.block)])
            report.add(note.label.range, message(number, subject.facts.footnotes.form), fixes: [fix])
        }
    }

    private static func message(_ number: Int, _ form: FootnoteForm) -> String {
        "No marker in the text points to note \(number). Put \(form.marker(number)) where it belongs, or remove the note."
    }
}
