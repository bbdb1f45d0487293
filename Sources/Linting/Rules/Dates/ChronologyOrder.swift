import ProfileFacts

struct ChronologyOrder: Rule {
    static let about = RuleDescription(
        name: "chronology-order",
        group: .dates,
        severity: .warning,
        summary: "A dated list or table in which one date is out of order.",
        rationale: """
            A list whose items all begin with dates, and a table whose first column holds them, are read as a sequence, rising or \
            falling. Where most stand in order, one that does not was put in the wrong place or has a wrong date.
            """,
        fix:
            "safe: sorts the items, where they hold no footnote markers; unsafe: where they do, since the notes are then to be numbered anew.",
        examples: [
            .pass("- 2010: Survey.\n- 2011: Clearance.\n- 2013: Completion."),
            .pass("- Alpha, 2013.\n- Beta, 2011.\n- Gamma, 2012."),
            .pass("| Year | Mines |\n| --- | --- |\n| 2013 | 5 |\n| 2012 | 6 |\n| 2011 | 7 |"),
            .find(
                "- 2010: Survey.\n- 2012: Clearance.\n- ⟦2011⟧: Training.\n- 2013: Completion.",
                mended: "- 2010: Survey.\n- 2011: Training.\n- 2012: Clearance.\n- 2013: Completion."),
            .find(
                "- **In** 2010, a survey.\n- **In** 2012, clearance.\n- **In** ⟦2011⟧, training.\n- **In** 2013, completion.",
                mended:
                    "- **In** 2010, a survey.\n- **In** 2011, training.\n- **In** 2012, clearance.\n- **In** 2013, completion."
            ),
            .find(
                "- In 2010, a survey.[^1]\n- In 2012, clearance.\n- In ⟦2011⟧, training.\n- In 2013, completion.\n\n[^1]: Survey."
            ),
            .find(
                "| Year | Mines |\n| --- | --- |\n| 2011 | 5 |\n| 2013 | 6 |\n| ⟦2012⟧ | 7 |\n| 2014 | 8 |",
                mended: "| Year | Mines |\n| --- | --- |\n| 2011 | 5 |\n| 2012 | 7 |\n| 2013 | 6 |\n| 2014 | 8 |"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for chronology in subject.facts.chronologies {
            guard let misplaced = chronology.misplaced else { continue }
            let (item, other) = (chronology.items[misplaced.item], chronology.items[misplaced.beside])
            let isBehind = misplaced.item > misplaced.beside
            report.add(
                item.date,
                "\(item.span.prose) comes \(isBehind ? "after" : "before") \(other.span.prose), though the other dates \(chronology.rises ? "rise" : "fall"). Move it, or correct it.",
                labels: [Label(other.date, isBehind ? "the date before it" : "the date behind it")],
                fixes: fix(chronology, subject).map { [$0] } ?? [])
        }
    }

    private static func fix(_ chronology: Chronology, _ subject: Subject) -> Fix? {
        // A longer list is sorted by other means, and numbers would not move along.
        guard chronology.items.count <= 500, !chronology.isNumbered else { return nil }
        let texts = chronology.items.map { subject.text($0.lines) }
        guard texts.allSatisfy({ $0.last?.isNewline == true }) else { return nil }
        let sorted = chronology.sorted.map { subject.text($0.lines) }
        var edits: [Edit] = []
        for (index, item) in chronology.items.enumerated() where texts[index] != sorted[index] {
            edits.append(Edit(item.lines, sorted[index]))
        }
        let hasMarkers = subject.facts.footnotes.markers.contains { marker in
            chronology.items.contains { $0.lines.contains(marker.range.lowerBound) }
        }
        return edits.isEmpty ? nil : Fix("Sort by date", hasMarkers ? .unsafe : .safe, edits)
    }
}
