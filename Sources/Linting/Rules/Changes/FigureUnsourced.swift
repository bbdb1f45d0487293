import ProfileFacts

/// A number that changed while its source stayed the same.
enum FigureUnsourced: Rule {
    static let about = RuleDescription(
        name: "figure-unsourced", group: .changes, severity: .warning,
        summary: "A number changed, and the note that sources it did not.",
        rationale: """
            A number comes from its source. Where the words around it and its note are as they were, and only the number differs, it
            is a slip of the pen, or its new source is not named. A number that puts a sum right needs no new source.
            """,
        fix: nil,
        examples: [
            .pass(file: file("Belarus cleared 41 mines.[^1]", "Statement of 2022.")).after(
                file("Belarus cleared 40 mines.[^1]", "Statement of 2021.")),
            .pass(file: file("By 2022, Belarus cleared mines.[^1]", "Statement.")).after(
                file("By 2021, Belarus cleared mines.[^1]", "Statement.")),
            .find(file: file("Belarus cleared ⟦41⟧ mines.[^1]", "Statement of 2021.")).after(
                file("Belarus cleared 40 mines.[^1]", "Statement of 2021.")),
            .pass(file: file("Belarus cleared 41 mines (40 PMN and 1 PMD).[^1]", "Statement of 2021.")).after(
                file("Belarus cleared 40 mines (40 PMN and 1 PMD).[^1]", "Statement of 2021.")),
            .find(file: file("In 2020, it cleared 5 mines. In 2021, it cleared ⟦41⟧ mines.[^1]", "Statement of 2021.")).after(
                file("In 2020, it cleared 5 mines. In 2021, it cleared 40 mines.[^1]", "Statement of 2021.")),
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
        for number in subject.changedNumbers where !number.isSourceChanged && !number.isMended {
            report.add(
                number.range,
                "\(number.before) became \(number.after), but the words and the source are as they were. Name the new source, or restore the number."
            )
        }
        let before = Dictionary(change.facts.header.ledger.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for figure in subject.facts.header.ledger {
            guard let old = before[figure.name], let total = figure.total, let was = old.total,
                ExactDecimal(plain: total.value) != ExactDecimal(plain: was.value), !isMended(figure.name, change, subject),
                let note = note(figure, subject.facts.footnotes, subject), note == self.note(old, change)
            else { continue }
            report.add(
                total.range,
                "The figure \(figure.name) went from \(was.value) to \(total.value), but its note is as it was. Name the new source, or restore the figure."
            )
        }
    }

    /// Whether the parts of a figure did not come to its total before, and do now.
    private static func isMended(_ figure: String, _ change: Change, _ subject: Subject) -> Bool {
        func isRight(_ sums: [LedgerSum]) -> Bool? { sums.first { $0.figure.name == figure }.map { $0.sum == $0.total } }
        return isRight(change.facts.header.sums) == false && isRight(subject.facts.header.sums) == true
    }

    private static func note(_ figure: LedgerFigure, _ footnotes: Footnotes, _ subject: Subject) -> String? {
        figure.note.flatMap { footnotes.notesOf[$0.value]?.first }.map { subject.text(footnotes.notes[$0].text) }
    }

    private static func note(_ figure: LedgerFigure, _ change: Change) -> String? {
        let footnotes = change.facts.footnotes
        return figure.note.flatMap { footnotes.notesOf[$0.value]?.first }.map { change.before.text(footnotes.notes[$0].text) }
    }
}
