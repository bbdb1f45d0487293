import ProfileFacts

/// A percentage that is neither `71%` nor `seventy-one percent`.
enum PercentForm: Rule {
    static let about = RuleDescription(
        name: "percent-form", group: .style, severity: .advice,
        summary: "A percent sign stands behind a number in words, or “percent” is abbreviated.",
        rationale: """
            The sign goes with digits, the word with words. The formatter brings digits to one form in the whole profile; a number in words is
            left to the editor.
            """,
        fix: "unsafe: writes percent",
        examples: [
            .pass("About 74% were destroyed, ten percent were kept. “Ten % of them,” it said."),
            .find("About ⟦ten %⟧ were kept."),
            .find("About ⟦10 pct⟧ were kept."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        let abbreviation = abbreviation
        for sentence in prose.ownSentences where sentence.hasFigures {
            for index in sentence.tokens.dropFirst() {
                let sign = tokens[index]
                guard sign.kind == .percent || sign.word == abbreviation else { continue }
                let number = tokens[index - 1]
                let isInWords = number.isWord && number.has(.cardinal)
                guard isInWords || number.kind == .numeral && sign.kind == .word, number.isOwn, sign.isOwn,
                    subject.followsBlank(index)
                else { continue }
                let range = subject.range(index - 1..<index + 1)
                let gap = number.range.upperBound..<sign.range.upperBound
                report.add(
                    range, "Write “\(subject.word(index - 1)) percent”.",
                    fixes: [Fix("Write percent", .unsafe, [Edit(gap, " percent")])])
            }
        }
    }

    private static let abbreviation = Lexicon.hash("pct")
}
