import ProfileFacts

/// A treaty date that cannot change, and did.
enum FactChanged: Rule {
    static let about = RuleDescription(
        name: "fact-changed", group: .changes, severity: .error,
        summary: "A treaty date that cannot change did change.",
        rationale: """
            The day on which a state signed, ratified, accepted, approved, acceded or succeeded, and the day of entry into force,
            are history. A date that is put right is waived in the front matter, with the reason: `# footing-ignore fact-changed:
            the depositary's list has the 5th`. A date that is given more or less exactly is no change, and one that now agrees with
            the rest of the profile, or with the day that `Config/reference/states.yml` has verified, needs no waiver.
            """,
        fix: nil,
        examples: [
            .pass(file: file("acceded: 2003-09-03")).after(file("acceded: 2003")),
            .pass(file: file("acceded: 2003-09")).after(file("acceded: 2003-09-03")),
            .pass(file: file("status: state-party", told(on: "September 2003"))).after(file("status: state-party", told())),
            .pass(file: file("acceded: 2003-09-05 # footing-ignore fact-changed: the depositary's list has the 5th"))
                .after(file("acceded: 2003-09-03")),
            .pass(file: file("acceded: 2003-09-03")).after(file("acceded: 2003-09-05")),
            .pass(file: file("acceded: 2003-09-03")).after(file("ratified: 2003-09-03")),
            .pass(file: file("entry_into_force: 2004-03-01")).after(file("entry_into_force: 2004-03-02")),
            .pass(file: file("status: state-party", told())).after(file("status: state-party", told(on: "5 September 2003"))),
            .pass(file: file("status: state-party", others("9 January 2012")))
                .after(file("status: state-party", others("5 January 2012"))),
            .pass(file: file("status: state-party", "It ratified the Convention on Conventional Weapons on 23 June 1982."))
                .after(file("status: state-party", "It ratified the Convention on Conventional Weapons on 25 June 1982.")),
            .find(file: file("status: state-party", "It ratified the Convention on Conventional Weapons on ⟦24 June 1982⟧."))
                .after(file("status: state-party", "It ratified the Convention on Conventional Weapons on 23 June 1982.")),
            .pass(file: file("acceded: 2003-09-05", told(on: "5 September 2003")))
                .after(file("acceded: 2003-09-03", told(on: "5 September 2003"))),
            .pass(file: file("acceded: 2003-09-03", told())).after(file("acceded: 2003-09-03", told(on: "5 September 2003"))),
            .find(file: file("acceded: ⟦2003-09-05⟧")).after(file("acceded: 2003-09-03")),
            .find(file: file("acceded: ⟦2003-10⟧")).after(file("acceded: 2003-09-03")),
            .find(file: file("status: state-party", told(on: "⟦5 September 2003⟧"))).after(file("status: state-party", told())),
            .find(file: file("status: state-party", told(on: "⟦October 2003⟧"))).after(file("status: state-party", told())),
            .find(file: file("status: state-party", others("⟦5 January 2012⟧")))
                .after(file("status: state-party", others("9 January 2012"))),
            .find(file: file("status: ⟦state-party⟧")).after(file("status: state-party\n  acceded: 2003-09-03")),
        ])

    private static func told(on day: String = "3 September 2003") -> String { "It acceded to the Mine Ban Treaty on \(day)." }
    private static func others(_ day: String) -> String { "Finland acceded to the Mine Ban Treaty on \(day)." }

    private static func file(_ treaty: String, _ text: String = "Text.") -> String {
        "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n  \(treaty)\n---\n\n## Policy\n\n\(text)\n"
    }

    private static let fixed = ["signed", "ratified", "accepted", "approved", "acceded", "succeeded", "entry_into_force"]
    private static let fixedKinds: Set<DateFact.What> = [
        .signature, .ratification, .acceptance, .approval, .accession, .succession, .entryIntoForce,
    ]

    private static let way = "Such a date does not change: restore it, or waive this with the source of the correction."

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let change = subject.change else { return }
        checkFrontMatter(subject, change, &report)
        checkProse(subject, change, &report)
    }

    private static func checkFrontMatter(_ subject: Subject, _ change: Change, _ report: inout Report) {
        let header = subject.facts.header
        for key in fixed {
            guard let before = change.facts.header.milestones[key]?.value else { continue }
            guard let now = header.milestones[key] else {
                checkGone(key, before, subject, &report)
                continue
            }
            guard !isSame(now.value, before), !isRight(now.value, key, header.state), !wasStated(now, change, subject) else {
                continue
            }
            report.add(now.range, "treaty.\(key) was \(before.iso) and is now \(now.value.iso). \(way)")
        }
    }

    private static func checkGone(_ key: String, _ before: CalendarDate, _ subject: Subject, _ report: inout Report) {
        let header = subject.facts.header
        // A date that cannot be read is another rule's finding.
        guard let root = subject.profile.frontMatter?.root, root["treaty"]?[key] == nil else { return }
        // What was deposited is put right by the key.
        let isRenamed = fixed.contains { other in
            header.milestones[other].map { isSame($0.value, before) && isRight($0.value, other, header.state) } ?? false
        }
        guard !isRenamed, let place = header.status?.range ?? header.lastUpdated?.range ?? header.topic?.range else { return }
        report.add(place, "The date of treaty.\(key), \(before.iso), is gone. Write it back.")
    }

    /// Whether two dates can mean one day: a coarser form of a date is no other one.
    private static func isSame(_ a: CalendarDate, _ b: CalendarDate) -> Bool {
        guard let one = DaySpan(a), let other = DaySpan(b) else { return a == b }
        return one.meets(other)
    }

    /// Whether the day stood in the text before: then the front matter was put right by it.
    private static func wasStated(_ date: Header.Read<CalendarDate>, _ change: Change, _ subject: Subject) -> Bool {
        let milestone = subject.facts.milestones.lazy.flatMap(\.milestones).first { $0.isInFrontMatter && $0.range == date.range }
        guard let milestone else { return false }
        return all(milestone, in: change.facts).contains { !$0.isInFrontMatter && $0.span == milestone.span }
    }

    private static func checkProse(_ subject: Subject, _ change: Change, _ report: inout Report) {
        for group in subject.facts.milestones {
            for what in fixedKinds {
                let now = group.all(what).filter { !$0.isInFrontMatter }
                guard let first = now.first, now.count <= mostMentions else { continue }
                let before = all(first, in: change.facts)
                // A date that is added beside another is no change of it.
                guard before.count <= mostMentions,
                    let gone = before.first(where: { old in !old.isInFrontMatter && !now.contains { meets($0, old) } })
                else { continue }
                for milestone in now where !before.contains(where: { meets($0, milestone) }) {
                    guard !isRight(milestone, subject) else { continue }
                    let (old, new) = (change.before.text(gone.range), subject.text(milestone.range))
                    report.add(milestone.range, "The day of \(what.rawValue) was \(old) and is now \(new). \(way)")
                }
            }
        }
    }

    /// Who gives one day more often than this gives no day.
    private static let mostMentions = 200

    /// The milestones of the same kind, treaty and state.
    private static func all(_ milestone: Milestone, in facts: ProfileFacts) -> [Milestone] {
        let group = facts.milestones.first { $0.treaty == milestone.treaty && $0.subject == milestone.subject }
        return group?.all(milestone.what) ?? []
    }

    private static func meets(_ a: Milestone, _ b: Milestone) -> Bool { a.span.meets(b.span) }

    // MARK: - The reference

    /// Whether the reference has verified a date of the front matter.
    private static func isRight(_ date: CalendarDate, _ key: String, _ state: State?) -> Bool {
        guard let what = DateFact.What(key: key), let span = DaySpan(date) else { return false }
        return isRight(span, state?.verifiedDay(of: what, with: .mineBan))
    }

    /// Whether the reference has verified a date of the prose.
    private static func isRight(_ milestone: Milestone, _ subject: Subject) -> Bool {
        guard let sentence = milestone.sentence else { return false }
        let state = subject.facts.state(of: milestone.subject, sentence: sentence, in: subject.profile)
        return isRight(milestone.span, state?.verifiedDay(of: milestone.what, with: milestone.treaty))
    }

    private static func isRight(_ span: DaySpan, _ known: CalendarDate?) -> Bool {
        known.flatMap(DaySpan.init).map(span.meets) ?? false
    }
}
