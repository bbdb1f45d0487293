import ArgumentParser
import ProfileFiles

/// `footing init`
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a repository of profiles: settings, hooks, and a check of changes in CI.",
        discussion: """
            What is there already is left alone. Hooks run the footing on the PATH, and CI clones Footing from where its variable \
            FOOTING_REPOSITORY says; with --from, both take it from that repository.

            Examples:
              footing init
              footing init profiles --ci gitlab
              footing init profiles --ci none
            """)

    @Argument(help: "The repository's folder.")
    var folder = "."

    @Option(help: "Where changes are checked.")
    var ci = NewRepository.Service.github

    @Option(help: ArgumentHelp("The git repository that hooks and CI build Footing from.", valueName: "address"))
    var from: String?

    func validate() throws {
        guard let from, !NewRepository.isAddress(from) else { return }
        throw ValidationError("--from needs the address of a git repository, such as https://example.org/team/footing.")
    }

    func run() throws {
        let repository = NewRepository(version: Footing.version, service: ci, source: from)
        let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        do throws(FileProblem) {
            for file in repository.files { try write(file.text, to: root, file.path) }
            // Git keeps no empty folder, and the check wants to find this one.
            if !FileReader.isThere(root + "/Profiles") { try write("", to: root, "Profiles/.gitkeep") }
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
        Terminal.print(
            "Next: put profiles into Profiles/<topic>/<country>.md; footing import makes them of published texts. Then run pre-commit install.\n"
        )
        if from == nil, ci != .none {
            Terminal.print("In CI, set the variable FOOTING_REPOSITORY to the address that Footing is cloned from.\n")
        }
    }

    private func write(_ text: String, to root: String, _ path: String) throws(FileProblem) {
        let file = root == "." ? path : root + "/" + path
        if FileReader.isThere(file) { return Terminal.print("Left \(file) alone: it is there already.\n") }
        if let slash = file.lastIndex(of: "/") { FileWriter.createFolder(String(file[..<slash])) }
        try FileWriter.create(file, Array(text.utf8))
        Terminal.print("Wrote \(file)\n")
    }
}

extension NewRepository.Service: ExpressibleByArgument {}
