import ProfileSyntax

/// What a profile says, read once and shared by all rules.
package struct ProfileFacts: Sendable {
    /// What of the prose is read: what no rule of a run asks for need not be.
    package struct Readings: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// ``ProfileFacts/relations``
        package static let relations = Readings(rawValue: 1)
        /// ``ProfileFacts/dates`` and all that is read with them: milestones, meetings, sessions, durations, terms, claims, reports, treaty events, chronologies, dates of tables.
        package static let dates = Readings(rawValue: 2)
        package static let all: Readings = [.relations, .dates]
    }

    /// What names and dates are held against.
    package let reference: Reference
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
    package let terms: [TreatyTerm]
    package let claims: [StatusClaim]
    package let reports: [ReportCitation]
    package let treatyEvents: [TreatyEvent]
    package let chronologies: [Chronology]
    /// The dates in the cells of tables.
    package let tableDates: [TableDate]

    /// The front matter alone, without what the body says.
    package static func header(
        of profile: Profile, topics: [Topic] = Topic.known, reference: Reference = .carried
    ) -> Header {
        HeaderReader(profile, notes: Footnotes(profile).notesOf, topics: topics, reference: reference).read()
    }

    package init(
        _ profile: Profile, topics: [Topic] = Topic.known, reference: Reference = .carried, reading: Readings = .all
    ) {
        self.reference = reference
        footnotes = Footnotes(profile)
        header = HeaderReader(profile, notes: footnotes.notesOf, topics: topics, reference: reference).read()
        sections = Section.read(profile)
        tables = Table.read(profile)
        prose = Prose(profile)
        relations = reading.contains(.relations) ? RelationReader.read(profile, header, prose, footnotes) : []
        guard reading.contains(.dates) else {
            (dates, milestones, meetings, sessions) = ([], [], [], [])
            (durations, terms, claims, reports, treatyEvents, chronologies, tableDates) = ([], [], [], [], [], [], [])
            return
        }
        let reader = DateFactReader(profile, header, prose, reference)
        dates = reader.facts
        tableDates = TableDate.read(profile)
        milestones = MilestoneGroup.read(header, dates, tableDates)
        (meetings, sessions) = (reader.meetings.meetings, reader.meetings.sessions)
        (terms, claims, reports, treatyEvents) = (reader.terms, reader.claims, reader.reports, reader.events)
        durations = Duration.read(profile, prose, dates)
        chronologies = Chronology.read(profile, dates, tables, tableDates)
    }
}
