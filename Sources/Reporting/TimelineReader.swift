import ProfileFacts
import ProfileSyntax

/// Gathers the dates of a profile's front matter, prose and tables for its timeline.
struct TimelineReader {
    private let profile: Profile
    private let facts: ProfileFacts
    private var finder: PositionFinder
    private var entries: [TimelineReport.Entry] = []

    init(_ profile: Profile, _ facts: ProfileFacts) {
        (self.profile, self.facts) = (profile, facts)
        finder = PositionFinder(profile.bytes, profile.lines)
    }

    /// The dates in their order: those that are days by these, then the others in the order of the text.
    mutating func read() -> [TimelineReport.Entry] {
        readFrontMatter()
        for date in facts.dates { add(date) }
        for date in facts.tableDates { add(date) }
        return entries.sorted(by: Self.isBefore)
    }

    /// Dates without days come last; those of the same days as they stand in the text.
    private static func isBefore(_ one: TimelineReport.Entry, _ other: TimelineReport.Entry) -> Bool {
        let (start, otherStart) = (one.start ?? "~", other.start ?? "~")
        if start != otherStart { return start < otherStart }
        let (end, otherEnd) = (one.end ?? "", other.end ?? "")
        return (end, one.line, one.column) < (otherEnd, other.line, other.column)
    }

    // MARK: - The front matter

    private mutating func readFrontMatter() {
        var dates: [(key: String, range: Range<Int>, date: CalendarDate?)] = facts.header.milestones.map {
            ($0.key, $0.value.range, $0.value.value)
        }
        if let updated = facts.header.lastUpdated { dates.append(("last_updated", updated.range, updated.value)) }
        for problem in facts.header.problems {
            guard case .impossibleDate = problem.kind, let key = key(of: problem.range) else { continue }
            dates.append((key, problem.range, nil))
        }
        for date in dates.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let what = DateFact.What(key: date.key)
            let name = date.key == "last_updated" ? "last update" : date.key.replacing("_", with: " ")
            let parts = profile.text(date.range).utf8.count { $0 == UInt8(ascii: "-") }
            add(
                date.range, .frontMatter, date.date.flatMap(DaySpan.init), grain: parts == 2 ? .day : parts == 1 ? .month : .year,
                what: what?.rawValue ?? name, treaty: what == nil ? nil : .mineBan, state: facts.header.country?.value)
        }
    }

    /// The key of a date's value, at the top or one level below it, as those of `treaty` are.
    private func key(of range: Range<Int>) -> String? {
        let top = profile.frontMatter?.root?.entries ?? []
        return (top + top.flatMap { $0.value.entries ?? [] }).first { $0.place == range }?.name
    }

    // MARK: - The prose and the tables

    private mutating func add(_ date: DateFact) {
        let isOwn = date.subject == .own
        let state = facts.state(of: date.subject, sentence: date.sentence, in: profile)?.name
        add(
            date.range, date.note == nil ? .body : .note, date.span,
            grain: Self.grain(facts.prose.dates[date.dates.lowerBound].first), what: date.what.rawValue,
            treaty: date.isOfTreaty ? date.treaty : nil, state: isOwn ? facts.header.country?.value : state,
            tense: date.tense.rawValue, isQuoted: date.isQuoted)
    }

    private mutating func add(_ date: TableDate) {
        let what = date.last == nil ? DateFact.What.event : .period
        add(
            date.range, .table, date.span, grain: Self.grain(date.first), what: what.rawValue, treaty: nil, state: nil,
            isQuoted: date.isQuoted)
    }

    private static func grain(_ parts: ProseDate.Parts) -> DaySpan.Grain {
        parts.day != nil ? .day : parts.month != nil ? .month : .year
    }

    /// - Parameter grain: how exactly a date is given that is no span of days.
    private mutating func add(
        _ range: Range<Int>, _ place: TimelineReport.Place, _ span: DaySpan?, grain: DaySpan.Grain, what: String, treaty: Treaty?,
        state: String?, tense: String? = nil, isQuoted: Bool = false
    ) {
        let (start, end) = (finder.position(at: range.lowerBound), finder.position(at: range.upperBound))
        entries.append(
            TimelineReport.Entry(
                start: span?.first.iso, end: span?.last.iso, grain: "\(span?.grain ?? grain)", what: what,
                treaty: treaty.flatMap { TreatyReference.rules(of: $0)?.name }, state: state, tense: tense,
                text: profile.text(range),
                line: start.line, column: start.column, endLine: end.line, endColumn: end.column, place: place, isQuoted: isQuoted
            ))
    }
}
