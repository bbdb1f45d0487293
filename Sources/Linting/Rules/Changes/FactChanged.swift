import ProfileFacts

/// A treaty date that cannot change, and did.
enum FactChanged: Rule {
    static let about = RuleDescription(
        name: "fact-changed", group: .changes, severity: .error,
        summary: "A treaty date that cannot change did change.",
        rationale: """
            The day on which a state signed, ratified, accepted, approved, acceded or succeeded, and the day of entry into force,
            are history. A date that is put right is waived in the front matter, with the reason: `# footing-ignore fact-changed:
            the depositary's list has the 3rd`. A month or day that is added to a year is no change, and a date that now agrees with
            the reference in `Config/reference/states.yml` needs no waiver.
            """,
        fix: nil,
        examples: [
            .pass(file: file("acceded: 2003-09-03")).after(file("acceded: 2003")),
            .pass(file: file("acceded: 2003-09-03 # footing-ignore fact-changed: the depositary's list has the 3rd"))
                .after(file("acceded: 2003-09-05")),
            .pass(file: file("entry_into_force: 2004-03-01")).after(file("entry_into_force: 2004-03-02")),
            .find(file: file("acceded: ⟦2003-09-05⟧")).after(file("acceded: 2003-09-03")),
            .find(file: file("acceded: ⟦2003⟧")).after(file("acceded: 2003-09-03")),
            .find(file: file("status: ⟦state-party⟧")).after(file("status: state-party\n  acceded: 2003-09-03")),
        ])

    private static func file(_ treaty: String) -> String {
        "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n  \(treaty)\n---\n\n## Policy\n\nText.\n"
    }

    private static let fixed = ["signed", "ratified", "accepted", "approved", "acceded", "succeeded", "entry_into_force"]

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let change = subject.change else { return }
        let header = subject.facts.header
        for key in fixed {
            guard let before = change.facts.header.milestones[key]?.value else { continue }
            guard let now = header.milestones[key] else {
                // A date that cannot be read is another rule's finding.
                guard subject.profile.frontMatter?.root?["treaty"]?[key] == nil, subject.profile.frontMatter?.root != nil else {
                    continue
                }
                let place = header.status?.range ?? header.lastUpdated?.range ?? header.topic?.range
                guard let place else { continue }
                report.add(place, "The date of treaty.\(key), \(before.iso), is gone. Write it back.")
                continue
            }
            guard now.value != before, !now.value.iso.hasPrefix(before.iso + "-"), !isRight(now.value, key, header.state) else {
                continue
            }
            report.add(
                now.range,
                "treaty.\(key) was \(before.iso) and is now \(now.value.iso). Such a date does not change: restore it, or waive this with the source of the correction."
            )
        }
    }

    /// Whether the reference knows this to be the day.
    private static func isRight(_ date: CalendarDate, _ key: String, _ state: State?) -> Bool {
        guard let state, state.sureness == .verified else { return false }
        switch key {
        case "signed": return date == state.signed
        case "entry_into_force": return date == state.entryIntoForce && [.verified, .derived].contains(state.entrySureness)
        default: return false
        }
    }
}
