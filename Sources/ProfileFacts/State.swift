import ProfileSyntax
import Synchronization

/// Where a state stands with the Mine Ban Treaty.
package enum TreatyStatus: String, Sendable, CaseIterable {
    case stateParty = "state-party"
    case signatory
    case notParty = "not-party"
    case withdrawn
}

/// How sure a datum of the reference is.
package enum Sureness: String, Sendable, CaseIterable {
    /// Seen in the depositary's list or on a published page.
    case verified
    /// Follows by the treaty's rule from a verified day.
    case derived
    case memory
    case unsure
}

/// A state of the world as `Config/reference/states.yml` has it.
package final class State: Sendable {
    package let iso3: String
    /// The name in running prose.
    package let name: String
    /// The name in a profile's heading.
    package let title: String
    /// All other names, dated ones too.
    package let otherNames: [String]
    package let signed: CalendarDate?
    /// The day of deposit, and what was deposited; nil for a state that deposited nothing.
    package let consent: (what: DateFact.What, date: CalendarDate)?
    package let entryIntoForce: CalendarDate?
    package let withdrawalEffective: CalendarDate?
    /// The days on which it consented to be bound by other treaties.
    package let others: [Treaty: (date: CalendarDate, sureness: Sureness)]
    package let sureness: Sureness
    package let entrySureness: Sureness

    package var names: [String] { [title, name] + otherNames }
    func hasName(_ wanted: String) -> Bool { wanted == title || wanted == name || otherNames.contains(wanted) }

    /// The words of each of its names.
    let nameWords: [[String]]

    /// The words of a name, without an article before them.
    static func words(of name: String) -> [String] {
        let words = name.utf8.split(separator: .space).map { String(Substring($0)) }
        return words.first == "the" || words.first == "The" ? Array(words.dropFirst()) : words
    }

    /// The state's status on a day; nil where the reference cannot tell.
    package func status(on day: CalendarDate) -> (status: TreatyStatus, sureness: Sureness)? {
        guard sureness != .unsure else { return nil }
        if let withdrawalEffective, !day.isBefore(withdrawalEffective) { return (.withdrawn, sureness) }
        if let entryIntoForce, !day.isBefore(entryIntoForce) {
            return (.stateParty, entrySureness == .memory ? .memory : sureness)
        }
        if let signed, !day.isBefore(signed) { return (.signatory, sureness) }
        return (.notParty, sureness)
    }

    /// The other treaties, by the keys of their days.
    static let otherTreaties: [String: Treaty] = [
        "ccw": .ccw, "ccw_ap2": .amendedProtocolII, "ccw_p5": .protocolV, "ccm": .clusterMunitions,
    ]

    init?(_ node: YAMLNode) {
        guard let iso3 = node["iso3"]?.scalar, let name = node["name"]?.scalar, let title = node["title"]?.scalar,
            let sureness = node["sure"]?.scalar.flatMap(Sureness.init)
        else { return nil }
        func date(_ key: String) -> CalendarDate? { node[key]?.scalar.flatMap { try? CalendarDate(iso: $0) } }
        self.iso3 = iso3
        self.name = name
        self.title = title
        otherNames = ["also", "dated"].flatMap { node[$0]?.items?.compactMap(\.scalar) ?? [] }
        nameWords = Set([title, name] + otherNames).map(Self.words)
        signed = date("signed")
        let kinds: [(String, DateFact.What)] = [
            ("ratified", .ratification), ("accepted", .acceptance), ("approved", .approval), ("acceded", .accession),
            ("succeeded", .succession),
        ]
        consent = kinds.lazy.compactMap { key, what in date(key).map { (what, $0) } }.first
        entryIntoForce = date("entry_into_force")
        withdrawalEffective = date("withdrawal_effective")
        var others: [Treaty: (date: CalendarDate, sureness: Sureness)] = [:]
        for (key, treaty) in Self.otherTreaties {
            guard let day = date(key) else { continue }
            others[treaty] = (day, node[key + "_sure"]?.scalar.flatMap(Sureness.init) ?? .verified)
        }
        self.others = others
        self.sureness = sureness
        entrySureness = node["entry_sure"]?.scalar.flatMap(Sureness.init) ?? sureness
    }
}

/// The states of `Config/reference/states.yml`. One state stands on one line there, so that a state is found by searching the
/// bytes, and only its own line is read as YAML.
package enum StateReference {
    static let bytes = EmbeddedConfig.bytes("reference/states.yml")

    /// All states, read as one YAML document.
    package static let all: [State] = read(bytes)

    /// The states of a file of states.
    static func read(_ bytes: [UInt8]) -> [State] {
        var reader = YAMLReader(bytes, 0..<bytes.count)
        return reader.read()?.items?.compactMap(State.init) ?? []
    }

    /// What is wrong in a file of states, with its place.
    package static func problems(_ bytes: [UInt8]) -> [ReferenceProblem] {
        let related = State.otherTreaties.keys.sorted()
        let days =
            [
                "signed", "ratified", "accepted", "approved", "acceded", "succeeded", "entry_into_force", "withdrawal_notified",
                "withdrawal_effective",
            ] + related
        let keys = Set(
            days + ["iso3", "name", "title", "also", "dated", "sure", "entry_sure", "withdrawal_sure"]
                + related.map { $0 + "_sure" })
        var file = ReferenceFile(bytes)
        let _: [Bool] = file.read(keys) { entry in
            for key in ["iso3", "name", "title"] { _ = entry.text(key, isRequired: true) }
            for key in days { _ = entry.day(key) }
            let _: Sureness? = entry.choice("sure", isRequired: true)
            let _: Sureness? = entry.choice("entry_sure")
            return nil
        }
        return file.problems
    }

    /// The state of a name, with either apostrophe.
    package static func named(_ name: String) -> State? {
        if let known = found.withLock({ $0[name] }) { return known }
        let state = search(name)
        found.withLock { $0[name] = .some(state) }
        return state
    }

    /// What was looked up before: a repository has many profiles of one country.
    private static let found = Mutex<[String: State?]>([:])

    private static func search(_ name: String) -> State? {
        let wanted = folded(name)
        guard !wanted.isEmpty else { return nil }
        // What stands before the apostrophe is the same in every spelling of it.
        let probe = String(wanted.prefix { $0 != "’" })
        return find(probe.isEmpty ? wanted : probe) { hasName($0, wanted) }
    }

    /// Whether a state has a name, with either apostrophe.
    static func hasName(_ state: State, _ name: String) -> Bool {
        let wanted = folded(name)
        return state.names.contains { folded($0) == wanted }
    }

    package static func withISO3(_ code: String) -> State? {
        find("iso3: \(code),") { $0.iso3 == code }
    }

    /// The nearest name of a state, for somebody who wrote one wrongly; titles that the program does not carry are looked at first.
    package static func nearest(to name: String, among own: [String] = []) -> String? {
        NearestName.of(folded(name), among: own + all.map(\.title))
    }

    private static func folded(_ name: String) -> String { String(name.map { $0 == "'" ? "’" : $0 }) }

    private static func find(_ text: String, where isWanted: (State) -> Bool) -> State? {
        let wanted = Array(text.utf8)
        var offset = 0
        while let found = bytes.firstOffset(of: wanted, from: offset) {
            let line = line(around: found)
            var reader = YAMLReader(bytes, line)
            if bytes.has("- {", at: line.lowerBound), let state = reader.read()?.items?.first.flatMap(State.init), isWanted(state)
            {
                return state
            }
            offset = line.upperBound
        }
        return nil
    }

    private static func line(around offset: Int) -> Range<Int> {
        var lower = offset
        var upper = offset
        while lower > 0, bytes[lower - 1] != .newline { lower -= 1 }
        while upper < bytes.count, bytes[upper] != .newline { upper += 1 }
        return lower..<min(upper + 1, bytes.count)
    }
}
