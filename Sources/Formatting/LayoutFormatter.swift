import ProfileFacts
import ProfileSyntax

/// Brings a profile to its one form; see `STYLE.md` for the decisions, whose numbers stand in the code.
package enum LayoutFormatter {
    /// The text in its one form. Throws ``NotEquivalent`` where the formatted text would say something else than the original,
    /// or formatting again would change it again.
    package static func format(_ bytes: [UInt8]) throws(NotEquivalent) -> [UInt8] {
        let profile = Profile(parsing: bytes)
        let prose = Prose(profile)
        let formatted = write(profile, prose)
        // The same bytes need no proof.
        if formatted == bytes { return formatted }
        let outcome = Profile(parsing: formatted)
        let read = Prose(outcome)
        try Equivalence.prove(profile, prose, outcome, read)
        guard write(outcome, read) == formatted else { throw NotEquivalent(reason: .unsettled, line: 1) }
        return formatted
    }

    private static func write(_ profile: Profile, _ prose: Prose) -> [UInt8] {
        // A text that is not UTF-8 cannot be read, so that nothing but its lines is settled.
        let isText = !profile.oddities.contains { $0.kind == .invalidUTF8 }
        var writer = LayoutWriter(profile, isText ? Typography.edits(profile, prose) : [], isText: isText)
        return writer.write()
    }
}

/// The formatter would have changed what a text says, which is a mistake in it; the text is left alone.
package struct NotEquivalent: Error {
    package enum Reason: String, Sendable {
        case frontMatter = "the front matter would say something else"
        case structure = "its headings, lists, tables or notes would be others"
        case text = "its text would be another"
        case numbers = "a number would be another"
        case dates = "a date would be another"
        case unsettled = "formatting again would change it again"
    }
    package let reason: Reason
    /// The line of the original from which on the two differ, counted from one.
    package let line: Int
}
