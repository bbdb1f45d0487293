import ArgumentParser
import Formatting
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

    @Flag(help: "Write nothing; exit with 1 where a file would change.")
    var check = false

    @Flag(help: "Show what would change, and write nothing.")
    var diff = false

    private struct Result: Sendable {
        var path: String
        var before: [UInt8] = []
        /// Nil where the text is in its one form already.
        var after: [UInt8]?
        var failure: String?
    }

    func run() async throws {
        var results: [Result]
        if arguments.isStandardInput {
            do throws(FileProblem) {
                let result = Self.format(try FileReader.readStandardInput(), arguments.stdinFilename ?? "<stdin>")
                if !check, !diff { Terminal.write(result.after ?? result.before, to: 1) }
                results = [result]
            } catch {
                Terminal.say(error)
                throw ExitCode.broken
            }
        } else {
            let (files, failures) = await arguments.files()
            let writes = !check && !diff
            results = await Parallel.map(files) { Self.format(path: $0, writes: writes) }
            if failures > 0 { results.append(Result(path: "", failure: "")) }
        }
        try report(results)
    }

    private func report(_ results: [Result]) throws {
        for result in results {
            if let failure = result.failure {
                if !failure.isEmpty { Terminal.say("error: \(result.path): \(failure)") }
            } else if let after = result.after {
                if diff { Terminal.print(UnifiedDiff.text(result.before, after, path: result.path)) }
                if check, !diff { Terminal.print("\(result.path) would change\n") }
            }
        }
        let changed = results.count { $0.after != nil }
        if !arguments.isStandardInput {
            let files = results.count { $0.failure == nil }
            Terminal.say("\(changed) of \(files) \(files == 1 ? "file" : "files") \(check || diff ? "would change" : "changed").")
        }
        if results.contains(where: { $0.failure != nil }) { throw ExitCode.broken }
        if check || diff, changed > 0 { throw ExitCode.findings }
    }

    private static func format(path: String, writes: Bool) -> Result {
        do throws(FileProblem) {
            let result = format(try FileReader.read(path), path)
            if writes, let after = result.after { try FileWriter.replace(path, with: after) }
            return result
        } catch {
            return Result(path: path, failure: error.reason)
        }
    }

    private static func format(_ bytes: [UInt8], _ path: String) -> Result {
        do throws(NotEquivalent) {
            let formatted = try LayoutFormatter.format(bytes)
            return Result(path: path, before: bytes, after: formatted == bytes ? nil : formatted)
        } catch {
            return Result(
                path: path, before: bytes,
                failure:
                    "line \(error.line): after formatting, \(error.reason.rawValue), so the file was left alone. Please report this as a bug."
            )
        }
    }
}
