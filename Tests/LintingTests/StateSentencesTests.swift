import Linting
import ProfileFacts
import TestSupport
import Testing

/// The sentences that a profile opens with, of every state that ever joined the Mine Ban Treaty, in five wordings.
@Suite("Sentences on every state")
struct StateSentencesTests {
    private static let states = StateReference.all.filter { $0.consent != nil && $0.entryIntoForce != nil }

    private struct Wording: Sendable {
        let text: @Sendable (State, CalendarDate, CalendarDate) -> String
    }

    private static func verb(_ state: State) -> String {
        switch state.consent?.what {
        case .accession: "acceded to"
        case .acceptance: "accepted"
        case .approval: "approved"
        case .succession: "succeeded to"
        default: "ratified"
        }
    }

    private static func noun(_ state: State) -> String { state.consent?.what.rawValue ?? "" }

    private static let wordings: [Wording] = [
        Wording { "\($0.name) \(verb($0)) the Mine Ban Treaty on \($1.prose), becoming a State Party on \($2.prose)." },
        Wording {
            "\($0.name) deposited its instrument of \(noun($0)) to the Mine Ban Treaty on \($1.prose). It became a State Party on \($2.prose)."
        },
        Wording { "On \($1.prose), \($0.name) \(verb($0)) the Mine Ban Treaty, which entered into force for it on \($2.prose)." },
        Wording { state, deposit, entry in
            let signed = state.signed.map { "signed the Mine Ban Treaty on \($0.prose), " } ?? ""
            return
                "\(state.name) \(signed)\(verb(state)) the Mine Ban Treaty on \(deposit.prose), and has been a State Party since \(entry.prose)."
        },
        Wording {
            "The Mine Ban Treaty entered into force for \($0.name) on \($2.prose), after it had deposited its instrument of \(noun($0)) on \($1.prose)."
        },
    ]

    private func findings(_ state: State, _ text: String) -> [Finding] {
        let first = text.prefix(1).uppercased() + text.dropFirst()
        let profile =
            "---\ntopic: mine-ban-policy\ncountry: \(state.title)\niso3: \(state.iso3)\nlast_updated: 2026-02-20\n---\n\n## Policy\n\n\(first)\n"
        return Linter().check(Array(profile.utf8), fileName: "state.md").filter { $0.group == .dates }
    }

    @Test("The depositary's dates are in order, in every wording")
    func right() throws {
        #expect(Self.states.count == 166)
        var count = 0
        for state in Self.states {
            let (consent, entry) = (try #require(state.consent), try #require(state.entryIntoForce))
            for (index, wording) in Self.wordings.enumerated() {
                count += 1
                let found = findings(state, wording.text(state, consent.date, entry))
                #expect(found.isEmpty, "\(state.name), wording \(index + 1): \(found.map(\.message))")
            }
        }
        print("Dates: \(count) right sentences on \(Self.states.count) states")
    }

    @Test("A shifted entry into force is found in every wording", arguments: [-12, -2, -1, 1, 3, 12])
    func shiftedEntry(_ months: Int) throws {
        var (count, found) = (0, 0)
        for state in Self.states where state.consent?.what != .succession {
            let (consent, entry) = (try #require(state.consent), try #require(state.entryIntoForce))
            for (index, wording) in Self.wordings.enumerated() {
                count += 1
                let text = wording.text(state, consent.date, entry.adding(months: months))
                let isFound = !findings(state, text).isEmpty
                if isFound { found += 1 }
                #expect(isFound, "wording \(index + 1): \(text)")
            }
        }
        print("Dates: \(found) of \(count) sentences found with an entry into force \(months) months off")
    }

    @Test("A deposit shifted past the half-year that it decides is found in every wording", arguments: [-7, 1, 2, 12])
    func shiftedDeposit(_ months: Int) throws {
        var (count, found) = (0, 0)
        let rules = try #require(TreatyReference.rules(of: .mineBan))
        for state in Self.states where state.consent?.what != .succession {
            let (consent, entry) = (try #require(state.consent), try #require(state.entryIntoForce))
            let shifted = consent.date.adding(months: months)
            // Among the first forty one month is as good as another.
            guard rules.entryIntoForce(deposited: shifted) != entry else { continue }
            for (index, wording) in Self.wordings.enumerated() {
                count += 1
                let text = wording.text(state, shifted, entry)
                let isFound = !findings(state, text).isEmpty
                if isFound { found += 1 }
                #expect(isFound, "wording \(index + 1): \(text)")
            }
        }
        print("Dates: \(found) of \(count) sentences found with a deposit \(months) months off")
    }

    @Test("An entry into force on another day than the first of a month is found")
    func shiftedDay() throws {
        for state in Self.states where state.consent?.what != .succession {
            let (consent, entry) = (try #require(state.consent), try #require(state.entryIntoForce))
            let text = Self.wordings[0].text(state, consent.date, entry.adding(days: 2))
            #expect(findings(state, text).contains { $0.rule == "entry-into-force" }, "\(text)")
        }
    }

    @Test("What is found is provable for an accession, and a warning for a ratification, which may be a parliament's")
    func severity() throws {
        for state in Self.states where state.consent?.what == .accession || state.consent?.what == .ratification {
            let (consent, entry) = (try #require(state.consent), try #require(state.entryIntoForce))
            let found = findings(state, Self.wordings[0].text(state, consent.date, entry.adding(months: 1)))
                .filter { $0.rule == "entry-into-force" }
            #expect(found.map(\.severity) == [consent.what == .accession ? .error : .warning], "\(state.name)")
        }
    }
}
