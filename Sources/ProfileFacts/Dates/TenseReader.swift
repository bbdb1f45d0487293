import ProfileSyntax

/// Tells whether what belongs to a date is told as done, as planned, or not at all.
struct TenseReader {
    private let view: SentenceView
    private let isNote: Bool
    /// How many tokens are looked at on either side: a sentence may be as long as a file.
    private static let reach = 60

    init(_ view: SentenceView, isNote: Bool) {
        self.view = view
        self.isNote = isNote
    }

    /// The tense of a date that stands in some tokens.
    func tense(of date: Range<Int>) -> DateFact.Tense {
        if isBound(date) { return .open }
        let first = max(view.range.lowerBound, date.lowerBound - Self.reach)
        var index = date.lowerBound - 1
        let tokens = view.prose.tokens
        while index >= first, tokens[index].kind != .semicolon {
            if mayBeVerb(tokens[index]), let found = verb(at: index) { return found }
            index -= 1
        }
        index = date.upperBound
        let last = min(view.range.upperBound, date.upperBound + Self.reach)
        while index < last, tokens[index].kind != .semicolon {
            if mayBeVerb(tokens[index]), let found = verb(at: index) { return found }
            index += 1
        }
        return isNote && isCited(date) ? .cited : .open
    }

    /// Whether the words beside a date make it an end or a purpose: `until`, `by`, `to`, `for`, `before`.
    private func isBound(_ date: Range<Int>) -> Bool {
        var index = date.lowerBound - 1
        while let token = view.token(index),
            token.has([.article, .partOfPeriod, .of, .weekday, .about, .short]) || token.kind == .hyphen
        {
            index -= 1
        }
        if view.token(index)?.kind == .comma, view.has(index - 1, .weekday) { index -= 2 }
        if let first = listed(before: index) { return isBound(first) }
        guard let token = view.token(index) else { return false }
        if token.dateWord == .until || token.dateWord == .before || token.dateWord == .due || token.dateWord == .period
            || token.dateWord == .effect || token.dateWord == .deadline
        {
            return true
        }
        // "As of 20 December 2012, it had not …" tells of what did not happen.
        let isAsOf = token.has(.of) || view.has(index + 1, .of) && view.has(index, .as)
        if isAsOf, view.has(index, .as) || view.has(index - 1, .as) { return true }
        if token.has([.to, .for, .by]) || token.dateWord == .plan || isByTheYear(index) { return true }
        // `2024 budget`, `2025 deadline`, `2022–2026 strategy`, `the end of the year`
        let next = view.token(date.upperBound)
        return next.map {
            $0.dateWord == .deadline || $0.dateWord == .plan || $0.dateWord == .extended || $0.dateWord == .period
                || $0.kind == .hyphen
        } ?? false
    }

    /// "by the year 2003": the preposition stands before a noun of time.
    private func isByTheYear(_ index: Int) -> Bool {
        guard let noun = view.token(index), noun.dateWord == .year || noun.dateWord == .month else { return false }
        let before = view.has(index - 1, .article) ? index - 2 : index - 1
        return view.has(before, .by) || view.token(before)?.dateWord == .until
    }

    /// The date that a date is listed with, past `and` and commas: of "for 2022, 2023, and 2024", that which the preposition stands before.
    private func listed(before index: Int) -> Range<Int>? {
        guard view.kind(index) == .comma || view.has(index, .and) else { return nil }
        let dates = view.prose.dates[view.sentence.dates]
        var (index, first) = (index, nil as Range<Int>?)
        var next = dates.partitioningIndex { $0.tokens.upperBound > index }
        while view.kind(index) == .comma || view.has(index, .and) {
            while view.kind(index) == .comma || view.has(index, .and) { index -= 1 }
            guard next > dates.startIndex, dates[next - 1].tokens.upperBound == index + 1 else { return first }
            next -= 1
            first = dates[next].tokens
            index = dates[next].tokens.lowerBound - 1
        }
        return first
    }

    /// Whether a token may tell an event or a tense: most words cannot.
    @inline(__always) func mayBeVerb(_ token: Token) -> Bool {
        token.isWord
            && (token.dateWord != .none || token.has([.to, .than]) || view.bytes[Int(token.upper) - 1] == UInt8(ascii: "d"))
    }

    /// The tense that a verb at a word gives; nil where none is.
    private func verb(at index: Int) -> DateFact.Tense? {
        let token = view.prose.tokens[index]
        guard token.isOwn else { return nil }
        switch token.dateWord {
        case .modal where !token.isCapitalised: return .planned
        case .plan, .due, .deadline: return .planned
        case .past where !token.isCapitalised: return beforeVerb(index) ?? .past
        case .become where view.isWord(index, "became"): return .past
        case .withdraw where view.isWord(index, "withdrew"): return .past
        case .be where view.isWord(index, "is") || view.isWord(index, "are"): return .open
        case .extended, .until: return nil
        default: break
        }
        if token.has(.to), let next = view.token(index + 1), next.isWord, !next.isCapitalised, !next.has([.article, .about]),
            next.roles.isDisjoint(with: [.month, .partOfPeriod, .which, .these, .cardinal]), !isNoun(next), !hasEnding(next, "ed")
        {
            return .planned
        }
        if token.dateWord == .said, !token.isCapitalised { return beforeVerb(index) ?? .past }
        guard isPast(index) else { return nil }
        return beforeVerb(index) ?? .past
    }

    /// What an auxiliary before a verb makes of it: "is to be completed" is planned; "be completed" goes on looking.
    private func beforeVerb(_ index: Int) -> DateFact.Tense? {
        for place in (max(view.range.lowerBound, index - 4)..<index).reversed() {
            guard let token = view.token(place), token.isWord else { return nil }
            if token.dateWord == .modal && !token.isCapitalised || token.dateWord == .plan { return .planned }
            if token.dateWord == .be, view.isWord(place, "be") || view.isWord(place, "being") { return .planned }
            if token.has(.to), token.dateWord != .until { return .planned }
            if token.dateWord == .be { return .open }
            guard token.range.count >= 4 && (hasEnding(token, "ly") || view.isWord(place, "been") || view.isWord(place, "have"))
            else { return nil }
        }
        return nil
    }

    private static let adjectives = WordSet(
        [
            "stockpiled", "retained", "mined", "armed", "suspected", "contaminated", "affected", "improvised", "abandoned",
            "unexploded", "related", "based", "so-called", "united", "limited", "advanced", "amended", "mine-affected", "need",
            "indeed", "hundred", "speed", "exceed", "proceed", "succeed", "feed", "seed", "detailed", "proposed", "unidentified",
            "combined", "experienced", "continued", "increased", "updated", "undated", "unpublished", "required", "alleged",
        ])

    private static let auxiliaries = WordSet(["was", "were", "had", "has", "have", "been", "it"])

    /// Whether a word is a verb of the past: `destroyed`, not `stockpiled` in "of stockpiled mines".
    func isPast(_ index: Int) -> Bool {
        guard let token = view.token(index), token.isWord, !token.isCapitalised, !token.hasDigits, hasEnding(token, "ed"),
            token.range.count >= 4, token.dateWord != .extended, token.dateWord != .plan
        else { return false }
        guard let before = view.token(index - 1) else { return false }
        if before.has([.article, .of, .in, .for, .by, .from, .at, .cardinal, .and, .these]) || before.kind == .numeral {
            // "and destroyed" is a verb, "and suspected areas" is none.
            guard before.has([.and, .these]) else { return false }
        }
        guard Self.adjectives.contains(token.word) else { return true }
        return before.isCapitalised && before.isWord
            || Self.auxiliaries.contains(before.word)
    }

    @inline(__always) private func hasEnding(_ token: Token, _ ending: StaticString) -> Bool {
        token.isWord && token.range.count > ending.utf8CodeUnitCount
            && view.bytes.has(ending, at: token.range.upperBound - ending.utf8CodeUnitCount)
    }

    /// What cannot be an infinitive: `to date`, `to antipersonnel mines`.
    private func isNoun(_ token: Token) -> Bool {
        token.has([.counted, .kind, .percent, .unit]) || token.hasDigits || hasEnding(token, "s") || hasEnding(token, "ion")
            || token.dateWord == .treaty
    }

    /// Whether a date of a note is that of a source: a day or a month, or a year behind a comma – no year in a name.
    private func isCited(_ date: Range<Int>) -> Bool {
        let tokens = view.prose.tokens[date]
        if tokens.contains(where: { $0.isQuoted || $0.flags.contains(.isEmphasised) }) { return false }
        if tokens.contains(where: { $0.has(.month) }) { return true }
        return date.count == 1 && view.kind(date.lowerBound - 1) == .comma
    }
}
