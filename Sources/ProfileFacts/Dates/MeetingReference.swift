import ProfileSyntax

/// A meeting as `Config/reference/meetings.yml` has it.
package struct Meeting: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case meeting
        case reviewConference = "review-conference"
        case annualConference = "annual-conference"
        case intersessional

        package var name: String {
            switch self {
            case .meeting: "Meeting of States Parties"
            case .reviewConference: "Review Conference"
            case .annualConference: "Annual Conference"
            case .intersessional: "intersessional meetings"
            }
        }
    }

    package let treaty: Treaty
    package let kind: Kind
    /// Nil for intersessional meetings, which are not counted.
    package let ordinal: Int?
    /// Other names, which stand alone: `Nairobi Summit`.
    package let otherNames: [String]
    package let city: String
    package let country: String
    /// The first and the last day; `opening` is the day of a ceremony before the first.
    package let start: CalendarDate
    package let end: CalendarDate
    package let opening: CalendarDate?
    package let isVirtual: Bool
    package let sureness: Sureness
    package let monthSureness: Sureness

    package func isIn(_ place: String) -> Bool { city == place || country == place }

    package var span: DaySpan { DaySpan(first: opening ?? start, last: end, grain: .day) }

    /// The days of which a report or a statement can be dated: one before the first too.
    package var generousSpan: DaySpan { DaySpan(first: (opening ?? start).adding(days: -1), last: end, grain: .day) }

    private static let keys: Set<String> = [
        "treaty", "kind", "ordinal", "also", "city", "country", "start", "end", "opening", "virtual", "sure", "month_sure",
    ]

    private enum Truth: String, CaseIterable { case yes = "true", no = "false" }

    private init?(_ entry: inout ReferenceEntry) {
        let treaty: Treaty? = entry.choice("treaty", isRequired: true)
        let kind: Kind? = entry.choice("kind", isRequired: true)
        let sureness: Sureness? = entry.choice("sure", isRequired: true)
        let monthSureness: Sureness? = entry.choice("month_sure")
        let isVirtual: Truth? = entry.choice("virtual")
        let (city, country) = (entry.text("city", isRequired: true), entry.text("country", isRequired: true))
        let (start, end) = (entry.day("start", isRequired: true), entry.day("end", isRequired: true))
        let ordinal = entry.number("ordinal", isRequired: kind != nil && kind != .intersessional)
        opening = entry.day("opening")
        otherNames = entry.list("also")
        if let start, let end, end < start { entry.fail("end", "`end: \(end.iso)` is before `start: \(start.iso)`") }
        guard let treaty, let kind, let sureness, let city, let country, let start, let end, start <= end else { return nil }
        (self.treaty, self.kind, self.ordinal, self.city, self.country) = (treaty, kind, ordinal, city, country)
        (self.start, self.end, self.sureness, self.isVirtual) = (start, end, sureness, isVirtual == .yes)
        self.monthSureness = monthSureness ?? sureness
    }

    package static func read(_ bytes: [UInt8]) -> (meetings: [Meeting], problems: [ReferenceProblem]) {
        var file = ReferenceFile(bytes)
        let meetings = file.read(keys) { Meeting(&$0) }
        return (meetings, file.problems)
    }
}

/// The meetings of `Config/reference/meetings.yml`.
package final class MeetingReference: Sendable {
    /// Those that the program carries.
    package static let carried = MeetingReference(Meeting.read(EmbeddedConfig.bytes("reference/meetings.yml")).meetings)

    package let all: [Meeting]
    private let byOrdinal: [Key: [Meeting]]
    private let byKind: [Key: [Meeting]]
    private let byName: [String: Meeting]
    /// The cities and countries of all meetings.
    package let places: Set<String>

    private struct Key: Hashable {
        let treaty: Treaty
        let kind: Meeting.Kind
        let ordinal: Int?
    }

    private init(_ all: [Meeting]) {
        self.all = all
        byOrdinal = Dictionary(grouping: all) { Key(treaty: $0.treaty, kind: $0.kind, ordinal: $0.ordinal) }
        byKind = Dictionary(grouping: all) { Key(treaty: $0.treaty, kind: $0.kind, ordinal: nil) }
        byName = Dictionary(all.flatMap { meeting in meeting.otherNames.map { ($0, meeting) } }) { first, _ in first }
        places = Set(all.flatMap { [$0.city, $0.country] })
    }

    /// A repository's own meetings, and those that the program carries but for the same ones: of one treaty, kind and ordinal, or, where
    /// none is counted, of one day.
    package convenience init(own: [Meeting]) {
        func isSame(_ one: Meeting, _ other: Meeting) -> Bool {
            one.treaty == other.treaty && one.kind == other.kind && one.ordinal == other.ordinal
                && (one.ordinal != nil || one.span.meets(other.span))
        }
        self.init(own + Self.carried.all.filter { carried in !own.contains { isSame($0, carried) } })
    }

    /// The sessions of a meeting, several where it met more than once; all meetings of a kind where no ordinal is given.
    package func find(_ treaty: Treaty, _ kind: Meeting.Kind, ordinal: Int?) -> [Meeting] {
        (ordinal == nil ? byKind : byOrdinal)[Key(treaty: treaty, kind: kind, ordinal: ordinal)] ?? []
    }

    /// The meeting that a name such as `Nairobi Summit` stands for.
    func named(_ name: String) -> Meeting? { byName[name] }
}

/// A resolution of the General Assembly, as `Config/reference/resolutions.yml` has it.
package struct Resolution: Sendable {
    package let subject: Treaty
    package let session: Int
    package let number: String
    package let adopted: CalendarDate?
    package let sureness: Sureness

    private init?(_ entry: inout ReferenceEntry) {
        let subject: Treaty? = entry.choice("subject", isRequired: true)
        let sureness: Sureness? = entry.choice("sure", isRequired: true)
        let (session, number) = (entry.number("session", isRequired: true), entry.text("resolution", isRequired: true))
        adopted = entry.day("adopted")
        if let session, let number, !number.hasPrefix("\(session)/") {
            entry.fail("resolution", "`resolution: \(number)` is none of session \(session)")
        }
        guard let subject, let sureness, let session, let number else { return nil }
        (self.subject, self.sureness, self.session, self.number) = (subject, sureness, session, number)
    }

    package static func read(_ bytes: [UInt8]) -> (resolutions: [Resolution], problems: [ReferenceProblem]) {
        var file = ReferenceFile(bytes)
        let resolutions = file.read(["subject", "session", "resolution", "adopted", "sure"]) { Resolution(&$0) }
        return (resolutions, file.problems)
    }
}

/// `Config/reference/resolutions.yml`
package enum ResolutionReference {
    package static let all: [Resolution] = Resolution.read(EmbeddedConfig.bytes("reference/resolutions.yml")).resolutions
}
