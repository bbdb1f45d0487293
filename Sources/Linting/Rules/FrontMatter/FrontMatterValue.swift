import ProfileFacts

/// A value that its key cannot have.
enum FrontMatterValue: Rule {
    static let about = RuleDescription(
        name: "front-matter-value", group: .frontMatter, severity: .error,
        summary: "A value of the front matter has the wrong form, cannot be, or contradicts another.",
        rationale: """
            Dates are YYYY-MM-DD so that programs read them one way. The status is that on the day of the last update, by the
            depositary's list (Config/reference/states.yml); what the list knows from memory only is a warning.
            """,
        fix:
            "safe: writes a date or a number in the one form that it can mean; unsafe: the nearest known word, the known status or code",
        examples: [
            .pass(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\niso3: BLR\nlast_updated: 2022-09-28\ntreaty:\n  status: state-party\n---\n\n## Policy\n\nText.\n"
            ),
            .pass(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Cote d'Ivoire\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n",
                named: "cote-divoire.md"),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: ⟦28 September 2022⟧\n---\n\n## Policy\n\nText.\n",
                mended: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n  acceded: ⟦2003-9-3⟧\n---\n\n## Policy\n\nText.\n",
                mended:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n  acceded: 2003-09-03\n---\n\n## Policy\n\nText.\n"
            ),
            .find(file: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: ⟦09/08/2022⟧\n---\n\n## Policy\n\nText.\n"),
            .find(file: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: ⟦2022-06-31⟧\n---\n\n## Policy\n\nText.\n"),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n  status: ⟦not-party⟧\n  entry_into_force: 2004-03-01\n---\n\n## Policy\n\nText.\n"
            ),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\niso3: ⟦RUS⟧\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"
            ),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\nfigures:\n  destroyed:\n    total: ⟦294,775⟧\n---\n\n## Policy\n\nText.\n",
                mended:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\nfigures:\n  destroyed:\n    total: 294775\n---\n\n## Policy\n\nText.\n"
            ),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\nfigures:\n  destroyed:\n    total: 3\n    note: ⟦7⟧\n---\n\n## Policy\n\nText.\n"
            ),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for problem in subject.facts.header.problems {
            guard let (message, fixes) = verdict(problem, subject) else { continue }
            report.add(
                problem.range, message, severity: severity(problem.kind), labels: labels(problem.kind), fixes: fixes,
                evidence: evidence(problem.kind))
        }
    }

    private static func verdict(_ problem: HeaderProblem, _ subject: Subject) -> (String, [Fix])? {
        let range = problem.range
        func replace(_ text: String?, _ applicability: Applicability) -> [Fix] {
            text.map { [Fix("Write \($0)", applicability, [Edit(range, $0)])] } ?? []
        }
        let statuses = Words.list(TreatyStatus.allCases.map(\.rawValue), "or")
        switch problem.kind {
        case .wrongType(let key, let expected):
            return ("\(key) takes \(expected).", [])
        case .dateForm(let key, let iso):
            return ("\(key) takes a date in the form YYYY-MM-DD\(iso.map { ": \($0)" } ?? "").", replace(iso, .safe))
        case .impossibleDate(let text, .month(let month)):
            return ("\(text) is no date: there is no month \(month).", [])
        case .impossibleDate(let text, .day(_, let last)):
            return ("\(text) is no date: that month has \(last) days.", [])
        case .impossibleDate(let text, .form):
            return ("\(text) is no date.", [])
        case .unknownTopic(let name, let nearest):
            let known = Words.list(subject.options.topics.map(\.name), "or")
            return (
                "There is no topic “\(name)”.\(nearest.map { Words.didYouMean($0) } ?? " Known: \(known).")",
                replace(nearest, .unsafe)
            )
        case .unknownStatus(let name, let nearest):
            return (
                "“\(name)” is no status.\(nearest.map { Words.didYouMean($0) } ?? "") A status is \(statuses).",
                replace(nearest, .unsafe)
            )
        case .unknownCountry(let name, let nearest):
            return (
                "The reference knows no state “\(name)”.\(Words.didYouMean(nearest)) An area that is no state may keep its name.",
                []
            )
        case .malformedISO3(let code, let country):
            let upper = code.uppercased()
            let fits = country?.iso3 == upper
            return (
                "“\(code)” is no ISO 3166 code: three capital letters\(country.map { ", \($0.iso3) for \($0.name)" } ?? "").",
                replace(country?.iso3, fits ? .safe : .unsafe)
            )
        case .iso3OfAnother(let code, let country, let owner):
            let whose = owner.map { "\(code) is the code of \($0.name)" } ?? "No state has the code \(code)"
            return ("\(whose); \(country.name) has \(country.iso3).", replace(country.iso3, .unsafe))
        case .statusAgainstDate(let status, let key, _):
            return ("The status is \(status.rawValue), but \(key) says that the treaty is in force. Correct one of them.", [])
        case .statusAgainstReference(let status, let state, let known, _, let day):
            return (
                "The status is \(status.rawValue), but on \(day.prose) \(state.name) was \(phrase(known)).",
                replace(known.rawValue, .unsafe)
            )
        case .malformedNumber(let text, let plain):
            return (
                "“\(text)” is no number as the ledger has them: digits without separators\(plain.map { ", \($0)" } ?? "").",
                replace(plain, .safe)
            )
        case .unknownReference(let name, let nearest):
            return ("The ledger has no figure or part “\(name)”.\(Words.didYouMean(nearest))", replace(nearest, .unsafe))
        case .noSuchNote(let number):
            return ("There is no note \(number). Name the note that sources this figure.", [])
        case .noFrontMatter, .yaml, .missingKey, .unknownKey, .duplicateKey:
            return nil
        }
    }

    private static func phrase(_ status: TreatyStatus) -> String {
        switch status {
        case .stateParty: "a State Party (state-party)"
        case .signatory: "a signatory (signatory)"
        case .notParty: "not party to the treaty (not-party)"
        case .withdrawn: "withdrawn from the treaty (withdrawn)"
        }
    }

    private static func severity(_ kind: HeaderProblem.Kind) -> Severity? {
        switch kind {
        case .unknownCountry: .warning
        case .statusAgainstReference(_, _, _, let sureness, _): sureness == .verified || sureness == .derived ? nil : .warning
        default: nil
        }
    }

    private static func labels(_ kind: HeaderProblem.Kind) -> [Label] {
        if case .statusAgainstDate(_, let key, let date) = kind { [Label(date, "\(key) is before the last update")] } else { [] }
    }

    private static func evidence(_ kind: HeaderProblem.Kind) -> [String] {
        guard case .statusAgainstReference(_, let state, _, let sureness, _) = kind else { return [] }
        let days = [
            state.signed.map { "signed \($0.prose)" }, state.entryIntoForce.map { "in force \($0.prose)" },
            state.withdrawalEffective.map { "withdrawn \($0.prose)" },
        ].compactMap(\.self)
        return ["\(state.name): \(days.isEmpty ? "has not joined" : days.joined(separator: ", ")) (\(sureness.rawValue))."]
    }
}
