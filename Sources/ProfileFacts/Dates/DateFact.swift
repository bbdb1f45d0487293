/// A date of the prose with what happened, or is to happen, on it.
package struct DateFact: Sendable {
    package enum What: String, Sendable, CaseIterable {
        case signature, ratification, acceptance, approval, accession, succession
        case entryIntoForce = "entry into force"
        case stockpileDeadline = "stockpile deadline"
        case clearanceDeadline = "clearance deadline"
        /// One that was, or is to be, moved: a free date.
        case extendedDeadline = "extended deadline"
        case initialReportDeadline = "initial report deadline"
        case annualReportDeadline = "annual report deadline"
        case deadline
        case withdrawalNotice = "withdrawal notice"
        case withdrawalEffect = "withdrawal effect"
        /// A parliament's vote, a law: not the treaty's own day.
        case domesticAct = "domestic act"
        case submission, meeting, statement, source, period, event

        /// Whether it follows from the day on which a state was bound, or was moved from one that did.
        package var isDeadline: Bool {
            switch self {
            case .stockpileDeadline, .clearanceDeadline, .extendedDeadline, .initialReportDeadline: true
            default: false
            }
        }

        /// Whether a state is bound from a day that follows from this one.
        package var isConsent: Bool {
            switch self {
            case .ratification, .acceptance, .approval, .accession: true
            default: false
            }
        }
    }

    package enum Tense: String, Sendable {
        /// Told as done.
        case past
        /// A plan, an intention, a duty.
        case planned
        /// The date of a cited source.
        case cited
        /// Neither can be told.
        case open
    }

    /// Whose date it is.
    package enum Subject: Sendable, Hashable {
        /// The profile's country.
        case own
        /// Another state, by the hash of its name's first word.
        case named(UInt64)
        case unknown
    }

    package internal(set) var what: What
    package internal(set) var treaty: Treaty
    package let tense: Tense
    /// Of a treaty's dates; unknown for all others.
    package internal(set) var subject: Subject
    /// All days that the date can mean; nil for one that cannot be, or without a year.
    package let span: DaySpan?
    /// Half-open range of byte offsets; of a span in words, from its first to its last date.
    package let range: Range<Int>
    /// Indices into ``Prose/tokens``.
    package let tokens: Range<Int>
    /// Indices into ``Prose/dates``: two for a span in words.
    package let dates: Range<Int>
    /// The index of its sentence in ``Prose/sentences``.
    package let sentence: Int
    /// The index of the note that it stands in, in ``Footnotes/notes``.
    package let note: Int?
    /// In a quotation, or in a title.
    package let isQuoted: Bool
    /// A deposit with the depositary, or an accession, which is one: not a day that may be a parliament's.
    package internal(set) var isDeposit = false
    /// A deadline that is called the original or the first.
    package internal(set) var isOriginal = false
    /// Whether the span ends before it starts.
    package internal(set) var isReversed = false
}

extension DateFact {
    /// Whether the date is one of a treaty's own: a signature, a deposit, an entry into force, a deadline.
    package var isOfTreaty: Bool {
        switch what {
        case .signature, .ratification, .acceptance, .approval, .accession, .succession, .entryIntoForce, .stockpileDeadline,
            .clearanceDeadline, .extendedDeadline, .initialReportDeadline, .annualReportDeadline, .withdrawalNotice,
            .withdrawalEffect:
            true
        default: false
        }
    }
}

extension DateFact.What {
    /// What a date of the front matter is the date of, by its key below `treaty`; nil for a key of a topic of somebody's own.
    package init?(key: String) {
        switch key {
        case "signed": self = .signature
        case "ratified": self = .ratification
        case "accepted": self = .acceptance
        case "approved": self = .approval
        case "acceded": self = .accession
        case "succeeded": self = .succession
        case "entry_into_force": self = .entryIntoForce
        case "stockpile_deadline": self = .stockpileDeadline
        case "clearance_deadline": self = .clearanceDeadline
        case "clearance_deadline_extended": self = .extendedDeadline
        case "initial_report_due": self = .initialReportDeadline
        case "withdrawal_notified": self = .withdrawalNotice
        case "withdrawal_effective": self = .withdrawalEffect
        default: return nil
        }
    }
}
