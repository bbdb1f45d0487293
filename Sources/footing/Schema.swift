import ArgumentParser
import Reporting

/// `footing schema`
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of settings, topics, front matter or reports, for editors and other programs.",
        discussion: """
            The front matter's schema is of the topics that the settings name. Findings are what footing check prints with \
            --output-format json; a line of jsonl is one of them. Statistics are what --statistics prints, a timeline what \
            footing timeline does.

            Examples:
              footing schema settings > Config/schema/settings.json
              footing schema front-matter > Config/schema/front-matter.json
              footing schema topic > Config/schema/topic.json
              footing schema findings
            """)

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case settings, topic
        case frontMatter = "front-matter"
        case findings, statistics, timeline
    }

    @Argument(help: "\(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
    var subject: Subject

    func run() throws {
        switch subject {
        case .settings: Terminal.print(try JSONText.pretty(JSONSchema.settings))
        case .topic: Terminal.print(try JSONText.pretty(JSONSchema.topic))
        case .findings: Terminal.print(try JSONText.pretty(JSONSchema.findings))
        case .statistics: Terminal.print(try JSONText.pretty(JSONSchema.statistics))
        case .timeline: Terminal.print(try JSONText.pretty(JSONSchema.timeline))
        case .frontMatter:
            let topics = try SettingsFiles.settled(for: ".").topics
            Terminal.print(try JSONText.pretty(JSONSchema.frontMatter(topics)))
        }
    }
}
