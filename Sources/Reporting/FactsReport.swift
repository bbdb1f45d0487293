import ProfileFacts
import ProfileSyntax

/// What was read in a profile: each number with what it is, and each relation between numbers.
///
/// Lines and columns count from one, columns in characters. Keys are never renamed or removed; new ones may come.
package struct FactsReport: Encodable, Sendable {
    package struct NumberEntry: Encodable, Sendable {
        package let line: Int
        package let column: Int
        package let kind: String
        package let text: String
        /// Plain digits with a decimal point: exact.
        package let value: String?
        package let upper: String?
        package let unit: String?
        package let hedge: String?
        package let name: String?
        package let isQuoted: Bool
    }

    package struct RelationEntry: Encodable, Sendable {
        package let line: Int
        package let column: Int
        package let kind: String
        /// What binds the numbers together.
        package let binding: String
        package let total: String
        package let parts: [String]
        /// What the parts come to, in plain digits.
        package let computed: String
        package let isHedged: Bool
        package let holds: Bool
    }

    /// A number of years, months or days, and what it was held against.
    package struct DurationEntry: Encodable, Sendable {
        package let line: Int
        package let column: Int
        package let text: String
        /// Two days, or a treaty's article.
        package let against: String
        package let holds: Bool
    }

    package let numbers: [NumberEntry]
    package let relations: [RelationEntry]
    package let durations: [DurationEntry]

    package init(_ profile: Profile, _ facts: ProfileFacts) {
        let prose = facts.prose
        var finder = PositionFinder(profile.bytes, profile.lines)
        numbers = prose.numbers.map { number in
            let position = finder.position(at: number.range.lowerBound)
            let hasValue = ![.date, .fraction, .malformed].contains(number.kind)
            let name = number.name.isEmpty ? nil : profile.text(prose.range(of: number.name))
            return NumberEntry(
                line: position.line, column: position.column, kind: number.kind.rawValue, text: profile.text(number.range),
                value: hasValue ? number.value.plain : nil, upper: number.upper?.plain, unit: number.measure.symbol,
                hedge: number.hedge?.rawValue, name: name, isQuoted: number.isQuoted)
        }
        relations = Self.entries(facts.relations, profile)
        durations = Self.durations(facts, profile)
    }

    private static func durations(_ facts: ProfileFacts, _ profile: Profile) -> [DurationEntry] {
        let read: [(range: Range<Int>, against: String, holds: Bool)] =
            facts.durations.map { ($0.range, "\($0.from.prose)–\($0.to.last.prose)", $0.holds) }
            + facts.terms.map { ($0.range, "Article \($0.term.article) of the \($0.rules.name)", $0.holds) }
        var finder = PositionFinder(profile.bytes, profile.lines)
        return read.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { duration in
            let position = finder.position(at: duration.range.lowerBound)
            return DurationEntry(
                line: position.line, column: position.column, text: profile.text(duration.range), against: duration.against,
                holds: duration.holds)
        }
    }

    private static func entries(_ relations: [Relation], _ profile: Profile) -> [RelationEntry] {
        var finder = PositionFinder(profile.bytes, profile.lines)
        return relations.sorted { $0.total.range.lowerBound < $1.total.range.lowerBound }.map { relation in
            let position = finder.position(at: relation.total.range.lowerBound)
            return RelationEntry(
                line: position.line, column: position.column, kind: relation.kind.rawValue, binding: relation.binding.rawValue,
                total: profile.text(relation.total.range),
                parts: relation.parts.map { ($0.isTaken ? "−" : "") + profile.text($0.range) },
                computed: relation.computed.plain, isHedged: relation.isHedged, holds: relation.verdict == .holds)
        }
    }

    package func json() throws -> String { try JSONText.pretty(self) }

    package func text() -> String {
        var text = ""
        for number in numbers {
            var parts = ["\(number.line):\(number.column)", number.kind, number.text]
            if let value = number.value, value != number.text {
                parts.append("= " + value + (number.upper.map { "–" + $0 } ?? ""))
            }
            if let unit = number.unit { parts.append(unit) }
            if let hedge = number.hedge { parts.append("(\(hedge))") }
            if let name = number.name { parts.append(name) }
            if number.isQuoted { parts.append("“quoted”") }
            text += parts.joined(separator: "  ") + "\n"
        }
        for duration in durations {
            text +=
                "\(duration.line):\(duration.column)  duration  \(duration.text) "
                + (duration.holds ? "agrees with " : "does not agree with ") + duration.against + "\n"
        }
        for relation in relations {
            text +=
                "\(relation.line):\(relation.column)  \(relation.kind) by \(relation.binding)  \(relation.total) "
                + (relation.holds ? "agrees with " : "does not agree with ") + relation.parts.joined(separator: "; ") + "\n"
        }
        return text
    }
}
