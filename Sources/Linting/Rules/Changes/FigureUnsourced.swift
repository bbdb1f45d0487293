import ProfileFacts

/// A number that changed while its source stayed the same.
enum FigureUnsourced: Rule {
    static let about = RuleDescription(
        name: "figure-unsourced", group: .changes, severity: .warning,
        summary: "A number changed, and the note that sources it did not.",
        rationale: """
            A number comes from its source. Where the words around it and its note are as they were, and only the number differs, it
            is a slip of the pen, or its new source is not named.
            """,
        fix: nil,
        examples: [
            .pass(file: file("Belarus cleared 41 mines.[^1]", "Statement of 2022.")).after(
                file("Belarus cleared 40 mines.[^1]", "Statement of 2021.")),
            .pass(file: file("By 2022, Belarus cleared mines.[^1]", "Statement.")).after(
                file("By 2021, Belarus cleared mines.[^1]", "Statement.")),
            .find(file: file("Belarus cleared ⟦41⟧ mines.[^1]", "Statement of 2021.")).after(
                file("Belarus cleared 40 mines.[^1]", "Statement of 2021.")),
            .find(file: file("Text.[^1]", "Statement of 2021.", ledger: "⟦41⟧")).after(
                file("Text.[^1]", "Statement of 2021.", ledger: "40")),
        ])

    private static func file(_ text: String, _ note: String, ledger: String? = nil) -> String {
        let figures = ledger.map { "figures:\n  cleared:\n    total: \($0)\n    note: 1\n" } ?? ""
        return """
            ---
            topic: mine-ban-policy
            country: Belarus
            last_updated: 2022-09-28
            \(figures)---

            ## Policy

            \(text)

            [^1]: \(note)

            """
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let change = subject.change else { return }
        for pair in ChangedNumbers(change, subject).pairs where !pair.isSourceChanged {
            report.add(
                pair.range, "\(pair.before) became \(pair.after), but the words and the source are as they were. Name the new source.")
        }
        let before = Dictionary(change.facts.header.ledger.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for figure in subject.facts.header.ledger {
            guard let old = before[figure.name], let total = figure.total, let was = old.total, total.value != was.value,
                let note = note(figure, subject.facts.footnotes, subject), note == self.note(old, change)
            else { continue }
            report.add(
                total.range,
                "The figure \(figure.name) went from \(was.value) to \(total.value), but its note is as it was. Name the new source.")
        }
    }

    private static func note(_ figure: LedgerFigure, _ footnotes: Footnotes, _ subject: Subject) -> String? {
        figure.note.flatMap { footnotes.notesOf[$0.value]?.first }.map { subject.text(footnotes.notes[$0].text) }
    }

    private static func note(_ figure: LedgerFigure, _ change: Change) -> String? {
        let footnotes = change.facts.footnotes
        return figure.note.flatMap { footnotes.notesOf[$0.value]?.first }.map { change.before.text(footnotes.notes[$0].text) }
    }
}
