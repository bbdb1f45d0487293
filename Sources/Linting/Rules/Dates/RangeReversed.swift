import ProfileFacts

struct RangeReversed: Rule {
    static let about = RuleDescription(
        name: "range-reversed",
        group: .dates,
        severity: .error,
        summary: "A period that ends before it starts.",
        rationale: "Two dates were swapped, or one of them is wrong.",
        fix: "unsafe: swaps the two dates.",
        examples: [
            .pass("From 2003 to the end of 2006, mines were destroyed; others between 1992 and 2003, or in 1999–2001."),
            .pass("The meeting of 30 November–4 December 2009 followed that of December 2008–January 2009."),
            .find("From ⟦2006 to the end of 2003⟧, mines were destroyed."),
            .find("Mines were destroyed between ⟦2003 and 1992⟧."),
            .find("The conflict of ⟦2001–1999⟧ has ended."),
            .find("It was held on ⟦20–17 June 2011⟧ in Geneva."),
            .find("| Period | Mines |\n| --- | --- |\n| ⟦1996–1992⟧ | 80 |"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for date in subject.facts.tableDates where date.isReversed && !date.isQuoted {
            report.add(date.range, "The period “\(subject.text(date.range))” ends before it starts.")
        }
        let prose = subject.facts.prose
        for fact in subject.facts.dates where fact.isReversed && !fact.isQuoted {
            var fixes: [Fix] = []
            if fact.dates.count == 2 {
                let (first, last) = (prose.dates[fact.dates.lowerBound].range, prose.dates[fact.dates.upperBound - 1].range)
                fixes = [
                    Fix("Swap the dates", .unsafe, [Edit(first, subject.text(last)), Edit(last, subject.text(first))])
                ]
            } else if let dash = fact.tokens.first(where: { [.enDash, .hyphen, .emDash].contains(prose.tokens[$0].kind) }),
                prose.dates[fact.dates.lowerBound].first.month == nil
            {
                let (first, last) = (prose.tokens[dash - 1].range, prose.tokens[dash + 1].range)
                fixes = [
                    Fix("Swap the dates", .unsafe, [Edit(first, subject.text(last)), Edit(last, subject.text(first))])
                ]
            }
            report.add(fact.range, "The period “\(subject.text(fact.range))” ends before it starts.", fixes: fixes)
        }
    }
}
