import ProfileFacts

struct TreatyStanding: Rule {
    static let about = RuleDescription(
        name: "treaty-standing",
        group: .dates,
        severity: .error,
        summary: "A state that is told to stand otherwise with a treaty than it did on the day of the last update.",
        rationale: """
            Whether a state is a party, a signatory or neither follows from its days in Config/reference/states.yml, on the day of the \
            last update. In the months between deposit and entry into force either may be said. Nobody joins a protocol of the \
            Convention on Conventional Weapons without the convention. What the reference has from memory is a warning.
            """,
        fix: nil,
        examples: [
            .pass("Belarus is a State Party to the Mine Ban Treaty, while Russia is not party to it."),
            .pass("Belarus is party to the Convention on Conventional Weapons (CCW) and its Amended Protocol II."),
            .pass(
                "In 2000, Belarus was not party to the Mine Ban Treaty. If Russia is a State Party to the treaty one day, it is bound."
            ),
            .find("Belarus ⟦is not party⟧ to the Mine Ban Treaty."),
            .pass("Belarus has not ratified the Mine Ban Treaty but acceded to it."),
            .find("Ukraine ⟦has not ratified⟧ the Mine Ban Treaty."),
            .find("Russia ⟦has acceded⟧ to the Mine Ban Treaty."),
            .find("The Arab Republic of Egypt ⟦is party⟧ to the Mine Ban Treaty."),
            .find("Belarus ⟦has not acceded⟧ to the Mine Ban Treaty."),
            .find("Russia ⟦is a State Party⟧ to the Mine Ban Treaty."),
            .find("Belarus ⟦is a signatory⟧ to the Mine Ban Treaty."),
            .find("Ukraine ⟦withdrew⟧ from the Mine Ban Treaty."),
            .find("Belarus is party to CCW Amended Protocol II. Belarus ⟦is not party⟧ to the CCW."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let updated = subject.facts.header.lastUpdated?.value.lastDay else { return }
        for claim in subject.facts.claims {
            if let (known, sureness) = contradiction(claim, on: updated) {
                report.add(
                    claim.range,
                    "\(claim.state.name) is said \(told(claim)) \(name(claim.treaty)), but by the reference it \(known).",
                    severity: sureness == .memory || sureness == .unsure ? .warning : .error)
            } else if claim.treaty == .ccw, claim.standing == .notParty, let other = protocolClaim(claim.state, subject) {
                report.add(
                    claim.range,
                    "\(claim.state.name) cannot be party to \(name(other.treaty)) and not to the convention that it belongs to.",
                    labels: [Label(other.range, "the protocol")])
            }
        }
    }

    private static func told(_ claim: StatusClaim) -> String {
        switch claim.standing {
        case .party: "to be party to"
        case .notParty: "not to be party to"
        case .notRatified: "not to have ratified"
        case .signatory: "to be a signatory of"
        case .withdrawn: "to have withdrawn from"
        }
    }

    private static func name(_ treaty: Treaty) -> String {
        "the " + (TreatyReference.rules(of: treaty)?.name ?? treaty.rawValue)
    }

    private static func protocolClaim(_ state: State, _ subject: Subject) -> StatusClaim? {
        subject.facts.claims.first {
            $0.state.iso3 == state.iso3 && $0.standing == .party && [.amendedProtocolII, .protocolV].contains($0.treaty)
        }
    }

    /// What the reference knows instead; nil where it bears out the claim, or cannot tell.
    private static func contradiction(_ claim: StatusClaim, on updated: CalendarDate) -> (known: String, Sureness)? {
        let state = claim.state
        guard claim.treaty == .mineBan else {
            guard claim.standing == .notParty || claim.standing == .notRatified, let other = state.others[claim.treaty],
                other.date.isBefore(updated)
            else {
                return nil
            }
            return ("consented to be bound on \(other.date.prose)", other.sureness)
        }
        guard let (status, sureness) = state.status(on: updated) else { return nil }
        let isBound = state.consent.map { $0.date.isBefore(updated) } ?? false
        let holds =
            switch claim.standing {
            case .party: status == .stateParty || status != .withdrawn && isBound
            case .notParty: status != .stateParty
            // Who acceded did not ratify.
            case .notRatified: status != .stateParty || state.consent?.what == .accession
            case .signatory: status == .signatory
            // Before it takes effect, a withdrawal may be told as done.
            case .withdrawn: state.withdrawalEffective != nil
            }
        return holds ? nil : (days(state, status), sureness)
    }

    /// `acceded on 3 September 2003 and has been a State Party since 1 March 2004`
    private static func days(_ state: State, _ status: TreatyStatus) -> String {
        if status == .withdrawn, let day = state.withdrawalEffective { return "has been withdrawn since \(day.prose)" }
        guard let consent = state.consent, status == .stateParty || state.signed == nil else {
            return status == .signatory ? "has signed and not ratified" : "has not joined"
        }
        let since =
            status == .stateParty ? state.entryIntoForce.map { " and has been a State Party since \($0.prose)" } ?? "" : ""
        return "\(DateFinding.verb(consent.what, isDeposit: false)) on \(consent.date.prose)\(since)"
    }
}
