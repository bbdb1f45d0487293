import ArgumentParser
import ProfileFiles
import ProfileSyntax
import Publishing

/// `footing publish`
struct Publish: ParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable { case text, html }

    static let configuration = CommandConfiguration(
        abstract: "Make the published form of a profile: plain text, or one HTML page.",
        discussion: """
            The page has the country, the topic, the day of the last update, the sections, and the notes at the end. \
            As HTML it needs no other file and no script, and its notes are linked.

            Examples:
              footing publish Profiles/mine-ban-policy/belarus.md
              footing publish Profiles/mine-ban-policy/belarus.md --to html --output belarus.html
            """)

    @Argument(help: "The profile; - is the standard input.")
    var file: String

    @Option(help: "The form.")
    var to: Form = .text

    @Option(help: "Write the page to this file, over what is there, instead of the standard output.")
    var output: String?

    func run() throws {
        let topics = try SettingsFiles.settled(for: file).topics
        do throws(FileProblem) {
            let profile = Profile(parsing: try ProfileArgument.bytes(file))
            let page: String
            do throws(PageHead.Problem) {
                page = try to == .html ? HTMLPage.page(profile, topics: topics) : PublishedText.page(profile, topics: topics)
            } catch {
                throw FileProblem(ProfileArgument.name(file), error.message)
            }
            if let output { try FileWriter.create(output, Array(page.utf8)) } else { Terminal.print(page) }
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
    }
}
