import TestSupport
import Testing

/// `footing baseline` and what `footing check` makes of a baseline.
@Suite("Baseline")
struct BaselineTests {
    private typealias Repo = ScratchRepository
    private let old = "Found 40 mines.[^1] Lost.[^2]"

    private func repository() async throws -> Repo {
        let repository = try await Repo([Repo.profile: Repo.text(old)])
        let written = try await repository.run("baseline", "write")
        #expect(written.errors == "Config/baseline.yml holds 1 finding.\n")
        return repository
    }

    @Test("What stood when the baseline was written may stand; what comes is reported")
    func stands() async throws {
        let repository = try await repository()
        let before = try await repository.check()
        #expect(before.code == 0)
        #expect(before.output == "Checked 1 profile: nothing to report. The baseline holds 1 finding.\n")
        repository.write(Repo.text(old + "\n\nAgain.[^3]"))
        let after = try await repository.check()
        #expect(after.rules == ["footnote-undefined"])
        #expect(after.output.contains("The marker [^3] has no note."))
        #expect(try await repository.check("--no-baseline").rules.count == 2)
    }

    @Test(
        "An entry survives a move in the file, renumbering, edits elsewhere, a new layout and a renamed file",
        arguments: ["move", "renumber", "edit", "rename", "line ends"])
    func survives(_ how: String) async throws {
        let repository = try await repository()
        switch how {
        case "move": repository.write(Repo.text("Before it.\n\n" + old))
        case "renumber": repository.write(Repo.text("Found 40 mines.[^1] Lost.[^7]"))
        case "edit": repository.write(Repo.text(old + "\n\n### Use\n\nWords.", updated: "2023-01-01", note: "Another source."))
        case "line ends":
            let lines = Repo.text(old).split(separator: "\n", omittingEmptySubsequences: false)
            repository.write(lines.joined(separator: "\r\n"))
        default: try await repository.git("mv", "Profiles/mine-ban-policy", "Profiles/ban")
        }
        let outcome = try await repository.check("--strict-baseline")
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("The baseline holds 1 finding."))
        #expect(try await repository.run("baseline", "compare").code == 0)
    }

    @Test("One entry holds one finding; a copy in another file is new")
    func counts() async throws {
        let repository = try await repository()
        repository.write(Repo.text("Twice.[^2] Twice.[^2] Lost.[^2]"))
        #expect(try await repository.check().code == 1)
        repository.write(Repo.text(old))
        repository.write(Repo.text(old), to: "Profiles/other/belarus.md")
        #expect(try await repository.check().rules == ["footnote-undefined"])
    }

    @Test("compare tells what is new and gone, a strict run fails on what is gone, prune takes it away and adds nothing")
    func prune() async throws {
        let repository = try await repository()
        repository.write(Repo.text("Mended.[^1]\n\n### Use\n\nNew."))
        repository.write(Repo.text("Lost.[^9] Found.[^1]"), to: "Profiles/mine-ban-policy/by.md")
        let compared = try await repository.run("baseline", "compare")
        #expect(compared.code == 1)
        #expect(
            compared.output == """
                - Profiles/mine-ban-policy/belarus.md footnote-undefined 1
                + Profiles/mine-ban-policy/by.md file-name 1
                + Profiles/mine-ban-policy/by.md footnote-undefined 1

                """)
        #expect(try await repository.check(Repo.profile).code == 0)
        let strict = try await repository.check(Repo.profile, "--strict-baseline")
        #expect(strict.code == 1)
        #expect(strict.errors.contains("The baseline has 1 entry no longer found."))
        repository.write("baseline: {strict: true}\n", to: "Config/footing.yml")
        #expect(try await repository.check(Repo.profile).code == 1, "the settings can ask for it")
        #expect(try await repository.check(Repo.profile, "--select", "totals").code == 0, "a rule that did not run tells nothing")
        let pruned = try await repository.run("baseline", "prune")
        #expect(pruned.errors == "Config/baseline.yml: took 1 finding away, 0 left.\n")
        #expect(try await repository.check(Repo.profile).code == 0)
        #expect(try await repository.check().code == 1, "prune adds nothing")
    }

    @Test("Two baselines are compared as files")
    func files() async throws {
        let repository = try await repository()
        try await repository.git("add", "--all")
        _ = try await Footing.run(.name("cp"), ["Config/baseline.yml", "old.yml"], in: repository.scratch.path)
        repository.write(Repo.text("Mended.[^1]"))
        _ = try await repository.run("baseline", "write")
        let compared = try await repository.run("baseline", "compare", "--to", "old.yml")
        #expect(compared.output == "+ Profiles/mine-ban-policy/belarus.md footnote-undefined 1\n")
        #expect(try await repository.run("baseline", "compare", "--to", "Config/baseline.yml").code == 0)
    }

    @Test("Writing for one folder leaves the entries of others")
    func partial() async throws {
        let repository = try await repository()
        repository.write(Repo.text(old), to: "Profiles/other/belarus.md")
        #expect(try await repository.run("baseline", "write", "Profiles/other").errors.contains("holds 2 findings"))
        #expect(try await repository.check().code == 0)
    }

    @Test(
        "A file that is no baseline stops the run with its place",
        arguments: ["rule: x\n", "- {path: a, rule: b, block: x1}\n", "- [\n"])
    func broken(_ text: String) async throws {
        let repository = try await repository()
        repository.write(text, to: "Config/baseline.yml")
        let outcome = try await repository.check()
        #expect(outcome.code == 2)
        #expect(outcome.rules == ["settings"])
        #expect(outcome.output.contains("--> Config/baseline.yml:"))
        #expect(try await repository.run("baseline", "prune").code == 2)
    }
}
