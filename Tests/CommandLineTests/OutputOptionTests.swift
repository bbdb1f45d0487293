import Foundation
import Subprocess
import TestSupport
import Testing

/// The options on what is printed, where, and with which exit code.
@Suite("Output options")
struct OutputOptionTests {
    private func check(_ scratch: Scratch, _ arguments: String..., environment: [String: String] = [:]) async throws
        -> Footing.Outcome
    {
        try await Footing.run(
            .path(.init(Footing.path)), ["check", "--select", OutputSample.select] + arguments, environment: environment,
            in: scratch.path)
    }

    @Test("Several reports are written at once, each to its place; folders are made")
    func several() async throws {
        let scratch = OutputSample.scratch()
        let outcome = try await check(
            scratch, "--output-format", "concise", "--output-format", "sarif=reports/a.sarif", "--output-format", "junit=b=c.xml")
        #expect(outcome.output.contains("belarus.md:4:1: error:"))
        #expect(scratch.read("reports/a.sarif").contains("\"version\" : \"2.1.0\""))
        #expect(scratch.read("b=c.xml").hasSuffix("</testsuites>\n"))
        #expect(scratch.names == ["Profiles", "b=c.xml", "reports"], "nothing else is left behind")
        let both = try await check(scratch, "--output-format", "text", "--output-format", "github")
        #expect(both.output.contains("\n::error title="), "lines of a log may stand together")
    }

    @Test("A report may go to one file; the summary is then said beside it")
    func file() async throws {
        let scratch = OutputSample.scratch()
        let outcome = try await check(scratch, "--output-format", "json", "--output-file", "findings.json")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Found "))
        #expect(scratch.read("findings.json") == (try await check(scratch, "--output-format", "json").output))
        #expect(try await check(scratch, "--output-file", "findings.json", "--quiet").errors.isEmpty)
        #expect(try await check(scratch, "--output-format", "json=/dev/stdout").output.hasPrefix("["))
    }

    @Test("A report that cannot be written is a fault, and leaves what was there")
    func unwritable() async throws {
        let scratch = OutputSample.scratch()
        let outcome = try await check(scratch, "--output-format", "json=/dev/full")
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("error: /dev/full: the disk is full"))
        let full = try await Footing.run(
            .path("/bin/sh"), ["-c", "'\(Footing.path)' check --exit-zero >/dev/full"], in: scratch.path)
        #expect(full.code == 2)
        #expect(full.errors.contains("error: the standard output: the report could not be written"))
        let profile = try await check(scratch, "--output-format", "json=Profiles/../Profiles/belarus.md")
        #expect(profile.code == 2)
        #expect(profile.errors.contains("Profiles/belarus.md is checked, so no report is written over it."))
        #expect(scratch.read("Profiles/belarus.md") == OutputSample.texts[0].text)
    }

    @Test(
        "Options that contradict each other are refused",
        arguments: [
            ["--output-format", "json", "--output-format", "sarif"], ["--output-format", "yaml"], ["--output-format", "json="],
            ["--output-format", "json=a", "--output-format", "sarif=a"], ["--output-format", "text", "--output-format", "text"],
            ["--output-format", "json=a", "--output-file", "b"], ["--statistics", "--output-format", "sarif"],
            ["--diff", "--output-format", "json"], ["--max-findings", "-1"], ["--fail-on", "sometimes"],
            ["--show-settings", "--output-format", "sarif"],
        ])
    func contradictions(_ arguments: [String]) async throws {
        let scratch = OutputSample.scratch()
        let outcome = try await Footing.run(.path(.init(Footing.path)), ["check"] + arguments, in: scratch.path)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("error: "))
    }

    @Test("Variables stand for options, and options win over them; an empty one is none")
    func variables() async throws {
        let scratch = OutputSample.scratch()
        func run(_ environment: [String: String], _ arguments: String...) async throws -> Footing.Outcome {
            try await Footing.run(.path(.init(Footing.path)), ["check"] + arguments, environment: environment, in: scratch.path)
        }
        #expect(try await run(["FOOTING_OUTPUT_FORMAT": "json"]).output.hasPrefix("["))
        #expect(try await run(["FOOTING_OUTPUT_FORMAT": "json"], "--output-format", "junit").output.hasPrefix("<?xml"))
        #expect(try await run(["FOOTING_OUTPUT_FORMAT": ""]).output.contains("-->"))
        #expect(try await run(["FOOTING_OUTPUT_FORMAT": "concise,json=a.json"]).output.contains("belarus.md:4:1: error:"))
        #expect(scratch.read("a.json").hasPrefix("["))
        #expect(try await run(["FOOTING_OUTPUT_FILE": "b.txt"]).output.isEmpty)
        #expect(scratch.read("b.txt").contains("-->"))
        #expect(try await run(["FOOTING_FAIL_ON": "never"]).code == 0)
        #expect(try await run(["FOOTING_FAIL_ON": "never"], "--fail-on", "error").code == 1)
        scratch.write("other.yml", "fail_on: never\n")
        #expect(try await run(["FOOTING_CONFIG": "other.yml"]).code == 0)
        #expect(
            try await run(["FOOTING_CONFIG": "other.yml"], "--config", "missing.yml").errors.contains("missing.yml: there is no"))
        for (name, value) in [
            ("FOOTING_FAIL_ON", "sometimes"), ("FOOTING_OUTPUT_FORMAT", "yaml"), ("FOOTING_CONFIG", "missing.yml"),
        ] {
            let outcome = try await run([name: value])
            #expect(outcome.code == 2)
            #expect(outcome.errors.contains(value))
        }
    }

    @Test("--fail-on wins over the settings, --exit-zero over both; a fault is still a fault")
    func verdict() async throws {
        let scratch = Scratch()
        scratch.write("Config/footing.yml", "fail_on: error\n")
        scratch.write("Profiles/belarus.md", Texts.profile("Found[^1].\n\n[^1]: A source."))
        func code(_ arguments: String...) async throws -> Int32 {
            try await Footing.run(.path(.init(Footing.path)), ["check"] + arguments, in: scratch.path).code
        }
        #expect(try await code() == 0)
        #expect(try await code("--fail-on", "warning") == 1)
        #expect(try await code("--fail-on", "advice") == 1)
        #expect(try await code("--fail-on", "warning", "--exit-zero") == 0)
        #expect(try await code("--diff") == 1)
        #expect(try await code("--diff", "--exit-zero") == 0)
        #expect(try await code("--exit-zero", "Profiles", "nowhere.md") == 2)
        #expect(try await code("--fix", "--exit-non-zero-on-fix") == 1)
        #expect(try await code("--fix", "--exit-non-zero-on-fix") == 0, "nothing is left to mend")
    }

    @Test("A cap shows so many findings and counts the rest; reports for programs hold all")
    func cap() async throws {
        let scratch = OutputSample.scratch()
        let text = try await check(scratch, "--max-findings", "2", "--output-format", "text", "--output-format", "json=all.json")
        #expect(text.output.matches(of: /-->/).count == 2)
        #expect(text.output.contains("\n8 more findings are not shown.\nFound "))
        #expect(scratch.read("all.json").matches(of: /"fingerprint"/).count == 10)
        #expect(
            try await check(scratch, "--max-findings", "9", "-q", "--output-format", "concise").output.hasSuffix(
                "\n1 more finding is not shown.\n"))
        #expect(try await check(scratch, "--max-findings", "10").output == (try await check(scratch).output))
        let github = try await check(scratch, "--max-findings", "1", "--output-format", "github").output
        #expect(github.split(separator: "\n").last == "::notice title=Footing::9 more findings are not shown.")
        #expect(
            try await check(scratch, "--max-findings", "1", "--output-format", "markdown").output.hasSuffix(
                "\n9 more findings are not shown.\n"))
    }

    @Test("--quiet leaves the summary out, not the findings")
    func quiet() async throws {
        let scratch = OutputSample.scratch()
        let outcome = try await check(scratch, "-q")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("error[footnote-undefined]") && !outcome.output.contains("Found "))
        #expect(try await check(scratch, "--quiet", "Profiles/angola.md").output.isEmpty)
    }

    @Test("The settings of a path are shown with where each is from")
    func showSettings() async throws {
        let scratch = OutputSample.scratch()
        scratch.write("shared.yml", "rules: {footnotes: advice, footnote-order: {fix: never}}\nfail_on: error\n")
        scratch.write(
            "Config/footing.yml",
            """
            extends: ../shared.yml
            rules: {footnote-order: error}
            footnotes: {form: markdown}
            paths: [{match: Profiles/drafts, rules: {footnote-empty: off}}]
            """)
        func lines(_ arguments: String...) async throws -> [[Substring]] {
            let text = try await Footing.run(
                .path(.init(Footing.path)), ["check", "--show-settings"] + arguments, environment: ["FOOTING_FAIL_ON": "never"],
                in: scratch.path
            ).output
            return text.split(separator: "\n").map { $0.split(separator: /\s\s+/) }
        }
        let plain = try await lines("Profiles/belarus.md")
        #expect(plain.first == ["Settings of Profiles/belarus.md, from shared.yml, Config/footing.yml"])
        #expect(plain.contains(["footnotes.form", "markdown", "Config/footing.yml"]))
        #expect(plain.contains(["fail_on", "never", "FOOTING_FAIL_ON"]))
        #expect(plain.contains(["footnotes.repeated", "forbidden", "built in"]))
        #expect(plain.contains(["footnote-empty", "advice", "shared.yml, rules.footnotes"]))
        #expect(
            plain.contains([
                "footnote-order", "error, fix never",
                "Config/footing.yml, rules.footnote-order; shared.yml, rules.footnote-order",
            ]))
        let draft = try await lines("Profiles/drafts/x.md", "--fail-on", "advice", "--ignore", "style")
        #expect(draft.contains(["footnote-empty", "off", "Config/footing.yml, paths, rules.footnote-empty"]))
        #expect(draft.contains(["fail_on", "advice", "--fail-on"]))
        #expect(draft.contains(["term", "off", "--select or --ignore"]))
        let json = try await Footing.run("check", "--show-settings", "--output-format", "json", in: scratch.path).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(object["files"] as? [String] == ["shared.yml", "Config/footing.yml"])
        #expect((object["rules"] as? [[String: Any]])?.count ?? 0 > 60)
        #expect(plain.contains(["topics", "mine-ban-policy", "built in"]))
        #expect(plain.contains(["excluded", "no", "no pattern of exclude matches"]))
        let bare = Scratch()
        let none = try await Footing.run("check", "--show-settings", "x.md", in: bare.path).output
        #expect(none.hasPrefix("Settings of x.md: there is no settings file, so all are as they are built in\n\nminimum_version"))
        scratch.write("Config/footing.yml", "exclude: Profiles\n")
        let excluded = try await lines("Profiles/belarus.md")
        #expect(excluded.contains(["excluded", "yes", "Config/footing.yml"]))
        scratch.write("Config/footing.yml", "rulse: {}\n")
        #expect(try await Footing.run("check", "--show-settings", in: scratch.path).code == 2)
    }

    @Test("Colours go to terminals, not to files")
    func color() async throws {
        let scratch = OutputSample.scratch()
        let file = try await check(scratch, "--color", "always", "--output-format", "concise", "--output-format", "text=a.txt")
        #expect(file.output.contains("\u{1B}["))
        #expect(scratch.read("a.txt") == (try await check(scratch).output))
        #expect(try await check(scratch, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": ""]).output.contains("\u{1B}["))
        #expect(try await !check(scratch, environment: ["CLICOLOR_FORCE": "0", "NO_COLOR": ""]).output.contains("\u{1B}["))
        #expect(try await !check(scratch, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).output.contains("\u{1B}["))
        #expect(try await !check(scratch, "--color", "always", "--output-format", "json").output.contains("\u{1B}["))
    }

    @Test("A file whose name is not UTF-8 is told of")
    func notUTF8() async throws {
        let scratch = OutputSample.scratch()
        _ = try await Footing.run(.path("/bin/sh"), ["-c", "printf x > \"$(printf 'Profiles/\\377.md')\""], in: scratch.path)
        let outcome = try await check(scratch)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("its name is not UTF-8, so it cannot be read; rename it"))
        #expect(outcome.output.contains("footnote-undefined"), "the others are still checked")
    }
}

/// Completion scripts, loaded by the shells that they are for.
@Suite("Completions")
struct CompletionTests {
    @Test("Shells load their script", arguments: ["bash", "zsh", "fish"])
    func load(_ shell: String) async throws {
        guard let path = Tool.path(shell) else { return }
        let scratch = Scratch()
        let script = try await Footing.run("completions", shell)
        #expect(script.code == 0)
        #expect(try await Footing.run("--generate-completion-script", shell).output == script.output)
        let file = scratch.write("footing", script.output)
        let check = shell == "zsh" ? ["-f", "-n", file] : shell == "fish" ? ["--no-execute", file] : ["-n", file]
        let outcome = try await Footing.run(.path(.init(path)), check)
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    @Test("bash completes a command, an option and a format")
    func bash() async throws {
        guard let path = Tool.path("bash") else { return }
        let scratch = Scratch()
        scratch.write("footing", try await Footing.run("completions", "bash").output)
        func complete(_ words: String...) async throws -> [Substring] {
            let list = words.map { "'\($0)'" }.joined(separator: " ")
            let script = """
                source ./footing
                COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1); COMP_LINE='\(words.joined(separator: " "))'
                COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
                _footing footing '\(words.last ?? "")' '\(words.dropLast().last ?? "")' 2>/dev/null
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            return try await Footing.run(.path(.init(path)), ["--norc", "-c", script], in: scratch.path).output.split(
                separator: "\n")
        }
        #expect(try await complete("footing", "che").contains { $0.hasPrefix("check") })
        #expect(try await complete("footing", "check", "--stat").contains { $0.hasPrefix("--statistics") })
        #expect(try await complete("footing", "check", "--select", "footnote-und").contains("footnote-undefined"))
        #expect(try await complete("footing", "check", "--output-format", "sa").contains { $0.hasPrefix("sarif") })
    }

    @Test("fish completes a format")
    func fish() async throws {
        guard let path = Tool.path("fish") else { return }
        let scratch = Scratch()
        let file = scratch.write("footing.fish", try await Footing.run("completions", "fish").output)
        let outcome = try await Footing.run(
            .path(.init(path)), ["--no-config", "-c", "source \(file); complete -C 'footing check --output-format sa'"])
        #expect(outcome.output.split(separator: "\n").contains { $0.hasPrefix("sarif") }, "\(outcome)")
    }
}
