import ProfileFacts

struct TransparencyReport: Rule {
    static let about = RuleDescription(
        name: "transparency-report",
        group: .dates,
        severity: .warning,
        summary: "A treaty's report with an article, a form, a period or a number that it cannot have.",
        rationale: """
            States Parties to the Mine Ban Treaty report under its Article 7 on Forms A to J, other treaties under other articles \
            (Config/reference/treaties.yml). A report comes after the year that it covers, and a state owes one for its first months and \
            one a year since: it cannot have submitted more. A report may be a month early.
            """,
        fix: nil,
        examples: [
            .pass(
                "Found.[^1]\n\n[^1]: Belarus Mine Ban Treaty Article 7 Report (for calendar year 2021), Form D, 30 April 2022."),
            .pass("Found.[^1]\n\n[^1]: Russia CCW Amended Protocol II Article 13 Report, Form C, 30 September 2009."),
            .pass("Belarus has submitted a total of eighteen Article 7 transparency reports."),
            .find(
                "Found.[^1]\n\n[^1]: Belarus Mine Ban Treaty Article 7 Report (for calendar year ⟦2021⟧), Form D, 30 April 2021."),
            .find("Found.[^1]\n\n[^1]: Belarus Mine Ban Treaty Article 7 Report, Form ⟦K⟧, 30 April 2021."),
            .find("Found.[^1]\n\n[^1]: Belarus Mine Ban Treaty ⟦Article 13⟧ Report, Form B, 30 April 2021."),
            .find("Belarus has submitted ⟦28⟧ Article 7 reports since it joined the Mine Ban Treaty."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for citation in subject.facts.reports {
            checkArticle(citation, &report)
            checkForms(citation, &report)
            checkPeriod(citation, subject, &report)
            checkCount(citation, subject, &report)
        }
    }

    private static func checkArticle(_ citation: ReportCitation, _ report: inout Report) {
        guard let rules = citation.treaty.flatMap(TreatyReference.rules), let article = rules.reportArticle,
            article != citation.article
        else { return }
        report.add(
            citation.range, "Reports on the \(rules.name) are made under its Article \(article), not Article \(citation.article)."
        )
    }

    private static func checkForms(_ citation: ReportCitation, _ report: inout Report) {
        guard let rules = TreatyReference.rules(of: citation.treaty ?? .mineBan), let last = rules.lastForm,
            citation.article == rules.reportArticle
        else { return }
        for form in citation.forms where form.letter > last {
            report.add(
                form.range,
                "The Article \(citation.article) report has Forms A to \(String(UnicodeScalar(last))), not \(String(UnicodeScalar(form.letter))). Correct the letter."
            )
        }
    }

    private static func checkPeriod(_ citation: ReportCitation, _ subject: Subject, _ report: inout Report) {
        guard let covered = citation.covered, let date = citation.date.map({ subject.facts.dates[$0] }), let span = date.span,
            span.last.adding(days: 31).isBefore(covered.last)
        else { return }
        report.add(
            covered.range,
            "A report of \(span.prose) cannot cover the time to \(covered.last.prose). Correct the period or the date.",
            labels: [Label(date.range, "the report")])
    }

    /// One for the first months, and one a year since the entry into force; of the first forty states, since 1999.
    private static func checkCount(_ citation: ReportCitation, _ subject: Subject, _ report: inout Report) {
        guard let count = citation.count, citation.article == 7, citation.treaty ?? .mineBan == .mineBan,
            let updated = subject.facts.header.lastUpdated?.value,
            let entry = subject.facts.header.entriesIntoForce.first,
            case let most = updated.year - entry.year + 2, most > 0, count.value > most
        else { return }
        report.add(
            count.range,
            "Since \(entry.year), when the treaty entered into force for the state, at most \(most) reports can have been submitted, not \(count.value)."
        )
    }
}
