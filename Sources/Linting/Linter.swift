import ProfileFacts
import ProfileSyntax

/// Runs rules over profiles.
package struct Linter: Sendable {
    /// A rule that runs. It is a class, so that none of it is copied for every profile.
    private final class Chosen: Sendable {
        let rule: any Rule.Type
        let about: RuleDescription
        /// What the settings say of it; nil where that is nothing.
        let setting: Settings.RuleSetting?

        init(rule: any Rule.Type, about: RuleDescription, setting: Settings.RuleSetting?) {
            (self.rule, self.about, self.setting) = (rule, about, setting)
        }
    }

    private let rules: [Chosen]
    private let enabled: Set<String>
    /// What the rules ask of the prose.
    private let readings: ProfileFacts.Readings
    package let options: RuleOptions

    /// A linter with those rules that a selection and the settings name.
    package init(
        _ selection: RuleSelection = .all, of catalogue: [any Rule.Type] = Catalogue.rules, settings: Settings = Settings(),
        places: [Int] = [], topics: [Topic] = Topic.known, reference: Reference = .carried
    ) {
        rules = catalogue.compactMap { rule in
            let setting = settings.setting(of: rule.about, places: places)
            guard selection.includes(rule.about), setting.level != .off || selection.names(rule.about) else { return nil }
            return Chosen(rule: rule, about: rule.about, setting: setting == Settings.RuleSetting() ? nil : setting)
        }
        enabled = Set(rules.map { $0.about.name })
        readings = rules.reduce(into: []) { $0.formUnion($1.about.group.readings) }
        var options = RuleOptions()
        options.topics = topics
        options.reference = reference
        options.form = settings.form ?? options.form
        options.allowsRepeatedNotes = settings.allowsRepeatedNotes ?? options.allowsRepeatedNotes
        self.options = options
    }

    /// Whether a rule runs.
    package func runs(_ rule: String) -> Bool { enabled.contains(rule) }

    /// The findings in a text, sorted by place; those of a change too, where the text before it is given.
    package func check(_ bytes: [UInt8], fileName: String?, change: Change? = nil) -> [Finding] {
        check(Profile(parsing: bytes), fileName: fileName, change: change)
    }

    package func check(_ profile: Profile, fileName: String?, change: Change? = nil) -> [Finding] {
        let subject = Subject(
            profile, fileName: fileName, options: options, change: change, reading: change == nil ? readings : .all)
        // A text that is not UTF-8 cannot be read: what else would be found in it is guesswork.
        if profile.oddities.contains(where: { $0.kind == .invalidUTF8 }) {
            var report = Report(Encoding.about)
            let chosen = rules.first { $0.about.name == Encoding.about.name }
            run(chosen ?? Chosen(rule: Encoding.self, about: Encoding.about, setting: nil), subject, &report)
            return report.findings
        }
        var report = Report(WaiverUnused.about)
        for chosen in rules where chosen.rule != WaiverUnused.self && (change != nil || chosen.about.group != .changes) {
            run(chosen, subject, &report)
        }
        var found = report.findings
        if !subject.waivers.isEmpty {
            var used = Set<Int>()
            found.removeAll { finding in
                guard finding.rule != WaiverReason.about.name,
                    let waiver = subject.waivers.firstIndex(where: { $0.covers(finding) })
                else { return false }
                used.insert(waiver)
                return true
            }
            let unused = subject.waivers.indices.filter { !used.contains($0) && canTell(subject.waivers[$0], change != nil) }
            if let chosen = rules.first(where: { $0.rule == WaiverUnused.self }) {
                report.findings = found
                run(chosen, Subject(subject, unusedWaivers: unused.map { subject.waivers[$0] }), &report)
                found = report.findings
            }
        }
        return found.sorted(by: Self.isBefore)
    }

    private func run(_ chosen: Chosen, _ subject: Subject, _ report: inout Report) {
        let first = report.findings.count
        report.rule = chosen.about
        chosen.rule.check(subject, &report)
        guard let setting = chosen.setting else { return }
        for index in first..<report.findings.count { report.findings[index] = report.findings[index].settled(setting) }
    }

    /// Whether all rules that a waiver names have run, so that it can be told to be of no use.
    private func canTell(_ waiver: Waiver, _ knowsChange: Bool) -> Bool {
        waiver.reason != nil
            && waiver.rules.allSatisfy { name in
                let group = RuleGroup(rawValue: name)
                let known = Catalogue.rules.filter { $0.about.name == name || $0.about.group == group }
                return known.allSatisfy { enabled.contains($0.about.name) && (knowsChange || $0.about.group != .changes) }
            }
    }

    private static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
        if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
        if a.range.upperBound != b.range.upperBound { return a.range.upperBound < b.range.upperBound }
        return a.rule != b.rule ? a.rule < b.rule : a.message < b.message
    }
}

extension RuleGroup {
    /// What the group's rules ask of the prose besides its numbers and words.
    fileprivate var readings: ProfileFacts.Readings {
        switch self {
        case .totals: .relations
        case .dates: .dates
        // Those on changes ask for all, where there is a change.
        case .footnotes, .frontMatter, .structure, .style, .changes: []
        }
    }
}

/// Which rules run.
package struct RuleSelection: Sendable {
    package static let all = RuleSelection(select: [], ignore: [])

    private let select: Set<String>
    private let ignore: Set<String>

    /// Names of rules or groups; an empty selection is all. Throws ``UnknownRule`` for a name that is neither.
    package init(selecting select: [String], ignoring ignore: [String]) throws(UnknownRule) {
        for name in select + ignore {
            guard Catalogue.isKnown(name) else {
                throw UnknownRule(name: name, nearest: NearestName.of(name, among: Catalogue.names))
            }
        }
        self.init(select: Set(select), ignore: Set(ignore))
    }

    private init(select: Set<String>, ignore: Set<String>) {
        self.select = select
        self.ignore = ignore
    }

    /// The more specific name wins: a rule's own name over its group's.
    func includes(_ rule: RuleDescription) -> Bool {
        if ignore.contains(rule.name) { return false }
        if select.contains(rule.name) { return true }
        if ignore.contains(rule.group.rawValue) { return false }
        return select.isEmpty || select.contains(rule.group.rawValue)
    }

    /// Whether a rule is asked for by its own name.
    func names(_ rule: RuleDescription) -> Bool { select.contains(rule.name) }
}

/// A name that is neither a rule's nor a group's.
package struct UnknownRule: Error {
    package let name: String
    package let nearest: String?
}
