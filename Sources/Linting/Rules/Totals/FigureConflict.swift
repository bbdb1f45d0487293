import ProfileFacts

/// One fact that is stated with two values.
enum FigureConflict: Rule {
    static let about = RuleDescription(
        name: "figure-conflict", group: .totals, severity: .warning,
        summary: "A profile states the same fact with two values.",
        rationale: """
            A figure that is copied from one section to another is sometimes copied wrongly. Two numbers of four or more digits that
            count the same things and differ only by two swapped neighbouring digits are hardly ever two facts. Numbers of different
            years, numbers in one sentence, and numbers that the ledger has both are left alone.
            """,
        fix: nil,
        examples: [
            .pass("Belarus retained 4,492 mines in 2021.\n\nIt reported again that it retained 4,492 mines."),
            .pass("Belarus retained 4,492 mines in 2020.\n\nIt retained 4,429 mines in 2021."),
            .pass("It retained 4,492 mines.\n\nThe survey covered 4,429 houses."),
            .pass("It kept 4,492 mines in one depot and 4,429 mines in another."),
            .find("Belarus retained 4,492 mines for training.\n\nThe ⟦4,429⟧ mines are kept in Minsk."),
            .find(
                "Belarus destroyed 294,775 antipersonnel mines in 2006.\n\nSince 2006, when ⟦297,475⟧ mines were destroyed, it has had none."
            ),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let numbers = prose.numbers.indices.filter { isCopyable(prose.numbers[$0]) }
        guard numbers.count >= 2 else { return }
        // Only numbers of the same digits can be each other's slip.
        let digits = numbers.map { prose.numbers[$0].value.digitCounts }
        let sorted = digits.sorted()
        guard zip(sorted, sorted.dropFirst()).contains(where: { $0 == $1 }) else { return }
        let alike = Dictionary(grouping: numbers.indices) { digits[$0] }
        for (place, index) in numbers.enumerated() {
            let others = (alike[digits[place]] ?? []).prefix { $0 < place }.suffix(16)
            guard let first = others.first(where: { isConflict(numbers[$0], index, subject) }) else { continue }
            let (number, other) = (prose.numbers[index], prose.numbers[numbers[first]])
            report.add(
                number.range,
                "The profile states \(subject.text(number.range)) here and \(subject.text(other.range)) before, with two digits swapped: make sure which is right.",
                labels: [Label(other.range, "stated here")])
        }
    }

    private static func isCopyable(_ number: Number) -> Bool {
        guard case .quantity = number.kind, case .count = number.measure else { return false }
        return number.scale == 0 && number.decimals == 0 && number.hedge == nil && !number.isQuoted && !number.name.isEmpty
            && !(number.value < ExactDecimal(1000))
    }

    private static func isConflict(_ one: Int, _ other: Int, _ subject: Subject) -> Bool {
        let prose = subject.facts.prose
        let (a, b) = (prose.numbers[one], prose.numbers[other])
        guard a.value != b.value, Slip.isSwap(a.value, of: b.value), !hasBoth(subject.facts.header.ledger, a.value, b.value),
            let first = prose.sentence(of: one), let second = prose.sentence(of: other), first != second
        else { return false }
        let (mine, theirs) = (prose.years(of: first), prose.years(of: second))
        guard mine.isEmpty || theirs.isEmpty || mine == theirs else { return false }
        return words(a, subject) == words(b, subject)
            || subject.text(prose.tokens[a.name.upperBound - 1].range).lowercased()
                == subject.text(prose.tokens[b.name.upperBound - 1].range).lowercased()
                && !names(a, prose) && !names(b, prose)
    }

    private static func hasBoth(_ ledger: [LedgerFigure], _ a: ExactDecimal, _ b: ExactDecimal) -> Bool {
        let values = Set(
            ledger.flatMap { figure in
                figure.parts.compactMap { part -> String? in
                    if case .labelled(_, let number) = part { number.value } else { nil }
                } + [figure.total?.value].compactMap { $0 }
            })
        return values.contains(a.plain) && values.contains(b.plain)
    }

    private static func words(_ number: Number, _ subject: Subject) -> [String] {
        number.name.map { subject.text(subject.facts.prose.tokens[$0].range).lowercased() }
    }

    /// Whether a number counts mines of one model.
    private static func names(_ number: Number, _ prose: Prose) -> Bool { number.name.contains { prose.tokens[$0].hasDigits } }
}
