import ProfileSyntax

/// A number of years, months or days that the prose gives for a span: `nine-year extension … (until 3 December 2007)`.
package struct Duration: Sendable {
    package enum Unit: String, Sendable { case year, month, week, day }

    package let count: Int
    package let unit: Unit
    /// Half-open range of byte offsets.
    package let range: Range<Int>
    /// The span's own date, as an index into ``ProfileFacts/dates``.
    package let date: Int
    /// The span that it is held against: from the day on which an extension starts, or that of the date itself.
    package let from: CalendarDate
    package let to: DaySpan
    /// Whether it was read as between two years, which may be counted with or without the last.
    package let isOfYears: Bool

    /// Whether the span can be as long as that.
    package var holds: Bool {
        switch unit {
        case .year where isOfYears:
            let difference = to.last.year - from.year
            return count == difference || count == difference + 1
        case .year: return isNear(from.adding(years: count), 190)
        case .month: return isNear(from.adding(months: count), 32)
        case .week: return isNear(from.adding(days: 7 * count), 6)
        case .day: return isNear(from.adding(days: count), 2)
        }
    }

    private func isNear(_ day: CalendarDate, _ slack: Int) -> Bool {
        to.first.dayNumber - slack <= day.dayNumber && day.dayNumber <= to.last.dayNumber + slack
    }

    /// Whether a word for years, months or days stands shortly before a date.
    private static func isNear(_ fact: DateFact, _ prose: Prose) -> Bool {
        let start = max(prose.sentences[fact.sentence].tokens.lowerBound, fact.tokens.lowerBound - 16)
        for index in start..<fact.tokens.lowerBound {
            let word = prose.tokens[index].dateWord
            if word == .year || word == .month || word == .week || word == .day { return true }
        }
        return false
    }

    static func read(_ profile: Profile, _ prose: Prose, _ facts: [DateFact]) -> [Duration] {
        var found: [Duration] = []
        for (index, fact) in facts.enumerated() where !fact.isQuoted {
            guard let span = fact.span, isNear(fact, prose) else { continue }
            let view = SentenceView(profile.bytes, prose, prose.sentences[fact.sentence])
            if let duration = DurationReader(view, fact, index, facts).read(span) { found.append(duration) }
        }
        return found
    }
}

/// Looks for the duration that goes with one date.
private struct DurationReader {
    let view: SentenceView
    let fact: DateFact
    let index: Int
    let facts: [DateFact]

    init(_ view: SentenceView, _ fact: DateFact, _ index: Int, _ facts: [DateFact]) {
        (self.view, self.fact, self.index, self.facts) = (view, fact, index, facts)
    }

    /// What lasts: the words between a length and the dates of it are these, and others that tell no other event.
    private static let spans = WordSet([
        "period", "program", "programme", "project", "plan", "moratorium", "campaign", "war", "conflict", "strategy", "mandate",
        "term", "contract", "extension", "course", "mission", "workshop", "training", "cooperation", "agreement", "survey",
        "operation",
        "conference", "seminar", "visit", "study", "phase", "which", "that", "ran", "lasted", "lasting", "was", "held", "took",
        "place", "on", "running",
    ])

    func read(_ span: DaySpan) -> Duration? {
        let start = max(view.range.lowerBound, fact.tokens.lowerBound - 16)
        for place in (start..<fact.tokens.lowerBound).reversed() {
            guard let token = view.token(place), token.kind != .semicolon, token.kind != .fullStop else { return nil }
            guard let duration = duration(endingAt: place) else { continue }
            if isHedged(duration.tokens.lowerBound) { return nil }
            return extensionUntil(duration, place, span) ?? period(duration, place, span)
        }
        return nil
    }

    private typealias Found = (count: Int, unit: Duration.Unit, tokens: Range<Int>)

    /// `nine-year`, `10-year`, `five years`
    private func duration(endingAt index: Int) -> Found? {
        guard let token = view.token(index), token.isWord, !token.isQuoted else { return nil }
        let unit: Duration.Unit
        switch token.dateWord {
        case .year: unit = .year
        case .month: unit = .month
        case .week: unit = .week
        case .day: unit = .day
        default: return nil
        }
        if token.value > 0, !token.has(.unit) { return (Int(token.value), unit, index..<index + 1) }
        var number = index - 1
        if view.kind(number) == .hyphen { number -= 1 }
        guard let before = view.token(number) else { return nil }
        if before.isWord, before.has(.cardinal), before.value > 0 { return (Int(before.value), unit, number..<index + 1) }
        guard before.kind == .numeral, before.value >= 0, let count = view.prose.numerals[Int(before.value)].value.whole,
            1...400 ~= count
        else { return nil }
        return (count, unit, number..<index + 1)
    }

    private func isHedged(_ start: Int) -> Bool {
        for place in max(view.range.lowerBound, start - 3)..<start {
            guard let token = view.token(place) else { continue }
            // "under the ten-year program" is no hedge.
            if token.has(.short), place < start - 1 { continue }
            if token.has([.about, .beyond, .short, .more, .less, .least, .most, .than, .up, .other, .vague]) { return true }
            if ["first", "last", "past", "next", "final", "previous", "within", "every", "nearly"].contains(
                view.bytes.text(token.range))
            {
                return true
            }
        }
        return false
    }

    /// An extension, until a date, from a deadline of the same sentence, or from the protocol's own entry into force.
    private func extensionUntil(_ duration: Found, _ end: Int, _ span: DaySpan) -> Duration? {
        let between = end + 1..<fact.tokens.lowerBound
        guard between.contains(where: { view.isWord($0, "extension") }) || isExtensionBefore(duration.tokens.lowerBound),
            span.grain != .year
        else { return nil }
        // "from 1 January 2015 to 1 January 2018"
        if fact.dates.count == 2, view.has(fact.tokens.lowerBound - 1, .from) {
            return made(duration, span.first, DaySpan(first: span.last, last: span.last, grain: .day), isOfYears: false)
        }
        guard let bound = view.token(fact.tokens.lowerBound - 1), bound.dateWord == .until || bound.has(.to) else { return nil }
        let base: CalendarDate
        if let deadline = facts.indices.first(where: {
            facts[$0].sentence == fact.sentence && $0 != index && facts[$0].span?.grain == .day
                && [.clearanceDeadline, .extendedDeadline, .deadline, .stockpileDeadline].contains(facts[$0].what)
        }), let first = facts[deadline].span?.first, first < span.first {
            base = first
        } else if between.contains(where: { view.isWord($0, "defer") }), fact.treaty == .amendedProtocolII,
            let rules = TreatyReference.rules(of: fact.treaty)
        {
            base = rules.inForce
        } else {
            return nil
        }
        return made(duration, base, span, isOfYears: false)
    }

    private func isExtensionBefore(_ start: Int) -> Bool {
        view.has(start - 1, .of) && view.isWord(start - 2, "extension")
    }

    /// "a ten-year period from 2005 to 2015", "for five years (2010–2014)"
    private func period(_ duration: Found, _ end: Int, _ span: DaySpan) -> Duration? {
        guard span.first != span.last, fact.dates.count == 2 || view.prose.dates[fact.dates.lowerBound].last != nil,
            !fact.isReversed
        else { return nil }
        let between = end + 1..<fact.tokens.lowerBound
        guard between.count <= 8, between.allSatisfy({ mayStandBetween($0, behind: end) }),
            between.contains(where: {
                view.has($0, [.from, .between, .for]) || view.kind($0) == .openParenthesis
                    || view.isWord($0, "on") && (duration.unit == .day || duration.unit == .week)
            })
        else { return nil }
        return made(duration, span.first, DaySpan(first: span.last, last: span.last, grain: .day), isOfYears: span.grain == .year)
    }

    private func mayStandBetween(_ index: Int, behind end: Int) -> Bool {
        guard let token = view.token(index) else { return false }
        // "15-year civil war"
        if index <= end + 2, token.isWord, token.roles.isEmpty, token.dateWord == .none, !token.isCapitalised,
            !view.bytes.has("ed", at: token.range.upperBound - 2)
        {
            return true
        }
        if token.kind == .openParenthesis || token.kind == .comma { return true }
        // "in Minsk"
        if token.has(.in) { return view.token(index + 1)?.isCapitalised == true }
        if token.isCapitalised { return token.isWord && view.has(index - 1, .in) }
        return token.isWord
            && (token.has([.from, .between, .for, .of, .article, .partOfPeriod]) || Self.spans.contains(token.word))
    }

    private func made(_ duration: Found, _ from: CalendarDate, _ to: DaySpan, isOfYears: Bool) -> Duration {
        Duration(
            count: duration.count, unit: duration.unit, range: view.prose.range(of: duration.tokens), date: index, from: from,
            to: to,
            isOfYears: isOfYears)
    }
}
