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
        for sentence in subject.ownSentences {
            for index in sentence.dropFirst() {
                let (number, sign) = (subject.token(index - 1), subject.token(index))
                guard number.isOwn, sign.isOwn, subject.followsBlank(index) else { continue }
                let isInWords = number.isWord && number.has(.cardinal)
                guard
                    isInWords && sign.kind == .percent || (isInWords || number.kind == .numeral) && isAbbreviation(index, subject)
                else { continue }
                let range = subject.range(index - 1..<index + 1)
                let gap = number.range.upperBound..<sign.range.upperBound
                report.add(
                    range, "Write “\(subject.word(index - 1)) percent”.",
                    fixes: [Fix("Write percent", .unsafe, [Edit(gap, " percent")])])
            }
        }
    }

    private static func isAbbreviation(_ index: Int, _ subject: Subject) -> Bool {
        subject.token(index).range.count == 3 && subject.word(index) == "pct"
    }
}
