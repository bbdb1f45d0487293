import ProfileSyntax

/// Reads what every date of a profile is the date of, and which meetings, sessions and resolutions it names, in one pass over the
/// sentences.
struct DateFactReader {
    private(set) var facts: [DateFact] = []
    private(set) var meetings: MeetingReader
    private(set) var terms: [TreatyTerm] = []
    private(set) var claims: [StatusClaim] = []
    private(set) var reports: [ReportCitation] = []
    private(set) var events: [TreatyEvent] = []
    /// Those of the sentence that is read.
    private var mentions = TreatyMentions()
    private let country: String?
    /// The profile's state.
    private let state: State?
    private let reference: Reference
    /// Made where a treaty's date needs one.
    private lazy var subjects = SubjectReader(state, country, reference)

    init(_ profile: Profile, _ header: Header, _ prose: Prose, _ reference: Reference) {
        (country, state, self.reference) = (header.country?.value, header.state, reference)
        meetings = MeetingReader(reference.meetings)
        facts.reserveCapacity(prose.dates.count)
        // What a treaty and "the convention" stand for where none is named.
        let usual: Treaty = header.topicIsUnknown ? .other : .mineBan
        var convention = Self.namesClusterMunitions(prose) ? .clusterMunitions : usual
        for passage in prose.passages where !passage.isHeading {
            var treaty = usual
            // Whether the passage has named it.
            var isNamed = false
            for index in passage.sentences {
                let sentence = prose.sentences[index]
                let namesTreaty = sentence.dateWords.has(.treaty)
                let namesExtension = sentence.dateWords.has(.extended) && sentence.dateWords.has(.deadline)
                let namesReport = sentence.dateWords.has(.report) && sentence.roles.contains(.provision)
                let namesMeeting = !sentence.dateWords.isDisjoint(with: .meetings)
                guard namesTreaty || namesMeeting || namesReport || namesExtension || !sentence.dates.isEmpty else { continue }
                let view = SentenceView(profile.bytes, prose, sentence)
                mentions.clear()
                if namesTreaty { mentions.read(view, current: treaty == usual ? convention : treaty) }
                isNamed = isNamed || mentions.namesOne
                if let named = mentions.all.last(where: { $0.treaty == .clusterMunitions || $0.treaty == .ccw }) {
                    convention = named.treaty
                }
                if namesTreaty { terms += TreatyTerm.read(view, mentions) }
                if namesExtension { terms += TreatyTerm.readExtensions(view, mentions, current: treaty) }
                if namesTreaty, passage.note == nil {
                    claims += StatusReader(view, mentions, current: treaty, reference).read(index) {
                        subject(of: index, in: passage, view) == .own ? state : nil
                    }
                }
                let first = facts.count
                if !sentence.dates.isEmpty { read(view, index, passage, treaty) }
                if namesTreaty || namesReport {
                    let dated = DatedSentence(view: view, mentions: mentions, facts: facts, own: first..<facts.count)
                    if namesTreaty { events += TreatyEventReader(dated).read() }
                    if namesReport { reports += ReportReader(dated).read() }
                }
                if namesMeeting {
                    meetings.read(
                        view, index, facts, first..<facts.count, mentions, (treaty, isNamed: isNamed),
                        isNote: passage.note != nil)
                }
                treaty = mentions.all.last?.treaty ?? treaty
            }
        }
    }

    /// What a date is the date of: a span of years in which something was said is a period.
    private func what(_ event: EventReader.Event?, _ item: DateSpans.Item, _ tense: DateFact.Tense) -> DateFact.What {
        if item.isPeriod, event == nil || event?.what == .statement { return .period }
        return event?.what ?? (tense == .cited ? .source : .event)
    }

    /// Whether the profile names the Convention on Cluster Munitions, which it calls "the convention" then.
    private static func namesClusterMunitions(_ prose: Prose) -> Bool {
        let tokens = prose.tokens
        return prose.sentences.contains { sentence in
            sentence.dateWords.has(.treaty)
                && sentence.tokens.dropLast().contains { tokens[$0].word == cluster && tokens[$0 + 1].word == munitions }
        }
    }

    /// Whether a sentence names something of two words, the second in singular or plural.
    private static func names(_ first: UInt64, _ second: [UInt64], _ view: SentenceView) -> Bool {
        view.range.dropLast().contains {
            view.prose.tokens[$0].word == first && second.contains(view.prose.tokens[$0 + 1].word)
        }
    }

    private static let munition = [Lexicon.hash("munition"), Lexicon.hash("munitions")]
    private static let cluster = Lexicon.hash("cluster")
    private static let munitions = Lexicon.hash("munitions")

    private mutating func read(
        _ view: SentenceView, _ index: Int, _ passage: Prose.Passage, _ current: Treaty
    ) {
        let tellsEvent = !view.sentence.dateWords.isDisjoint(with: .events)
        let events = EventReader(view, TenseReader(view, isNote: passage.note != nil), mentions, current: current)
        let spans = DateSpans(view)
        // Of the sentence, and of the clause that is read.
        var (subject, clause): (DateFact.Subject?, DateFact.Subject?) = (nil, nil)
        var start = view.range.lowerBound
        var following = spans.item(from: view.sentence.dates.lowerBound)
        while let item = following {
            following = spans.item(from: item.dates.upperBound)
            let end = following?.tokens.lowerBound ?? view.range.upperBound
            let segment = start..<item.tokens.lowerBound
            let isFirst = start == view.range.lowerBound
            start = item.tokens.upperBound
            let isQuoted = item.tokens.contains {
                view.prose.tokens[$0].isQuoted || view.prose.tokens[$0].flags.contains(.isEmphasised)
            }
            let tense = events.tense.tense(of: item.tokens)
            let event = isQuoted || !tellsEvent ? nil : events.event(segment, item.tokens.upperBound..<end, isFirst: isFirst)
            let isOfClusters =
                event?.what == .stockpileDeadline && mentions.all.isEmpty && Self.names(Self.cluster, Self.munition, view)
            let treaty =
                isOfClusters
                ? Treaty.clusterMunitions
                : event.map { mentions.nearest(to: $0.token, before: max(item.tokens.lowerBound, $0.token + 4)) } ?? nil
            var fact = DateFact(
                what: what(event, item, tense),
                treaty: treaty ?? mentions.all.first?.treaty ?? current, tense: tense, subject: .unknown, span: item.span,
                range: view.prose.range(of: item.tokens), tokens: item.tokens, dates: item.dates, sentence: index,
                note: passage.note, isQuoted: isQuoted, isDeposit: event?.isDeposit ?? false,
                isOriginal: event?.isOriginal ?? false, isReversed: item.isReversed)
            if fact.isOfTreaty {
                let known = subject ?? self.subject(of: index, in: passage, view)
                subject = known
                clause = event.flatMap { subjects.subject(view, at: $0.token) } ?? clause
                fact.subject = clause ?? known
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

/// A sentence with the treaties that it names and its dates.
struct DatedSentence {
    let view: SentenceView
    let mentions: TreatyMentions
    /// All dates read so far.
    let facts: [DateFact]
    /// The sentence's own, as indices into `facts`.
    let own: Range<Int>
}
