import ArgumentParser
import Reporting

/// `footing timeline`
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Show a profile's dates in their order, each with what it is and where it was read.",
        discussion: """
            Examples:
              footing timeline Profiles/mine-ban-policy/belarus.md
              footing timeline belarus.md --output-format json
            """)

    @Argument(help: "The profile; - is the standard input.")
    var file: String

    @Option(help: "How to print the dates.")
    var outputFormat: Facts.Format = .text

    func run() throws {
        let (profile, folder) = try ProfileArgument.read(file)
        let report = TimelineReport(profile, folder.facts(profile))
        Terminal.print(outputFormat == .json ? try report.json() : report.text())
    }
}
