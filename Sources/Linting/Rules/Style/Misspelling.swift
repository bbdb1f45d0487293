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
        for sentence in subject.ownSentences {
            for index in sentence {
                let token = subject.token(index)
                guard token.isWord, token.isOwn, !token.hasDigits, !token.flags.contains(.isUpperCase), token.range.count >= 3,
                    let word = letters(subject.profile.bytes[token.range]),
                    let right = TermReference.shared.spelling.correction(of: word)
                else { continue }
                // A name may be anything; only long words are unlikely to be one.
                if token.isCapitalised, index > sentence.lowerBound, right.utf8.count < 7 { continue }
                let write = subject.cased(right, like: index)
                report.add(
                    token.range, "“\(subject.text(token.range))” is misspelt.\(Words.didYouMean(write))",
                    fixes: [Fix("Write \(write)", .unsafe, [Edit(token.range, write)])])
            }
        }
    }

    /// A word's letters in lower case; nil where it has anything else in it, or capitals behind its first letter.
    private static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var letters: [UInt8] = []
        letters.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            guard byte.isASCIILetter, index == 0 || byte & 0x20 != 0 else { return nil }
            letters.append(byte | 0x20)
        }
        return letters
    }
}
