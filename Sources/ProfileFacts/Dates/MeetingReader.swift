import ProfileSyntax

/// Finds the meetings, sessions and resolutions that a sentence names, and binds each to its date and place.
struct MeetingReader {
    private(set) var meetings: [MeetingMention] = []
    private(set) var sessions: [SessionMention] = []
    private let known: MeetingReference

    private static let preparatory = Lexicon.hash("preparatory")
    private static let bodies = DateWord.Several(.assembly, .committee, .otherBody)

    init(_ known: MeetingReference) { self.known = known }

    /// The sentence that is read, with what is known of it.
    private struct Context {
        let view: SentenceView
        /// Its index in ``Prose/sentences``.
        let sentence: Int
        let mentions: TreatyMentions
        /// The treaty that the passage speaks of.
        let current: Treaty
        /// Whether the passage has named it.
        let isNamed: Bool
        let binder: MeetingBinder
    }

    /// - Parameters:
    ///   - all: the dates read so far; `own` are the sentence's.
    ///   - current: the treaty that the passage speaks of, and whether it has named it.
    mutating func read(
        _ view: SentenceView, _ sentence: Int, _ all: [DateFact], _ own: Range<Int>, _ mentions: TreatyMentions,
        _ current: (treaty: Treaty, isNamed: Bool), isNote: Bool
    ) {
        let context = Context(
            view: view, sentence: sentence, mentions: mentions, current: current.treaty, isNamed: current.isNamed,
            binder: MeetingBinder(view, all, own, known.places, isNote: isNote))
        var isAssembly = false
        var isOther = false
        let words = view.sentence.dateWords
        let tokens = view.prose.tokens
        if !words.isDisjoint(with: Self.bodies) {
            for index in view.range {
                switch tokens[index].dateWord {
                case .assembly: isAssembly = true
                case .committee where view.isWord(index - 1, "First"): isAssembly = true
                case .otherBody where tokens[index].isCapitalised: isOther = true
                default: continue
                }
            }
        }
        let named = mentions.all.first?.treaty
        let subject = mentions.all.allSatisfy { $0.treaty == named } ? named : nil
        for index in view.range where tokens[index].dateWord != .none && !tokens[index].isQuoted {
            switch tokens[index].dateWord {
            case .meeting, .conference, .summit:
                addMeeting(context, index)
            case .intersessional:
                let end = index + (view.token(index + 1)?.dateWord == .meeting ? 2 : 1)
                addIntersessional(context, index..<end, isStanding: false)
            case .standing where view.token(index + 1)?.dateWord == .committee:
                guard isTreatyCommittee(view, index, mentions) else { continue }
                addIntersessional(context, index..<index + 2, isStanding: true)
            case .session where isAssembly && !isOther: addSession(context, index)
            case .shortMeeting: addShort(context, index)
            case .resolution where !isOther: addResolution(context, index, subject)
            default: continue
            }
        }
    }

    // MARK: - Meetings

    /// The ordinal before a meeting's name, past the words of a treaty's: `Second Mine Ban Treaty Review Conference`.
    private func ordinal(_ view: SentenceView, before index: Int) -> (value: Int, token: Int)? {
        var place = index - 1
        while place >= index - 7, let token = view.token(place) {
            if token.isWord, token.has(.ordinal) { return (Int(token.value), place) }
            if token.isWord, token.isGlued, token.range.count == 2, let numeral = view.token(place - 1), numeral.kind == .numeral,
                numeral.value >= 0, let value = view.prose.numerals[Int(numeral.value)].value.whole
            {
                return (value, place - 1)
            }
            guard token.isWord, token.isCapitalised || token.has(.of) || token.dateWord == .review else { return nil }
            place -= 1
        }
        return nil
    }

    private mutating func addMeeting(_ context: Context, _ index: Int) {
        let view = context.view
        let word = view.prose.tokens[index].dateWord
        guard view.prose.tokens[index].isCapitalised || view.token(index - 1)?.dateWord == .review else { return }
        if view.prose.tokens[index].isCapitalised, word == .summit || word == .conference, let named = named(view, index) {
            let meeting = named.meeting
            return add(context, meeting.treaty, meeting.kind, meeting.ordinal, [meeting], named.tokens)
        }
        guard word != .summit, let ordinal = ordinal(view, before: index) else { return }
        var end = index + 1
        var kind = Meeting.Kind.meeting
        if word == .meeting {
            let names = end..<min(end + 6, view.range.upperBound)
            guard view.isWord(index, "Meeting"),
                let parties = names.first(where: { view.isWord($0, "Parties") && view.token($0 - 1)?.dateWord == .state }),
                names.prefix(while: { $0 < parties }).allSatisfy({ view.token($0)?.isWord == true })
            else { return }
            end = parties + 1
        } else if view.token(index - 1)?.dateWord == .review {
            kind = .reviewConference
        } else if view.token(index - 1)?.dateWord == .annual || view.isWord(index - 1, "Annual") {
            kind = .annualConference
        } else {
            return
        }
        guard view.isWord(index, "Meeting") || view.isWord(index, "Conference") || view.isWord(index, "conference") else {
            return
        }
        var treaty = self.treaty(context, ordinal.token..<end)
        if kind == .annualConference {
            guard treaty != .protocolV else { return }
            treaty = .amendedProtocolII
        }
        if kind == .meeting || kind == .reviewConference, treaty == .amendedProtocolII { treaty = .ccw }
        let tokens = ordinal.token..<end
        guard !isOfAnother(view, tokens) else { return }
        add(context, treaty, kind, ordinal.value, known.find(treaty, kind, ordinal: ordinal.value), tokens)
    }

    private mutating func add(
        _ context: Context, _ treaty: Treaty, _ kind: Meeting.Kind, _ ordinal: Int?, _ meetings: [Meeting], _ tokens: Range<Int>
    ) {
        let bound = context.binder.bind(tokens)
        self.meetings.append(
            MeetingMention(
                treaty: treaty, kind: kind, ordinal: ordinal, meetings: meetings, range: context.view.prose.range(of: tokens),
                date: bound.date, place: bound.place, isStandingCommittee: false, sentence: context.sentence,
                namesTreaty: context.mentions.namesOne, isAttended: context.binder.isAttended(tokens)))
    }

    /// `15MSP`
    private mutating func addShort(_ context: Context, _ index: Int) {
        let text = context.view.bytes.text(context.view.prose.tokens[index].range)
        guard text.hasSuffix("MSP"), let ordinal = Int(text.dropLast(3)) else { return }
        let treaty = treaty(context, index..<index + 1)
        add(context, treaty, .meeting, ordinal, known.find(treaty, .meeting, ordinal: ordinal), index..<index + 1)
    }

    /// The treaty whose meeting it is: named with it, or before it, or spoken of.
    private func treaty(_ context: Context, _ name: Range<Int>) -> Treaty {
        let (view, mentions) = (context.view, context.mentions)
        let after = mentions.next(from: name.upperBound)
        if let after, after.token <= name.upperBound + 4,
            (name.upperBound..<after.token).allSatisfy({
                view.has($0, [.to, .of, .article]) || view.token($0)?.isCapitalised == true
            }),
            view.has(name.upperBound, [.to, .of])
        {
            return after.treaty
        }
        return mentions.last(before: name.upperBound)?.treaty ?? context.current
    }

    /// Whether a preparatory meeting is named after it.
    private func isOfAnother(_ view: SentenceView, _ name: Range<Int>) -> Bool {
        (name.lowerBound - 5..<name.upperBound + 2).contains { view.token($0)?.word == Self.preparatory }
    }

    /// `Nairobi Summit`, `Maputo Review Conference`
    private func named(_ view: SentenceView, _ index: Int) -> (meeting: Meeting, tokens: Range<Int>)? {
        for length in 2...3 where index - length + 1 >= view.range.lowerBound {
            let tokens = index - length + 1..<index + 1
            guard view.prose.tokens[tokens.lowerBound].isCapitalised else { continue }
            if let meeting = known.named(view.bytes.text(view.prose.range(of: tokens))) { return (meeting, tokens) }
        }
        return nil
    }

    /// Not a parliament's: it names the treaty, or one of its subjects.
    private func isTreatyCommittee(_ view: SentenceView, _ index: Int, _ mentions: TreatyMentions) -> Bool {
        guard view.prose.tokens[index].isCapitalised else { return false }
        let near = [mentions.last(before: index), mentions.next(from: index)].compactMap { $0 }
        return near.contains { $0.treaty == .mineBan && abs($0.token - index) <= 4 }
            || view.token(index - 1)?.dateWord == .intersessional
            || ["Stockpile", "General", "Victim", "Resources", "Mine"].contains(
                view.token(index + 3).map { view.bytes.text($0.range) } ?? "")
    }

    private mutating func addIntersessional(_ context: Context, _ tokens: Range<Int>, isStanding: Bool) {
        let view = context.view
        let treaty = context.mentions.last(before: tokens.upperBound)?.treaty ?? (isStanding ? .mineBan : context.current)
        guard treaty == .mineBan,
            !isStanding || view.token(tokens.lowerBound - 1)?.dateWord != .intersessional && !isOffice(view, before: tokens)
        else { return }
        let bound = context.binder.bind(tokens, reach: isStanding ? 24 : 10)
        guard let date = bound.date, let span = context.binder.facts[date].span else { return }
        let year = span.first.year
        let meetings = known.find(.mineBan, .intersessional, ordinal: nil)
            .filter { ($0.start.year...$0.end.year).contains(year) }
        self.meetings.append(
            MeetingMention(
                treaty: .mineBan, kind: .intersessional, ordinal: nil, meetings: meetings, range: view.prose.range(of: tokens),
                date: date, place: bound.place, isStandingCommittee: isStanding, sentence: context.sentence,
                namesTreaty: context.mentions.namesOne, isAttended: false))
    }

    private static let offices = WordSet([
        "co-chair", "co-chairs", "co-chaired", "chair", "chairs", "co-rapporteur", "co-rapporteurs", "rapporteur", "member",
        "members", "elected", "served", "serves", "serve", "named", "appointed", "chosen",
    ])

    /// Whether a committee is named for an office in it, which is held for a year: "co-chair of the Standing Committee on …".
    private func isOffice(_ view: SentenceView, before tokens: Range<Int>) -> Bool {
        (max(view.range.lowerBound, tokens.lowerBound - 10)..<tokens.lowerBound).contains {
            Self.offices.contains(view.prose.tokens[$0].word)
        }
    }

    // MARK: - The General Assembly

    private mutating func addSession(_ context: Context, _ index: Int) {
        let view = context.view
        guard let ordinal = ordinal(view, before: index), 31...99 ~= ordinal.value, ordinal.token >= index - 2 else { return }
        let tokens = ordinal.token..<index + 1
        sessions.append(
            SessionMention(
                session: ordinal.value, resolution: nil, range: view.prose.range(of: tokens),
                date: context.binder.bind(tokens).date,
                subject: nil, current: nil))
    }

    /// - Parameter subject: the treaty that the sentence speaks of.
    private mutating func addResolution(_ context: Context, _ index: Int, _ subject: Treaty?) {
        let view = context.view
        // "Resolution 75/52", "the resolution (75/52)", "A/RES/75/52"
        let start = view.kind(index + 1) == .openParenthesis || view.kind(index + 1) == .slash ? index + 2 : index + 1
        guard let first = numeral(view, start), view.kind(start + 1) == .slash,
            let second = numeral(view, start + 2), 31...99 ~= first
        else { return }
        let tokens = index..<start + 3
        sessions.append(
            SessionMention(
                session: first, resolution: "\(first)/\(second)", range: view.prose.range(of: start..<start + 3),
                date: context.binder.bindVote(tokens), subject: subject,
                current: context.isNamed && context.mentions.all.isEmpty ? context.current : nil))
    }

    private func numeral(_ view: SentenceView, _ index: Int) -> Int? {
        guard let token = view.token(index), token.kind == .numeral, token.value >= 0 else { return nil }
        return view.prose.numerals[Int(token.value)].value.whole
    }
}
