import ArgumentParser
import ProfileFacts
import ProfileFiles
import ProfileSyntax

/// The one profile or text that a command looks at.
enum ProfileArgument {
    /// The name of the standard input in what is said of it.
    static let standardInput = "<stdin>"

    static func isStandardInput(_ file: String) -> Bool { file == "-" }

    /// The name of a file in what is said of it.
    static func name(_ file: String) -> String { isStandardInput(file) ? standardInput : file }

    /// The text of a file, or of the standard input for `-`. Throws ``FileProblem`` where it cannot be read, or is not UTF-8.
    static func bytes(_ file: String) throws(FileProblem) -> [UInt8] {
        let bytes = try isStandardInput(file) ? FileReader.readStandardInput() : FileReader.read(file)
        if let problem = FileProblem(name(file), ifNotUTF8: bytes) { throw problem }
        return bytes
    }

    /// The profile of a file, and what is settled for it. Says what is wrong where it cannot be read, and throws `ExitCode`.
    static func read(_ file: String) throws -> (profile: Profile, folder: SettledFolder) {
        let folder = try SettingsFiles.settled(for: file)
        do throws(FileProblem) {
            return (Profile(parsing: try bytes(file)), folder)
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
    }
}

extension FileProblem {
    /// Nil for a text that is UTF-8.
    init?(_ path: String, ifNotUTF8 bytes: [UInt8]) {
        guard let wrong = NotUTF8(bytes) else { return nil }
        self.init("\(path):\(wrong.place.line):\(wrong.place.column)", NotUTF8.message)
    }
}
