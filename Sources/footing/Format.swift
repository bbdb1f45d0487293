import ArgumentParser
import Formatting
import Linting
import ProfileFiles
import Reporting

/// `footing format`
struct Format: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: "Bring profiles to one style, in place.",
        discussion: """
            The form of the front matter, the layout of the text, and its typography: quotation marks, dashes in ranges, \
            thousands, dates. Inside quotations and titles nothing changes. A file is written only after the formatter has \
            proved that its facts, its notes and its words are the same.

            Examples:
              footing format
              footing format --check
              footing format --diff Profiles/mine-ban-policy/belarus.md
              footing format - < draft.md
            """)

    @OptionGroup var arguments: PathArguments
    @OptionGroup var settings: SettingsArguments

    @Flag(help: "Write nothing; exit with 1 where a file would change.")
    var check = false

    @Flag(help: "Show what would change, and write nothing.")
    var diff = false

    /// What came of one file. Only what has to be printed is kept.
    private struct Result: Sendable {
        var path: String
        var isChanged = false
        var difference = ""
        var failure: FileProblem?
    }

    func run() async throws {
        var results: [Result]
        var isBroken = false
        if arguments.isStandardInput {
            do throws(FileProblem) {
                let bytes = try FileReader.readStandardInput()
                let (result, formatted) = Self.format(
                    bytes, arguments.stdinFilename ?? ProfileArgument.standardInput, differs: diff)
                if !check, !diff { Terminal.write(formatted ?? bytes, to: 1) }
                results = [result]
            } catch {
                Terminal.say(error)
                throw ExitCode.broken
            }
        } else {
            let (named, failures) = await arguments.files()
            let files = try settings.kept(named, of: arguments)
            let (writes, differs) = (!check && !diff, diff)
            results = await Parallel.map(files) { Self.format(path: $0, writes: writes, differs: differs) }
            isBroken = failures > 0
        }
        try report(results, isBroken: isBroken)
    }

    private func report(_ results: [Result], isBroken: Bool) throws {
        for result in results {
            if let failure = result.failure {
                Terminal.say(failure)
            } else if result.isChanged {
                if diff { Terminal.print(result.difference) }
                if check, !diff { Terminal.print("\(result.path) would change\n") }
            }
        }
        let changed = results.count { $0.isChanged }
        if !arguments.isStandardInput {
            let files = results.count { $0.failure == nil }
            Terminal.say("\(changed) of \(Words.count(files, "file")) \(check || diff ? "would change" : "changed").")
        }
        if isBroken || results.contains(where: { $0.failure != nil }) { throw ExitCode.broken }
        if check || diff, changed > 0 { throw ExitCode.findings }
    }

    private static func format(path: String, writes: Bool, differs: Bool) -> Result {
        do throws(FileProblem) {
            let (result, formatted) = format(try FileReader.read(path), path, differs: differs)
            if writes, let formatted { try FileWriter.replace(path, with: formatted) }
            return result
        } catch {
            return Result(path: path, failure: error)
        }
    }

    /// The outcome, and the formatted text where it differs.
    private static func format(_ bytes: [UInt8], _ path: String, differs: Bool) -> (Result, [UInt8]?) {
        if let problem = FileProblem(path, ifNotUTF8: bytes) { return (Result(path: path, failure: problem), nil) }
        do throws(NotEquivalent) {
            let formatted = try LayoutFormatter.format(bytes)
            if formatted == bytes { return (Result(path: path), nil) }
            let difference = differs ? UnifiedDiff.text(bytes, formatted, path: path) : ""
            return (Result(path: path, isChanged: true, difference: difference), formatted)
        } catch {
            let failure =
                "line \(error.line): after formatting, \(error.reason.rawValue), so the file was left alone. Please report this as a bug."
            return (Result(path: path, failure: FileProblem(path, failure)), nil)
        }
    }
}
