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

    private let bytes: [UInt8]
    private let version: String
    private var report = Report(Self.about)

    private init(_ bytes: [UInt8], version: String) {
        self.bytes = bytes
        self.version = version
    }

    /// The settings in a text, and what is wrong with them.
    package static func read(_ bytes: [UInt8], version: String) -> (settings: Settings, findings: [Finding]) {
        var reader = SettingsReader(bytes, version: version)
        let settings = reader.read()
        return (settings, reader.report.findings.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    private mutating func read() -> Settings {
        var yaml = YAMLReader(bytes, 0..<bytes.count)
        let root = yaml.read()
        for problem in yaml.problems { report.add(problem.range, problem.kind.message) }
        guard let root, !root.isNull else { return Settings() }
        guard root.entries != nil else {
            report.add(root.range, "Settings are keys and values, such as \"fail_on: warning\".")
            return Settings()
        }
        checkRecord(root, SettingsForm.fields, "")
        checkVersion(root["minimum_version"])
        checkTopics(root["topics"])
        return report.findings.isEmpty ? settings(root) : Settings()
    }

    // MARK: - Form

    private mutating func check(_ node: YAMLNode, _ value: SettingsForm.Value, _ path: String, at place: Range<Int>) {
        switch value {
        case .text:
            if (node.scalar ?? "").isEmpty || node.isNull { report.add(place, "\(path) needs a text.") }
        case .boolean:
            if node.scalar != "true", node.scalar != "false" { report.add(place, "\(path) needs true or false.") }
        case .choice(let names):
            guard let name = node.scalar, names.contains(name) else {
                let nearest = node.scalar.flatMap { NearestName.of($0, among: names) }
                let way = nearest.map { Words.didYouMean($0) } ?? " Write \(Words.list(names, "or"))."
                return report.add(place, "\(path) cannot be \(node.scalar.map { "\"\($0)\"" } ?? "that").\(way)")
            }
        case .list(let item):
            for node in node.items ?? [node] { check(node, item, path, at: node.range.isEmpty ? place : node.range) }
        case .rules(let setting):
            guard let entries = node.entries else {
                return report.add(place, "\(path) needs names of rules or groups, each with its severity.")
            }
            for entry in entries {
                if !Catalogue.isKnown(entry.name) {
                    let nearest = NearestName.of(entry.name, among: Catalogue.names)
                    let way = nearest.map { Words.didYouMean($0) } ?? " footing rules lists them."
                    report.add(entry.key.range, "There is no rule or group \"\(entry.name)\".\(way)")
                }
                check(entry.value, setting, path + "." + entry.name, at: Self.place(of: entry))
            }
            checkTwice(entries, path + ".")
        case .record(let fields):
            guard node.entries != nil else {
                return report.add(place, "\(path) needs keys of its own: \(Words.list(fields.map { $0.name })).")
            }
            checkRecord(node, fields, path + ".")
        case .either(let plain, let mapping):
            check(node, node.entries == nil ? plain : mapping, path, at: place)
        }
    }

    private mutating func checkRecord(_ node: YAMLNode, _ fields: [SettingsForm.Field], _ path: String) {
        let entries = node.entries ?? []
        for entry in entries {
            if let field = fields.first(where: { $0.name == entry.name }) {
                check(entry.value, field.value, path + field.name, at: Self.place(of: entry))
            } else {
                let names = fields.map { $0.name }
                let nearest = NearestName.of(entry.name, among: names)
                let way = nearest.map { Words.didYouMean($0) } ?? " Known here: \(Words.list(names))."
                report.add(entry.key.range, "The key \(path)\(entry.name) is unknown.\(way)")
            }
        }
        checkTwice(entries, path)
    }

    private mutating func checkTwice(_ entries: [YAMLNode.Entry], _ path: String) {
        var first: [String: Range<Int>] = [:]
        for entry in entries {
            if let earlier = first[entry.name] {
                report.add(
                    entry.key.range, "The key \(path)\(entry.name) is there twice. Keep one of them.",
                    labels: [Label(earlier, "here first")])
            } else {
                first[entry.name] = entry.key.range
            }
        }
    }

    private static func place(of entry: YAMLNode.Entry) -> Range<Int> {
        entry.value.range.isEmpty ? entry.key.range : entry.value.range
    }

    // MARK: - Values

    /// The values of a text that has the right form.
    private mutating func settings(_ root: YAMLNode) -> Settings {
        var settings = Settings()
        settings.minimumVersion = root["minimum_version"]?.scalar
        settings.extends = root["extends"]?.scalar
        settings.rules = rules(root["rules"])
        settings.paths = (root["paths"]?.items ?? root["paths"].map { [$0] } ?? []).map {
            Settings.PathSettings(match: texts($0["match"]).map(GlobPattern.init), rules: rules($0["rules"]))
        }
        settings.exclude = texts(root["exclude"]).map(GlobPattern.init)
        settings.topics = root["topics"].map { texts($0) }
        settings.form = root["footnotes"]?["form"]?.scalar.flatMap(Settings.FormChoice.init)
        settings.allowsRepeatedNotes = root["footnotes"]?["repeated"]?.scalar.map { $0 == "allowed" }
        settings.failOn = root["fail_on"]?.scalar.flatMap(Settings.Threshold.init)
        settings.baseline = root["baseline"]?["file"]?.scalar
        settings.isBaselineStrict = root["baseline"]?["strict"]?.scalar.map { $0 == "true" }
        return settings
    }

    private func texts(_ node: YAMLNode?) -> [String] { (node?.items ?? node.map { [$0] } ?? []).compactMap(\.scalar) }

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
            return report.add(node.range, "\"\(text)\" is no version. Write one such as \(version).")
        }
        if own.lexicographicallyPrecedes(wanted) {
            report.add(node.range, "These settings need Footing \(text); this is \(version). Install the newer one.")
        }
    }

    private mutating func checkTopics(_ node: YAMLNode?) {
        for item in node?.items ?? node.map({ [$0] }) ?? [] {
            guard let name = item.scalar, !name.hasSuffix(".yml"), Topic.named(name) == nil else { continue }
            let known = Topic.known.map(\.name)
            let way = NearestName.of(name, among: known).map { Words.didYouMean($0) } ?? " Known: \(Words.list(known))."
            report.add(
                item.range, "There is no topic \"\(name)\".\(way) A topic of your own is the path of its file, ending in .yml.")
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
