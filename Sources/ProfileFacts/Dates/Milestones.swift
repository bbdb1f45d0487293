/// A date on a state's way with a treaty, from the front matter or the prose.
package struct Milestone: Sendable {
    package let what: DateFact.What
    package let treaty: Treaty
    package let span: DaySpan
    /// Half-open range of byte offsets.
    package let range: Range<Int>
    /// Whether the front matter gives it, not the prose.
    package let isInFrontMatter: Bool
    /// The index of its sentence in ``Prose/sentences``, a negative number for a table; nil for the front matter.
    package let sentence: Int?
    package let subject: DateFact.Subject
    package let isDeposit: Bool
    package let isOriginal: Bool

    /// The stage on the way: signature, consent, entry into force, deadlines; nil where a date is free.
    package var stage: Int? {
        switch what {
        case .signature: 0
        case .ratification, .acceptance, .approval, .accession, .succession: 1
        case .entryIntoForce: 2
        case .stockpileDeadline, .initialReportDeadline: 3
        case .clearanceDeadline: isOriginal ? 3 : nil
        default: nil
        }
    }
}

/// The milestones of one state with one treaty.
package struct MilestoneGroup: Sendable {
    package let treaty: Treaty
    package let subject: DateFact.Subject
    package internal(set) var milestones: [Milestone]

    package var rules: TreatyRules? { TreatyReference.rules(of: treaty) }
    package var isSuccession: Bool { milestones.contains { $0.what == .succession } }

    package func all(_ what: DateFact.What) -> [Milestone] { milestones.filter { $0.what == what } }

    package var consents: Consents { Consents(milestones) }

    /// The consents of a group, put in order once: each date that several give stands there once.
    package struct Consents {
        package let all: [Milestone]
        /// Those of one sentence; under nil, those of the front matter.
        private let near: [Int?: [Milestone]]

        init(_ milestones: [Milestone]) {
            let consents = milestones.filter { $0.what.isConsent }
            all = Self.deposits(consents)
            near = Dictionary(grouping: consents, by: \.sentence).mapValues(Self.deposits)
        }

        /// Those from which a milestone's date can follow: of its own sentence, or of the front matter, else all.
        package func of(_ milestone: Milestone) -> [Milestone] { near[milestone.sentence] ?? all }

        /// Deposits where there are any.
        private static func deposits(_ consents: [Milestone]) -> [Milestone] {
            let deposits = consents.filter(\.isDeposit)
            var seen = Set<DaySpan>()
            return (deposits.isEmpty ? consents : deposits).filter { seen.insert($0.span).inserted }
        }
    }

    /// Groups a profile's milestones by state and treaty; the profile's own with the Mine Ban Treaty hold the front matter's.
    static func read(_ header: Header, _ dates: [DateFact], _ tableDates: [TableDate]) -> [MilestoneGroup] {
        var groups: [MilestoneGroup] = []
        var places: [Key: Int] = [:]
        func add(_ milestone: Milestone) {
            let key = Key(treaty: milestone.treaty, subject: milestone.subject)
            if let index = places[key] {
                groups[index].milestones.append(milestone)
            } else {
                places[key] = groups.count
                groups.append(
                    MilestoneGroup(treaty: milestone.treaty, subject: milestone.subject, milestones: [milestone]))
            }
        }
        for (key, date) in header.milestones.sorted(by: { $0.value.range.lowerBound < $1.value.range.lowerBound }) {
            guard let what = DateFact.What(key: key), let span = DaySpan(date.value) else { continue }
            add(
                Milestone(
                    what: what, treaty: .mineBan, span: span, range: date.range, isInFrontMatter: true, sentence: nil,
                    subject: .own,
                    isDeposit: what == .accession || what == .succession, isOriginal: true))
        }
        for date in dates where date.isOfTreaty && !date.isQuoted && date.treaty != .other {
            guard let span = date.span, date.subject != .unknown else { continue }
            add(
                Milestone(
                    what: date.what, treaty: date.treaty, span: span, range: date.range, isInFrontMatter: false,
                    sentence: date.sentence,
                    subject: date.subject, isDeposit: date.isDeposit, isOriginal: date.isOriginal))
        }
        for date in tableDates where !date.isQuoted {
            guard let what = date.what, let span = date.span else { continue }
            add(
                Milestone(
                    what: what, treaty: .mineBan, span: span, range: date.range, isInFrontMatter: false,
                    // The rows of a table are told together, as a sentence is.
                    sentence: -1 - date.table, subject: .own, isDeposit: what == .accession, isOriginal: true))
        }
        return groups
    }

    private struct Key: Hashable {
        let treaty: Treaty
        let subject: DateFact.Subject
    }
}
