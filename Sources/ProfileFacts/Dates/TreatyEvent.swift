import ProfileSyntax

/// A day of a treaty's own: `The Mine Ban Treaty was opened for signature on 3 December 1997`.
package struct TreatyEvent: Sendable {
    package enum What: String, Sendable {
        case adoption
        case opening = "opening for signature"
        case entryIntoForce = "entry into force"
    }

    package let treaty: Treaty
    package let what: What
    /// Its date, as an index into ``ProfileFacts/dates``.
    package let date: Int
}

/// Reads what a sentence tells of a treaty itself, not of a state that joins it.
struct TreatyEventReader {
    private let sentence: DatedSentence
    private var view: SentenceView { sentence.view }
    private var mentions: TreatyMentions { sentence.mentions }
    private var facts: [DateFact] { sentence.facts }
    private var own: Range<Int> { sentence.own }

    init(_ sentence: DatedSentence) { self.sentence = sentence }

    func read() -> [TreatyEvent] {
        guard !own.isEmpty else { return [] }
        let tokens = view.prose.tokens
        let (adopted, opened) = (Self.adopted, Self.opened)
        return view.range.compactMap { index in
            let (word, dateWord) = (tokens[index].word, tokens[index].dateWord)
            guard dateWord == .enter || dateWord == .effect || word == adopted || word == opened,
                let (what, last) = event(index), what != .entryIntoForce || !tellsOfState(before: index),
                let date = date(behind: last),
                let treaty = treaty(of: index, date),
                treaty != .other
            else { return nil }
            return TreatyEvent(treaty: treaty, what: what, date: date)
        }
    }

    /// The event that a verb tells, and the last of its words.
    private func event(_ index: Int) -> (TreatyEvent.What, last: Int)? {
        let token = view.prose.tokens[index]
        guard token.isWord, token.isOwn else { return nil }
        if token.word == Self.adopted { return (.adoption, index) }
        if token.word == Self.opened {
            return view.isWord(index + 1, "for") && view.isWord(index + 2, "signature") ? (.opening, index + 2) : nil
        }
        if view.isWord(index, "effect"), view.isWord(index - 1, "took") { return (.entryIntoForce, index) }
        guard token.dateWord == .enter, view.isWord(index + 1, "into"), view.isWord(index + 2, "force") else { return nil }
        // "the Mine Ban Treaty’s entry into force"
        let isNoun = view.isWord(index, "entry") && view.token(index - 1)?.dateWord == .treaty
        return isNoun || view.isWord(index, "entered") ? (.entryIntoForce, index + 2) : nil
    }

    /// The date behind an event, with nothing but a place between; none where it is told for a state.
    private func date(behind last: Int) -> Int? {
        guard let date = own.first(where: { facts[$0].tokens.lowerBound > last }), facts[date].tokens.lowerBound <= last + 6,
            !facts[date].isQuoted, [.event, .source, .domesticAct].contains(facts[date].what)
        else { return nil }
        let between = last + 1..<facts[date].tokens.lowerBound
        guard
            between.allSatisfy({
                view.has($0, [.in, .at]) || view.isWord($0, "on") || view.isWord($0, "internationally")
                    || view.token($0)?.isCapitalised == true
                    || view.kind($0) == .comma
            }),
            !view.has(facts[date].tokens.upperBound, .for)
        else { return nil }
        return date
    }

    private static let (adopted, opened) = (Lexicon.hash("adopted"), Lexicon.hash("opened"))

    private static let joining: Set<DateWord> = [
        .ratify, .ratification, .accede, .accession, .deposit, .party, .become, .accept, .approve, .succeed, .join,
    ]

    /// Whether a state joins in the words before: what enters into force then does so for it.
    private func tellsOfState(before index: Int) -> Bool {
        (view.range.lowerBound..<index).contains { Self.joining.contains(view.prose.tokens[$0].dateWord) }
    }

    private static let links = WordSet([
        "was", "were", "which", "that", "first", "then", "signature", "adopted", "opened", "entered", "into", "force",
        "explosive", "took",
        "remnants", "war",
    ])

    /// The treaty whose event it is: the subject, past what was told of it before, or, behind a participle that opens the sentence, what
    /// follows its date.
    private func treaty(of event: Int, _ date: Int) -> Treaty? {
        if event == view.range.lowerBound {
            let next = mentions.next(from: facts[date].tokens.upperBound)
            return next.flatMap { $0.token <= facts[date].tokens.upperBound + 5 ? $0.treaty : nil }
        }
        guard let mention = mentions.last(before: event) else { return nil }
        let isSubject = (mention.token + 1..<event).allSatisfy { index in
            guard let token = view.token(index) else { return false }
            if !token.isWord { return token.kind == .numeral || token.isBreak && token.kind != .semicolon }
            return token.isCapitalised || Self.links.contains(token.word)
                || token.has([.of, .and, .to, .article, .in, .at, .for, .month]) || view.isWord(index, "on")
        }
        return isSubject && mention.isNamed ? mention.treaty : nil
    }
}
