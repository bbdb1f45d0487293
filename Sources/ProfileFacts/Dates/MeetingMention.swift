/// A meeting that the prose names, with the date and the place that it gives for it.
package struct MeetingMention: Sendable {
    package let treaty: Treaty
    package let kind: Meeting.Kind
    package let ordinal: Int?
    /// What the reference knows of it: several where it met more than once, or where it is not counted.
    package let meetings: [Meeting]
    /// Half-open range of byte offsets of its name.
    package let range: Range<Int>
    /// The index of its date in ``ProfileFacts/dates``.
    package let date: Int?
    /// The place that the text gives, where it is that of some meeting.
    package let place: Place?
    /// Whether it is one of the Standing Committees, which met until 2013.
    package let isStandingCommittee: Bool
    package let sentence: Int
    /// Whether its sentence says which treaty's it is.
    package let namesTreaty: Bool
    /// Whether the text tells that somebody took part in it.
    package let isAttended: Bool

    /// A city or a country, as the text has it.
    package struct Place: Sendable {
        package let name: String
        /// Half-open range of byte offsets.
        package let range: Range<Int>
        /// The bytes of the country that stands behind a city.
        package let country: Range<Int>?
    }
}

/// A session or a resolution of the General Assembly that the prose names.
package struct SessionMention: Sendable {
    /// The session's number.
    package let session: Int
    /// `75/52`; nil for a session.
    package let resolution: String?
    /// Half-open range of byte offsets of its name.
    package let range: Range<Int>
    /// The index of its date in ``ProfileFacts/dates``.
    package let date: Int?
    /// The treaty that the sentence names with a resolution.
    package let subject: Treaty?
    /// The treaty that the passage speaks of, where the sentence names none.
    package let current: Treaty?

    /// The days on which the session can sit: from September of the year N + 1945 to the next September.
    package var span: DaySpan {
        DaySpan(
            first: CalendarDate(year: session + 1945, month: 9, day: 1),
            last: CalendarDate(year: session + 1946, month: 9, day: 30),
            grain: .day)
    }
}
