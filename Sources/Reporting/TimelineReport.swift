import ProfileFacts
import ProfileSyntax

/// The dates of a profile in their order, each with what it is and where it was read.
///
/// Lines and columns count from one, columns in characters. Keys are never renamed or removed; new ones may come.
package struct TimelineReport: Encodable, Sendable {
    package struct Entry: Encodable, Sendable {
        /// The first and the last day that the date can mean.
        package let start: String
        package let end: String
        /// `day`, `month` or `year`: how exactly it is given.
        package let grain: String
        package let what: String
        package let treaty: String?
        package let tense: String?
        package let text: String
        package let line: Int
        package let column: Int
        /// `front matter`, `body` or `note`
        package let place: String
        package let isQuoted: Bool
    }

    package let dates: [Entry]

    package init(_ profile: Profile, _ facts: ProfileFacts) {
        var finder = PositionFinder(profile.bytes, profile.lines)
        var entries: [Entry] = []
        func add(
            _ span: DaySpan, _ what: String, _ range: Range<Int>, _ place: String, treaty: Treaty? = nil, tense: String? = nil,
            isQuoted: Bool = false
        ) {
            let position = finder.position(at: range.lowerBound)
            entries.append(
                Entry(
                    start: span.first.iso, end: span.last.iso, grain: "\(span.grain)", what: what,
                    treaty: treaty.flatMap { TreatyReference.rules(of: $0)?.name }, tense: tense, text: profile.text(range),
                    line: position.line, column: position.column, place: place, isQuoted: isQuoted))
        }
        var headerDates = facts.header.milestones.map { ($0.key, $0.value) }
        if let updated = facts.header.lastUpdated { headerDates.append(("last_updated", updated)) }
        for (key, date) in headerDates.sorted(by: { $0.1.range.lowerBound < $1.1.range.lowerBound }) {
            if let span = DaySpan(date.value) { add(span, key, date.range, "front matter") }
        }
        for date in facts.dates {
            guard let span = date.span else { continue }
            let isTreaty = date.isOfTreaty
            add(
                span, date.what.rawValue, date.range, date.note == nil ? "body" : "note", treaty: isTreaty ? date.treaty : nil,
                tense: date.tense.rawValue, isQuoted: date.isQuoted)
        }
        dates = entries.enumerated().sorted {
            ($0.element.start, $0.element.end, $0.offset) < ($1.element.start, $1.element.end, $1.offset)
        }
        .map(\.element)
    }

    package func json() throws -> String { try JSONText.pretty(self) }

    package func text() -> String {
        var text = ""
        for date in dates {
            var parts = [
                date.start == date.end ? date.start : date.grain == "day" ? "\(date.start)…\(date.end)" : Self.short(date)
            ]
            parts.append(date.what + (date.treaty.map { ", \($0)" } ?? ""))
            parts.append("\(date.line):\(date.column)")
            parts.append(date.place == "front matter" ? "front matter" : (date.place == "note" ? "note, " : "") + date.text)
            text += parts.joined(separator: "  ") + "\n"
        }
        return text
    }

    /// `2003-09` for a month, `2003` for a year, both ends of a span of them.
    private static func short(_ date: Entry) -> String {
        let length = date.grain == "month" ? 7 : 4
        let (start, end) = (date.start.prefix(length), date.end.prefix(length))
        return start == end ? String(start) : "\(start)…\(end)"
    }
}
