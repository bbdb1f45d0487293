import ArgumentParser
import Linting
import ProfileFacts
import ProfileFiles
import ProfileSyntax
import Reporting

/// `footing figures`
struct Figures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Draft a profile's ledger from its prose, or make one table of the ledgers of all profiles.",
        discussion: """
            A figure is drafted for each total in the prose that its parts add up to and that the ledger does not have yet. \
            Names, units and dates are proposals: read them before you commit them.

            Examples:
              footing figures Profiles/mine-ban-policy/belarus.md
              footing figures --write Profiles/mine-ban-policy/belarus.md
              footing figures --output-format csv Profiles
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case draft, csv, json }

    @Argument(help: "A profile to draft the ledger of; for a table, profiles or folders of profiles.")
    var paths: [String]

    @Option(help: "draft for the ledger as YAML; csv or json for a table of all ledgers.")
    var outputFormat: Format = .draft

    @Flag(help: "Put the drafted figures into the profile's front matter.")
    var write = false

    func validate() throws {
        if outputFormat == .draft, paths.count != 1 { throw ValidationError("Name one profile to draft the ledger of.") }
        if outputFormat != .draft, paths.contains("-") {
            throw ValidationError("A table is made of files; of the standard input there is a draft only.")
        }
        if write, outputFormat != .draft { throw ValidationError("--write goes with a draft, not with a table.") }
        if write, paths == ["-"] { throw ValidationError("--write needs a file, not the standard input.") }
    }

    func run() async throws {
        if outputFormat == .draft {
            try draft(paths[0])
        } else {
            try await table()
        }
    }

    private func draft(_ file: String) throws {
        let (profile, folder) = try ProfileArgument.read(file)
        let draft = LedgerDraft(folder.facts(profile), profile.bytes)
        guard write else {
            Terminal.print(
                draft.figures.isEmpty ? "No sum in the prose is missing from the ledger.\n" : "figures:\n" + draft.yaml)
            return
        }
        do throws(FileProblem) {
            try Self.put(draft, into: profile, of: folder, file)
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
    }

    /// Writes the figures, once it is proved that all else is as it was.
    private static func put(_ draft: LedgerDraft, into profile: Profile, of folder: SettledFolder, _ file: String)
        throws(FileProblem)
    {
        guard !draft.figures.isEmpty else {
            Terminal.print("No sum in the prose is missing from the ledger.\n")
            return
        }
        guard let edit = draft.edit(profile) else {
            throw FileProblem(file, "its front matter cannot be read, so nothing can be put into it; footing check tells why")
        }
        var bytes = profile.bytes
        bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
        let (before, written) = (folder.header(profile), folder.header(Profile(parsing: bytes)))
        guard written.ledger.map(\.name) == before.ledger.map(\.name) + draft.figures.map(\.name),
            written.ledger.suffix(draft.figures.count).map({ $0.total?.value }) == draft.figures.map({ $0.total.plain }),
            written.problems.count == before.problems.count
        else { throw FileProblem(file, "the figures would not be read back as they were drafted; nothing is written") }
        try FileWriter.replace(file, with: bytes)
        Terminal.print("Put \(Words.count(draft.figures.count, "figure")) into \(file).\n")
    }

    private func table() async throws {
        let (files, problems) = await FolderWalk.profiles(in: paths)
        for problem in problems { Terminal.say(problem) }
        var settings = SettingsFiles()
        let folders = files.map { settings.settings(for: $0) }
        try settings.stopIfBroken()
        var rows: [FiguresTable.Row] = []
        var isBroken = !problems.isEmpty
        for (file, folder) in zip(files, folders) {
            do throws(FileProblem) {
                rows += FiguresTable.rows(folder.header(Profile(parsing: try ProfileArgument.bytes(file))))
            } catch {
                Terminal.say(error)
                isBroken = true
            }
        }
        let table = FiguresTable(rows)
        Terminal.print(outputFormat == .csv ? table.csv() : try table.json())
        if isBroken { throw ExitCode.broken }
    }
}
