import ProfileSyntax

/// What a profile says, read once and shared by all rules.
package struct ProfileFacts: Sendable {
    package let header: Header
    package let footnotes: Footnotes
    package let sections: [Section]
    package let tables: [Table]
    package let prose: Prose
    package let relations: [Relation]
    /// What each date of the prose is the date of, in the order of the text.
    package let dates: [DateFact]
    package let milestones: [MilestoneGroup]
    package let meetings: [MeetingMention]
    package let sessions: [SessionMention]
    package let durations: [Duration]
    package let chronologies: [Chronology]

    /// The front matter alone, without what the body says.
    package static func header(of profile: Profile) -> Header {
        HeaderReader(profile, notes: Set(profile.blocks.compactMap { $0.label?.number }), topics: Topic.known).read()
    }

    package init(_ profile: Profile, topics: [Topic] = Topic.known) {
        footnotes = Footnotes(profile)
        header = HeaderReader(profile, notes: Set(footnotes.notesOf.keys), topics: topics).read()
        sections = Section.read(profile)
        tables = Table.read(profile)
        prose = Prose(profile)
        relations = RelationReader.read(profile, header, prose, footnotes)
        let reader = DateFactReader(profile, header, prose)
        dates = reader.facts
        milestones = MilestoneGroup.read(header, dates)
        (meetings, sessions) = (reader.meetings.meetings, reader.meetings.sessions)
        durations = Duration.read(profile, prose, dates)
        chronologies = Chronology.read(profile, prose, dates, tables)
    }
}
