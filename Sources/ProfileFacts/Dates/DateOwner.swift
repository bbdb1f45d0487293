import ProfileSyntax

extension ProfileFacts {
    /// The state whose date a sentence gives: the profile's own, or the one that the sentence, or one before it in the passage, names;
    /// nil where the reference does not know it.
    package func state(of subject: DateFact.Subject, sentence: Int, in profile: Profile) -> State? {
        switch subject {
        case .own: return header.state
        case .unknown: return nil
        case .named(let first):
            let passage = prose.passages[prose.sentences[sentence].passage]
            let near = max(passage.sentences.lowerBound, sentence - Self.carried)...sentence
            return near.reversed().lazy.compactMap { named(first, in: prose.sentences[$0].tokens, profile) }.first
        }
    }

    /// How many sentences a subject is carried on.
    private static let carried = 6
    /// How many words the longest name of a state has that profiles use.
    private static let longestName = 6

    /// The state that some tokens name by a name whose first word has a hash: the longest name, where one is part of another.
    private func named(_ first: UInt64, in tokens: Range<Int>, _ profile: Profile) -> State? {
        for start in tokens {
            let token = prose.tokens[start]
            guard token.isWord, token.isCapitalised, Lexicon.hash(name(of: start..<start + 1, profile)) == first else { continue }
            for end in (start + 1...min(start + Self.longestName, tokens.upperBound)).reversed() {
                if let state = reference.state(named: name(of: start..<end, profile)) { return state }
            }
        }
        return nil
    }

    /// Some words, without the ending of a genitive, on one line.
    private func name(of tokens: Range<Int>, _ profile: Profile) -> String {
        let words = profile.text(prose.range(of: tokens)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix("’s") || words.hasSuffix("'s") ? String(words.dropLast(2)) : words
    }
}
