/// The settings that hold for one path, each with where it is from.
package struct EffectiveSettings: Sendable, Encodable {
    /// The settings of one file.
    package struct Layer: Sendable {
        /// As people read it.
        package let name: String
        package let settings: Settings
        package let bytes: [UInt8]

        package init(_ name: String, _ settings: Settings, _ bytes: [UInt8]) {
            self.name = name
            self.settings = settings
            self.bytes = bytes
        }
    }

    package struct Value: Sendable, Encodable {
        package let key: String
        package let value: String
        /// A settings file, an option or a variable; nil where nobody has said anything.
        package let from: String?

        package init(_ key: String, _ value: String, from: String?) {
            self.key = key
            self.value = value
            self.from = from
        }
    }

    package struct Rule: Sendable, Encodable {
        package let rule: String
        /// `off`, or the severity of its findings where a finding has no reason to differ.
        package let severity: String
        /// `safe`, `unsafe` or `never` where the settings say so.
        package let fix: String?
        package let from: String?
    }

    /// As the user named it.
    package let path: String
    /// The settings files, those that are built on first.
    package let files: [String]
    package let settings: [Value]
    package let rules: [Rule]

    /// `place` is the path below the settings' root; `options` win over what the files say.
    package init(_ path: String, place: String?, layers: [Layer], linter: Linter, options: [Value]) {
        self.path = path
        files = layers.map(\.name)
        settings = Self.settings(layers, place, linter).map { value in options.first { $0.key == value.key } ?? value }
        rules = Catalogue.rules.map { Self.rule($0.about, layers, place, linter) }
    }

    private static func settings(_ layers: [Layer], _ place: String?, _ linter: Linter) -> [Value] {
        func value(_ key: String, _ usual: String, _ read: (Settings) -> String?) -> Value {
            let said = layers.last { read($0.settings) != nil }
            return Value(key, said.flatMap { read($0.settings) } ?? usual, from: said?.name)
        }
        let excluding = layers.last { layer in place.map(layer.settings.excludes) ?? false }
        return [
            value("minimum_version", "") { $0.minimumVersion },
            value("topics", linter.options.topics.map(\.name).joined(separator: ", ")) {
                $0.topics?.map(\.text).joined(separator: ", ")
            },
            value("footnotes.form", Settings.FormChoice.any.rawValue) { $0.form?.rawValue },
            value("footnotes.repeated", "forbidden") { $0.allowsRepeatedNotes.map { $0 ? "allowed" : "forbidden" } },
            value("fail_on", Settings.Threshold.warning.rawValue) { $0.failOn?.rawValue },
            value("baseline.file", "Config/baseline.yml") { $0.baseline?.text },
            value("baseline.strict", "false") { $0.isBaselineStrict.map(String.init) },
            Value("exclude", excluding == nil ? "no" : "yes", from: excluding?.name),
        ]
    }

    /// Follows ``Settings/setting(of:places:)``: what is said for paths wins, then a rule's own name, then the nearer file.
    private static func rule(_ about: RuleDescription, _ layers: [Layer], _ place: String?, _ linter: Linter) -> Rule {
        var level: (Settings.Level, String)?
        var fix: (Settings.FixLevel, String)?
        func take(_ rules: [String: Settings.RuleSetting], _ name: String, _ from: String) {
            if let said = rules[name]?.level { level = (said, from) }
            if let said = rules[name]?.fix { fix = (said, from) }
        }
        for name in [about.group.rawValue, about.name] {
            for layer in layers { take(layer.settings.rules, name, "\(layer.name), rules.\(name)") }
        }
        for layer in layers {
            for paths in place.map(layer.settings.settings(for:)) ?? [] {
                for name in [about.group.rawValue, about.name] { take(paths.rules, name, "\(layer.name), paths, rules.\(name)") }
            }
        }
        let isOn = linter.runs(about.name)
        // An option says more than the settings where they disagree.
        let isChosen = isOn != ((level?.0 ?? .on) != .off)
        let severity = isOn ? (level?.0.severity ?? about.severity).rawValue : "off"
        let sources = isChosen ? [isOn ? "--select" : "--select or --ignore"] : [level?.1, fix?.1].compactMap { $0 }
        return Rule(
            rule: about.name, severity: severity, fix: fix?.0.rawValue,
            from: sources.isEmpty ? nil : Set(sources).sorted().joined(separator: "; "))
    }
}
