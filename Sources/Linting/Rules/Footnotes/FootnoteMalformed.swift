import ProfileFacts
import ProfileSyntax

/// Nearly a marker, or nearly a note.
enum FootnoteMalformed: Rule {
    static let about = RuleDescription(
        name: "footnote-malformed", group: .footnotes, severity: .warning,
        summary: "Something is nearly a footnote marker or a note.",
        rationale: """
            `[^ 3]`, `[^3` or `[３]` look like markers to a reader and like plain text to every program: the note is not linked, and
            numbering passes it over.
            """,
        fix:
            "safe: writes the marker properly, where there is one note of its number; unsafe: where there is none or it has a marker already",
        examples: [
            .pass("It spoke of “the traety [sic] and its [later] protocols.”[^1]\n\n[^1]: A source."),
            .pass("See [3] and [a link](https://example.org).[^1]\n\n[^1]: A source."),
            .find("Found.⟦[^ 1]⟧\n\n[^1]: A source.", mended: "Found.[^1]\n\n[^1]: A source."),
            .find("Found.⟦[^1⟧ Then it left.\n\n[^1]: A source.", mended: "Found.[^1] Then it left.\n\n[^1]: A source."),
            .find("Found.⟦[^１]⟧\n\n[^1]: A source.", mended: "Found.[^1]\n\n[^1]: A source."),
            .find("Found.⟦[1]⟧\n\n[^1]: A source.", mended: "Found.[^1]\n\n[^1]: A source."),
            .find(
                "Found.[1] Seen.⟦[2 ]⟧\n\n[1] A source.\n\n[2] Another.",
                mended: "Found.[1] Seen.[2]\n\n[1] A source.\n\n[2] Another."),
            .find("Found.[^1]\n\n⟦[^1]⟧ A source.", mended: "Found.[^1]\n\n[^1]: A source."),
            .find("Found.[^1] Seen.⟦[^ 1]⟧\n\n[^1]: A source."),
            .find("Found.⟦[^smith]⟧\n\n⟦[^smith]:⟧ A source."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let footnotes = subject.facts.footnotes
        for marker in footnotes.markers {
            guard let problem = marker.problem else { continue }
            guard let number = marker.number else {
                report.add(marker.range, "Footnotes are numbered: \(subject.text(marker.range)) holds a word. Give it a number.")
                continue
            }
            let isOnly = footnotes.markersOf[number]?.count == 1 && footnotes.notesOf.contains(number)
            let proper = footnotes.form.marker(number)
            report.add(
                marker.range, "\(reason(problem, footnotes.form)), so this is no marker. Write \(proper).",
                fixes: [Fix("Write \(proper)", isOnly ? .safe : .unsafe, [Edit(marker.range, proper)])])
        }
        for note in footnotes.notes {
            guard let problem = note.label.problem else { continue }
            guard let number = note.number else {
                report.add(
                    note.label.range, "Footnotes are numbered: \(subject.text(note.label.range)) holds a word. Give it a number.")
                continue
            }
            let isOnly = footnotes.notesOf[number]?.count == 1
            let proper = footnotes.form.label(number)
            report.add(
                note.label.range, "\(reason(problem, footnotes.form)), so this is no note. Write \(proper).",
                fixes: [Fix("Write \(proper)", isOnly ? .safe : .unsafe, [Edit(note.label.range, proper)])])
        }
    }

    private static func reason(_ problem: MarkerProblem, _ form: FootnoteForm) -> String {
        switch problem {
        case .spaced: "There is a space in it"
        case .unclosed: "It is not closed with a square bracket"
        case .fullWidthDigits: "Its digits are full-width ones"
        case .leadingZero: "Its number starts with a zero"
        case .notANumber: "It holds a word"
        case .otherForm:
            form == .markdown ? "It lacks the ^ that this profile's markers have" : "It has a ^ that this profile's markers lack"
        case .missingColon: "It lacks its colon"
        }
    }
}
