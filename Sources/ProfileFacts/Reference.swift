/// What names and dates are held against: the states, meetings and resolutions that the program carries, and a repository's own before
/// them. An own entry stands for the carried one of the same state, meeting or resolution.
package final class Reference: Sendable {
    /// A file of `Config/reference` that a repository may have for itself.
    package enum File: String, Sendable, CaseIterable {
        case states = "states.yml"
        case meetings = "meetings.yml"
        case resolutions = "resolutions.yml"

        /// The file as the program carries it.
        package var carried: [UInt8] { EmbeddedConfig.bytes("reference/" + rawValue) }
    }

    /// What the program carries.
    package static let carried = Reference()

    private let ownMeetings: MeetingReference?
    private let states: [State]
    private let ownResolutions: [Resolution]

    private init() { (ownMeetings, states, ownResolutions) = (nil, [], []) }

    /// The reference with a repository's own files, and what is wrong in each of these.
    package static func read(_ own: [File: [UInt8]]) -> (reference: Reference, problems: [File: [ReferenceProblem]]) {
        guard !own.isEmpty else { return (carried, [:]) }
        var problems: [File: [ReferenceProblem]] = [:]
        let reference = Reference(own, &problems)
        return (reference, problems.filter { !$0.value.isEmpty })
    }

    private init(_ own: [File: [UInt8]], _ problems: inout [File: [ReferenceProblem]]) {
        let meetings = own[.meetings].map(Meeting.read)
        let resolutions = own[.resolutions].map(Resolution.read)
        ownMeetings = meetings.map { MeetingReference(own: $0.meetings) }
        ownResolutions = resolutions?.resolutions ?? []
        states = own[.states].map(StateReference.read) ?? []
        problems = [
            .meetings: meetings?.problems ?? [], .resolutions: resolutions?.problems ?? [],
            .states: own[.states].map(StateReference.problems) ?? [],
        ]
    }

    package var meetings: MeetingReference { ownMeetings ?? .carried }

    /// The state of a name, with either apostrophe.
    package func state(named name: String) -> State? {
        if let own = states.first(where: { StateReference.hasName($0, name) }) { return own }
        let carried = StateReference.named(name)
        return states.first { $0.iso3 == carried?.iso3 } ?? carried
    }

    package func state(withISO3 code: String) -> State? {
        states.first { $0.iso3 == code } ?? StateReference.withISO3(code)
    }

    /// The nearest name of a state, for somebody who wrote one wrongly.
    package func nearestState(to name: String) -> String? { StateReference.nearest(to: name, among: states.map(\.title)) }

    /// The resolutions of a session; a repository's own for those on the same treaty.
    package func resolutions(of session: Int) -> [Resolution] {
        let own = ownResolutions.filter { $0.session == session }
        let replaced = Set(own.map(\.subject))
        return own + ResolutionReference.all.filter { $0.session == session && !replaced.contains($0.subject) }
    }

    package func resolutions(of session: Int, on treaty: Treaty) -> [Resolution] {
        resolutions(of: session).filter { $0.subject == treaty }
    }
}
