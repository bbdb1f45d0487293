import ProfileFacts
import ProfileSyntax

/// A word that is none, a letter away from one of the field's.
enum Misspelling: Rule {
    static let about = RuleDescription(
        name: "misspelling", group: .style, severity: .warning,
        summary: "A word is no word, but a letter away from one that profiles use.",
        rationale: """
            No search finds “antipersonel mines”. Only words that are nearly one of those in `Config/reference/terms.yml` are looked at,
            so that names and foreign words pass. Quotations and titles keep what their sources have.
            """,
        fix: "unsafe: writes the word",
        examples: [
            .pass("The treaty treats the treaties; Treacy of Tracy said “traety [sic]”."),
            .find("It completed the ⟦desctruction⟧ of its mines."),
            .find("It has ⟦antipersonel⟧ mines."),
            .find("It implements the ⟦traety⟧ now."),
            .find("The ⟦goverment⟧ said so."),
            .pass("One deminer saw four public destructions in Ben Traity, of the Asociación Nacional."),
            .find("It joined the Mine Ban ⟦Traety⟧ and the ⟦åConvention⟧ on Cluster Munitions."),
            .find("It joined the ⟦Mune⟧ Ban Treaty and the Mine ⟦Bam⟧ Treaty."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        let spelling = TermReference.shared.spelling
        // A name that is no slip stands in a profile again and again: those that were looked at last are known by their hashes.
        var known = [UInt64](repeating: 0, count: 64)
        for place in prose.places.unknownWords {
            let token = tokens[place.token]
            let sentence = prose.sentences[place.sentence].tokens
            // A name may be anything; only long words are unlikely to be one, and those beside the words of a listed name.
            let fewestLetters = token.isCapitalised && place.token != sentence.lowerBound ? 7 : 3
            let letters = subject.profile.bytes[token.range]
            var right =
                token.isCapitalised ? nameWord(place.token, in: sentence, subject) ?? spelling.behindStrayLetter(letters) : nil
            if right == nil {
                guard known[Int(token.word & 63)] != token.word || token.word == 0 else { continue }
                guard token.range.count >= fewestLetters - 1 else { continue }
                guard let word = spelling.correction(of: token.word, letters) else {
                    known[Int(token.word & 63)] = token.word
                    continue
                }
                if word.utf8.count >= fewestLetters { right = word }
            }
            guard let right else { continue }
            let write = subject.cased(right, like: place.token)
            report.add(
                token.range, "“\(subject.text(token.range))” is misspelt.\(Words.didYouMean(write))",
                fixes: [Fix("Write \(write)", .unsafe, [Edit(token.range, write)])])
        }
    }

    /// What a word should be by the words beside it: `Mine Ban Traety`.
    private static func nameWord(_ index: Int, in sentence: Range<Int>, _ subject: Subject) -> String? {
        func hash(_ index: Int) -> UInt64 {
            sentence.contains(index) && subject.token(index).isCapitalised && subject.token(index).isOwn
                ? subject.token(index).word : 0
        }
        return TermReference.shared.spelling.nameWord(
            subject.profile.bytes[subject.token(index).range], between: hash(index - 1), and: hash(index + 1))
    }
}
