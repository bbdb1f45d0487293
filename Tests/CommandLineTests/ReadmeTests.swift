import Subprocess
import TestSupport
import Testing

/// The README and what it shows.
enum Readme {
    static let text = Repository.bytes("README.md").map { String(decoding: $0, as: UTF8.self) } ?? ""

    /// The fenced blocks of a kind.
    static func blocks(_ kind: String) -> [String] {
        var blocks: [String] = []
        var current: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let lines = current {
                if line == "```" {
                    blocks.append(lines.map { $0 + "\n" }.joined())
                    current = nil
                } else {
                    current = lines + [line]
                }
            } else if line == "```" + kind {
                current = []
            }
        }
        return blocks
    }
}

/// What the README shows is what the program does.
@Suite("README")
struct ReadmeTests {
    private let readme = Readme.text

    private func blocks(_ kind: String) -> [String] { Readme.blocks(kind) }

    @Test("The example profile gives the output that is shown, and --fix mends what is said")
    func example() async throws {
        let profile = try #require(blocks("markdown").first)
        let shown = try #require(blocks("console").first)
        let scratch = Scratch()
        scratch.write("belarus.md", profile)
        let result = try await Subprocess.run(
            .path(.init(Footing.path)), arguments: ["check", "belarus.md"], workingDirectory: .init(scratch.path),
            output: .string(limit: 65536), error: .discarded)
        #expect("$ footing check belarus.md\n" + result.standardOutput == shown)
        let fixed = try await Footing.run("check", "--fix", scratch.path + "/belarus.md")
        #expect(fixed.output.contains("Mended 2 findings in 1 file. Left 1 error"))
    }

    @Test("The report of a line a finding is as it is shown, and the commands on reports write what they name")
    func reports() async throws {
        let profile = try #require(blocks("markdown").first)
        let shown = try #require(blocks("console").first { $0.contains("--output-format concise belarus.md") })
        let scratch = Scratch()
        scratch.write("belarus.md", profile)
        let concise = try await Footing.run("check", "--output-format", "concise", "belarus.md", in: scratch.path)
        #expect("$ footing check --output-format concise belarus.md\n" + concise.output == shown)
        scratch.write("Profiles/belarus.md", profile)
        let several = try #require(blocks("sh").first { $0.contains("sarif=") })
        let summary = try #require(readme.firstMatch(of: /`(footing[^`]*GITHUB_STEP_SUMMARY")`/)?.output.1)
        let folder = Footing.path.split(separator: "/").dropLast().joined(separator: "/")
        let result = try await Footing.run(
            .path("/bin/sh"), ["-c", "PATH=/\(folder):$PATH; \(several)\n\(summary)"],
            environment: ["GITHUB_STEP_SUMMARY": scratch.path + "/summary.md"], in: scratch.path)
        #expect(result.output.hasPrefix("::error title=Footing (front-matter-value),file=Profiles/belarus.md,line=4,"))
        #expect(scratch.read("reports/footing.sarif").contains("\"version\" : \"2.1.0\""))
        #expect(scratch.read("reports/footing.xml").contains("<testsuites"))
        #expect(scratch.read("summary.md").hasPrefix("## Footing\n\nFound 2 errors, 1 warning"))
    }

    @Test("The timeline that is shown is that of the front matter and the sentence that are shown")
    func timeline() async throws {
        let front = try #require(blocks("yaml").first { $0.hasPrefix("---\n") })
        let sentence = try #require(readme.split(separator: "the sentence \"").dropFirst().first?.split(separator: "\"").first)
        let text = front + "\n## Policy\n\n" + sentence.replacing("\n", with: " ") + "\n"
        let result = try await Footing.run("timeline", "-", input: text)
        let shown = blocks("console").first { $0.hasPrefix("$ footing timeline belarus.md\n") }
        #expect(shown == "$ footing timeline belarus.md\n" + result.output)
    }

    @Test("A meeting of a repository's own is held against the sentence that is shown, and a mistake in it told as it is shown")
    func ownMeeting() async throws {
        let file = "Config/reference/meetings.yml"
        let meeting = try #require(blocks("yaml").first { $0.hasPrefix("# \(file)\n") })
        let sentence = try #require(
            readme.split(separator: "A profile that says \"").dropFirst().first?.split(separator: "\"").first)
        let session = try #require(blocks("console").first { $0.contains(file) })
        let scratch = Scratch()
        scratch.write(file, meeting)
        scratch.write(
            "Profiles/belarus.md",
            "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2026-12-31\n---\n\n## Policy\n\n\(sentence)\n")
        let folder = Footing.path.split(separator: "/").dropLast().joined(separator: "/")
        var shown = ""
        for command in session.split(separator: "\n").filter({ $0.hasPrefix("$ ") }) {
            let outcome = try await Footing.run(
                .path("/bin/sh"), ["-c", "PATH=/\(folder):$PATH; \(command.dropFirst(2)) 2>&1"], in: scratch.path)
            shown += command + "\n" + outcome.output
        }
        #expect(session == shown, "\(shown)")
    }

    @Test("The front matter that is shown is in order")
    func frontMatter() async throws {
        let front = try #require(blocks("yaml").first { $0.hasPrefix("---\n") })
        let notes = (1...6).map { "[^\($0)]: Source \($0)." }.joined(separator: "\n\n")
        let kept = "Belarus retained 4,492 mines: 1,486 PMN, 1,687 POMZ-2M, and 1,319 POMZ-2 mines.[^1] "
        let text = kept + (2...6).map { "Text.[^\($0)]" }.joined(separator: " ")
        let result = try await Footing.run(
            "check", "-", "--stdin-filename", "belarus.md", input: front + "\n## Policy\n\n\(text)\n\n\(notes)\n")
        #expect(result.output == "Checked 1 profile: nothing to report.\n")
    }

    @Test("Every command and option that is named is there")
    func commands() async throws {
        var help = ""
        for command in [
            "init", "check", "format", "waive", "import", "publish", "facts", "figures", "timeline", "rules", "explain", "schema",
            "completions",
        ] {
            help += try await Footing.run(command, "--help").output
        }
        let named = readme.split { " `.\n".contains($0) }.filter { $0.hasPrefix("--") && $0.dropFirst(2).first?.isLetter == true }
        #expect(named.count > 10)
        for option in named { #expect(help.contains(option), "\(option)") }
    }

    @Test("A draft in Word becomes a profile and a page by the commands that are shown")
    func word() async throws {
        guard let pandoc = Tool.path("pandoc") else { return }
        let commands = try #require(blocks("sh").first { $0.contains("pandoc") })
        let scratch = Scratch()
        scratch.write(
            "draft.md",
            "Belarus\n\nMine Ban Policy\n\nLast updated: 28 September 2022\n\n# Policy\n\nText.[^1]\n\n[^1]: *Source*.\n")
        let folder = Footing.path.split(separator: "/").dropLast().joined(separator: "/")
        let script = "set -e; PATH=/\(folder):$PATH; '\(pandoc)' draft.md -o draft.docx\n" + commands
        let result = try await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", script], workingDirectory: .init(scratch.path), output: .discarded,
            error: .string(limit: 65536))
        #expect(result.terminationStatus == .exited(0), "\(result.standardError)")
        #expect(scratch.read("belarus.md").hasSuffix("\n---\n\n## Policy\n\nText.[^1]\n\n[^1]: *Source*.\n"))
        #expect(scratch.read("belarus.html").contains("<em>Source</em>. <a class=\"back\" href=\"#reference-1\""))
    }

    @Test("This repository's profiles have nothing to report and are in their one form")
    func profiles() async throws {
        #expect(
            try await Footing.run("check", Repository.root + "/Profiles").output == "Checked 2 profiles: nothing to report.\n")
        #expect(try await Footing.run("format", "--check", Repository.root + "/Profiles").code == 0)
    }
}
