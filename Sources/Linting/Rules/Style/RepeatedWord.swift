import ProfileFacts

/// A word that stands twice.
enum RepeatedWord: Rule {
    static let about = RuleDescription(
        name: "repeated-word", group: .style, severity: .warning,
        summary: "A word stands twice in a row.",
        rationale: """
            A slip of editing that the eye passes over, above all where a line ends between the two. “That that” and “had had” may be
            right, and so may a name.
            """,
        fix: "safe: takes the second away; unsafe: the same for a name",
        examples: [
            .pass("It said that that meeting had had no outcome. “The the treaty” it wrote, in 2004 2,004 mines."),
            .pass("It was signed by all of them. Them it was."),
            .find("It acceded to ⟦the the⟧ treaty.", mended: "It acceded to the treaty."),
            .find("⟦The the⟧ treaty is in force.", mended: "The treaty is in force."),
            .find("It was laid in ⟦Wadi Wadi⟧ then."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let repeats = TermReference.shared.repeats
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for place in prose.places.repeats {
            let (index, end) = (place.token, prose.sentences[place.sentence].tokens.upperBound)
            let (first, second) = (tokens[index - 1], tokens[index])
            guard first.isOwn, second.isOwn, !second.isGlued, !second.hasDigits, subject.followsBlank(index),
                !repeats.contains(second.word)
            else { continue }
            let word = subject.word(index)
            // `US US$5`, `Art. V v. X`
            if index + 1 < end, tokens[index + 1].isGlued,
                tokens[index + 1].kind == .currencySign || tokens[index + 1].kind == .fullStop && word.utf8.count == 1
            {
                continue
            }
            let isName = second.isCapitalised
            report.add(
                subject.range(index - 1..<index + 1), "“\(word)” stands twice.", severity: isName ? .advice : .warning,
                fixes: [
                    Fix(
                        "Take the second “\(word)” away", isName ? .unsafe : .safe,
                        [.delete(first.range.upperBound..<second.range.upperBound)])
                ])
        }
    }
}
