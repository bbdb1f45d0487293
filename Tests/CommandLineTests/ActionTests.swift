import Subprocess
import TestSupport
import Testing

/// The action for GitHub: its script run as a job runs it, and what linters of workflows say.
@Suite("Action")
struct ActionTests {
    private static let action = Repository.root + "/.github/actions/check"

    /// What a job sees of a run.
    private struct Job {
        var outcome: Footing.Outcome
        var sarif = ""
        var summary = ""
    }

    private func run(in repository: ScratchRepository, _ variables: [String: String] = [:]) async throws -> Job {
        let temporary = Scratch()
        let folder = Footing.path.split(separator: "/").dropLast().joined(separator: "/")
        let path = Client.folders.joined(separator: ":")
        let environment = [
            "PATH": "/\(folder):\(path)", "RUNNER_TEMP": temporary.path, "GITHUB_OUTPUT": temporary.path + "/output",
            "GITHUB_STEP_SUMMARY": temporary.path + "/summary",
        ].merging(variables) { _, new in new }
        let outcome = try await Footing.run(
            .path("/bin/sh"), [Self.action + "/check"], environment: environment, in: repository.scratch.path)
        #expect(temporary.read("output") == "sarif=\(temporary.path)/footing.sarif\n" || outcome.code == 2)
        return Job(outcome: outcome, sarif: temporary.read("footing.sarif"), summary: temporary.read("summary"))
    }

    /// A repository whose second commit brings a finding beside one that was there.
    private func repository() async throws -> ScratchRepository {
        let repository = try await ScratchRepository([ScratchRepository.profile: ScratchRepository.text("Old.[^8]")])
        repository.write(ScratchRepository.text("Old.[^8]\n\nNew.[^9]", updated: "2022-10-01"))
        try await repository.commit("Second")
        return repository
    }

    @Test("What a pull request brings becomes annotations, a SARIF file and a summary")
    func pullRequest() async throws {
        let repository = try await repository()
        let base = String(try await repository.git("rev-parse", "HEAD~1").dropLast())
        let job = try await run(in: repository, ["FOOTING_BASE": base])
        #expect(job.outcome.code == 1)
        #expect(job.outcome.output.contains("::error title=Footing (footnote-undefined),file=\(ScratchRepository.profile),"))
        #expect(!job.outcome.output.contains("line=9,"))
        #expect(job.sarif.contains("\"footnote-undefined\""))
        #expect(job.summary.contains("## Footing\n"))
    }

    @Test("A push is checked since the commit before it; a branch that is new or was rewritten, as a whole")
    func push() async throws {
        let repository = try await repository()
        let before = String(try await repository.git("rev-parse", "HEAD~1").dropLast())
        func findings(_ variables: [String: String]) async throws -> Int {
            try await run(in: repository, variables).outcome.output.split(separator: "\n").count {
                $0.contains("(footnote-undefined)")
            }
        }
        #expect(try await findings(["FOOTING_BEFORE": before]) == 1)
        for unknown in ["", String(repeating: "0", count: 40), String(repeating: "a", count: 40)] {
            #expect(try await findings(["FOOTING_BEFORE": unknown]) == 2)
        }
        #expect(try await findings(["FOOTING_BEFORE": before, "FOOTING_SINCE": "all"]) == 2)
        #expect(try await findings(["FOOTING_SINCE": "HEAD~1"]) == 1)
    }

    @Test("A base that a shallow clone lacks fails the step, and says what to fetch")
    func shallow() async throws {
        let repository = try await repository()
        let base = String(try await repository.git("rev-parse", "HEAD~1").dropLast())
        let clone = Scratch()
        try await repository.git("clone", "-q", "--depth", "1", "file://" + repository.scratch.path, clone.path + "/clone")
        let outcome = try await Footing.run(
            "check", "--since", base, in: clone.path + "/clone")
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("fetch-depth: 0"))
    }

    @Test("Inputs reach the program as they are: a line is an argument, and nothing in it is run")
    func inputs() async throws {
        let repository = try await repository()
        let odd = "Profiles/a $(touch made) `touch made`; touch made & *.md"
        repository.write(ScratchRepository.text("Odd.[^9]"), to: odd)
        let job = try await run(
            in: repository,
            [
                "FOOTING_PATHS": odd + "\n" + ScratchRepository.profile,
                "FOOTING_ARGS": "--select=footnote-undefined\n--exit-zero",
            ])
        #expect(job.outcome.code == 0, "\(job.outcome.errors)")
        #expect(job.outcome.output.split(separator: "\n").count == 3)
        #expect(!repository.scratch.names.contains("made"))
        let option = try await run(in: repository, ["FOOTING_PATHS": "--fix"])
        #expect(option.outcome.code == 2)
        #expect(option.outcome.errors.contains("--fix: there is no such file"))
    }

    @Test("Another version than the one that is asked for fails the step")
    func version() async throws {
        let repository = try await repository()
        let version = try await Footing.run("--version").output.dropLast()
        #expect(try await run(in: repository, ["FOOTING_VERSION": String(version)]).outcome.code == 1)
        let other = try await run(in: repository, ["FOOTING_VERSION": "99.0.0"])
        #expect(other.outcome.code == 2)
        #expect(other.outcome.output.hasPrefix("::error title=Footing::This is Footing \(version), not 99.0.0."))
    }

    @Test("Footing is built where none is on the PATH, and is kept by what it is built of")
    func key() async throws {
        func key(_ path: String) async throws -> String {
            let scratch = Scratch()
            let outcome = try await Footing.run(
                .path("/bin/sh"), [Self.action + "/find"], environment: ["PATH": path, "GITHUB_OUTPUT": scratch.path + "/output"])
            #expect(outcome.code == 0, "\(outcome.errors)")
            return scratch.read("output")
        }
        let first = try await key("/usr/bin:/bin")
        #expect(first.wholeMatch(of: /key=footing-\w+-\w+-[0-9a-f]{16}\n/) != nil, "\(first)")
        #expect(try await key("/usr/bin:/bin") == first)
        let folder = Footing.path.split(separator: "/").dropLast().joined(separator: "/")
        #expect(try await key("/\(folder):/usr/bin:/bin").isEmpty)
    }

    @Test("Linters of workflows, actions and scripts have nothing to report")
    func linters() async throws {
        let workflows = Repository.files(".github/workflows", ending: ".yml")
        #expect(workflows.count == 2)
        for (client, arguments) in [
            ("zizmor", ["--offline", "--quiet", Repository.root + "/.github"]),
            ("check-jsonschema", ["--builtin-schema", "vendor.github-workflows"] + workflows),
            ("check-jsonschema", ["--builtin-schema", "vendor.github-actions", Self.action + "/action.yml"]),
            ("shellcheck", [Self.action + "/find", Self.action + "/check", Repository.root + "/.ci/build"]),
        ] {
            guard let path = Client.orSkip(client, "this repository's workflows and action") else { continue }
            let outcome = try await Footing.run(.path(.init(path)), arguments)
            #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        }
    }

    @Test("This repository's profiles are checked by the workflow that footing init writes, with the action as it is here")
    func workflow() throws {
        func lines(_ path: String) throws -> [Substring] {
            String(decoding: try #require(Repository.bytes(path)), as: UTF8.self).split(separator: "\n")
        }
        var written = try lines("Config/init/github.yml")
        let fetch = try #require(written.firstIndex { $0.hasSuffix("- name: Fetch Footing") })
        let check = try #require(written.firstIndex { $0.hasSuffix("- name: Check") })
        written.removeSubrange(fetch..<check)
        let own = try lines(".github/workflows/profiles.yml")
        #expect(own.dropLast() == written.dropLast())
        #expect(own.last?.contains("uses: ./.github/actions/check #") == true)
        #expect(written.last?.contains("uses: ./.footing/.github/actions/check #") == true)
    }
}
