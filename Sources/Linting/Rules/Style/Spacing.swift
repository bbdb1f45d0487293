import ProfileFacts

/// A space that is missing.
enum Spacing: Rule {
    static let about = RuleDescription(
        name: "spacing", group: .style, severity: .advice,
        summary: "A space is missing behind a comma, a full stop or a footnote marker, or before a parenthesis.",
        rationale: """
            Two words that touch are one to a search. The formatter takes spaces away that are too many; to put one in is to say where a word
            ends.
            """,
        fix: "safe: puts the space in",
        examples: [
            .pass(
                "In 2014, YouTube.com and 4,492 mines (in all) of State(s) A/RES/60/80, L.26, e.g. the U.S., stood.[^1] “a,b”\n\n[^1]: A source."
            ),
            .find("In 2014⟦,⟧Tajikistan reported it.", mended: "In 2014, Tajikistan reported it."),
            .find("It cleared the areas⟦.⟧The treaty was signed.", mended: "It cleared the areas. The treaty was signed."),
            .find(
                "It said so.⟦[^1]⟧The treaty was signed.\n\n[^1]: A source.",
                mended: "It said so.[^1] The treaty was signed.\n\n[^1]: A source."),
            .pass("By Article(5) and L.26(2) of YouTube.Com and Resolution 3379(XXX), it left."),
            .find(
                "It inherited mines from the Union⟦.⟧It completed their destruction.",
                mended: "It inherited mines from the Union. It completed their destruction."),
            .find("Of these, 600 mines⟦(⟧60%) were laid.", mended: "Of these, 600 mines (60%) were laid."),
            .find("It stored them at Ähtäri⟦(⟧300,000 mines).", mended: "It stored them at Ähtäri (300,000 mines)."),
            .find("It cost JOD1,200,000⟦(⟧US$1,692,000).", mended: "It cost JOD1,200,000 (US$1,692,000)."),
            .find("The Union⟦(⟧EU) agreed.", mended: "The Union (EU) agreed."),
            .find("The Union (EU⟦)⟧agreed.", mended: "The Union (EU) agreed."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for place in prose.places.signs {
            let (index, token) = (place.token, tokens[place.token])
            switch token.kind {
            case .openParenthesis:
                if token.isGlued, isOwn(place, prose), isMissingBefore(index, subject) {
                    add("before the parenthesis", token.range, at: token.range.lowerBound, &report)
                }
            case .comma, .semicolon, .fullStop, .marker, .closeParenthesis:
                if index + 1 < tokens.count, tokens[index + 1].isGlued, isOwn(place, prose), isMissingBehind(index, subject) {
                    add(self.place(token.kind), token.range, at: token.range.upperBound, &report)
                }
            default: continue
            }
        }
    }

    /// Whether a token stands inside its passage, and it and its neighbours are the profile's own.
    private static func isOwn(_ place: WordPlaces.Place, _ prose: Prose) -> Bool {
        let passage = prose.passages[prose.sentences[place.sentence].passage].tokens
        return passage.lowerBound < place.token && place.token + 1 < passage.upperBound
            && (place.token - 1...place.token + 1).allSatisfy { prose.tokens[$0].isOwn }
    }

    private static func add(_ place: String, _ range: Range<Int>, at offset: Int, _ report: inout Report) {
        report.add(range, "A space is missing \(place).", fixes: [Fix("Put the space in", .safe, [.insert(" ", at: offset)])])
    }

    private static func place(_ kind: Token.Kind) -> String {
        switch kind {
        case .comma: "behind the comma"
        case .semicolon: "behind the semicolon"
        case .fullStop: "behind the full stop"
        case .marker: "behind the footnote marker"
        default: "behind the parenthesis"
        }
    }

    /// `Union(EU)`, but not `State(s)`
    private static func isMissingBefore(_ index: Int, _ subject: Subject) -> Bool {
        let (before, behind) = (subject.token(index - 1), subject.token(index + 1))
        let startsName = behind.isWord && behind.isCapitalised && behind.range.count > 1
        // `Ähtäri(300,000 mines`, `JOD1,200,000(US$`, but not `Article(5)`.
        let isNote = index + 2 >= subject.facts.prose.tokens.count || subject.token(index + 2).kind == .closeParenthesis
        if before.kind == .numeral { return !isNote && startsName && before.range.count > 2 }
        guard before.isWord, !before.hasDigits, before.range.count > 2 else { return false }
        guard behind.kind == .numeral, !isNote else { return startsName }
        return behind.range.count > 2 || subject.token(index + 2).kind == .percent
    }

    private static func isMissingBehind(_ index: Int, _ subject: Subject) -> Bool {
        let (before, token, behind) = (subject.token(index - 1), subject.token(index), subject.token(index + 1))
        guard behind.isWord, behind.range.count > 1 else { return false }
        switch token.kind {
        case .comma, .semicolon:
            return token.isGlued && (before.isWord && before.range.count > 1 || before.kind == .numeral) && !behind.hasDigits
        case .fullStop:
            // `areas.The`, but no address and no abbreviation.
            guard token.isGlued, before.isWord, before.range.count > 2, !before.has(.abbreviation), behind.isCapitalised,
                !behind.isUpperCase, !behind.hasDigits
            else { return false }
            // Behind a name only what surely starts a sentence: `Union.It completed`, but not `YouTube.Com`.
            return !before.isCapitalised
                || SentenceStart(subject: subject).starts(index + 1, before: subject.facts.prose.tokens.count)
        case .marker: return token.isGlued && !behind.hasDigits && before.kind != .word
        default: return !behind.hasDigits && behind.range.count > 2
        }
    }
}
