import ProfileSyntax

/// Finds the meetings, sessions and resolutions that the prose names, and binds each to its date and place.
struct MeetingReader {
    private(set) var meetings: [MeetingMention] = []
    private(set) var sessions: [SessionMention] = []
    private let profile: Profile
    private let prose: Prose
    private let facts: [DateFact]

    init(_ profile: Profile, _ prose: Prose, _ facts: [DateFact]) {
        (self.profile, self.prose, self.facts) = (profile, prose, facts)
        var next = 0
        for passage in prose.passages where !passage.isHeading {
            var treaty = Treaty.mineBan
            for index in passage.sentences {
                let sentence = prose.sentences[index]
                let start = next
                while next < facts.count, facts[next].sentence == index { next += 1 }
                var names = false
                var namesTreaty = false
                for token in prose.tokens[sentence.tokens] where token.dateWord != .none {
                    switch token.dateWord {
                    case .meeting, .conference, .summit, .intersessional, .standing, .session, .resolution: names = true
                    case .treaty: namesTreaty = true
                    default: continue
                    }
                }
                guard names || namesTreaty else { continue }
                let view = SentenceView(profile.bytes, prose, sentence)
                let mentions = TreatyMentions(view, current: treaty)
                if names { read(view, index, start..<next, mentions, treaty, isNote: passage.note != nil) }
                treaty = mentions.all.last?.treaty ?? treaty
            }
        }
    }

    private mutating func read(
        _ view: SentenceView, _ sentence: Int, _ facts: Range<Int>, _ mentions: TreatyMentions, _ current: Treaty, isNote: Bool
    ) {
        let binder = MeetingBinder(view, self.facts, facts, isNote: isNote)
        var isAssembly = false
        for index in view.range {
            let word = view.prose.tokens[index].dateWord
            if word == .otherBody, view.prose.tokens[index].isCapitalised { isAssembly = false }
            if word == .otherBody, view.prose.tokens[index].isCapitalised { break }
            if word == .assembly { isAssembly = true }
            if word == .committee, view.isWord(index - 1, "First") { isAssembly = true }
        }
        for index in view.range where !view.prose.tokens[index].isQuoted {
            switch view.prose.tokens[index].dateWord {
            case .meeting, .conference, .summit:
                addMeeting(view, index, sentence, mentions, current, binder)
            case .intersessional:
                let end = index + (view.token(index + 1)?.dateWord == .meeting ? 2 : 1)
                addIntersessional(view, index..<end, sentence, mentions, current, binder, isStanding: false)
            case .standing where view.token(index + 1)?.dateWord == .committee && view.has(index, .nameEnd) == false:
                guard isTreatyCommittee(view, index, mentions) else { continue }
                addIntersessional(view, index..<index + 2, sentence, mentions, current, binder, isStanding: true)
            case .session where isAssembly: addSession(view, index, binder)
            case .resolution: addResolution(view, index, mentions, isAssembly, binder)
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

    private mutating func addMeeting(
        _ view: SentenceView, _ index: Int, _ sentence: Int, _ mentions: TreatyMentions, _ current: Treaty,
        _ binder: MeetingBinder
    ) {
        let word = view.prose.tokens[index].dateWord
        guard view.prose.tokens[index].isCapitalised || view.token(index - 1)?.dateWord == .review else { return }
        if word == .summit || word == .conference, let named = named(view, index) {
            add(named.meeting, named.tokens, sentence, binder, view)
            return
        }
        guard word != .summit, let ordinal = ordinal(view, before: index) else { return }
        var end = index + 1
        var kind = Meeting.Kind.meeting
        if word == .meeting {
            let names = end..<min(end + 6, view.range.upperBound)
            guard view.isWord(index, "Meeting"),
                let parties = names.first(where: { view.isWord($0, "Parties") && view.token($0 - 1)?.dateWord == .state }),
                names.prefix { $0 < parties }.allSatisfy({ view.token($0)?.isWord == true })
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
        var treaty = self.treaty(view, ordinal.token..<end, mentions, current)
        if kind == .annualConference {
            guard treaty != .protocolV else { return }
            treaty = .amendedProtocolII
        }
        if kind == .meeting || kind == .reviewConference, treaty == .amendedProtocolII { treaty = .ccw }
        let known = MeetingReference.find(treaty, kind, ordinal: ordinal.value)
        let tokens = ordinal.token..<end
        let bound = binder.bind(tokens)
        meetings.append(
            MeetingMention(
                treaty: treaty, kind: kind, ordinal: ordinal.value, meetings: known, range: view.prose.range(of: tokens),
                date: bound.date,
                place: bound.place, isStandingCommittee: false, sentence: sentence))
    }

    /// The treaty whose meeting it is: named with it, or before it, or spoken of.
    private func treaty(_ view: SentenceView, _ name: Range<Int>, _ mentions: TreatyMentions, _ current: Treaty) -> Treaty {
        let after = mentions.all.first { $0.token >= name.upperBound && $0.token <= name.upperBound + 4 }
        if let after,
            (name.upperBound..<after.token).allSatisfy({
                view.has($0, [.to, .of, .article]) || view.token($0)?.isCapitalised == true
            }),
            view.has(name.upperBound, [.to, .of])
        {
            return after.treaty
        }
        return mentions.all.last { $0.token < name.upperBound }?.treaty ?? current
    }

    /// `Nairobi Summit`, `Maputo Review Conference`
    private func named(_ view: SentenceView, _ index: Int) -> (meeting: Meeting, tokens: Range<Int>)? {
        for length in 2...3 where index - length + 1 >= view.range.lowerBound {
            let tokens = index - length + 1..<index + 1
            let text = view.bytes.text(view.prose.range(of: tokens))
            if let meeting = MeetingReference.all.first(where: { $0.otherNames.contains(text) }) { return (meeting, tokens) }
        }
        return nil
    }

    private mutating func add(
        _ meeting: Meeting, _ tokens: Range<Int>, _ sentence: Int, _ binder: MeetingBinder, _ view: SentenceView
    ) {
        let bound = binder.bind(tokens)
        meetings.append(
            MeetingMention(
                treaty: meeting.treaty, kind: meeting.kind, ordinal: meeting.ordinal, meetings: [meeting],
                range: view.prose.range(of: tokens), date: bound.date, place: bound.place, isStandingCommittee: false,
                sentence: sentence))
    }

    /// Not a parliament's: it names the treaty, or one of its subjects.
    private func isTreatyCommittee(_ view: SentenceView, _ index: Int, _ mentions: TreatyMentions) -> Bool {
        guard view.prose.tokens[index].isCapitalised else { return false }
        return mentions.all.contains { $0.treaty == .mineBan && abs($0.token - index) <= 4 }
            || view.token(index - 1)?.dateWord == .intersessional
            || ["Stockpile", "General", "Victim", "Resources", "Mine"].contains(
                view.token(index + 3).map { view.bytes.text($0.range) } ?? "")
    }

    private mutating func addIntersessional(
        _ view: SentenceView, _ tokens: Range<Int>, _ sentence: Int, _ mentions: TreatyMentions, _ current: Treaty,
        _ binder: MeetingBinder, isStanding: Bool
    ) {
        let treaty = mentions.all.last { $0.token < tokens.upperBound }?.treaty ?? (isStanding ? .mineBan : current)
        guard treaty == .mineBan, !isStanding || view.token(tokens.lowerBound - 1)?.dateWord != .intersessional else { return }
        let bound = binder.bind(tokens, reach: isStanding ? 24 : 10)
        guard let date = bound.date, let span = facts[date].span else { return }
        let year = span.first.year
        let known = MeetingReference.find(.mineBan, .intersessional, ordinal: nil)
            .filter { ($0.start.year...$0.end.year).contains(year) }
        meetings.append(
            MeetingMention(
                treaty: .mineBan, kind: .intersessional, ordinal: nil, meetings: known, range: view.prose.range(of: tokens),
                date: date,
                place: bound.place, isStandingCommittee: isStanding, sentence: sentence))
    }

    // MARK: - The General Assembly

    private mutating func addSession(_ view: SentenceView, _ index: Int, _ binder: MeetingBinder) {
        guard let ordinal = ordinal(view, before: index), 31...99 ~= ordinal.value, ordinal.token >= index - 2 else { return }
        let tokens = ordinal.token..<index + 1
        sessions.append(
            SessionMention(
                session: ordinal.value, resolution: nil, range: view.prose.range(of: tokens), date: binder.bind(tokens).date,
                subject: nil))
    }

    private mutating func addResolution(
        _ view: SentenceView, _ index: Int, _ mentions: TreatyMentions, _ isAssembly: Bool, _ binder: MeetingBinder
    ) {
        let isOther = view.range.contains { view.prose.tokens[$0].dateWord == .otherBody && view.prose.tokens[$0].isCapitalised }
        guard isAssembly || !isOther, let first = numeral(view, index + 1), view.kind(index + 2) == .slash,
            let second = numeral(view, index + 3), 31...99 ~= first
        else { return }
        let tokens = index..<index + 4
        let subjects = Set(mentions.all.map(\.treaty))
        sessions.append(
            SessionMention(
                session: first, resolution: "\(first)/\(second)", range: view.prose.range(of: index + 1..<index + 4),
                date: binder.bindVote(tokens), subject: subjects.count == 1 ? subjects.first : nil))
    }

    private func numeral(_ view: SentenceView, _ index: Int) -> Int? {
        guard let token = view.token(index), token.kind == .numeral, token.value >= 0 else { return nil }
        return view.prose.numerals[Int(token.value)].value.whole
    }
}
