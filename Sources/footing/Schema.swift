import ArgumentParser
import Reporting

/// `footing schema`
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of the settings or of the front matter, for editors and other validators.",
        discussion: """
            The front matter's schema is of the topics that the settings name.

            Examples:
              footing schema settings > Config/schema/settings.json
              footing schema front-matter > Config/schema/front-matter.json
            """)

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case settings
        case frontMatter = "front-matter"
    }

    @Argument(help: "settings or front-matter.")
    var subject: Subject

    func run() throws {
        switch subject {
        case .settings: Terminal.print(try JSONText.pretty(JSONSchema.settings))
        case .frontMatter:
            var files = SettingsFiles(config: nil)
            Terminal.print(try JSONText.pretty(JSONSchema.frontMatter(files.settings(for: ".").topics)))
        }
    }
}
