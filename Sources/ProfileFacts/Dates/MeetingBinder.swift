import ProfileSyntax

/// Finds the date and the place that a sentence gives for something that it names.
struct MeetingBinder {
    private let view: SentenceView
    let facts: [DateFact]
    /// The sentence's own dates, as indices into `facts`.
    private let own: Range<Int>
    private let tenses: TenseReader
    /// The places where meetings were held.
    private let places: Set<String>
    private let isNote: Bool

    init(_ view: SentenceView, _ facts: [DateFact], _ own: Range<Int>, _ places: Set<String>, isNote: Bool) {
        (self.view, self.facts, self.own, self.places, self.isNote) = (view, facts, own, places, isNote)
        tenses = TenseReader(view, isNote: isNote)
    }

    func bind(_ name: Range<Int>, reach: Int = 12) -> (date: Int?, place: MeetingMention.Place?) {
        (after(name, reach) ?? before(name) ?? leading(name), place(name))
    }

    /// The date of a vote on a resolution: next to it, or the one that opens the sentence.
    func bindVote(_ name: Range<Int>) -> Int? {
        if let after = after(name, 9, isVote: true) { return after }
        guard let last = last(before: name.lowerBound) else { return nil }
        // "since 2003, when Resolution 58/53 was adopted", "the 2019 resolution (74/61)"
        let end = facts[last].tokens.upperBound
        if view.isWord(end, "when") || view.kind(end) == .comma && view.isWord(end + 1, "when") || end == name.lowerBound {
            return last
        }
        return (max(own.lowerBound, last - 8)...last).last { index in
            let date = facts[index]
            guard date.tokens.upperBound <= name.lowerBound, !date.isQuoted, isPoint(date),
                !isOfResolution(date)
            else { return false }
            let between = date.tokens.upperBound..<name.lowerBound
            return between.count <= 30
                && !between.contains { place in
                    guard let token = view.token(place) else { return true }
                    return token.kind == .semicolon || token.dateWord == .since || token.dateWord == .resolution
                        || token.dateWord == .that || token.has(.which)
                }
        }
    }

    /// Whether a date stands behind another resolution's number: "on Resolution 75/52 in December 2020 and on 76/26 a year later".
    private func isOfResolution(_ date: DateFact) -> Bool {
        let number = date.tokens.lowerBound - 2
        return view.kind(number) == .numeral && view.kind(number - 1) == .slash
    }

    /// Whether the words before a name tell that somebody was there: "attended the", "at the", "was the".
    func isAttended(_ name: Range<Int>) -> Bool {
        var governor = name.lowerBound - 1
        while view.has(governor, .article) || view.token(governor)?.dateWord == .treaty { governor -= 1 }
        return (view.has(governor, .at) || view.isWord(governor, "attended") || view.isWord(governor, "was"))
            && tenses.tense(of: name) == .past
    }

    /// The first date at a token or behind it.
    private func next(from token: Int) -> Int? {
        var (lower, upper) = (own.lowerBound, own.upperBound)
        while lower < upper {
            let middle = (lower + upper) / 2
            if facts[middle].tokens.lowerBound >= token { upper = middle } else { lower = middle + 1 }
        }
        return lower < own.upperBound ? lower : nil
    }

    /// The last date that ends at a token or before it.
    private func last(before token: Int) -> Int? {
        let index = (next(from: token) ?? own.upperBound) - 1
        return own.contains(index) ? index : nil
    }

    private static let small = WordSet([
        "held", "in", "on", "at", "during", "convened", "hosted", "virtually", "online", "the", "of", "to", "which", "was",
        "took",
        "place", "from", "treaty", "states", "parties", "meeting", "meetings", "committee", "committees", "capital", "city",
        "for", "a", "adopted", "passed", "by",
    ])

    /// The longest that a meeting lasts, in days, where it is given by its months.
    private static let longest = 62

    /// Whether the date's own preposition lets it be the day of something: `in`, `on`, none.
    private func isPoint(_ date: DateFact) -> Bool {
        if let span = date.span, date.dates.count == 2, span.last.dayNumber - span.first.dayNumber > Self.longest { return false }
        guard let before = view.token(date.tokens.lowerBound - 1) else { return true }
        return before.dateWord != .since && before.dateWord != .until && before.dateWord != .before
            && !before.has([.after, .by, .for, .to])
    }

    /// A date behind the name, with nothing between but its place and words such as "held in".
    private func after(_ name: Range<Int>, _ reach: Int, isVote: Bool = false) -> Int? {
        guard let index = next(from: name.upperBound), !facts[index].isQuoted else {
            return nil
        }
        // A title between the name and the date of a source is passed over.
        let between = (name.upperBound..<facts[index].tokens.lowerBound).filter { !isNote || !isTitle($0) }
        guard between.count <= reach, isVote || !isOfAnother(facts[index], behind: name, between) else { return nil }
        for place in between {
            guard let token = view.token(place) else { return nil }
            switch token.kind {
            case .comma, .openParenthesis, .closeParenthesis, .enDash, .hyphen: continue
            case .word:
                if token.has([.partOfPeriod, .weekday]) { continue }
                if token.isCapitalised, !token.isQuoted, token.dateWord != .meeting, !isName(place) { continue }
                if reach > 12, token.has([.and, .of]) { continue }
                guard !token.isCapitalised, Self.small.contains(token.word) else { return nil }
            default: return nil
            }
        }
        return isPoint(facts[index]) ? index : nil
    }

    private static let references = WordSet(["after", "before", "since", "following", "until", "ahead", "to", "for", "prior"])
    private static let documents = WordSet([
        "email", "letter", "preliminary", "draft", "provisional", "agenda", "concerning", "regarding", "documents", "document",
        "president", "presidency", "report",
    ])
    private static let parts = WordSet([
        "margins", "day", "days", "opening", "session", "segment", "plenary", "close", "closing", "end", "sidelines", "week",
    ])

    /// Whether a date behind a meeting's name is that of something else: "two years after the Third Review Conference, in June 2016",
    /// a letter on a meeting, "the documents of the Tenth Meeting of States Parties on 3 March".
    private func isOfAnother(_ date: DateFact, behind name: Range<Int>, _ between: [Int]) -> Bool {
        var governor = name.lowerBound - 1
        while let token = view.token(governor), token.isWord, !Self.references.contains(token.word),
            token.has(.article) || token.dateWord == .treaty || token.isCapitalised
        {
            governor -= 1
        }
        let start = view.range.lowerBound
        // "President of the Eighth Meeting of States Parties, which was held at the Dead Sea in November 2007"
        if between.contains(where: { view.isWord($0, "held") || view.isWord($0, "which") }) { return false }
        let title = (max(start, name.lowerBound - 24)..<name.lowerBound).reversed().prefix { view.kind($0) != .semicolon }
        if title.contains(where: { Self.documents.contains(view.prose.tokens[$0].word) }) { return true }
        guard let word = view.token(governor), word.isWord else { return false }
        if Self.references.contains(word.word), between.contains(where: { view.kind($0) == .comma }) { return true }
        return word.has(.of) && view.isWord(date.tokens.lowerBound - 1, "on")
            && !Self.parts.contains(view.token(governor - 1)?.word ?? 0)
    }

    /// Whether another meeting's name starts at a token.
    private func isName(_ index: Int) -> Bool {
        view.has(index, .ordinal) && view.token(index + 1)?.isCapitalised == true
            && [.meeting, .review, .conference].contains(view.token(index + 1)?.dateWord ?? .none)
    }

    /// "in November 2019 at the Fourth Review Conference"
    private func before(_ name: Range<Int>) -> Int? {
        guard let index = last(before: name.lowerBound), !facts[index].isQuoted else {
            return nil
        }
        let between = facts[index].tokens.upperBound..<name.lowerBound
        guard between.count <= 5, isPoint(facts[index]), !isNote else { return nil }
        let isLeading = facts[index].tokens.lowerBound <= view.range.lowerBound + 2
        for place in between {
            guard let token = view.token(place) else { return nil }
            if token.kind == .comma, isLeading || between.count <= 3 { continue }
            if token.isWord,
                token.isCapitalised || token.has([.article, .at, .in, .to]) || view.isWord(place, "during")
                    || token.dateWord == .treaty
            {
                continue
            }
            return nil
        }
        return index
    }

    /// "In November 2017, Belarus announced its completion at the Sixteenth Meeting of States Parties."
    private func leading(_ name: Range<Int>) -> Int? {
        guard let first = own.first, facts[first].tokens.upperBound <= name.lowerBound, !facts[first].isQuoted,
            isPoint(facts[first]),
            facts[first].tokens.lowerBound <= view.range.lowerBound + 2, !isNote,
            own.count < 2 || facts[first + 1].tokens.lowerBound > name.upperBound
        else { return nil }
        var preposition = name.lowerBound - 1
        while view.has(preposition, .article) || view.token(preposition)?.dateWord == .treaty
            || view.token(preposition)?.isCapitalised == true
            || view.isWord(preposition, "on") && view.token(preposition - 1)?.dateWord == .treaty
        {
            preposition -= 1
        }
        guard
            view.has(preposition, [.at, .to]) || view.isWord(preposition, "during") || view.isWord(preposition, "attended")
                || view.isWord(preposition, "hosted") || view.token(preposition)?.dateWord == .said
                || view.isWord(preposition, "in")
        else { return nil }
        var verbs = 0
        let between = facts[first].tokens.upperBound..<name.lowerBound
        guard between.count <= 40 else { return nil }
        for place in between {
            guard let token = view.token(place) else { return nil }
            if token.dateWord == .that || token.has(.which) || token.kind == .semicolon || token.dateWord == .modal { return nil }
            if token.isQuoted || view.isWord(place, "who") || view.isWord(place, "after") || view.isWord(place, "before") {
                return nil
            }
            if view.kind(place - 1) == .comma, token.isWord, token.range.count > 4,
                view.bytes.has("ing", at: token.range.upperBound - 3)
            {
                return nil
            }
            if tenses.isPast(place) || token.dateWord == .past { verbs += 1 }
        }
        return verbs == 1 ? first : nil
    }

    /// The first known place behind the name: "held in Oslo", in a note also ", Geneva,".
    private func place(_ name: Range<Int>) -> MeetingMention.Place? {
        var passed = 0
        for index in name.upperBound..<view.range.upperBound {
            guard let token = view.token(index), passed < 9 else { return nil }
            if isNote, isTitle(index) { continue }
            passed += 1
            if token.kind == .semicolon || token.kind == .fullStop { return nil }
            if token.isWord, tenses.isPast(index), !view.isWord(index, "hosted"), !view.isWord(index, "convened") { return nil }
            // "at the Dead Sea"
            let isAt = token.has(.at) && view.has(index + 1, .article)
            guard isAt || token.has(.in) || token.kind == .openParenthesis || isNote && token.kind == .comma else {
                let isOfMeeting = token.has(.which) && (view.isWord(index + 2, "held") || view.isWord(index + 2, "place"))
                if token.has([.and, .which]) && !isOfMeeting || token.dateWord == .that { return nil }
                continue
            }
            let index = isAt ? index + 1 : index
            guard let next = view.token(index + 1), next.isCapitalised, !next.has(.month) else { continue }
            for count in [2, 1] {
                guard let last = view.token(index + count), last.isWord else { continue }
                let range = next.range.lowerBound..<last.range.upperBound
                let text = view.bytes.text(range)
                guard places.contains(text) else { continue }
                return MeetingMention.Place(name: text, range: range, country: country(behind: index + count))
            }
        }
        return nil
    }

    /// Whether a token stands in a title, or is its comma or its closing mark.
    private func isTitle(_ index: Int) -> Bool { view.token(index)?.isOwn == false }

    /// The bytes of a known place behind a comma: the country of a city.
    private func country(behind city: Int) -> Range<Int>? {
        guard view.kind(city + 1) == .comma else { return nil }
        for count in [3, 2, 1] {
            let tokens = city + 2..<city + 2 + count
            guard view.token(tokens.upperBound - 1)?.isWord == true else { continue }
            let range = view.prose.range(of: tokens)
            if places.contains(view.bytes.text(range)) { return range }
        }
        return nil
    }
}
