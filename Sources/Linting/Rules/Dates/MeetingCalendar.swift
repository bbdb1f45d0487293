import ProfileFacts

struct MeetingCalendar: Rule {
    static let about = RuleDescription(
        name: "meeting-calendar",
        group: .dates,
        severity: .error,
        summary: "A meeting with a year, a month, a day or a place that is not its own.",
        rationale: """
            Meetings of States Parties, Review Conferences, Annual Conferences and intersessional meetings have their days and places, \
            which Config/reference/meetings.yml holds. A meeting that straddles two months may be given by either, and a statement may \
            be dated a day before its first. Where the reference is not verified, and where only the day differs, this is a warning.
            """,
        fix: "unsafe: the meeting's own date or place, where it met once.",
        examples: [
            .pass("Belarus spoke at the Fourth Review Conference held in Oslo in November 2019."),
            .pass("Statement of Russia, Mine Ban Treaty Tenth Meeting of States Parties, Geneva, 2 December 2010."),
            .pass(
                "It attended the Tenth Meeting of States Parties in November–December 2010 and the intersessional meetings in June 2022."
            ),
            .find("In ⟦November 2017⟧, Belarus announced its completion at the Sixteenth Meeting of States Parties."),
            .find("It attended the Fifth Review Conference in Oslo in ⟦November 2019⟧."),
            .find("It spoke at the Sixteenth Meeting of States Parties in ⟦Geneva⟧."),
            .find("It attended the intersessional meetings in Geneva in ⟦June 2019⟧."),
            .find("It spoke at the ⟦Seventeenth Review Conference⟧ in Geneva in November 2018."),
            .find("It spoke at the Nineteenth Meeting of States Parties on ⟦29 November 2021⟧."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for mention in subject.facts.meetings {
            if mention.isStandingCommittee, let date = mention.date, let span = subject.facts.dates[date].span,
                span.first.year > 2013
            {
                report.add(
                    subject.facts.dates[date].range,
                    "The Standing Committees met until 2013, not \(DateFinding.on(span)); since 2014 there are four other committees.",
                    severity: .warning)
                continue
            }
            guard !mention.meetings.isEmpty else {
                checkNumber(mention, subject, &report)
                continue
            }
            let isDateWrong = checkDate(mention, subject, &report)
            // Where date and place are those of another meeting, its number is wrong, and that is said once.
            if !isDateWrong || !isAnother(mention, subject) { checkPlace(mention, subject, &report) }
        }
    }

    /// A number that no meeting of the kind has had, though the date is one of theirs.
    private static func checkNumber(_ mention: MeetingMention, _ subject: Subject, _ report: inout Report) {
        let all = subject.facts.reference.meetings.find(mention.treaty, mention.kind, ordinal: nil)
        guard let ordinal = mention.ordinal, let last = all.compactMap(\.ordinal).max(), ordinal > last + 1,
            let span = mention.date.flatMap({ subject.facts.dates[$0].span }), let final = all.map(\.end).max(),
            span.last <= final.lastDay, !isOfAnotherTreaty(mention, span, subject)
        else { return }
        report.add(
            mention.range,
            "There has been no \(subject.text(mention.range)): the reference knows \(last) of them. Correct the number or the kind of meeting.",
            severity: all.allSatisfy { $0.monthSureness == .verified } ? .error : .warning)
    }

    private static func checkDate(_ mention: MeetingMention, _ subject: Subject, _ report: inout Report) -> Bool {
        guard let index = mention.date, let span = subject.facts.dates[index].span else { return false }
        let fact = subject.facts.dates[index]
        let meetings = mention.meetings
        guard !meetings.contains(where: { span.meets($0.generousSpan) }), let nearest = nearest(meetings, to: span),
            !isOfAnotherTreaty(mention, span, subject)
        else { return false }
        let sameMonth = meetings.contains { meeting in
            wholeMonths(span).meets(wholeMonths(meeting.span))
        }
        let isSure = meetings.allSatisfy { $0.monthSureness == .verified }
        let severity: Severity = sameMonth || !isSure ? .warning : .error
        var fixes: [Fix] = []
        if meetings.count == 1, let written = written(nearest, like: fact, span, subject) {
            fixes.append(Fix("Write \(written)", .unsafe, [Edit(fact.range, written)]))
        }
        report.add(
            fact.range,
            "\(name(mention, subject)) \(verb(mention)) held \(days(meetings)), not \(DateFinding.on(span))."
                + other(mention, span, subject),
            severity: severity, labels: [Label(mention.range, "the meeting")], fixes: fixes)
        return true
    }

    /// Whether the sentence, which names no treaty, gives the days of another treaty's meeting of that number.
    private static func isOfAnotherTreaty(_ mention: MeetingMention, _ span: DaySpan, _ subject: Subject) -> Bool {
        others(mention, subject).contains { other in
            other.span.meets(span) && (other.isVirtual || mention.place.map { other.isIn($0.name) } ?? true)
        }
    }

    /// The meetings of that number under the other treaties, where the sentence does not say which it speaks of.
    private static func others(_ mention: MeetingMention, _ subject: Subject) -> [Meeting] {
        guard !mention.namesTreaty, mention.ordinal != nil else { return [] }
        return Treaty.allCases.filter { $0 != mention.treaty }.flatMap {
            subject.facts.reference.meetings.find($0, mention.kind, ordinal: mention.ordinal)
        }
    }

    private static func name(_ mention: MeetingMention, _ subject: Subject) -> String {
        mention.kind == .intersessional ? "That year’s intersessional meetings" : "The \(subject.text(mention.range))"
    }

    private static func verb(_ mention: MeetingMention) -> String { mention.kind == .intersessional ? "were" : "was" }

    private static func days(_ meetings: [Meeting]) -> String {
        let spans = meetings.prefix(3).map { meeting in
            DaySpan(first: meeting.start, last: meeting.end, grain: .day).prose + (meeting.isVirtual ? "" : " in \(meeting.city)")
        }
        return spans.joined(separator: " and ")
    }

    private static func nearest(_ meetings: [Meeting], to span: DaySpan) -> Meeting? {
        meetings.min { abs($0.start.dayNumber - span.first.dayNumber) < abs($1.start.dayNumber - span.first.dayNumber) }
    }

    private static func wholeMonths(_ span: DaySpan) -> DaySpan {
        DaySpan(
            first: CalendarDate(year: span.first.year, month: span.first.month).firstDay,
            last: CalendarDate(year: span.last.year, month: span.last.month).lastDay, grain: .month)
    }

    /// The meeting of the kind that was held then.
    private static func other(_ mention: MeetingMention, _ span: DaySpan, _ subject: Subject) -> String {
        guard mention.kind != .intersessional, span.grain != .year || span.first.year == span.last.year,
            let ordinal = held(mention, span, subject)?.ordinal
        else { return "" }
        return " The one held then was the \(ordinal)\(Words.ordinalEnding(ordinal))."
    }

    private static func held(_ mention: MeetingMention, _ span: DaySpan, _ subject: Subject) -> Meeting? {
        subject.facts.reference.meetings.find(mention.treaty, mention.kind, ordinal: nil).first { $0.span.meets(span) }
    }

    /// Whether the date and the place of a mention, or its date alone, are those of another meeting of the kind.
    private static func isAnother(_ mention: MeetingMention, _ subject: Subject) -> Bool {
        guard let span = mention.date.flatMap({ subject.facts.dates[$0].span }), let held = held(mention, span, subject) else {
            return false
        }
        return mention.place.map { held.isVirtual || held.isIn($0.name) } ?? true
    }

    /// The meeting's date, as coarse as the one that stands there.
    private static func written(_ meeting: Meeting, like fact: DateFact, _ span: DaySpan, _ subject: Subject) -> String? {
        guard fact.dates.count == 1, subject.facts.prose.dates[fact.dates.lowerBound].last == nil else { return nil }
        switch span.grain {
        case .day: return nil
        case .month: return CalendarDate(year: meeting.start.year, month: meeting.start.month).prose
        case .year: return "\(meeting.start.year)"
        }
    }

    private static func checkPlace(_ mention: MeetingMention, _ subject: Subject, _ report: inout Report) {
        guard let place = mention.place, let meeting = mention.meetings.first,
            mention.meetings.allSatisfy({ !$0.isVirtual && !$0.isIn(place.name) }),
            !others(mention, subject).contains(where: { other in
                other.isIn(place.name)
                    && (mention.date.flatMap { subject.facts.dates[$0].span }.map { other.span.meets($0) } ?? true)
            })
        else { return }
        // A city with its country behind it is replaced with both.
        let (right, range) =
            place.country.map { ("\(meeting.city), \(meeting.country)", place.range.lowerBound..<$0.upperBound) }
            ?? (meeting.city, place.range)
        let fixes = mention.meetings.count == 1 ? [Fix("Write \(right)", .unsafe, [Edit(range, right)])] : []
        report.add(
            place.range,
            "\(name(mention, subject)) \(verb(mention)) held in \(meeting.city), \(meeting.country), not in \(place.name).",
            severity: meeting.sureness == .verified ? .error : .warning, labels: [Label(mention.range, "the meeting")],
            fixes: fixes)
    }
}
