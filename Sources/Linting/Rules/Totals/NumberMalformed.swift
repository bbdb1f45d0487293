import ProfileFacts

/// Digits that cannot be read as one number.
enum NumberMalformed: Rule {
    static let about = RuleDescription(
        name: "number-malformed", group: .totals, severity: .error,
        summary: "A number whose commas do not part thousands, or that has a letter among its digits.",
        rationale: """
            “29,4775” is 294,775 or 29,477 – nobody but the author knows. A comma behind a number parts it from what it counts. A letter O for a zero looks right on the page and cannot be
            found by searching. Numbers of pages, laws and notes are not looked at.
            """,
        fix:
            "safe: writes a zero for the letter O, and a point for the comma of “4,5 million”; other readings are offered as hints",
        examples: [
            .pass("It destroyed 294,775 mines, 1,486 of them PMN mines."),
            .pass("See, Landmine Monitor 2004, pp. 12,14 and Articles 4,5."),
            .pass("The mines are 9M27K3 and M18A1; 4.5 million were destroyed."),
            .pass("Of a total of 1,486, PMN mines were the most. It kept 1,486, PMN mines among them."),
            .find("A total of ⟦1,486,⟧ PMN mines were kept."),
            .find("There were ⟦1,,013⟧ casualties."),
            .find("It destroyed ⟦29,4775⟧ antipersonnel mines."),
            .find("It retained ⟦16,87⟧ POMZ-2M mines."),
            .find("It retained ⟦1,O00⟧ mines.", mended: "It retained 1,000 mines."),
            .find("It had ⟦4,5⟧ million mines.", mended: "It had 4.5 million mines."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        for number in prose.numbers where !number.isQuoted {
            if number.hasStrayComma { reportComma(behind: number, subject, &report) }
            guard case .malformed = number.kind else { continue }
            guard let malformed = prose.malformed.first(where: { $0.range == number.range }) else { continue }
            let text = subject.text(number.range)
            let fixes = malformed.readings.map { reading in
                Fix("Write \(reading)", malformed.isCertain ? .safe : .hint, [Edit(number.range, reading)])
            }
            let reason =
                switch malformed.kind {
                case .letter: "holds a letter where a digit should be"
                case .decimalComma: "has a comma where the decimal point belongs"
                case .commas: "is no number: its commas do not part thousands"
                }
            report.add(number.range, "\(text) \(reason).", fixes: fixes)
        }
    }

    private static func reportComma(behind number: Number, _ subject: Subject, _ report: inout Report) {
        let range = number.range.lowerBound..<number.range.upperBound + 1
        let text = subject.text(number.range)
        report.add(
            range, "\(subject.text(range)) has a comma between the number and what it counts.",
            fixes: [Fix("Write \(text)", .hint, [Edit(range, text)])])
    }
}
