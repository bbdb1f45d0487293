import ProfileFacts

struct SourceOrder: Rule {
    static let about = RuleDescription(
        name: "source-order",
        group: .dates,
        severity: .warning,
        summary: "A statement whose cited source is older than it, or is a report of another year.",
        rationale: """
            "In April 2022, X reported" cannot be sourced to a document of 2021, and not to the Article 7 report of 2023. A press \
            article may be later than what it tells of. Only sentences with one date that tell of a statement are looked at.
            """,
        fix: nil,
        examples: [
            .pass(
                "In April 2022, Belarus reported that it retained 4,492 mines.[^1]\n\n[^1]: Belarus Mine Ban Treaty Article 7 Report, Form B, 30 April 2022."
            ),
            .pass("In May 2020, officials reported mines in Tripoli.[^1]\n\n[^1]: HRW, “Libya: Landmines Left,” 3 June 2020."),
            .pass(
                "In April 2022, Belarus announced an end.[^1]\n\n[^1]: Monitor interview with a deminer, Geneva, 22 June 2011."),
            .find(
                "In ⟦April 2022⟧, Belarus reported that it retained 4,492 mines.[^1]\n\n[^1]: Belarus Mine Ban Treaty Article 7 Report, Form B, 30 April 2021."
            ),
            .find(
                "In ⟦April 2021⟧, Belarus reported that it retained 4,492 mines.[^1]\n\n[^1]: Belarus Mine Ban Treaty Article 7 Report, Form B, 30 April 2022."
            ),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let facts = subject.facts
        for fact in facts.dates where fact.note == nil && fact.tense == .past && !fact.isQuoted && fact.what != .period {
            let sentence = facts.prose.sentences[fact.sentence]
            guard sentence.kinds.has(.marker), let span = fact.span, isOnlyDate(fact, of: sentence, facts),
                tells(sentence, fact, facts),
                let note = onlyNote(sentence, facts),
                case let sources = cited(in: note, facts), !sources.isEmpty, sources.allSatisfy({ $0.span != nil }),
                !isInterview(note, facts)
            else { continue }
            let dates = sources.compactMap(\.span)
            let isReport = dates.count == 1 && span.grain != .year && isReport(note, subject)
            let isOlder = dates.allSatisfy { $0.order(to: span) == .before }
            guard sources.contains(where: { $0.tense == .cited || $0.what == .meeting }),
                isOlder || isReport && dates[0].order(to: span) == .after && dates[0].first.year > span.last.year
            else { continue }
            guard let source = sources.last else { continue }
            report.add(
                fact.range,
                "The source cited for \(span.prose) is of \(dates[dates.count - 1].prose): it cannot carry what was told \(isOlder ? "later" : "earlier"). Correct the date, or cite the source.",
                labels: [Label(source.range, "the source")])
        }
    }

    /// Whether a sentence has no other date, or, beside a day or a month, years only: "In April 2013, it reported what it had in 2012."
    private static func isOnlyDate(_ fact: DateFact, of sentence: Prose.Sentence, _ facts: ProfileFacts) -> Bool {
        sentence.dates.count == 1
            || fact.span?.grain != .year
                && sentence.dates.allSatisfy { fact.dates.contains($0) || facts.prose.dates[$0].first.month == nil }
    }

    /// The dates of a note, which stand next to each other.
    private static func cited(in note: Int, _ facts: ProfileFacts) -> ArraySlice<DateFact> {
        let range = facts.footnotes.notes[note].range
        let first = facts.dates.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
        let last = facts.dates.partitioningIndex { $0.range.lowerBound >= range.upperBound }
        return facts.dates[first..<max(first, last)]
    }

    /// The one note that a sentence has its marker for, at its end.
    private static func onlyNote(_ sentence: Prose.Sentence, _ facts: ProfileFacts) -> Int? {
        let markers = facts.prose.tokens[sentence.tokens].filter { $0.kind == .marker }
        guard markers.count == 1, facts.prose.tokens[sentence.tokens.upperBound - 1].kind == .marker else { return nil }
        return facts.footnotes.notesOf[Int(markers[0].value)]?.first
    }

    private static let verbs = WordSet([
        "admitted", "acknowledged", "criticized", "criticised", "condemned", "denied", "alleged", "warned", "noted", "discovered",
        "found", "revealed", "expressed", "called", "urged", "reaffirmed", "emphasized", "stressed", "recorded", "accused",
    ])

    /// Whether the sentence's verb is one of telling, behind a date that opens it or right before one: "In May 2020, it reported",
    /// "it reported in May 2020 that".
    private static func tells(_ sentence: Prose.Sentence, _ fact: DateFact, _ facts: ProfileFacts) -> Bool {
        let tokens = facts.prose.tokens
        func isTelling(_ index: Int) -> Bool {
            let token = tokens[index]
            guard !token.isCapitalised else { return false }
            return token.dateWord == .said || token.dateWord == .report || verbs.contains(token.word)
        }
        let (start, end) = (fact.tokens.lowerBound, fact.tokens.upperBound)
        if (max(sentence.tokens.lowerBound, start - 2)..<start).contains(where: isTelling) { return true }
        let isOpening =
            start - sentence.tokens.lowerBound <= 2
            || start - sentence.tokens.lowerBound <= 8 && end < sentence.tokens.upperBound && tokens[end].kind == .comma
        return isOpening && (end..<min(end + 10, sentence.tokens.upperBound)).contains(where: isTelling)
    }

    /// What somebody said in an interview is cited for what went before, too.
    private static func isInterview(_ note: Int, _ facts: ProfileFacts) -> Bool {
        facts.prose.tokens(in: facts.footnotes.notes[note].text).contains { interviews.contains($0.word) }
    }

    private static let interviews = WordSet(["interview", "interviews", "interviewed"])

    private static func isReport(_ note: Int, _ subject: Subject) -> Bool {
        let (bytes, range) = (subject.profile.bytes, subject.facts.footnotes.notes[note].text)
        return bytes.first("Article 7 Report", in: range) != nil || bytes.first("Article 13 Report", in: range) != nil
    }
}
