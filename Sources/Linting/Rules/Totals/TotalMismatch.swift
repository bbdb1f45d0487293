import ProfileFacts

/// Parts in the prose that do not add up to the stated total.
enum TotalMismatch: Rule {
    static let about = RuleDescription(
        name: "total-mismatch", group: .totals, severity: .error,
        summary: "Parts do not add up to the total that the text states: in a sentence, in its note, or in a subset.",
        rationale: """
            Readers and later editions copy totals. A list is held against a total where a colon, a parenthesis, a dash, a word such
            as “comprising” or “namely”, a note that begins with “Composed of”, or “for a total of” binds them. Plain counts are
            exact; a scaled number, a measure and money may differ by what rounding allows. Where a word such as “about” or “at
            least” stands before the total, the finding is a warning. Those killed, injured and of unknown fate are all the casualties
            there are. A list that may be meant otherwise – “including”, “of which”, the figures of another year, dated steps, several
            totals of which one fits, an item without a number – is not held against anything.
            """,
        fix: """
            unsafe: writes the sum in the form of the stated total; it is safe: where the ledger has the same parts and their sum, or the \
            same total and all parts but one
            """,
        examples: [
            .pass("It retained 4,492 mines: 1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines."),
            .pass(
                "It destroyed 294,775 mines.[^1]\n\n[^1]: Composed of 45,425 PMN-1 mines, 114,384 PMN-2 mines, and 134,966 other mines."
            ),
            .pass("It cleared 147 km² (70.38 km² in the north, 30.11 km² in the east, and 46.47 km² in the south)."),
            .pass("At least 18 casualties occurred in two incidents (seven dead, 11 hurt)."),
            .pass("It reported 120 mines, including 30 PMN mines and 40 POMZ-2 mines."),
            .find("It retained ⟦4,429⟧ mines: 1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines."),
            .find(
                "It destroyed ⟦294,775⟧ mines.[^1]\n\n[^1]: Composed of 45,425 PMN-1 mines, 114,384 PMN-2 mines, and 134,996 other mines."
            ),
            .pass("In 2016 there were 83 casualties: 25 killed and 58 injured (2015: 18 killed and 93 injured)."),
            .pass("At the end of 2010, 44 areas were left: 12 were to be cleared in 2011 and 20 in 2012."),
            .find("The stock is ⟦550⟧ (430 PMD-6, 150 R2M2)."),
            .find("The ⟦345⟧ casualties were 210 civilians, 111 soldiers, and 30 deminers."),
            .find("Of the ⟦60⟧ casualties, 35 were killed, 20 were injured, and the fate of two is not known."),
            .find("It destroyed 300 PMN mines, 250 POMZ-2 mines, and 50 OZM-72 mines, for a total of ⟦650⟧."),
            .find(
                file: file("It retained ⟦4,429⟧ mines: 1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines."),
                mended: file("It retained 4,492 mines: 1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines.")),
            .find(
                file: file("It retained ⟦4,492⟧ mines: 1,486 PMN mines, 1,678 POMZ-2M mines, and 1,319 POMZ-2 mines."),
                mended: file("It retained 4,492 mines: 1,486 PMN mines, 1,687 POMZ-2M mines, and 1,319 POMZ-2 mines.")),
        ])

    private static func file(_ text: String) -> String {
        """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        figures:
          retained:
            total: 4492
            parts: {PMN: 1486, POMZ-2M: 1687, POMZ-2: 1319}
        ---

        ## Policy

        \(text)

        """
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        for relation in subject.facts.relations where relation.verdict == .broken {
            guard relation.kind == .total || relation.kind == .subset else { continue }
            let finding = RelationFinding(subject, relation)
            let parts = relation.kind == .subset ? "The parts left in the list" : "The parts"
            report.add(
                relation.total.range,
                "\(parts) add up to \(relation.computed.grouped), but the text states \(finding.stated): \(finding.gap)."
                    + finding.explanation,
                severity: relation.isHedged ? .warning : nil, labels: finding.labels("part"), fixes: finding.fixes("the sum"),
                evidence: [finding.equation])
        }
    }
}
