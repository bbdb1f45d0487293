import ProfileFacts

/// What the rules on dates have in common: how a milestone is told, and what is written in its place.
enum DateFinding {
    /// `accession on 3 September 2003`
    static func told(_ milestone: Milestone) -> String { "\(noun(milestone.what)) \(on(milestone.span))" }

    /// `on 3 September 2003`, `in September 2003`
    static func on(_ span: DaySpan) -> String { (span.grain == .day ? "on " : "in ") + span.prose }

    static func noun(_ what: DateFact.What) -> String {
        switch what {
        case .initialReportDeadline: "deadline of the initial report"
        case .annualReportDeadline: "deadline of the annual report"
        case .withdrawalNotice: "notice of withdrawal"
        case .withdrawalEffect: "end of membership"
        default: what.rawValue
        }
    }

    /// `deposited 3 September 2003`
    static func verb(_ what: DateFact.What, isDeposit: Bool = true) -> String {
        switch what {
        case .signature: "signed"
        case .accession: "acceded"
        case .ratification, .acceptance, .approval:
            isDeposit ? "deposited" : what == .ratification ? "ratified" : what == .acceptance ? "accepted" : "approved"
        case .succession: "succeeded"
        default: what.rawValue
        }
    }

    /// A day as it is written where another one stands: as coarse, in the same form.
    static func written(_ date: CalendarDate, insteadOf milestone: Milestone) -> String {
        let coarse =
            switch milestone.span.grain {
            case .day: date
            case .month: CalendarDate(year: date.year, month: date.month)
            case .year: CalendarDate(year: date.year)
            }
        return milestone.isInFrontMatter ? coarse.iso : coarse.prose
    }

    static func fix(_ milestone: Milestone, to date: CalendarDate, _ applicability: Applicability) -> Fix {
        let text = written(date, insteadOf: milestone)
        return Fix("Write \(text)", applicability, [Edit(milestone.range, text)])
    }

    /// The same to the one date that a span can mean where it is written as coarsely as the milestone; nil where it can mean several.
    static func fix(_ milestone: Milestone, to span: DaySpan, _ applicability: Applicability) -> Fix? {
        guard written(span.first, insteadOf: milestone) == written(span.last, insteadOf: milestone) else { return nil }
        return fix(milestone, to: span.first, applicability)
    }

    /// The sixth month after a deposit, spelt out: `deposited 3 September 2003 → sixth month after → 1 March 2004 (Article 17)`.
    static func working(_ deposit: Milestone, _ rules: TreatyRules, _ result: DaySpan) -> String {
        let start = "\(verb(deposit.what, isDeposit: deposit.isDeposit)) \(deposit.span.prose)"
        let step = rules.entry == .firstOfSixthMonth ? "sixth month after" : "six months later"
        let isFloor = result.first == rules.inForce
        return "\(start) → \(isFloor ? "with the treaty itself" : step) → \(result.prose) (Article \(rules.entryArticle))"
    }
}
