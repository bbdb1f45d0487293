import ProfileFacts

/// A sum of dollars that does not say whose.
enum CurrencyForm: Rule {
    static let about = RuleDescription(
        name: "currency-form", group: .style, severity: .advice,
        summary: "A sum of money is not written as US$115.62 million.",
        rationale: """
            Dollars are those of many countries. Dollars of the United States are US$ before the number, without a space; other money is its
            sign or its code before the number, with dollars in parentheses. Of signs without a country the first is shown, with a fix for
            all of them.
            """,
        fix: "unsafe: writes US$",
        examples: [
            .pass("It spent RUB3.33 billion (US$115.62 million) and €4 million, C$5 and A$6. “It cost $5,” it said."),
            .find("It spent ⟦$⟧115.62 million."),
            .find("It spent US$3 million, then ⟦$⟧2 million, and $1 million."),
            .find("It spent ⟦USD⟧115.62 million."),
            .find("It spent 115.62 million ⟦US dollars⟧ there."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let dollars = Number.Measure.money("USD")
        var signs: [Range<Int>] = []
        for sentence in prose.ownSentences where sentence.hasFigures {
            for number in prose.numbers[sentence.numbers] where number.measure == dollars {
                guard !number.isQuoted, let numeral = number.tokens.first(where: { subject.token($0).kind == .numeral })
                else { continue }
                if numeral > sentence.tokens.lowerBound {
                    checkBefore(numeral, sentence.tokens, subject, &signs, &report)
                }
                checkBehind(number, numeral, subject, &report)
            }
        }
        tell(signs, &report)
    }

    /// What is said of all signs without a country is said at the first, in words that do not change with their number, so that a change
    /// elsewhere does not make it another finding.
    private static func tell(_ signs: [Range<Int>], _ report: inout Report) {
        guard let first = signs.first else { return }
        report.add(
            first.lowerBound..<first.lowerBound + 1,
            "Say whose dollars these are: US$ before the number, without a space.",
            fixes: [Fix(signs.count > 1 ? "Write US$ for every $" : "Write US$", .unsafe, signs.map { Edit($0, "US$") })])
    }

    private static func checkBefore(
        _ numeral: Int, _ sentence: Range<Int>, _ subject: Subject, _ signs: inout [Range<Int>], _ report: inout Report
    ) {
        let sign = subject.token(numeral - 1)
        guard sign.isOwn else { return }
        let gap = sign.range.lowerBound..<subject.token(numeral).range.lowerBound
        if sign.kind == .currencySign {
            // `US$`, `C$`
            if numeral - 2 < sentence.lowerBound || !sign.isGlued || !subject.token(numeral - 2).isWord { signs.append(gap) }
            return
        }
        if !sign.isWord || subject.word(numeral - 1) != "USD" {
            return
        }
        report.add(
            sign.range, "Say whose dollars these are: US$ before the number, without a space.",
            fixes: [Fix("Write US$", .unsafe, [Edit(gap, "US$")])])
    }

    /// `5 million US dollars`, `115 USD`
    private static func checkBehind(_ number: Number, _ numeral: Int, _ subject: Subject, _ report: inout Report) {
        let behind = number.tokens.filter { $0 > numeral && subject.token($0).isWord && !subject.token($0).has(.scale) }
        guard let first = behind.first, let last = behind.last, subject.token(first).isOwn else { return }
        let range = subject.range(first..<last + 1)
        guard ["US dollars", "US dollar", "USD", "dollars"].contains(subject.text(range)) else { return }
        let gap = subject.token(first - 1).range.upperBound..<range.upperBound
        report.add(
            range, "Dollars stand before the number: US$.",
            fixes: [
                Fix(
                    "Write US$ before the number", .unsafe,
                    [.insert("US$", at: subject.token(numeral).range.lowerBound), .delete(gap)])
            ])
    }
}
