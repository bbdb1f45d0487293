import ProfileSyntax

/// The treaties whose dates are read apart.
package enum Treaty: String, Sendable, CaseIterable {
    case mineBan = "mine-ban"
    case clusterMunitions = "cluster-munitions"
    case ccw
    case amendedProtocolII = "amended-protocol-ii"
    case protocolV = "protocol-v"
    /// One of which no rule is known.
    case other
}

/// By what rules a treaty's dates follow from each other, as `Config/reference/treaties.yml` says. It is a class, for it
/// is asked for again and again.
package final class TreatyRules: Sendable {
    package enum Entry: String, Sendable, CaseIterable {
        case firstOfSixthMonth = "first-of-sixth-month"
        case sixMonths = "six-months"
    }

    /// Something that is due a time after entry into force.
    package struct Term: Sendable, Equatable {
        package let count: Int
        package let article: Int
    }

    package let treaty: Treaty
    package let name: String
    package let adopted: CalendarDate?
    /// The first and the last day on which it could be signed.
    package let opened: CalendarDate?
    package let closed: CalendarDate?
    package let inForce: CalendarDate
    package let entry: Entry
    package let entryArticle: Int
    /// In years.
    package let stockpile: Term?
    package let clearance: Term?
    package let extensionYears: Int?
    /// In days.
    package let report: Term?
    /// The article of the annual report.
    package let reportArticle: Int?
    /// The letter of the last form of that report.
    package let lastForm: UInt8?
    /// The day of the annual report.
    package let reportDay: (month: Int, day: Int)?
    /// In months.
    package let withdrawal: Term?
    package let sureness: Sureness

    /// The day on which the treaty enters into force for a state that deposits on a day, or in a month.
    package func entryIntoForce(deposited date: CalendarDate) -> CalendarDate {
        let date = date.firstDay
        let later = date.adding(months: 6)
        let day = entry == .firstOfSixthMonth ? CalendarDate(year: later.year, month: later.month, day: 1) : later
        return max(day, inForce)
    }

    /// All days on which it can enter into force for a state that deposited in a span of days.
    package func entryIntoForce(deposited span: DaySpan) -> DaySpan {
        let (first, last) = (entryIntoForce(deposited: span.first), entryIntoForce(deposited: span.last))
        return DaySpan(first: first, last: last, grain: first == last ? .day : span.grain)
    }

    private static let keys: Set<String> = [
        "key", "name", "adopted", "opened", "closed", "in_force", "entry", "entry_article", "stockpile_years",
        "stockpile_article",
        "clearance_years", "clearance_article", "extension_years", "report_days", "report_article", "report_day", "reports",
        "forms",
        "withdrawal_months", "withdrawal_article", "sure",
    ]

    private init?(_ entry: inout ReferenceEntry) {
        let treaty: Treaty? = entry.choice("key", isRequired: true)
        let kind: Entry? = entry.choice("entry", isRequired: true)
        let sureness: Sureness? = entry.choice("sure", isRequired: true)
        let (name, inForce) = (entry.text("name", isRequired: true), entry.day("in_force", isRequired: true))
        let article = entry.number("entry_article", isRequired: true)
        func term(_ count: String, _ article: String) -> Term? {
            guard let count = entry.number(count), let article = entry.number(article, isRequired: true) else { return nil }
            return Term(count: count, article: article)
        }
        adopted = entry.day("adopted")
        opened = entry.day("opened")
        closed = entry.day("closed")
        stockpile = term("stockpile_years", "stockpile_article")
        clearance = term("clearance_years", "clearance_article")
        extensionYears = entry.number("extension_years")
        report = term("report_days", "report_article")
        reportArticle = report?.article ?? entry.number("reports")
        lastForm = entry.text("forms").flatMap { $0.utf8.count == 1 ? $0.utf8.first : nil }
        withdrawal = term("withdrawal_months", "withdrawal_article")
        var reportDay: (month: Int, day: Int)?
        if let text = entry.text("report_day") {
            // A leap year, so that 29 February can be said.
            if let date = CalendarDate(prose: text + " 2024"), let month = date.month, let day = date.day {
                reportDay = (month, day)
            } else {
                entry.fail("report_day", "`report_day: \(text)` must be a day and a month, such as 30 April")
            }
        }
        self.reportDay = reportDay
        guard let treaty, let kind, let sureness, let name, let inForce, let article else { return nil }
        (self.treaty, self.entry, self.sureness, self.name) = (treaty, kind, sureness, name)
        (self.inForce, entryArticle) = (inForce, article)
    }

    package static func read(_ bytes: [UInt8]) -> (rules: [TreatyRules], problems: [ReferenceProblem]) {
        var file = ReferenceFile(bytes)
        let rules = file.read(keys) { TreatyRules(&$0) }
        return (rules, file.problems)
    }
}

/// `Config/reference/treaties.yml`
package enum TreatyReference {
    package static let all: [TreatyRules] = TreatyRules.read(EmbeddedConfig.bytes("reference/treaties.yml")).rules
    package static func rules(of treaty: Treaty) -> TreatyRules? { all.first { $0.treaty == treaty } }
}
