import ArgumentParser
import ProfileFacts
import ProfileFiles
import ProfileSyntax
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
        let profile = try ProfileArgument.read(file)
        let report = FactsReport(profile, ProfileFacts(profile))
        Terminal.print(outputFormat == .json ? try report.json() : report.text())
    }
}

/// The one profile that a command looks at.
enum ProfileArgument {
    /// Reads the profile of a path, or of the standard input for `-`; says what is wrong where it cannot.
    static func read(_ file: String) throws -> Profile {
        do throws(FileProblem) {
            return Profile(parsing: try file == "-" ? FileReader.readStandardInput() : FileReader.read(file))
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
    }
}
