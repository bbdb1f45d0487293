import ProfileSyntax

/// What a profile says, read once and shared by all rules.
package struct ProfileFacts: Sendable {
    package let header: Header
    package let footnotes: Footnotes
    package let sections: [Section]
    package let tables: [Table]
    package let prose: Prose
    package let relations: [Relation]

    /// The front matter alone, without what the body says.
    package static func header(of profile: Profile) -> Header {
        HeaderReader(profile, notes: Set(profile.blocks.compactMap { $0.label?.number })).read()
    }

    package init(_ profile: Profile) {
        footnotes = Footnotes(profile)
        header = HeaderReader(profile, notes: Set(footnotes.notesOf.keys)).read()
        sections = Section.read(profile)
        tables = Table.read(profile)
        prose = Prose(profile)
        relations = RelationReader.read(profile, header, prose, footnotes)
    }
}
