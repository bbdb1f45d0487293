import ProfileFacts
import ProfileSyntax

/// Holds YAML against a form, and tells what does not have it, with its place and the way out.
struct FormChecker {
    private(set) var report: Report

    init(_ about: RuleDescription) { report = Report(about) }

    /// The document of a text, once it has been held against the form of its keys; nil where nothing stands in it, or no keys do.
    mutating func read(_ bytes: [UInt8], _ fields: [SettingsForm.Field], needs: String) -> YAMLNode? {
        var yaml = YAMLReader(bytes, 0..<bytes.count)
        let root = yaml.read()
        for problem in yaml.problems { report.add(problem.range, problem.kind.message) }
        guard let root, !root.isNull else { return nil }
        guard root.entries != nil else {
            report.add(root.range, needs)
            return nil
        }
        checkRecord(root, fields, "", at: root.range)
        return root
    }

    mutating func add(_ range: Range<Int>, _ message: String, labels: [Label] = []) {
        report.add(range, message, labels: labels)
    }

    private mutating func check(_ node: YAMLNode, _ value: SettingsForm.Value, _ path: String, at place: Range<Int>) {
        switch value {
        case .text: checkText(node, path, at: place)
        case .version: checkVersion(node, path, at: place)
        case .pattern: checkPattern(node, path, at: place)
        case .boolean:
            if node.scalar != "true", node.scalar != "false" { report.add(place, "\(path) needs true or false.") }
        case .choice(let names): checkChoice(node, names, path, at: place)
        case .some(let item):
            if node.items?.isEmpty == true {
                return report.add(place, "\(path) is empty. Name one at least, or leave the key out.")
            }
            check(node, .list(item), path, at: place)
        case .list(let item):
            for node in node.items ?? [node] { check(node, item, path, at: node.range.isEmpty ? place : node.range) }
        case .rules(let setting): checkRules(node, setting, path, at: place)
        case .names(let value):
            guard let entries = node.entries else {
                return report.add(place, "\(path) needs keys of its own, each with its value.")
            }
            for entry in entries { check(entry.value, value, path + "." + entry.name, at: entry.place) }
            checkTwice(entries, path + ".")
        case .named(_, let form): check(node, form(), path, at: place)
        case .record(let fields):
            guard node.entries != nil else {
                return report.add(place, "\(path) needs keys of its own: \(Words.list(fields.map { $0.name })).")
            }
            checkRecord(node, fields, path + ".", at: place)
        case .either(let plain, let mapping):
            check(node, node.entries == nil ? plain : mapping, path, at: place)
        }
    }

    // MARK: - Values

    /// A text that other readers of YAML take for one too.
    private mutating func checkText(_ node: YAMLNode, _ path: String, at place: Range<Int>) {
        guard let text = node.scalar, !text.isEmpty, !node.isNull else { return report.add(place, "\(path) needs a text.") }
        guard case .scalar(_, isPlain: true) = node.value, Double(text) != nil || ["true", "false"].contains(text) else { return }
        report.add(place, "\(path) needs a text; \(text) is none. Where it is meant, put it into quotation marks: \"\(text)\".")
    }

    private mutating func checkVersion(_ node: YAMLNode, _ path: String, at place: Range<Int>) {
        if (node.scalar ?? "").isEmpty || node.isNull { report.add(place, "\(path) needs a version, such as 0.1.0.") }
    }

    private mutating func checkPattern(_ node: YAMLNode, _ path: String, at place: Range<Int>) {
        guard let text = node.scalar, !text.isEmpty, !node.isNull else { return report.add(place, "\(path) needs a text.") }
        guard let mistake = GlobPattern.mistake(text) else { return }
        report.add(place, "\(path) cannot be \"\(text)\": \(mistake)")
    }

    private mutating func checkChoice(_ node: YAMLNode, _ names: [String], _ path: String, at place: Range<Int>) {
        if let name = node.scalar, names.contains(name) { return }
        let nearest = node.scalar.flatMap { NearestName.of($0, among: names) }
        let way = nearest.map { Words.didYouMean($0) } ?? " Write \(Words.list(names, "or"))."
        report.add(place, "\(path) cannot be \(node.scalar.map { "\"\($0)\"" } ?? "that").\(way)")
    }

    // MARK: - Keys

    private mutating func checkRules(_ node: YAMLNode, _ setting: SettingsForm.Value, _ path: String, at place: Range<Int>) {
        guard let entries = node.entries else {
            return report.add(place, "\(path) needs names of rules or groups, each with its severity.")
        }
        for entry in entries {
            if !Catalogue.isKnown(entry.name) {
                let nearest = NearestName.of(entry.name, among: Catalogue.names)
                let way = nearest.map { Words.didYouMean($0) } ?? " footing rules lists them."
                report.add(entry.key.range, "There is no rule or group \"\(entry.name)\".\(way)")
            }
            check(entry.value, setting, path + "." + entry.name, at: entry.place)
        }
        checkTwice(entries, path + ".")
    }

    private mutating func checkRecord(_ node: YAMLNode, _ fields: [SettingsForm.Field], _ path: String, at place: Range<Int>) {
        let entries = node.entries ?? []
        // What is missing because it is misspelt is told once.
        var meant: Set<String> = []
        for entry in entries {
            if let field = fields.first(where: { $0.name == entry.name }) {
                check(entry.value, field.value, path + field.name, at: entry.place)
            } else {
                let names = fields.map { $0.name }
                let nearest = NearestName.of(entry.name, among: names)
                if let nearest { meant.insert(nearest) }
                let way = nearest.map { Words.didYouMean($0) } ?? " Known here: \(Words.list(names))."
                report.add(entry.key.range, "The key \(path)\(entry.name) is unknown.\(way)")
            }
        }
        checkTwice(entries, path)
        for field in fields where field.isRequired && node[field.name] == nil && !meant.contains(field.name) {
            report.add(entries.first?.key.range ?? place, "The key \(path)\(field.name) is missing. \(field.summary)")
        }
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
}
