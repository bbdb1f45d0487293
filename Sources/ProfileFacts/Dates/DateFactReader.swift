import ProfileSyntax

/// Reads what every date of a profile is the date of, and which meetings, sessions and resolutions it names, in one pass over the
/// sentences.
struct DateFactReader {
    private(set) var facts: [DateFact] = []
    private(set) var meetings = MeetingReader()
    private(set) var terms: [TreatyTerm] = []
    private let header: Header
    /// Made where a treaty's date needs one.
    private lazy var subjects = SubjectReader(header)

    init(_ profile: Profile, _ header: Header, _ prose: Prose) {
        self.header = header
        for passage in prose.passages where !passage.isHeading {
            var treaty = Treaty.mineBan
            for index in passage.sentences {
                let sentence = prose.sentences[index]
                let survey = Survey(profile.bytes, prose.tokens, sentence.tokens)
                guard survey.namesTreaty || survey.namesMeeting || !sentence.dates.isEmpty else { continue }
                let view = SentenceView(profile.bytes, prose, sentence)
                let mentions = survey.namesTreaty ? TreatyMentions(view, current: treaty) : TreatyMentions()
                if survey.namesTreaty { terms += TreatyTerm.read(view, mentions) }
                let first = facts.count
                if !sentence.dates.isEmpty { read(view, index, passage, mentions, treaty, tellsEvent: survey.tellsEvent) }
                if survey.namesMeeting {
                    meetings.read(view, index, facts, first..<facts.count, mentions, treaty, isNote: passage.note != nil)
                }
                treaty = mentions.all.last?.treaty ?? treaty
            }
        }
    }

    /// What kinds of words a sentence holds.
    private struct Survey {
        var namesTreaty = false
        var namesMeeting = false
        /// Whether a word tells what a state does with a treaty, or of a meeting or a deadline.
        var tellsEvent = false

        init(_ bytes: [UInt8], _ tokens: [Token], _ sentence: Range<Int>) {
            for index in sentence {
                let token = tokens[index]
                if token.dateWord.tellsEvent { tellsEvent = true }
                switch token.dateWord {
                case .none:
                    // `15MSP`
                    if token.hasDigits, token.isWord, bytes.has("MSP", at: token.range.upperBound - 3) { namesMeeting = true }
                case .treaty: namesTreaty = true
                case .meeting, .conference, .summit, .intersessional, .standing, .session, .resolution: namesMeeting = true
                default: continue
                }
            }
        }
    }

    private mutating func read(
        _ view: SentenceView, _ index: Int, _ passage: Prose.Passage, _ mentions: TreatyMentions, _ current: Treaty,
        tellsEvent: Bool
    ) {
        let events = EventReader(view, TenseReader(view, isNote: passage.note != nil))
        let items = DateSpans(view).items
        var subject: DateFact.Subject?
        for (place, item) in items.enumerated() {
            let start = place > 0 ? items[place - 1].tokens.upperBound : view.range.lowerBound
            let end = place + 1 < items.count ? items[place + 1].tokens.lowerBound : view.range.upperBound
            let segment = start..<item.tokens.lowerBound
            let isQuoted = item.tokens.contains {
                view.prose.tokens[$0].isQuoted || view.prose.tokens[$0].flags.contains(.isEmphasised)
            }
            let tense = events.tense.tense(of: item.tokens)
            let event = isQuoted || !tellsEvent ? nil : events.event(segment, item.tokens.upperBound..<end, isFirst: place == 0)
            let treaty = event.map { mentions.nearest(to: $0.token, before: max(item.tokens.lowerBound, $0.token + 4)) } ?? nil
            var fact = DateFact(
                what: event?.what ?? (item.isPeriod ? .period : tense == .cited ? .source : .event),
                treaty: treaty ?? mentions.all.first?.treaty ?? current, tense: tense, subject: .unknown, span: item.span,
                range: view.prose.range(of: item.tokens), tokens: item.tokens, dates: item.dates, sentence: index,
                note: passage.note, isQuoted: isQuoted, isDeposit: event?.isDeposit ?? false,
                isOriginal: event?.isOriginal ?? false, isReversed: item.isReversed)
            if fact.isOfTreaty {
                let known = subject ?? self.subject(of: index, in: passage, view)
                subject = known
                fact.subject = known
            }
            facts.append(fact)
        }
    }

    /// Whose dates a sentence gives, which the sentences of its passage before it can tell.
    private mutating func subject(of index: Int, in passage: Prose.Passage, _ view: SentenceView) -> DateFact.Subject {
        var subject = DateFact.Subject.own
        for earlier in max(passage.sentences.lowerBound, index - 6)...index {
            subject = subjects.subject(SentenceView(view.bytes, view.prose, view.prose.sentences[earlier]), carried: subject)
        }
        return subject
    }
}
