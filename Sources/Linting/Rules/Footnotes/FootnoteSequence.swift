import ProfileFacts

/// Markers whose first appearances are not 1, 2, 3 …
enum FootnoteSequence: Rule {
    static let about = RuleDescription(
        name: "footnote-sequence", group: .footnotes, severity: .error,
        summary: "The markers are not numbered 1, 2, 3 … in the order of the text.",
        rationale: """
            Readers and citations count on the numbers. After an edit they are easily out of step. A number whose marker or note is
            missing is kept: closing that gap would hide the loss and make later markers point to the wrong source.
            """,
        fix: "safe: renumbers markers, notes and the ledger's `note:` together, so that each text keeps its note",
        examples: [
            .pass("One.[^1] Two.[^2]\n\n[^1]: First source.\n\n[^2]: Second source."),
            .pass("One.[^1] Three.[^3]\n\n[^1]: First source.\n\n[^2]: Orphan.\n\n[^3]: Third source."),
            .find(
                "One.[^1] Two.⟦[^3]⟧\n\n[^1]: First source.\n\n[^3]: Second source.",
                mended: "One.[^1] Two.[^2]\n\n[^1]: First source.\n\n[^2]: Second source."),
            .find(
                "One.⟦[^2]⟧ Two.[^1]\n\n[^1]: About two.\n\n[^2]: About one.",
                mended: "One.[^1] Two.[^2]\n\n[^1]: About one.\n\n[^2]: About two."),
            .pass("One.[^1] Two.[^99] Three.[^2]\n\n[^1]: First source.\n\n[^2]: Second source."),
            .find("One.[^1] Three.⟦[^3]⟧ Two.[^2] Four.[^4]\n\n[^1]: First.\n\n[^2]: Second.\n\n[^4]: Fourth."),
            .find(
                "One.⟦[2]⟧ Two.[3]\n\n[2] First source.\n\n[3] Second source.",
                mended: "One.[1] Two.[2]\n\n[1] First source.\n\n[2] Second source."),
        ])

    /// More labels than this say nothing that the message does not.
    private static let mostLabels = 5

    static func check(_ subject: Subject, _ report: inout Report) {
        let footnotes = subject.facts.footnotes
        guard !footnotes.isInSequence else { return }
        let proper = footnotes.properNumbers
        let wrong = footnotes.order.filter { proper[$0] != $0 }
        if wrong.isEmpty { swapped(footnotes, &report) }
        guard let first = wrong.first, let right = proper[first], let index = footnotes.markersOf[first]?.first else { return }
        let labels = wrong.dropFirst().prefix(mostLabels).compactMap { number -> Label? in
            guard let right = proper[number], let index = footnotes.markersOf[number]?.first else { return nil }
            return Label(footnotes.markers[index].range, "should be \(right)")
        }
        report.add(
            footnotes.markers[index].range, message(first, right, wrong.count), labels: labels,
            fixes: [renumber(proper, subject)],
            evidence: ["The first appearances of the markers are \(sequence(footnotes.order))."])
    }

    /// A marker without a note that comes before its predecessor: what it should be, only its note could tell.
    private static func swapped(_ footnotes: Footnotes, _ report: inout Report) {
        for number in footnotes.undefinedOutOfOrder {
            guard let marker = footnotes.markersOf[number]?.first, let before = footnotes.markersOf[number - 1]?.first else {
                continue
            }
            report.add(
                footnotes.markers[marker].range, "Footnote \(number) comes before footnote \(number - 1).",
                labels: [Label(footnotes.markers[before].range, "footnote \(number - 1)")])
        }
    }

    private static func message(_ number: Int, _ right: Int, _ count: Int) -> String {
        let others =
            count > 1 ? ", and \(Words.count(count - 1, "later number")) \(count == 2 ? "is" : "are") out of step too" : ""
        return "This footnote is numbered \(number), but in the order of the text it is number \(right)\(others)."
    }

    private static func sequence(_ order: [Int]) -> String {
        order.prefix(12).map(String.init).joined(separator: ", ") + (order.count > 12 ? " …" : "")
    }

    private static func renumber(_ proper: [Int: Int], _ subject: Subject) -> Fix {
        let footnotes = subject.facts.footnotes
        var edits: [Edit] = []
        func replace(_ number: Int?, _ range: Range<Int>) {
            if let number, let right = proper[number], right != number { edits.append(Edit(range, String(right))) }
        }
        for marker in footnotes.markers { replace(marker.number, marker.content) }
        for note in footnotes.notes { replace(note.number, note.label.content) }
        for figure in subject.facts.header.ledger { if let note = figure.note { replace(note.value, note.range) } }
        return Fix("Number the footnotes in the order of the text", .safe, edits)
    }
}
