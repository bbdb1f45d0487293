import TestSupport
import Testing

/// What is said where the command line itself is at fault.
@Suite("Mistakes in the command line")
struct UsageTests {
    private func run(_ arguments: [String], in folder: String? = nil) async throws -> Footing.Outcome {
        try await Footing.run(.path(.init(Footing.path)), arguments, in: folder)
    }

    static let mistakes: [(arguments: [String], message: String, command: String)] = [
        (["explain", "--all", "footnote-sequence"], "Name a rule or give --all, not both.", "explain"),
        (["explain"], "Name a rule, or give --all. footing rules lists the rules.", "explain"),
        (["explain", "nope"], "There is no rule \"nope\". footing rules lists them.", "explain"),
        (["completions", "tcsh"], "There is no script for \"tcsh\". Known: zsh, bash, fish.", "completions"),
        (["check", "--select", "nope"], "There is no rule or group \"nope\". footing rules lists them.", "check"),
        (["check", "--selct", "term"], "Unknown option '--selct'. Did you mean '--select'?", "check"),
        (
            ["check", "-", "Profiles"], "- is the standard input, which is read by itself: leave out - or the other paths.",
            "check"
        ),
        (
            ["figures", "--output-format", "csv", "-"], "A table is made of files; of the standard input there is a draft only.",
            "figures"
        ),
        (["format", "a.md", "-"], "- is the standard input, which is read by itself: leave out - or the other paths.", "format"),
    ]

    @Test("A mistake is told with the way out and the usage of the command that it was made in", arguments: mistakes)
    func mistake(_ arguments: [String], _ message: String, _ command: String) async throws {
        let outcome = try await run(arguments)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("error: \(message)\nUsage: footing \(command) "), "\(outcome.errors)")
        #expect(outcome.errors.hasSuffix("  See 'footing \(command) --help' for more information.\n"))
    }

    @Test("A command that there is not is told with the nearest; a path in its place, with the command for it")
    func command() async throws {
        #expect(
            try await run(["chek"]).errors.hasPrefix(
                "error: There is no command \"chek\". Did you mean \"check\"?\nUsage: footing "))
        #expect(try await run(["baseline", "wrte"]).errors.contains("Did you mean \"write\"?\nUsage: footing baseline "))
        let scratch = Scratch()
        scratch.write("Profiles/belarus.md", "")
        let path = try await run(["Profiles"], in: scratch.path)
        #expect(path.code == 2)
        #expect(
            path.errors.hasPrefix("error: There is no command \"Profiles\". To check what is there: footing check Profiles.\n"))
        #expect(try await run(["help", "check"]).code == 0)
    }

    static let emptyOptions = [
        ["check", "--select", ""], ["check", "--ignore", ""], ["check", "--since", ""], ["check", "--select", ","],
        ["check", "--select", "term", "--select", ""], ["waive", "--reason", "why", "--select", ""],
        ["waive", "--reason", "why", "--select", "term", "--since", ""],
    ]

    @Test(
        "An option that is empty, as by a variable that is not set, is refused: it would choose everything",
        arguments: emptyOptions)
    func empty(_ arguments: [String]) async throws {
        let scratch = Scratch()
        scratch.write("Profiles/belarus.md", Texts.profile("Lost.[^1]"))
        let outcome = try await run(arguments, in: scratch.path)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        let option = arguments[arguments.count - 2]
        #expect(outcome.errors.hasPrefix("error: \(option) is empty. Name "), "\(outcome.errors)")
        #expect(outcome.errors.contains("\nUsage: footing \(arguments[0]) "))
    }

    @Test("A path that is empty is told as one")
    func emptyPath() async throws {
        for command in ["check", "format", "publish", "timeline"] {
            #expect(try await run([command, ""]).errors.hasPrefix("error: '': there is no such file or folder\n"), "\(command)")
        }
    }

    @Test("One file is one file in all that is counted")
    func counted() async throws {
        let scratch = Scratch()
        scratch.write("Profiles/belarus.md", Texts.profile("It  was found[^1].\n\n[^1]: A source."))
        #expect(try await run(["check", "--diff"], in: scratch.path).errors == "1 of 1 file would be mended.\n")
        #expect(try await run(["format", "--check"], in: scratch.path).errors == "1 of 1 file would change.\n")
    }
}
