import ProfileFacts

/// A word that is a word, but not the one that is meant.
enum ConfusedWord: Rule {
    static let about = RuleDescription(
        name: "confused-word", group: .style, severity: .warning,
        summary: "A word stands where another that looks like it is meant.",
        rationale: """
            A spelling checker passes “unexploded ordinance”, for an ordinance is a decree. The pairs are in
            `Config/reference/terms.yml`. Quotations keep what their sources have.
            """,
        fix: "unsafe: writes the word that is meant",
        examples: [
            .pass("It marks minefields at the national border and clears unexploded ordnance."),
            .pass("It said that “mine fields at the national boarder” are marked."),
            .find("It clears ⟦unexploded ordinance⟧ there."),
            .find("It marks minefields at its ⟦national boarder⟧ too."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        let confused = TermReference.shared.confused
        for place in prose.places.confusedStarts {
            let (index, end) = (place.token, prose.sentences[place.sentence].tokens.upperBound)
            guard let phrase = confused.phrase(at: index, tokens, subject.profile.bytes, before: end) else { continue }
            let range = subject.range(index..<index + phrase.words.count)
            let write = subject.cased(phrase.write, like: index)
            report.add(
                range, "“\(subject.text(range))” is probably “\(write)”.",
                fixes: [Fix("Write \(write)", .unsafe, [Edit(range, write)])])
        }
    }
}
