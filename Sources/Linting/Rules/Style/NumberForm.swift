import ProfileFacts

/// A number in a form that the formatter cannot settle.
enum NumberForm: Rule {
    static let about = RuleDescription(
        name: "number-form", group: .style, severity: .advice,
        summary: "A number may lack its commas, starts a sentence in digits, or has an unusual unit.",
        rationale: """
            The formatter parts the thousands of what is surely a quantity. “2004 mines” may be a year's mines, and “294775” the number of a
            file, so that they are left to the editor. A sentence starts with a word (Chicago Manual of Style, 9.5).
            """,
        fix: "unsafe: writes the commas, or km²",
        examples: [
            .pass("In 2004, it destroyed 2,004 mines on 3 km². Twenty were left, by Law 158375 and Article 7."),
            .find("It destroyed ⟦2004⟧ mines then."),
            .find("It filed ⟦294775⟧ there."),
            .find("It agreed. ⟦28⟧ states signed."),
            .find("It cleared 3 ⟦sq km⟧ there."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        for passage in prose.ownPassages {
            for sentence in prose.sentences[passage.sentences] {
                for number in prose.numbers[sentence.numbers] where !number.isQuoted && !number.isInWords {
                    guard number.tokens.allSatisfy({ subject.token($0).isOwn }) else { continue }
                    checkCommas(number, subject, &report)
                    checkUnit(number, subject, &report)
                    let isFirst = number.range.lowerBound == subject.token(sentence.tokens.lowerBound).range.lowerBound
                    if isFirst, passage.note == nil, case .quantity = number.kind,
                        sentence.tokens.lowerBound > passage.tokens.lowerBound,
                        prose.isCounted(number)
                    {
                        report.add(
                            number.range, "A sentence starts with a word: spell the number out, or turn the sentence round.")
                    }
                }
            }
        }
    }

    private static func checkCommas(_ number: Number, _ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        for index in number.tokens where prose.tokens[index].kind == .numeral && prose.tokens[index].value >= 0 {
            let token = prose.tokens[index]
            let place = Int(token.value)
            guard prose.numerals[place].mayLackCommas, case .doubtful = prose.grouping(of: prose.numerals[place], number) else {
                continue
            }
            let numeral = prose.numerals[place]
            let text = prose.groupedText(of: numeral, subject.profile.bytes)
            report.add(
                token.range, "If \(subject.text(token.range)) is a quantity, it is written \(text).",
                fixes: [Fix("Write \(text)", .unsafe, [Edit(token.range, text)])])
        }
    }

    /// `sq km`, `sq. km`, `sqkm`
    private static func checkUnit(_ number: Number, _ subject: Subject, _ report: inout Report) {
        guard case .unit(.squareKilometre) = number.measure,
            let last = number.tokens.last(where: { subject.token($0).isWord }), last > number.tokens.lowerBound
        else { return }
        var first = last
        while first > number.tokens.lowerBound, subject.token(first).kind != .numeral, !subject.word(first).hasPrefix("sq") {
            first -= 1
        }
        let range = subject.range(first..<last + 1)
        guard ["sq km", "sq. km", "sqkm", "sq kms"].contains(subject.text(range)) else { return }
        report.add(range, "Square kilometers are written km².", fixes: [Fix("Write km²", .unsafe, [Edit(range, "km²")])])
    }
}
