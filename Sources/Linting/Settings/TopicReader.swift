import ProfileFacts
import ProfileSyntax

/// Reads a repository's own topic files. What is wrong with them becomes findings with places.
package struct TopicReader {
    /// The page of the findings in topic files.
    package static let about = RuleDescription(
        name: "topics", group: .structure, severity: .error,
        summary: "A topic's file holds something that Footing cannot use.",
        rationale: """
            A key that is misspelt would make profiles of the topic look wrong, or let through what is. So nothing is checked until
            the topics are in order. `Config/topics/mine-ban-policy.yml`, which Footing carries, shows the form, and
            `Config/schema/topic.json` has it for editors.
            """,
        fix: nil, examples: [])

    private var form = FormChecker(about)

    /// The topic of a file, nil where something is wrong with it, which the findings tell.
    package static func read(_ bytes: [UInt8]) -> (topic: Topic?, findings: [Finding]) {
        var reader = TopicReader()
        reader.check(bytes)
        let findings = reader.form.report.findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return (findings.isEmpty ? Topic(yaml: bytes) : nil, findings)
    }

    /// What is wrong at a place of a topic's file that only shows beside other files.
    package static func finding(_ range: Range<Int>, _ message: String) -> Finding {
        Finding(
            rule: about.name, group: about.group, severity: about.severity, message: message, range: range, labels: [], fixes: [],
            evidence: [])
    }

    /// Where a topic's file has the topic's name.
    package static func placeOfName(_ bytes: [UInt8]) -> Range<Int> {
        var reader = YAMLReader(bytes, 0..<bytes.count)
        return reader.read()?["topic"]?.range ?? 0..<0
    }

    private mutating func check(_ bytes: [UInt8]) {
        let needs = "A topic's file has the keys topic, title, fields, and sections."
        guard let root = form.read(bytes, TopicForm.fields, needs: needs) else {
            if form.report.findings.isEmpty { form.add(0..<0, needs) }
            return
        }
        if let fields = root.entries?.first(where: { $0.name == "fields" }) { checkCommon(fields) }
        root["fields"].map { checkFields($0, "fields") }
        checkSections(root["sections"])
    }

    /// Every topic has these, of these types: pages and tables are made of them.
    private mutating func checkCommon(_ fields: YAMLNode.Entry) {
        guard fields.value.entries != nil else { return }
        for common in Topic.common {
            let kind = common.kind.rawValue
            guard let own = fields.value[common.name] else {
                form.add(
                    fields.key.range,
                    "The key fields.\(common.name) is missing. Every topic has it: \(common.name): {type: \(kind), required: true}."
                )
                continue
            }
            guard let type = own["type"], Topic.Field.Kind(rawValue: type.scalar ?? "") != nil, type.scalar != kind else {
                continue
            }
            form.add(type.range, "fields.\(common.name) is of type \(kind) in every topic.")
        }
    }

    private mutating func checkFields(_ node: YAMLNode, _ path: String) {
        for entry in node.entries ?? [] {
            let path = path + "." + entry.name
            let isMapping = entry.value["type"]?.scalar == Topic.Field.Kind.fields.rawValue
            if let own = entry.value["fields"] {
                if !isMapping { form.add(own.range, "\(path) has fields, so its type has to be fields.") }
                checkFields(own, path + ".fields")
            } else if isMapping {
                form.add(entry.key.range, "\(path) is of type fields, so it has to say which: fields: {…}.")
            }
        }
    }

    private mutating func checkSections(_ node: YAMLNode?) {
        let sections = node?.items ?? node.map { [$0] } ?? []
        var first: [String: Range<Int>] = [:]
        for heading in sections.compactMap({ $0["heading"] }) {
            guard let words = heading.scalar else { continue }
            if let earlier = first[words] {
                form.add(
                    heading.range, "The section \"\(words)\" is there twice. Keep one of them.",
                    labels: [Label(earlier, "here first")])
            } else {
                first[words] = heading.range
            }
        }
        let known = first.keys.sorted()
        for follows in sections.compactMap({ $0["follows"] }) {
            for item in follows.items ?? [follows] {
                guard let words = item.scalar, !words.isEmpty, first[words] == nil else { continue }
                let way = Words.didYouMean(NearestName.of(words, among: known))
                form.add(item.range, "No section has the heading \"\(words)\".\(way)")
            }
        }
    }
}
