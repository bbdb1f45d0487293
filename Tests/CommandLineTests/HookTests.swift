import Subprocess
import TestSupport
import Testing

/// The hooks in `.pre-commit-hooks.yaml`, run by the programs that run them at a commit.
@Suite("Hooks")
struct HookTests {
    static let managers = ["pre-commit", "prek"]

    /// A repository of profiles whose commits a hook manager checks with the built program.
    private struct Checked {
        let repository: ScratchRepository
        let manager: String
        private let bin = Scratch()

        /// Nil where the manager is not installed. Without a configuration, that is what `footing init` writes.
        init?(_ name: String, _ test: String, configuration: String? = nil) async throws {
            guard let manager = Client.orSkip(name, test) else { return nil }
            self.manager = manager
            repository = try await ScratchRepository()
            // Each call of the program is written down, as its arguments.
            bin.write(
                "footing",
                "#!/bin/sh\nfor a; do printf '%s|' \"$a\"; done >>\(bin.path)/calls\necho >>\(bin.path)/calls\nexec '\(Footing.path)' \"$@\"\n"
            )
            _ = try await Footing.run(.name("chmod"), ["+x", bin.path + "/footing"])
            #expect(try await repository.run("init", "--ci", "none").code == 0)
            if let configuration { repository.scratch.write(".pre-commit-config.yaml", configuration) }
            try await repository.commit("First")
            try #require(try await run(manager, "install").code == 0)
        }

        func run(_ program: String, _ arguments: String...) async throws -> Footing.Outcome {
            let path = Client.folders.joined(separator: ":")
            return try await Footing.run(
                program.hasPrefix("/") ? .path(.init(program)) : .name(program), arguments,
                environment: [
                    "PATH": "\(bin.path):\(path)", "PRE_COMMIT_HOME": bin.path + "/home", "PREK_HOME": bin.path + "/home",
                    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PRE_COMMIT_COLOR": "never",
                ], in: repository.scratch.path)
        }

        /// Commits all that is there; what the hooks say.
        func commit() async throws -> Footing.Outcome {
            try await repository.git("add", "--all")
            return try await run("git", "commit", "-q", "-m", "Next")
        }

        /// The arguments of the program's calls so far, which are then forgotten.
        func calls() -> [[String]] {
            defer { bin.write("calls", "") }
            return bin.read("calls").split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        }
    }

    @Test("A bad profile stops the commit, one that can be mended is mended and stops it, a good one passes", arguments: managers)
    func commits(_ name: String) async throws {
        guard let checked = try await Checked(name, "hooks at a commit") else { return }
        let repository = checked.repository
        repository.write(ScratchRepository.text("Belarus is lost.[^1] Gone.[^9]"))
        let bad = try await checked.commit()
        #expect(bad.code != 0)
        #expect((bad.output + bad.errors).contains("error[footnote-undefined]"))
        repository.write(ScratchRepository.text("Belarus joined[^1]."))
        #expect(try await checked.commit().code != 0)
        #expect(repository.scratch.read(ScratchRepository.profile) == ScratchRepository.text("Belarus joined.[^1]"))
        let good = try await checked.commit()
        #expect(good.code == 0, "\(good.output)\(good.errors)")
        #expect(try await repository.git("status", "--short").isEmpty)
    }

    @Test("A new repository and the commit that the README shows are as it shows them")
    func readme() async throws {
        let scratch = Scratch()
        let begun = Readme.blocks("console").first { $0.hasPrefix("$ footing init\n") }
        #expect(try await begun == "$ footing init\n" + Footing.run("init", in: scratch.path).output)
        let version = try await Footing.run("--version").output.dropLast()
        let built = try #require(Readme.blocks("yaml").first { $0.hasPrefix("repos:") })
        #expect(built.contains("rev: v\(version)\n"))
        let written = try await Footing.run("init", "b", "--from", "https://example.org/team/footing", in: scratch.path)
        #expect(written.code == 0 && scratch.read("b/.pre-commit-config.yaml").hasSuffix(built))
        guard let checked = try await Checked("pre-commit", "the README's commit") else { return }
        let command = "git commit -qm Belarus"
        let shown = try #require(Readme.blocks("console").first { $0.hasPrefix("$ \(command)\n") })
        checked.repository.write(try #require(Readme.blocks("markdown").first), to: "Profiles/belarus.md")
        let outcome = try await checked.commit()
        #expect("$ \(command)\n" + outcome.output + outcome.errors == shown)
    }

    @Test("What is not in the one style is brought to it, and stops the commit", arguments: managers)
    func format(_ name: String) async throws {
        guard let checked = try await Checked(name, "the hook that formats") else { return }
        checked.repository.write(ScratchRepository.text("* One.[^1]"))
        #expect(try await checked.commit().code != 0)
        #expect(checked.repository.scratch.read(ScratchRepository.profile).contains("\n- One.[^1]\n"))
        #expect(try await checked.commit().code == 0)
    }

    @Test("A day that a commit changes without a new source stops it", arguments: managers)
    func gate(_ name: String) async throws {
        guard let checked = try await Checked(name, "the hook on changes") else { return }
        let sentence = "Belarus acceded to the Mine Ban Treaty on 3 September 2003.[^1]"
        checked.repository.write(ScratchRepository.text(sentence))
        #expect(try await checked.commit().code == 0)
        let changed = sentence.replacing("3 September", with: "8 September")
        checked.repository.write(ScratchRepository.text(changed, updated: "2022-10-05"))
        let outcome = try await checked.commit()
        #expect(outcome.code != 0)
        #expect((outcome.output + outcome.errors).contains("error[fact-changed]"))
    }

    @Test("All files of a commit are checked in one go, whatever their names", arguments: managers)
    func many(_ name: String) async throws {
        guard let checked = try await Checked(name, "many files at a commit") else { return }
        let names = (1...20).map { "Profiles/mine-ban-policy/a name \($0).md" } + ["Profiles/mine-ban-policy/côte-d’ivoire.md"]
        for name in names { checked.repository.write(ScratchRepository.text("Text.[^1]"), to: name) }
        checked.repository.write("No profile[^1].", to: "README.md")
        _ = checked.calls()
        _ = try await checked.commit()
        let calls = checked.calls()
        #expect(calls.map { $0.first } == ["check", "format", "check"])
        for call in calls { #expect(Set(call.filter { $0.hasSuffix(".md") }) == Set(names)) }
    }

    @Test("What the configuration or the settings exclude is left alone", arguments: managers)
    func excluded(_ name: String) async throws {
        let hooks = Scratch()
        hooks.write(".pre-commit-hooks.yaml", try #require(Repository.bytes(".pre-commit-hooks.yaml")))
        func git(_ arguments: String...) async throws -> String {
            let user = ["-c", "user.name=An editor", "-c", "user.email=editor@example.org"]
            let outcome = try await Footing.run(.name("git"), user + arguments, in: hooks.path)
            #expect(outcome.code == 0, "\(outcome.errors)")
            return String(outcome.output.dropLast())
        }
        _ = try await git("init", "-q")
        _ = try await git("add", ".")
        _ = try await git("commit", "-q", "-m", "Hooks")
        let configuration = """
            exclude: ^Profiles/drafts/
            repos:
              - repo: \(hooks.path)
                rev: \(try await git("rev-parse", "HEAD"))
                hooks:
                  - id: footing-check-system
                    args: []
                  - id: footing-format-system
                  - id: footing-gate-system

            """
        guard let checked = try await Checked(name, "exclusions of hooks", configuration: configuration) else { return }
        let bad = ScratchRepository.text("*  Lost.[^9]")
        checked.repository.write("exclude: [Profiles/archive]\n", to: "Config/footing.yml")
        checked.repository.write(bad, to: "Profiles/drafts/belarus.md")
        checked.repository.write(bad, to: "Profiles/archive/belarus.md")
        let left = try await checked.commit()
        #expect(left.code == 0, "\(left.output)\(left.errors)")
        #expect(checked.repository.scratch.read("Profiles/archive/belarus.md") == bad)
        checked.repository.write(bad, to: "Profiles/mine-ban-policy/belarus.md")
        #expect(try await checked.commit().code != 0)
    }

    @Test("The manifest is one, and a hook and its twin differ in where the program comes from only", arguments: managers)
    func manifest(_ name: String) async throws {
        let text = String(decoding: try #require(Repository.bytes(".pre-commit-hooks.yaml")), as: UTF8.self)
        let hooks = text.split(separator: "\n\n").filter { $0.hasPrefix("- id: ") }.map {
            $0.hasSuffix("\n") ? $0.dropLast() : $0
        }
        let (built, twins) = (hooks.prefix(hooks.count / 2), hooks.suffix(hooks.count / 2))
        #expect(built.count == 3)
        #expect(
            built.map { $0.replacing("language: swift", with: "language: system") }
                == twins.map { $0.replacing("-system", with: "") })
        guard let manager = Client.orSkip(name, "the manifest of the hooks") else { return }
        let outcome = try await Footing.run(
            .path(.init(manager)), ["validate-manifest", Repository.root + "/.pre-commit-hooks.yaml"])
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }
}
