import ProfileFacts

/// A cumulative figure that went down.
enum HistoryRewritten: Rule {
    static let about = RuleDescription(
        name: "history-rewritten", group: .changes, severity: .warning,
        summary: "A number of mines destroyed or cleared in total went down.",
        rationale: """
            What has been destroyed stays destroyed: such a total grows from year to year. Where it goes down, a digit was lost, or
            a state corrected itself, which the text should say.
            """,
        fix: nil,
        examples: [
            .pass(file: file("A total of 300 mines had been destroyed.")).after(file("A total of 200 mines had been destroyed.")),
            .pass(file: file("Belarus retains a total of 200 mines.")).after(file("Belarus retains a total of 300 mines.")),
            .find(file: file("A total of ⟦30⟧ mines had been destroyed.")).after(
                file("A total of 200 mines had been destroyed.")),
            .find(file: file("Text.", ledger: "⟦30⟧")).after(file("Text.", ledger: "200")),
        ])

    private static func file(_ text: String, ledger: String? = nil) -> String {
        let figures = ledger.map { "figures:\n  destroyed_in_total:\n    total: \($0)\n" } ?? ""
        return """
            ---
            topic: mine-ban-policy
            country: Belarus
            last_updated: 2022-09-28
            \(figures)---

            ## Policy

            \(text)

            """
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let change = subject.change else { return }
        for number in subject.changedNumbers where isCumulative(number.words) && number.new < number.old {
            report.add(number.range, message("This total", number.before, number.after))
        }
        let before = Dictionary(change.facts.header.ledger.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for figure in subject.facts.header.ledger where isDestruction(figure.name) {
            guard let total = figure.total, let was = before[figure.name]?.total, let old = ExactDecimal(plain: was.value),
                let new = ExactDecimal(plain: total.value), new < old
            else { continue }
            report.add(total.range, message("The figure \(figure.name)", was.value, total.value))
        }
    }

    private static func message(_ what: String, _ before: String, _ after: String) -> String {
        "\(what) went down from \(before) to \(after). What was destroyed stays destroyed: correct it, or say who revised it."
    }

    private static func isDestruction(_ name: String) -> Bool { name.contains("destroyed") || name.contains("cleared") }

    private static let allTime = [
        " total of ", " in total ", " totaling ", " totalling ", " altogether ", " in all ", " so far ", " to date ", " since ",
    ]

    private static func isCumulative(_ words: String) -> Bool {
        isDestruction(words) && allTime.contains { words.contains($0) }
    }
}
