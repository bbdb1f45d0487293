import ProfileFacts
import ProfileSyntax

/// Reads settings. What is wrong with them becomes findings with places, as in a profile.
package struct SettingsReader {
    /// The page of the findings in settings.
    package static let about = RuleDescription(
        name: "settings", group: .structure, severity: .error,
        summary: "The settings hold something that Footing does not know.",
        rationale: """
            A misspelt key or rule would be passed over in silence, and what it was to do would not be done. So nothing is checked
            until the settings are in order. Their keys are in `Config/schema/settings.json`.
            """,
        fix: nil, examples: [])

    private let version: String
    /// The names of the topics that may be named; nil for any.
    private let topics: [String]?
    private var form = FormChecker(about)

    private init(version: String, topics: [String]?) {
        self.version = version
        self.topics = topics
    }

    /// The settings in a text, and what is wrong with them.
    package static func read(
        _ bytes: [UInt8], version: String, topics: [String]? = Topic.known.map(\.name)
    ) -> (settings: Settings, findings: [Finding]) {
        var reader = SettingsReader(version: version, topics: topics)
        let settings = reader.read(bytes)
        return (settings, reader.form.report.findings.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    /// What is wrong at a place of the settings that only shows where they are used, such as a file that is not there.
    package static func finding(_ range: Range<Int>, _ message: String) -> Finding {
        Finding(
            rule: about.name, group: about.group, severity: about.severity, message: message, range: range, labels: [], fixes: [],
            evidence: [])
    }

    private mutating func read(_ bytes: [UInt8]) -> Settings {
        let needs = "Settings are keys and values, such as \"fail_on: warning\"."
        guard let root = form.read(bytes, SettingsForm.fields, needs: needs) else { return Settings() }
        checkVersion(root["minimum_version"])
        checkTopics(root["topics"])
        return form.report.findings.isEmpty ? settings(root) : Settings()
    }

    // MARK: - Values

    /// The values of a text that has the right form.
    private func settings(_ root: YAMLNode) -> Settings {
        var settings = Settings()
        settings.minimumVersion = root["minimum_version"]?.scalar
        settings.extends = root["extends"].flatMap(Settings.Written.init)
        settings.rules = rules(root["rules"])
        settings.paths = items(root["paths"]).map {
            Settings.PathSettings(match: texts($0["match"]).map(GlobPattern.init), rules: rules($0["rules"]))
        }
        settings.exclude = texts(root["exclude"]).map(GlobPattern.init)
        settings.topics = root["topics"].map { items($0).compactMap(Settings.Written.init) }
        settings.form = root["footnotes"]?["form"]?.scalar.flatMap(Settings.FormChoice.init)
        settings.allowsRepeatedNotes = root["footnotes"]?["repeated"]?.scalar.map { $0 == "allowed" }
        settings.failOn = root["fail_on"]?.scalar.flatMap(Settings.Threshold.init)
        settings.baseline = root["baseline"]?["file"].flatMap(Settings.Written.init)
        settings.isBaselineStrict = root["baseline"]?["strict"]?.scalar.map { $0 == "true" }
        return settings
    }

    /// One value or a list of them.
    private func items(_ node: YAMLNode?) -> [YAMLNode] { node?.items ?? node.map { [$0] } ?? [] }

    private func texts(_ node: YAMLNode?) -> [String] { items(node).compactMap(\.scalar) }

    private func rules(_ node: YAMLNode?) -> [String: Settings.RuleSetting] {
        var rules: [String: Settings.RuleSetting] = [:]
        for entry in node?.entries ?? [] {
            rules[entry.name] = Settings.RuleSetting(
                level: (entry.value["severity"] ?? entry.value).scalar.flatMap(Settings.Level.init),
                fix: entry.value["fix"]?.scalar.flatMap(Settings.FixLevel.init))
        }
        return rules
    }

    private mutating func checkVersion(_ node: YAMLNode?) {
        guard let node, let text = node.scalar else { return }
        func parts(_ text: String) -> [Int]? {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
            return parts.contains(nil) ? nil : parts.compactMap { $0 }
        }
        guard let wanted = parts(text), let own = parts(version) else {
            return form.add(node.range, "\"\(text)\" is no version. Write one such as \(version).")
        }
        if own.lexicographicallyPrecedes(wanted) {
            form.add(node.range, "These settings need Footing \(text); this is \(version). Install the newer one.")
        }
    }

    private mutating func checkTopics(_ node: YAMLNode?) {
        guard let topics else { return }
        for item in items(node) {
            guard let name = item.scalar, !name.isEmpty, !name.hasSuffix(".yml"), !topics.contains(name) else { continue }
            let way = NearestName.of(name, among: topics).map { Words.didYouMean($0) } ?? " Known: \(Words.list(topics))."
            form.add(
                item.range,
                "There is no topic \"\(name)\".\(way) A topic of your own has a file in Config/topics, or is the path of one, ending in .yml."
            )
        }
    }
}

extension YAMLProblem.Kind {
    /// What is wrong, for a text that is YAML from end to end.
    package var message: String {
        switch self {
        case .unclosed: "This is not closed."
        case .notAMapping: "This needs keys and values."
        case .tab: "A tab indents this line. Indent with spaces."
        case .alias: "YAML aliases are not read here. Write the value out."
        case .tooDeep: "This is nested too deep."
        case .severalDocuments: "Only one document can stand in a file. Take away the line ---."
        case .syntax(let said): "This is not YAML: \(said)."
        }
    }
}
