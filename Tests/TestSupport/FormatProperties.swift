import Linting
import ProfileFacts
import ProfileSyntax

/// What must hold of the formatter for any bytes, told from outside of it: what it reads in its own proof is not asked.
package enum FormatProperties {
    /// What does not hold; nil where all does. A formatter that leaves a text alone, by throwing, breaks nothing.
    ///
    /// Relations between numbers are asked of texts that people wrote only: in rubbish, a date in its usual order can make a
    /// sentence of what was none.
    package static func violation(
        of bytes: [UInt8], withRelations: Bool = false, format: ([UInt8]) throws -> [UInt8]
    ) -> String? {
        let profile = Profile(parsing: bytes)
        guard profile.pieces.flatMap({ bytes[$0] }) == bytes else { return "the tree does not give the text back" }
        guard let once = try? format(bytes) else { return nil }
        if once == bytes { return nil }
        guard let twice = try? format(once), twice == once else { return "formatting again changes it again" }
        // Bytes that are no text have no facts.
        if profile.oddities.contains(where: { $0.kind == .invalidUTF8 }) { return nil }
        let outcome = Profile(parsing: once)
        let (before, after) = (facts(profile), facts(outcome))
        for (kind, values) in before where after[kind] != values && (withRelations || kind != "relations") {
            return "\(kind) differ: \(values) became \(after[kind] ?? [])"
        }
        return nil
    }

    /// The facts of a profile by their kind, in an order that does not depend on where notes stand.
    private static func facts(_ profile: Profile) -> [String: [String]] {
        let facts = ProfileFacts(profile)
        var values: [String: [String]] = [:]
        let header = facts.header
        values["header"] = [
            header.topic?.value.name, header.country?.value, header.iso3?.value, header.lastUpdated?.value.iso,
            header.status?.value.rawValue,
        ].map { $0 ?? "" }
        values["milestones"] = header.milestones.map { "\($0.key) \($0.value.value.iso)" }.sorted()
        values["figures"] = header.ledger.map { "\($0.name) \($0.total?.value ?? "") \($0.note?.value ?? 0) \($0.parts.count)" }
            .sorted()
        values["sections"] = facts.sections.map { "\($0.level) \($0.isEmpty)" }
        values["tables"] = facts.tables.map { table in "\(table.heads.count)" + table.rows.map { " \($0.count)" }.joined() }
            .sorted()
        values["numbers"] = facts.prose.numbers.map { number in
            "\(number.kind) \(number.value.plain) \(number.upper?.plain ?? "") \(number.measure.symbol ?? "") \(number.hedge?.rawValue ?? "")"
        }.sorted()
        values["dates"] = facts.prose.dates.map { "\($0.first) \($0.last.map { "\($0)" } ?? "")" }.sorted()
        values["relations"] = facts.relations.map { "\($0.kind) \($0.total.value.plain) \($0.computed.plain) \($0.verdict)" }
            .sorted()
        values["markers"] = facts.footnotes.markers.map { "\($0.number ?? -1)" + ($0.isInNote ? " in a note" : "") }.sorted()
        values["notes"] = facts.footnotes.notes.map { note in
            "\(note.number ?? -1) " + words(profile.text(note.text)).joined(separator: " ")
        }.sorted()
        return values
    }

    /// The words of a note but those that a style guide may write in another way: months, percent.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.filter {
            $0.count > 3 && CalendarDate.month(named: String($0)) == nil && $0 != "percent"
        }.map(
            String.init
        ).sorted()
    }
}
