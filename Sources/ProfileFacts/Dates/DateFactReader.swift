import ProfileSyntax

/// Reads what every date of a profile is the date of.
enum DateFactReader {
    static func read(_ profile: Profile, _ header: Header, _ prose: Prose) -> [DateFact] {
        var facts: [DateFact] = []
        let subjects = SubjectReader(header)
        for passage in prose.passages where !passage.isHeading {
            var (subject, treaty) = (DateFact.Subject.own, Treaty.mineBan)
            for index in passage.sentences {
                let sentence = prose.sentences[index]
                let view = SentenceView(profile.bytes, prose, sentence)
                let mentions = TreatyMentions(view, current: treaty)
                if !sentence.dates.isEmpty || passage.sentences.count > 1 { subject = subjects.subject(view, carried: subject) }
                if !sentence.dates.isEmpty {
                    facts += read(view, index, passage, mentions, treaty, subject)
                }
                treaty = mentions.all.last?.treaty ?? treaty
            }
        }
        return facts
    }

    private static func read(
        _ view: SentenceView, _ index: Int, _ passage: Prose.Passage, _ mentions: TreatyMentions, _ current: Treaty,
        _ subject: DateFact.Subject
    ) -> [DateFact] {
        let tenses = TenseReader(view, isNote: passage.note != nil)
        let events = EventReader(view, tenses)
        let items = DateSpans(view).items
        var facts: [DateFact] = []
        for (place, item) in items.enumerated() {
            let start = place > 0 ? items[place - 1].tokens.upperBound : view.range.lowerBound
            let end = place + 1 < items.count ? items[place + 1].tokens.lowerBound : view.range.upperBound
            let segment = start..<item.tokens.lowerBound
            let isQuoted = item.tokens.contains {
                view.prose.tokens[$0].isQuoted || view.prose.tokens[$0].flags.contains(.isEmphasised)
            }
            let tense = tenses.tense(of: item.tokens)
            let event = isQuoted ? nil : events.event(segment, item.tokens.upperBound..<end, isFirst: place == 0)
            let what: DateFact.What =
                event?.what
                ?? (item.dates.count == 2 || (item.span?.grain == .year && item.span?.first.year != item.span?.last.year)
                    ? .period : tense == .cited ? .source : .event)
            let treaty = event.map { mentions.nearest(to: $0.token, before: max(item.tokens.lowerBound, $0.token + 4)) } ?? nil
            facts.append(
                DateFact(
                    what: what, treaty: treaty ?? mentions.all.first?.treaty ?? current, tense: tense, subject: subject,
                    span: item.span, range: view.prose.range(of: item.tokens), tokens: item.tokens, dates: item.dates,
                    sentence: index, note: passage.note, isQuoted: isQuoted, isDeposit: event?.isDeposit ?? false,
                    isOriginal: event?.isOriginal ?? false, isReversed: item.isReversed))
        }
        return facts
    }
}
