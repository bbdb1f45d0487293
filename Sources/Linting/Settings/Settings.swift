import ProfileFacts
import ProfileSyntax

/// What a team has settled for its profiles: the contents of `Config/footing.yml`.
package struct Settings: Sendable {
    /// What is settled for one rule, or for the rules of a group.
    package struct RuleSetting: Sendable, Equatable {
        package var level: Level?
        package var fix: FixLevel?

        package init(level: Level? = nil, fix: FixLevel? = nil) {
            self.level = level
            self.fix = fix
        }
    }

    /// Whether a rule runs, and how bad its findings are.
    package enum Level: String, Sendable, CaseIterable {
        case off, on, advice, warning, error

        package var severity: Severity? { Severity(rawValue: rawValue) }
    }

    /// How far the fixes of a rule may be trusted, where the team differs from the rule.
    package enum FixLevel: String, Sendable, CaseIterable {
        case safe, unsafe, never
    }

    /// Rule settings for some paths.
    package struct PathSettings: Sendable {
        package var match: [GlobPattern]
        package var rules: [String: RuleSetting]
    }

    /// The form of footnotes that a team wants.
    package enum FormChoice: String, Sendable, CaseIterable {
        case any, markdown, bracket
    }

    /// When a run fails.
    package enum Threshold: String, Sendable, CaseIterable {
        case advice, warning, error, never

        package func isReached(by severity: Severity) -> Bool { Severity(rawValue: rawValue).map { severity >= $0 } ?? false }
    }

    /// A text of the settings with the bytes that it was read from.
    package struct Written: Sendable, Equatable {
        package let text: String
        package let range: Range<Int>

        /// Nil for what is no text.
        init?(_ node: YAMLNode) {
            guard let text = node.scalar else { return nil }
            self.text = text
            range = node.range
        }
    }

    /// The least version of the program that reads these settings rightly.
    package var minimumVersion: String?
    package var extends: Written?
    package var rules: [String: RuleSetting] = [:]
    package var paths: [PathSettings] = []
    package var exclude: [GlobPattern] = []
    /// Names of topics, and paths of topic files; nil for all that the program or the repository has.
    package var topics: [Written]?
    package var form: FormChoice?
    package var allowsRepeatedNotes: Bool?
    package var failOn: Threshold?
    package var baseline: Written?
    package var isBaselineStrict: Bool?

    package init() {}

    /// These settings over those that they extend: what is said here wins.
    package func over(_ base: Settings) -> Settings {
        var merged = self
        merged.rules = base.rules.merging(rules) { base, own in
            RuleSetting(level: own.level ?? base.level, fix: own.fix ?? base.fix)
        }
        merged.paths = base.paths + paths
        merged.exclude = base.exclude + exclude
        merged.topics = topics ?? base.topics
        merged.form = form ?? base.form
        merged.allowsRepeatedNotes = allowsRepeatedNotes ?? base.allowsRepeatedNotes
        merged.failOn = failOn ?? base.failOn
        merged.baseline = baseline ?? base.baseline
        merged.isBaselineStrict = isBaselineStrict ?? base.isBaselineStrict
        merged.minimumVersion = minimumVersion ?? base.minimumVersion
        return merged
    }

    package func excludes(_ path: String) -> Bool { exclude.contains { $0.matches(path) } }

    /// Which of ``paths`` hold for a path below the settings' root.
    package func places(of path: String) -> [Int] {
        paths.indices.filter { index in paths[index].match.contains { $0.matches(path) } }
    }

    /// The settings for some paths that hold for a path below the settings' root.
    func settings(for path: String) -> [PathSettings] { places(of: path).map { paths[$0] } }

    /// What is settled for a rule: what is said later, and by the rule's own name, wins.
    package func setting(of rule: RuleDescription, places: [Int]) -> RuleSetting {
        var result = RuleSetting()
        for layer in [rules] + places.map({ paths[$0].rules }) {
            for name in [rule.group.rawValue, rule.name] {
                guard let setting = layer[name] else { continue }
                result = RuleSetting(level: setting.level ?? result.level, fix: setting.fix ?? result.fix)
            }
        }
        return result
    }
}

/// What rules are told of the settings.
package struct RuleOptions: Sendable {
    package var topics = Topic.known
    package var reference = Reference.carried
    package var form = Settings.FormChoice.any
    package var allowsRepeatedNotes = false

    package init() {}
}
