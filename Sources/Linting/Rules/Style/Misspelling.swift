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
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        let spelling = TermReference.shared.spelling
        // A name that is no slip stands in a profile again and again: those that were looked at last are known by their hashes.
        var known = [UInt64](repeating: 0, count: 64)
        for place in prose.places.unknownWords {
            let token = tokens[place.token]
            guard known[Int(token.word & 63)] != token.word || token.word == 0 else { continue }
            // A name may be anything; only long words are unlikely to be one.
            let isFirst = place.token == prose.sentences[place.sentence].tokens.lowerBound
            let fewestLetters = token.isCapitalised && !isFirst ? 7 : 3
            guard token.range.count >= fewestLetters - 1 else { continue }
            guard let right = spelling.correction(of: token.word, subject.profile.bytes[token.range]) else {
                known[Int(token.word & 63)] = token.word
                continue
            }
            guard right.utf8.count >= fewestLetters else { continue }
            let write = subject.cased(right, like: place.token)
            report.add(
                token.range, "“\(subject.text(token.range))” is misspelt.\(Words.didYouMean(write))",
                fixes: [Fix("Write \(write)", .unsafe, [Edit(token.range, write)])])
        }
    }
}
