import ProfileFacts

/// A number of the ledger that the text states differently, or nowhere.
enum LedgerDrift: Rule {
    static let about = RuleDescription(
        name: "ledger-drift", group: .totals, severity: .error,
        summary: "A number of the ledger is stated differently in the text, or nowhere.",
        rationale: """
            The ledger says in numbers what the text says in words; where the two part, one of them was changed without the other.
            A number counts as stated in digits, in words, or rounded (“4.5 million”), in a sentence, a note or a table. Where it is
            stated nowhere, but a number that counts the same differs from it by one digit or by two swapped digits, that is an
            error; else it is a warning. A number that a sum in the text takes in, or that another number of the text parts from the
            ledger's, is right in itself and no such slip. Digits whose commas stand at wrong places count as stated where they may be the
            ledger's. Nothing is said where the sum itself is already reported.
            """,
        fix: """
            safe: writes the ledger's number into the text, where the ledger's parts add up and the text has the other number in one place \
            only; unsafe: where there are no parts to confirm it
            """,
        examples: [
            .pass(file: file("In 2022, it retained 4,492 mines: 1,486 PMN, 1,687 POMZ-2M, and 1,319 POMZ-2 mines.")),
            .pass(file: file("It kept 4,492 mines. Of PMN there were 1,486, of the others 1,687 and 1,319.")),
            .pass(file: single("total: 26500000", "It has a stock of 26.5 million mines.")),
            .pass(file: single("total: 18", "It held eighteen mines.")),
            .pass(file: single("approximate: true\n    total: 4500000", "It held some 4,520,000 mines.")),
            .pass(
                file: file("It kept 44,92 mines. It gave 4,392 mines away. Of PMN there were 1,486, of others 1,687 and 1,319.")),
            .find(
                file: file("In 2022, it retained ⟦4,429⟧ mines. They are 1,486 PMN, 1,687 POMZ-2M, and 1,319 POMZ-2 mines."),
                mended: file("In 2022, it retained 4,492 mines. They are 1,486 PMN, 1,687 POMZ-2M, and 1,319 POMZ-2 mines.")),
            .find(
                file: file(
                    "It kept 4,492 mines: PMN, POMZ-2M, and POMZ-2. There were ⟦1,468⟧ PMN mines, 1,687 and 1,319 others."),
                mended: file("It kept 4,492 mines: PMN, POMZ-2M, and POMZ-2. There were 1,486 PMN mines, 1,687 and 1,319 others.")
            ),
            .find(file: single("total: 294775", "It destroyed ⟦294,755⟧ mines.")),
            .find(file: single("total: ⟦294775⟧", "It destroyed its mines.")),
        ])

    private static func file(_ text: String) -> String {
        single("total: 4492\n    parts: {PMN: 1486, POMZ-2M: 1687, POMZ-2: 1319}", text)
    }

    private static func single(_ figure: String, _ text: String) -> String {
        """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        figures:
          stock:
            unit: antipersonnel mines
            \(figure)
        ---

        ## Policy

        \(text)

        """
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        guard !subject.facts.header.ledger.isEmpty else { return }
        let statements = LedgerStatement.read(subject.facts)
        lazy var known = Set(statements.map(\.value))
        for statement in statements where !statement.isStated && !isReported(statement, subject) {
            let rivals = rivals(statement, known, subject)
            if let rival = rivals.first, rivals.allSatisfy({ $0.value == rival.value }) {
                tell(statement, rivals, subject, &report)
            } else {
                report.add(
                    statement.range,
                    "The ledger has \(statement.value.grouped) for \(name(statement)), but the text states it nowhere: correct one of them, or take it out of the ledger.",
                    severity: .warning)
            }
        }
    }

    private static func name(_ statement: LedgerStatement) -> String {
        statement.figure.name + (statement.label.map { "." + $0 } ?? "")
    }

    private static func sum(_ statement: LedgerStatement, _ subject: Subject) -> LedgerSum? {
        subject.facts.header.sums.first { $0.figure.name == statement.figure.name }
    }

    /// Whether another rule tells of the number: a ledger that does not add up, a sum in the text that does not.
    private static func isReported(_ statement: LedgerStatement, _ subject: Subject) -> Bool {
        if let sum = sum(statement, subject), sum.sum != sum.total, !statement.figure.isApproximate { return true }
        return subject.facts.relations.contains { relation in
            relation.verdict == .broken
                && (relation.computed.magnitude == statement.value
                    || (relation.parts + [relation.total]).contains { Slip.isSlip($0.value, of: statement.value) })
        }
    }

    /// The numbers of the text that the ledger's may have been meant to be.
    private static func rivals(_ statement: LedgerStatement, _ known: Set<ExactDecimal>, _ subject: Subject) -> [Number] {
        guard !(statement.value < ExactDecimal(1000)) else { return [] }
        let rivals = subject.facts.prose.numbers.filter { number in
            number.kind == .quantity && number.measure == .count && number.scale == 0 && number.hedge == nil && !number.isQuoted
                && !known.contains(number.value) && Slip.isSlip(number.value, of: statement.value)
                && isNamedAlike(number, statement, subject)
        }
        // Where one of them is right in itself, that is what the text says.
        return rivals.contains { isRightInItself($0, statement, subject) } ? [] : rivals
    }

    /// Whether a sum takes a number in, or the text has what it is less or more than the ledger's: "91,342 were destroyed, leaving 1,000".
    private static func isRightInItself(_ number: Number, _ statement: LedgerStatement, _ subject: Subject) -> Bool {
        let gap = (number.value - statement.value).magnitude
        return LedgerWitness.isPartOfSum(number.range, in: subject)
            || gap > ExactDecimal(20) && subject.facts.prose.numbers.contains { $0.kind == .quantity && $0.value == gap }
    }

    /// Whether a number counts what the ledger's does: by the part's label, or by the figure's unit.
    private static func isNamedAlike(_ number: Number, _ statement: LedgerStatement, _ subject: Subject) -> Bool {
        let words = number.name.map { subject.text(subject.facts.prose.tokens[$0].range) }
        guard let noun = words.last else { return statement.label == nil }
        if let label = statement.label { return words.contains(label) }
        guard let unit = statement.figure.unit?.split(separator: " ").last else { return true }
        return Things.isSame(noun, String(unit))
    }

    private static func tell(_ statement: LedgerStatement, _ rivals: [Number], _ subject: Subject, _ report: inout Report) {
        let isConfirmed =
            rivals.count == 1 && (sum(statement, subject).map { $0.parts.count >= 2 && $0.sum == $0.total } ?? false)
            && !LedgerWitness.hasSupport(rivals[0].value, at: rivals[0].range, in: subject)
        for rival in rivals {
            let written = subject.text(rival.range)
            let edits = WrittenNumber.text(of: statement.value, like: rival, written: written).map { [Edit(rival.range, $0)] }
            let fixes = edits.map {
                [Fix("Write \($0[0].replacement), as the ledger has it", isConfirmed ? .safe : .unsafe, $0)]
            }
            report.add(
                rival.range,
                "The text states \(written), but the ledger has \(statement.value.grouped) for \(name(statement))"
                    + (isConfirmed ? ", and its parts add up." : "."),
                labels: [Label(statement.range, "the ledger's number")], fixes: fixes ?? [])
        }
    }
}
