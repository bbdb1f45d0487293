import ArgumentParser
import Reporting

/// `footing facts`
struct Facts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "Show the numbers that are read in a profile, and what is made of them.",
        discussion: """
            Examples:
              footing facts Profiles/mine-ban-policy/belarus.md
              footing facts belarus.md --output-format json
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The profile; - is the standard input.")
    var file: String

    @Option(help: "How to print what was read.")
    var outputFormat: Format = .text

    func run() throws {
        let (profile, folder) = try ProfileArgument.read(file)
        let report = FactsReport(profile, folder.facts(profile))
        Terminal.print(outputFormat == .json ? try report.json() : report.text())
    }
}
