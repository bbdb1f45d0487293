import ProfileSyntax

/// Tells of a sentence whose dates it gives: the profile's country, or another state.
struct SubjectReader {
    /// The words of each name of the profile's country.
    private let names: [[String]]
    private let reference: Reference

    init(_ state: State?, _ country: String?, _ reference: Reference) {
        self.reference = reference
        var names = state?.nameWords ?? []
        if let country, state?.hasName(country) != true { names.append(State.words(of: country)) }
        self.names = names.filter { !$0.isEmpty }
    }

    /// - Parameter carried: the subject of the sentence before, for "it" and "the country".
    func subject(_ view: SentenceView, carried: DateFact.Subject) -> DateFact.Subject {
        var first: String?
        var isCarried = false
        var isAfterOf = false
        for index in view.range.prefix(80) {
            let token = view.prose.tokens[index]
            defer { isAfterOf = token.has([.of, .in, .at]) }
            guard token.isWord, !token.isQuoted else { continue }
            if index == view.range.lowerBound || first == nil, Self.isPronoun(view, index) { isCarried = true }
            guard token.isCapitalised else { continue }
            if isOwn(view, index) { return .own }
            guard first == nil,
                token.roles.isDisjoint(with: [.month, .weekday, .datePreposition, .article, .provision, .these, .counted]),
                token.dateWord == .none, !token.isUpperCase
            else { continue }
            let text = view.bytes.text(token.range)
            // The first word is capitalised whatever it is.
            if index == view.range.lowerBound && text.hasSuffix("ly") || Self.adverbs.contains(text) { continue }
            if isAfterOf, index > view.range.lowerBound + 3 { continue }
            first = text.hasSuffix("’s") || text.hasSuffix("'s") ? String(text.dropLast(2)) : text
        }
        if isCarried { return carried }
        return first.map { .named(Lexicon.hash($0)) } ?? carried
    }

    /// The subject that stands next to an event: `Turkey acceded`, `Turkey, which acceded`, `Finland’s accession`; nil where none does, so
    /// that the clause before it tells.
    func subject(_ view: SentenceView, at event: Int) -> DateFact.Subject? {
        if view.has(event + 1, .by), let agent = name(view, startingAt: event + 2) { return agent }
        var last = event - 1
        while let token = view.token(last), isBetween(token, view, last) { last -= 1 }
        guard let token = view.token(last), token.isWord, token.isCapitalised, token.isOwn else { return nil }
        for start in max(view.range.lowerBound, last - 5)...last {
            guard view.prose.tokens[start].isCapitalised, view.prose.tokens[start].isWord else { continue }
            if isOwn(view, start, last: last) { return .own }
            var name = view.bytes.text(view.prose.range(of: start..<last + 1))
            if name.hasSuffix("’s") || name.hasSuffix("'s") { name.removeLast(2) }
            guard reference.state(named: name) != nil else { continue }
            // "Belarus and Ukraine ratified" is told of both; with two dates, of one each.
            if view.has(start - 1, .and), view.token(start - 2)?.isCapitalised == true {
                return view.sentence.dates.count > 1 ? .unknown : nil
            }
            return State.words(of: name).first.map { .named(Lexicon.hash($0)) }
        }
        return nil
    }

    /// The state that is named from a token on: of "ratified by Ireland", what follows the preposition.
    private func name(_ view: SentenceView, startingAt start: Int) -> DateFact.Subject? {
        if isOwn(view, start) { return .own }
        for last in (start..<start + 4).reversed() {
            guard view.token(last)?.isWord == true else { continue }
            let name = view.bytes.text(view.prose.range(of: start..<last + 1))
            if reference.state(named: name) != nil { return State.words(of: name).first.map { .named(Lexicon.hash($0)) } }
        }
        return nil
    }

    private static let auxiliaries = WordSet([
        "has", "have", "had", "been", "was", "were", "also", "then", "later", "subsequently", "finally", "formally", "officially",
        "which", "who", "that", "only", "first", "both", "a", "the", "not", "never",
    ])

    /// What may stand between a subject and its verb or noun.
    private func isBetween(_ token: Token, _ view: SentenceView, _ index: Int) -> Bool {
        switch token.kind {
        case .comma: view.isWord(index + 1, "which") || view.isWord(index + 1, "who")
        case .numeral: view.has(index - 1, .provision)
        case .word:
            Self.auxiliaries.contains(token.word) || token.has(.provision)
                || [.state, .become, .original, .clearance, .stockpile, .destruction, .extended, .enter].contains(token.dateWord)
        default: false
        }
    }

    private static let adverbs: Set<String> = [
        "However", "Meanwhile", "Moreover", "Also", "Then", "Later", "Thus", "Therefore", "Today", "Nevertheless", "Nonetheless",
        "Instead", "Furthermore", "Although", "While", "When", "As", "Having", "Under", "Despite", "If", "Because", "Once",
        "Following",
        "Upon", "With", "Both", "All", "No", "Not", "There", "What", "Who", "Whether", "Only", "Even", "Still", "Yet", "But",
        "And",
        "Officials", "Parliament", "Ban", "Monitor", "Government", "Authorities", "According", "Ever", "One", "Two", "Three",
        "Another", "Other",
    ]

    private static func isPronoun(_ view: SentenceView, _ index: Int) -> Bool {
        view.isWord(index, "It") || view.isWord(index, "it") || view.isWord(index, "country") || view.isWord(index, "its")
            || view.isWord(index, "government") || view.isWord(index, "Its")
    }

    /// - Parameter last: where the name has to end.
    private func isOwn(_ view: SentenceView, _ index: Int, last: Int? = nil) -> Bool {
        names.contains { words in
            if let last, index + words.count - 1 != last { return false }
            for (place, word) in words.enumerated() {
                guard let token = view.token(index + place), token.isWord, token.range.count >= word.utf8.count else {
                    return false
                }
                let text = view.bytes.text(token.range)
                if text == word { continue }
                guard place == words.count - 1, text.hasPrefix(word), "’'".contains(text[word.endIndex...].first ?? " ")
                else { return false }
            }
            return true
        }
    }
}
