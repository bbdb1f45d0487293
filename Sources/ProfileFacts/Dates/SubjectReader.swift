import ProfileSyntax

/// Tells of a sentence whose dates it gives: the profile's country, or another state.
struct SubjectReader {
    /// The words of each name of the profile's country.
    private let names: [[String]]

    init(_ header: Header) {
        var names = header.state?.nameWords ?? []
        if let country = header.country?.value, header.state?.hasName(country) != true { names.append(State.words(of: country)) }
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

    private func isOwn(_ view: SentenceView, _ index: Int) -> Bool {
        names.contains { words in
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
