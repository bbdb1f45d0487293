import ProfileFacts
import ProfileSyntax

/// Gathers the dates of a profile's front matter and prose for its timeline.
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
        return entries.enumerated().sorted { one, other in
            guard let start = one.element.start, let otherStart = other.element.start else {
                return (one.element.start == nil ? 1 : 0, one.offset) < (other.element.start == nil ? 1 : 0, other.offset)
            }
            return (start, one.element.end ?? start, one.offset) < (otherStart, other.element.end ?? otherStart, other.offset)
        }.map(\.element)
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

    // MARK: - The prose

    private mutating func add(_ date: DateFact) {
        let isOwn = date.subject == .own
        let state = facts.state(of: date.subject, sentence: date.sentence, in: profile)?.name
        let parts = facts.prose.dates[date.dates.lowerBound].first
        add(
            date.range, date.note == nil ? .body : .note, date.span,
            grain: parts.day != nil ? .day : parts.month != nil ? .month : .year, what: date.what.rawValue,
            treaty: date.isOfTreaty ? date.treaty : nil, state: isOwn ? facts.header.country?.value : state,
            tense: date.tense.rawValue, isQuoted: date.isQuoted)
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
