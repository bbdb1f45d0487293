import ProfileFacts
import ProfileSyntax

/// The dates of a profile in their order, each with what it is and where it was read; at the end those that are no day of the calendar,
/// or have no year.
///
/// Lines and columns count from one, columns in characters; ends are exclusive. Keys are never renamed or removed; new ones may come.
package struct TimelineReport: Encodable, Sendable {
    package struct Entry: Encodable, Sendable {
        /// The first and the last day that the date can mean; nil where it is no day, or has no year.
        let start, end: String?
        /// `day`, `month` or `year`: how exactly it is given.
        let grain: String
        let what: String
        let treaty: String?
        /// The profile's country, or the state, whose date it is; nil where that cannot be told.
        let state: String?
        let tense: String?
        /// As written.
        let text: String
        let line, column, endLine, endColumn: Int
        let place: Place
        /// In a quotation, or in a title.
        let isQuoted: Bool

        enum CodingKeys: String, CodingKey, CaseIterable {
            case start, end, grain, what, treaty, state, tense, text, line, column, endLine, endColumn, place, isQuoted
        }

        /// Every key is there; what is not known is null.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            for (key, value) in [(CodingKeys.start, start), (.end, end), (.treaty, treaty), (.state, state), (.tense, tense)] {
                try container.encode(value, forKey: key)
            }
            for (key, value) in [(CodingKeys.grain, grain), (.what, what), (.text, text), (.place, place.rawValue)] {
                try container.encode(value, forKey: key)
            }
            for (key, value) in [(CodingKeys.line, line), (.column, column), (.endLine, endLine), (.endColumn, endColumn)] {
                try container.encode(value, forKey: key)
            }
            try container.encode(isQuoted, forKey: .isQuoted)
        }
    }

    package enum Place: String, Sendable, CaseIterable {
        case frontMatter = "front matter"
        case body, note, table
    }

    package let dates: [Entry]
    /// Whose profile it is.
    private let country: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case dates }

    package init(_ profile: Profile, _ facts: ProfileFacts) {
        country = facts.header.country?.value
        var reader = TimelineReader(profile, facts)
        dates = reader.read()
    }

    package func json() throws -> String { try JSONText.pretty(self) }

    /// A date a line, in columns: when, what, where, and in which words.
    package func text() -> String {
        let rows = dates.map { [when($0), what($0), "\($0.line):\($0.column)", whereabouts($0), words($0)] }
        let widths = (0..<4).map { column in rows.map { Width.of($0[column]) }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - Width.of($0) + 2) }.joined() + row[4] + "\n"
        }.joined()
    }

    /// `2003-09-03`, `2003-09` for a month, `2003` for a year, both ends of a span of them.
    private func when(_ date: Entry) -> String {
        guard let start = date.start, let end = date.end else { return date.text.hasYear ? "cannot be" : "no year" }
        let length = date.grain == "day" ? 10 : date.grain == "month" ? 7 : 4
        let (first, last) = (start.prefix(length), end.prefix(length))
        return first == last ? String(first) : "\(first)…\(last)"
    }

    private func what(_ date: Entry) -> String {
        let owner = date.state == country ? nil : date.state
        return date.what.onOneLine + (owner.map { " of " + $0.onOneLine } ?? "") + (date.treaty.map { ", " + $0 } ?? "")
    }

    /// The words of the date, which lines of the text may break.
    private func words(_ date: Entry) -> String {
        date.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").onOneLine
    }

    private func whereabouts(_ date: Entry) -> String { date.place.rawValue + (date.isQuoted ? ", quoted" : "") }
}

extension String {
    /// Whether four digits stand in a row.
    fileprivate var hasYear: Bool {
        var count = 0
        for byte in utf8 {
            count = byte.isDigit ? count + 1 : 0
            if count == 4 { return true }
        }
        return false
    }
}
