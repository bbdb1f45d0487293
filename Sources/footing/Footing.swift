import ArgumentParser
import CMemory
import Dispatch
import ProfileFacts

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program: it waits for the command by itself, as Swift's own asynchronous start ends the first thread, for which a statically linked
/// program sorts the tables of all its functions, a third of what a short run takes.
@main
enum Program {
    static func main() {
        keep_freed_memory()
        let end = DispatchSemaphore(value: 0)
        Task.detached {
            await Footing.main()
            end.signal()
        }
        // What a check reads of its own files is read while its arguments are.
        if CommandLine.arguments.dropFirst().first == Check._commandName { Task.detached { await References.prepare() } }
        end.wait()
    }
}

/// The program's root command, and the one place that decides on its exit code.
struct Footing: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "footing",
        abstract: "Checks, mends and typesets country profiles: their footnotes, totals and dates.",
        discussion: """
            Examples:
              footing check                                   check all of Profiles/
              footing check --fix Profiles/mine-ban-policy    mend what the text proves
              footing check --diff                            show what --fix would change
              footing explain footnote-sequence               what a rule finds, and why
              footing import published.txt                    a profile made of a published text

            Exit codes: 0 nothing to report, 1 findings, 2 a file or the command is at fault.
            """,
        version: Footing.version,
        subcommands: [
            Init.self, Check.self, Format.self, BaselineCommand.self, Waive.self, Schema.self, Import.self, Publish.self,
            Facts.self,
            Figures.self, Timeline.self, Rules.self, Explain.self, Completions.self,
        ])

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            let command = try parseAsRoot(arguments)
            do { try await run(command) } catch { end(error, CommandFault.text(error, running: command)) }
        } catch {
            end(error, CommandFault.text(error, parsing: arguments))
        }
    }

    private static func run(_ command: any ParsableCommand) async throws {
        var command = command
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    }

    /// Ends the program as an error asks for: with the code that a command gave it, with help, or with what is wrong.
    private static func end(_ error: any Error, _ message: @autoclosure () -> String) -> Never {
        if let code = error as? ExitCode { leave(code.rawValue) }
        let message = message()
        let isHelp = exitCode(for: error) == .success
        Terminal.write(message.isEmpty ? "" : message + "\n", to: isHelp ? STDOUT_FILENO : STDERR_FILENO)
        leave(isHelp ? 0 : ExitCode.broken.rawValue)
    }
}

extension ExitCode {
    /// There are findings.
    static let findings = ExitCode(1)
    /// A file or the command is at fault.
    static let broken = ExitCode(2)
}

/// Ends the program; the commands' own `exit` hides the system's.
private func leave(_ code: Int32) -> Never { exit(code) }
