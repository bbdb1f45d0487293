import ProfileFacts

/// A term in a form that the house does not write.
enum Term: Rule {
    static let about = RuleDescription(
        name: "term", group: .style, severity: .advice,
        summary: "A term is written in another form than the house's.",
        rationale: """
            One thing has one name in all profiles, so that it can be searched for and counted: antipersonnel mine, State Party, Mine Ban
            Treaty. The forms are in `Config/reference/terms.yml`. Quotations, titles and names keep theirs.
            """,
        fix: "safe: writes the house's form; unsafe: the same, where the form may mean something else or is spelt out",
        examples: [
            .pass(
                "It is a State Party, and a state not party. It destroyed antipersonnel mines, it said: “anti-personnel mines.”"),
            .pass("It funds the Anti-Personnel Mine Ban Convention Implementation Support Unit."),
            .pass("See *Anti-personnel mines: An overview*."),
            .pass("The Law for the National Adoption of the Ottawa Treaty and the Committee on the Ottawa Convention remain."),
            .find("It is one of the States Parties to the ⟦Ottawa Treaty⟧ now."),
            .find("It passed decrees on ⟦anti-personnel⟧ mines.", mended: "It passed decrees on antipersonnel mines."),
            .find("⟦Anti-personnel⟧ mines were found.", mended: "Antipersonnel mines were found."),
            .find("It cleared ⟦land mines⟧ there.", mended: "It cleared landmines there."),
            .find("It is a ⟦State party⟧ now.", mended: "It is a State Party now."),
            .find("It destroyed 40 ⟦AP mines⟧ there."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        let terms = TermReference.shared.terms
        var end = 0
        for place in prose.places.termStarts where place.token >= end {
            let (index, sentence) = (place.token, prose.sentences[place.sentence].tokens)
            guard let phrase = terms.phrase(at: index, tokens, subject.profile.bytes, before: sentence.upperBound) else {
                continue
            }
            let behind = index + phrase.words.count
            if !phrase.isExact, tokens[index].isCapitalised,
                index != sentence.lowerBound || behind < sentence.upperBound && tokens[behind].isCapitalised
            {
                continue
            }
            if phrase.isExact, phrase.fix == "unsafe", isInLaw(index, sentence, subject) { continue }
            let range = subject.range(index..<behind)
            let write = phrase.isExact ? phrase.write : subject.cased(phrase.write, like: index)
            let fixes = Applicability(named: phrase.fix).map { [Fix("Write \(write)", $0, [Edit(range, write)])] } ?? []
            report.add(range, "The house writes “\(write)”, not “\(subject.text(range))”.", fixes: fixes)
            end = behind
        }
    }

    /// Whether a term belongs to the name of a law or a body: `Law for the National Adoption of the Ottawa Treaty`.
    private static func isInLaw(_ index: Int, _ sentence: Range<Int>, _ subject: Subject) -> Bool {
        var place = index - 1
        while place >= sentence.lowerBound, index - place < 12, subject.token(place).isWord {
            let token = subject.token(place)
            if token.isCapitalised, token.has(.law) || bodies.contains(token.word) { return true }
            guard token.isCapitalised || token.has([.of, .for, .and, .article, .to]) || subject.word(place) == "on" else {
                return false
            }
            place -= 1
        }
        return false
    }

    private static let bodies = WordSet(["committee", "commission", "authority", "conference", "unit", "campaign"])
}
