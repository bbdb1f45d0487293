import ProfileFacts

/// Words with a capital that, behind a word of running text, surely start a sentence.
struct SentenceStart {
    let subject: Subject

    private static func words(_ text: String) -> WordSet { WordSet(text.split(separator: " ").map(String.init)) }
    private static let pronouns = words("it he she they there its their however")
    private static let determiners = words("the this these those several some most many another both")
    private static let prepositions = words("in on from since between during after before at as under according although while")
    /// Words that something must follow, besides those that ``WordRoles`` tells of.
    private static let dangling = words(
        """
        that who whose where when if because but nor with into on against per via within without across near along \
        not
        """)
    /// Names of one word that an article stands before; others may be a newspaper's or a film's: `the newspaper The Guardian`.
    private static let bodies = words("monitor ministry government parliament president treaty convention council secretariat")
    /// Behind these an article may have a capital without a sentence: `The former Yugoslav Republic`.
    private static let parts = words("former late then")
    /// Verbs in a past tense without -ed, and others that reports are written with.
    private static let verbs = words(
        """
        was were is are has have had did does do will would can could may must should said told held began took \
        became made gave left found laid met sent wrote knew came went cost remains means says holds states includes \
        continues
        """)

    /// Whether a token starts a sentence wherever it stands.
    func starts(_ index: Int, before end: Int) -> Bool {
        guard index + 2 < end else { return false }
        let (token, next) = (subject.token(index), subject.token(index + 1))
        guard token.isWord, token.isOwn, token.isCapitalised, !token.isUpperCase, !next.isGlued || next.kind == .comma, next.isOwn
        else { return false }
        let isSmall = next.isWord && !next.isCapitalised
        if Self.pronouns.contains(token.word) { return isSmall || next.kind == .comma }
        if Self.determiners.contains(token.word) {
            if isSmall { return !Self.parts.contains(next.word) }
            let isAcronym = next.isWord && next.isUpperCase && next.range.count > 2
            return (isAcronym || Self.bodies.contains(next.word)) && isVerb(index + 2)
        }
        return Self.prepositions.contains(token.word) && (isSmall || next.kind == .numeral || next.has(.month))
    }

    /// Whether a name and the verb behind it open another sentence behind a marker – `mines[^3] Russia has` – as they do where the
    /// sentence so far has a verb, behind its first comma if it opens with a word that a clause may hang on: `After it joined[^3] Russia has`.
    func startsWithName(_ index: Int, in sentence: Range<Int>) -> Bool {
        let (token, first) = (subject.token(index), subject.token(sentence.lowerBound))
        guard index + 1 < sentence.upperBound, token.isWord, token.isOwn, token.isCapitalised, !token.hasDigits,
            token.roles.isEmpty, isVerb(index + 1)
        else { return false }
        var start = sentence.lowerBound
        if Self.prepositions.contains(first.word) || Self.dangling.contains(first.word) {
            guard let comma = (start..<index).first(where: { subject.token($0).kind == .comma }) else { return false }
            start = comma + 1
        }
        return hasVerb(start..<index)
    }

    /// Whether a word in a series of names would be nothing special: `The`, but not `In`, may stand behind a name.
    func mayFollowName(_ index: Int) -> Bool { !Self.prepositions.contains(subject.token(index).word) }

    /// Whether a sentence can end with a token: not behind an article, a preposition or a conjunction.
    func canEnd(_ index: Int) -> Bool {
        let token = subject.token(index)
        switch token.kind {
        case .numeral, .percent, .closeParenthesis: return token.isOwn
        case .quotationMark:
            return index > 0 && token.isGlued && subject.profile.bytes.has("”", at: token.range.lowerBound)
                && (subject.token(index - 1).isWord || subject.token(index - 1).kind == .numeral)
        case .word:
            return token.isOwn && !Self.dangling.contains(token.word)
                && !token.has([
                    .article, .and, .or, .of, .to, .from, .by, .for, .in, .as, .at, .than, .which, .between, .datePreposition,
                    .abbreviation, .while,
                ])
        default: return false
        }
    }

    /// Whether some of the tokens outside parentheses is a verb, so far as its form tells.
    func hasVerb(_ tokens: Range<Int>) -> Bool {
        var depth = 0
        return tokens.contains { index in
            switch subject.token(index).kind {
            case .openParenthesis: depth += 1
            case .closeParenthesis: depth -= 1
            case .word: return depth <= 0 && isVerb(index)
            default: break
            }
            return false
        }
    }

    func isVerb(_ index: Int) -> Bool {
        let token = subject.token(index)
        guard token.isWord, !token.isCapitalised else { return false }
        return Self.verbs.contains(token.word)
            || token.range.count > 4 && subject.profile.bytes.has("ed", at: token.range.upperBound - 2)
    }
}
