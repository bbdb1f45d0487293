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
        for pair in ChangedNumbers(change, subject).pairs where isCumulative(pair.words) {
            guard let before = number(pair.before), let after = number(pair.after), after < before else { continue }
            report.add(pair.range, message("This total", pair.before, pair.after))
        }
        let before = Dictionary(change.facts.header.ledger.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for figure in subject.facts.header.ledger where isDestruction(figure.name) {
            guard let total = figure.total, let was = before[figure.name]?.total, let old = number(was.value),
                let new = number(total.value), new < old
            else { continue }
            report.add(total.range, message("The figure \(figure.name)", was.value, total.value))
        }
    }

    private static func message(_ what: String, _ before: String, _ after: String) -> String {
        "\(what) went down from \(before) to \(after). What was destroyed stays destroyed: correct it, or say who revised it."
    }

    private static func number(_ text: String) -> ExactDecimal? { ExactDecimal(plain: text.filter { $0 != "," }) }

    private static func isDestruction(_ words: String) -> Bool { words.contains("destroyed") || words.contains("cleared") }

    /// The words stand without spaces.
    private static func isCumulative(_ words: String) -> Bool {
        isDestruction(words) && ["totalof", "intotal", "Intotal", "altogether", "Altogether", "inall", "sofar"].contains { words.contains($0) }
    }
}
