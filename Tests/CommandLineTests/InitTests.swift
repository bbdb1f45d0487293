import Subprocess
import TestSupport
import Testing

/// What `footing init` writes, and what the programs that read it say.
@Suite("New repositories")
struct InitTests {
    private static let address = "https://example.org/team/footing"

    /// Whether a client accepts a file; true where it is not installed, which is said.
    private func isAccepted(_ file: String, by client: String, _ arguments: String...) async throws -> Bool {
        guard let path = Client.orSkip(client, "what footing init writes") else { return true }
        let outcome = try await Footing.run(.path(.init(path)), arguments + [file])
        if outcome.code != 0 { print(outcome.output + outcome.errors) }
        return outcome.code == 0
    }

    @Test(
        "A repository is begun with settings that hold, hooks and a workflow that their programs accept",
        arguments: [nil, address])
    func github(_ from: String?) async throws {
        let scratch = Scratch()
        let outcome = try await Footing.run(
            .path(.init(Footing.path)), ["init", "new"] + (from.map { ["--from", $0] } ?? []), in: scratch.path)
        #expect(outcome.code == 0)
        let files = ["Config/footing.yml", ".pre-commit-config.yaml", ".github/workflows/footing.yml"]
        for file in files { #expect(outcome.output.contains("Wrote new/\(file)\n")) }
        #expect(outcome.output.contains("FOOTING_REPOSITORY") == (from == nil))
        let root = scratch.path + "/new/"
        #expect(try await Footing.run("check", in: root).code == 0)
        #expect(
            try await isAccepted(
                root + files[0], by: "check-jsonschema", "--schemafile", Repository.root + "/Config/schema/settings.json"))
        #expect(try await isAccepted(root + files[1], by: "pre-commit", "validate-config"))
        #expect(try await isAccepted(root + files[1], by: "prek", "validate-config"))
        #expect(try await isAccepted(root + files[2], by: "check-jsonschema", "--builtin-schema", "vendor.github-workflows"))
        #expect(try await isAccepted(root + files[2], by: "zizmor", "--offline", "--quiet"))
        for file in files { #expect(scratch.read("new/" + file).contains(Self.address) == (from != nil && file != files[0])) }
    }

    @Test("GitLab has its own pipeline", arguments: [nil, address])
    func gitlab(_ from: String?) async throws {
        let scratch = Scratch()
        let arguments = ["init", "--ci", "gitlab"] + (from.map { ["--from", $0] } ?? [])
        #expect(try await Footing.run(.path(.init(Footing.path)), arguments, in: scratch.path).code == 0)
        #expect(scratch.names == [".gitlab-ci.yml", ".pre-commit-config.yaml", "Config", "Profiles"])
        #expect(scratch.read(".gitlab-ci.yml").contains("    FOOTING_REPOSITORY: \(Self.address)\n") == (from != nil))
        let file = scratch.path + "/.gitlab-ci.yml"
        #expect(try await isAccepted(file, by: "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci"))
    }

    @Test("The pipeline's script reports what a merge request brings, and the whole branch where there is none")
    func pipeline() async throws {
        let repository = try await ScratchRepository([ScratchRepository.profile: ScratchRepository.text("Old.[^8]")])
        repository.write(ScratchRepository.text("Old.[^8]\n\nNew.[^9]", updated: "2022-10-01"))
        try await repository.commit("Second")
        #expect(try await repository.run("init", "--ci", "gitlab").code == 0)
        repository.scratch.write(".footing/README", "")
        _ = try await Footing.run(.name("ln"), ["-s", Footing.path, repository.scratch.path + "/.footing/footing"])
        let lines = repository.scratch.read(".gitlab-ci.yml").split(separator: "\n")
        let place = try #require(lines.firstIndex(of: "  script:"))
        let script = lines[place + 1].drop { $0 == " " || $0 == "-" }
        for (base, count) in [("", 2), ("HEAD~1", 1)] {
            let outcome = try await Footing.run(
                .path("/bin/sh"), ["-c", String(script)], environment: ["CI_MERGE_REQUEST_DIFF_BASE_SHA": base],
                in: repository.scratch.path)
            #expect(outcome.code == 1)
            #expect(outcome.rules.count { $0 == "footnote-undefined" } == count)
            #expect(repository.scratch.read("footing.json").split(separator: "footnote-undefined").count > count)
        }
    }

    @Test("What is there already is left alone, and said so")
    func kept() async throws {
        let scratch = Scratch()
        scratch.write("Config/footing.yml", "fail_on: error\n")
        scratch.write("Profiles/belarus.md", Texts.profile("Text."))
        let first = try await Footing.run("init", in: scratch.path).output
        #expect(first.contains("Left Config/footing.yml alone: it is there already.\n"))
        #expect(first.contains("Wrote .pre-commit-config.yaml\n"))
        #expect(scratch.read("Config/footing.yml") == "fail_on: error\n")
        scratch.write(".pre-commit-config.yaml", "repos: []\n")
        let again = try await Footing.run("init", in: scratch.path)
        #expect(again.code == 0 && !again.output.contains("Wrote"))
        #expect(scratch.read(".pre-commit-config.yaml") == "repos: []\n")
        #expect(!scratch.names.contains(".gitkeep"))
    }

    @Test("What is written names the version that the program prints")
    func version() async throws {
        let version = try await Footing.run("--version").output.dropLast()
        let scratch = Scratch()
        _ = try await Footing.run("init", "--from", Self.address, in: scratch.path)
        #expect(scratch.read(".pre-commit-config.yaml").contains("rev: v\(version)\n"))
        #expect(scratch.read(".github/workflows/footing.yml").contains("--branch v\(version) "))
        #expect(scratch.read("Config/footing.yml").contains("minimum_version: \(version)\n"))
    }

    @Test(
        "An address that would mean something else in YAML or a shell is refused",
        arguments: ["x", "https://a b", "https://a#b", "https://a/$(x)", "--upload-pack=x", "-x@host:path", "https://a\nb", ""])
    func addresses(_ address: String) async throws {
        let scratch = Scratch()
        let outcome = try await Footing.run("init", "--from=\(address)", in: scratch.path)
        #expect(outcome.code == 2)
        #expect(scratch.names.isEmpty)
        #expect(try await Footing.run("init", "--from=git@example.org:team/footing.git", in: scratch.path).code == 0)
    }

    @Test("A folder that cannot be written to is told of")
    func unwritable() async throws {
        let scratch = Scratch()
        scratch.write("file", "")
        let outcome = try await Footing.run("init", "file", in: scratch.path)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("file/Config/footing.yml"))
    }
}
