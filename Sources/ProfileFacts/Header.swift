import ProfileSyntax

/// A profile's front matter as typed values, and what is wrong with it.
package struct Header: Sendable {
    /// A value with the bytes that it was read from.
    package struct Read<Value: Sendable>: Sendable {
        package let value: Value
        package let range: Range<Int>
    }

    package internal(set) var topic: Read<Topic>?
    package internal(set) var country: Read<String>?
    /// The state that `country` or `iso3` names, where the reference knows it.
    package internal(set) var state: State?
    package internal(set) var iso3: Read<String>?
    package internal(set) var lastUpdated: Read<CalendarDate>?
    package internal(set) var status: Read<TreatyStatus>?
    /// The dates of `treaty`, by their keys.
    package internal(set) var milestones: [String: Read<CalendarDate>] = [:]
    package internal(set) var ledger: [LedgerFigure] = []
    /// The sums that the ledger states.
    package internal(set) var sums: [LedgerSum] = []
    package internal(set) var problems: [HeaderProblem] = []

    /// The days on which the treaty entered into force for the profile's state: by the reference, and as the front matter has it.
    package var entriesIntoForce: [CalendarDate] {
        [state?.entryIntoForce, milestones["entry_into_force"]?.value].compactMap { $0 }
    }

    /// Whether the profile says that it is of a topic of which nothing is known.
    var topicIsUnknown: Bool {
        problems.contains { if case .unknownTopic = $0.kind { true } else { false } }
    }
}

/// Something wrong at one place of the front matter.
package struct HeaderProblem: Sendable {
    package enum Kind: Sendable {
        /// The file does not start with front matter.
        case noFrontMatter
        case yaml(YAMLProblem.Kind)
        case missingKey(String)
        case unknownKey(String, nearest: String?, known: [String])
        /// A key given again; `lines` is the whole entry where it can be taken away, `isSame` whether it says the same.
        case duplicateKey(String, first: Range<Int>, isSame: Bool, lines: Range<Int>?)
        case wrongType(String, expected: String)
        /// A date in another form, and the same in the right form where it can only mean that.
        case dateForm(String, iso: String?)
        case impossibleDate(String, CalendarDate.Mistake)
        case unknownTopic(String, nearest: String?)
        case unknownStatus(String, nearest: String?)
        case unknownCountry(String, nearest: String?)
        case malformedISO3(String, country: State?)
        case iso3OfAnother(String, country: State, owner: State?)
        /// The status does not go with a date of the front matter.
        case statusAgainstDate(TreatyStatus, key: String, date: Range<Int>)
        /// The reference knows another status on the day of the last update.
        case statusAgainstReference(TreatyStatus, State, known: TreatyStatus, Sureness, on: CalendarDate)
        case malformedNumber(String, plain: String?)
        case unknownReference(String, nearest: String?)
        case noSuchNote(Int)
    }

    package let kind: Kind
    package let range: Range<Int>
}

/// A figure of the ledger.
package struct LedgerFigure: Sendable {
    /// What a figure may hold, in this order.
    package enum Key: String, Sendable, CaseIterable {
        case unit
        case asOf = "as_of"
        case approximate, total, parts, note
    }

    package enum Part: Sendable {
        /// A label and its number, as written.
        case labelled(String, Header.Read<String>)
        /// A reference to another figure, or to a part of one.
        case reference(Header.Read<String>)
    }

    /// The names of all keys, in the order in which they stand.
    package static let keys = Key.allCases.map(\.rawValue)

    package let name: String
    package let nameRange: Range<Int>
    /// The number as written.
    package internal(set) var total: Header.Read<String>?
    package internal(set) var unit: String?
    package internal(set) var asOf: CalendarDate?
    package internal(set) var isApproximate = false
    package internal(set) var parts: [Part] = []
    /// The note that sources the figure.
    package internal(set) var note: Header.Read<Int>?

    /// Whether a part of it is another figure, or a part of one.
    var refersToOthers: Bool { parts.contains { if case .reference = $0 { true } else { false } } }
}
