import ArgumentParser
import ProfileFacts
import ProfileFiles
import Publishing

/// `footing import`
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a profile of a published text, or of a Word file that pandoc has read.",
        discussion: """
            A published text has a title line, a topic line, a line “Last updated: 28 September 2022”, \
            headings as lines of their own, markers such as [1], and the notes at the end. \
            A Word file opens with the same three lines; pandoc turns it into Markdown.

            Examples:
              footing import published.txt
              pandoc --standalone --to markdown draft.docx | footing import -
              footing import published.txt --output Profiles/mine-ban-policy/belarus.md
              footing import published.txt --update Profiles/mine-ban-policy/belarus.md
            """)

    @Argument(help: "The published text; - is the standard input.")
    var file: String

    @Option(help: "What the text is; seen by its headings and notes where this is not given.")
    var from: Importer.Source?

    @Option(help: "Write the profile to this file, which must not be there yet, instead of the standard output.")
    var output: String?

    @Option(
        help:
            "Bring this profile up to date in place: what a page does not carry – other front matter, comments, emphasis – stays."
    )
    var update: String?

    func validate() throws {
        if output != nil, update != nil { throw ValidationError("Give --output or --update, not both.") }
    }

    func run() throws {
        let topics = try SettingsFiles.settled(for: update ?? output ?? file).topics
        do throws(FileProblem) {
            try write(importer(topics))
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
    }

    private func importer(_ topics: [Topic]) throws(FileProblem) -> Importer {
        let bytes = try ProfileArgument.bytes(file)
        do throws(Importer.Problem) {
            return try Importer(bytes, from: from, topics: topics)
        } catch {
            throw FileProblem("\(ProfileArgument.name(file)):\(error.line):\(error.column)", error.message)
        }
    }

    private func write(_ importer: Importer) throws(FileProblem) {
        if let update {
            try FileWriter.replace(update, with: importer.update(try ProfileArgument.bytes(update)))
        } else if let output {
            if FileReader.isThere(output) {
                throw FileProblem(output, "it is there already; use --update to bring it up to date")
            }
            try FileWriter.create(output, importer.profile())
        } else {
            Terminal.write(importer.profile(), to: 1)
        }
    }
}

extension Importer.Source: ExpressibleByArgument {}
