import ArgumentParser
import ProfileFiles

/// The paths of a command, as they are named on every command that takes profiles.
struct PathArguments: ParsableArguments {
    @Argument(
        help: "Profiles, or folders of profiles (default: Profiles). A single - is the standard input.", completion: .file())
    var paths: [String] = []

    @Option(help: "The name under which the standard input is checked.")
    var stdinFilename: String?

    var isStandardInput: Bool { paths == ["-"] || paths.isEmpty && stdinFilename != nil }

    func validate() throws {
        guard paths.count > 1, paths.contains("-") else { return }
        throw ValidationError("- is the standard input, which is read by itself: leave out - or the other paths.")
    }

    /// Says what is wrong with the paths; gives the files of the rest.
    func files() async -> (files: [String], failures: Int) {
        let (files, problems) = await FolderWalk.profiles(in: paths.isEmpty ? ["Profiles"] : paths)
        for problem in problems { Terminal.say(problem) }
        if paths.isEmpty, files.isEmpty, !problems.isEmpty {
            Terminal.say("Name the profiles to check, such as footing check FOLDER.")
        }
        return (files, problems.count)
    }
}
