import Subprocess
import TestSupport
import Testing

/// `footing check --since` and `--staged` on real repositories.
@Suite("The change gate")
struct ChangeGateTests {
    private typealias Repo = ScratchRepository
    private let old = "Found 40 mines.[^1] Lost.[^2]"

    private func repository() async throws -> Repo {
        let repository = try await Repo([Repo.profile: Repo.text(old)])
        try await repository.git("checkout", "-q", "-b", "work")
        return repository
    }

    @Test("What was there before is not reported; what the change brought is")
    func brought() async throws {
        let repository = try await repository()
        #expect(try await repository.check("--since", "main").output == "Checked 0 profiles: nothing to report.\n")
        repository.write(Repo.text("New words.\n\n" + old + "\n\nMore.[^3]", updated: "2022-10-02"))
        let outcome = try await repository.check("--since", "main")
        #expect(outcome.rules == ["footnote-undefined"])
        #expect(outcome.output.contains("The marker [^3] has no note."))
        #expect(outcome.code == 1)
        #expect(try await repository.check().rules == ["footnote-undefined", "footnote-undefined"])
    }

    @Test("A change here that breaks a place there is reported there")
    func elsewhere() async throws {
        let repository = try await Repo([Repo.profile: Repo.text("Found.[^1] Seen.[^2]\n\n[^2]: A source.")])
        repository.write(Repo.text("Found.[^1] Seen.[^2]", updated: "2022-10-02"))
        let outcome = try await repository.check("--since", "HEAD")
        #expect(outcome.rules == ["footnote-undefined"])
        #expect(outcome.output.contains("belarus.md:9:17"))
    }

    @Test("Text, figures and treaty dates may not change silently")
    func changes() async throws {
        let repository = try await repository()
        repository.write(Repo.text(old.replacing("40", with: "41")))
        #expect(try await repository.check("--since", "main").rules == ["update-not-bumped", "figure-unsourced"])
        repository.write(Repo.text(old.replacing("40", with: "41"), updated: "2022-10-02", note: "Statement of 2022."))
        #expect(try await repository.check("--since", "main").rules == [])
        repository.write(Repo.text(old + " More.", updated: "2022-09-08"))
        #expect(try await repository.check("--since", "main").rules == ["update-moved-back"])
        repository.write(Repo.text(old + " More."))
        let mended = try await repository.check("--since", "main", "--unsafe-fixes", "--select", "update-not-bumped")
        #expect(mended.output.contains("Mended 1 finding in 1 file."))
        #expect(!repository.scratch.read(Repo.profile).contains("last_updated: 2022-09-28"))
    }

    @Test("What main did meanwhile is not held against a branch")
    func mergeBase() async throws {
        let repository = try await repository()
        repository.write("Words.\n", to: "notes.txt")
        try await repository.commit("A branch's own file")
        try await repository.git("checkout", "-q", "main")
        repository.write(Repo.text("Found 99 mines.[^1]", updated: "2023-01-01"))
        try await repository.commit("Main goes on")
        try await repository.git("checkout", "-q", "work")
        #expect(try await repository.check("--since", "main").output == "Checked 0 profiles: nothing to report.\n")
    }

    @Test("Renames are followed: staged, committed, and with mv", arguments: ["git mv", "commit", "mv"])
    func renames(_ how: String) async throws {
        let repository = try await repository()
        let new = "Profiles/mine-ban-policy/by.md"
        try await repository.git("mv", Repo.profile, new)
        if how == "commit" { try await repository.commit("Rename") }
        if how == "mv" { try await repository.git("reset", "-q") }
        let outcome = try await repository.check("--since", "main")
        #expect(outcome.rules == ["file-name"], "only the new name is new")
        #expect(outcome.output.contains("Profiles/mine-ban-policy/by.md:3"))
    }

    @Test("New files count whole, untracked ones too; deleted and ignored ones do not count")
    func newFiles() async throws {
        let repository = try await repository()
        repository.write("Profiles/drafts/\n", to: ".gitignore")
        let words = (1...40).map { "Sentence \($0) of it." }.joined(separator: " ")
        repository.write(
            Repo.text(old + " " + words).replacing("Belarus", with: "Angola"), to: "Profiles/mine-ban-policy/angola.md")
        repository.write(Repo.text(old), to: "Profiles/drafts/belarus.md")
        try await repository.git("rm", "-q", Repo.profile)
        let outcome = try await repository.check("--since", "main")
        #expect(outcome.rules == ["footnote-undefined"])
        #expect(outcome.output.contains("1 of 1 profile"))
    }

    @Test("--staged checks the index, not the work tree")
    func staged() async throws {
        let repository = try await repository()
        #expect(try await repository.check("--staged").output == "Checked 0 profiles: nothing to report.\n")
        repository.write(Repo.text("Staged.[^1] Lost.[^7]", updated: "2022-10-02"))
        try await repository.git("add", ".")
        repository.write(Repo.text("Found.[^1]", updated: "2022-10-02"))
        let outcome = try await repository.check("--staged")
        #expect(outcome.output.contains("The marker [^7] has no note."))
        #expect(outcome.output.contains("9 | Staged.[^1] Lost.[^7]"))
        #expect(try await repository.check().rules == [])
        // What is broken in the work tree only does not stop a commit.
        try await repository.git("add", ".")
        repository.write(Repo.text("Broken.[^9]"))
        #expect(try await repository.check("--staged").code == 0)
        #expect(try await repository.check("--staged", "--since", "HEAD").code == 0)
        let refused = try await repository.check("--staged", "--fix")
        #expect(refused.code == 2)
        #expect(refused.errors.contains("--staged checks what git holds"))
    }

    @Test("A file whose staged text differs from its deleted or missing work tree file is still checked")
    func stagedAndGone() async throws {
        let repository = try await repository()
        repository.write(Repo.text("Staged.[^1] Lost.[^7]"))
        try await repository.git("add", ".")
        try await repository.git("rm", "-q", "--cached", "--", Repo.profile)
        try await repository.git("reset", "-q")
        repository.write(Repo.text("Staged.[^1] Lost.[^7]"), to: "Profiles/mine-ban-policy/angola.md")
        try await repository.git("add", ".")
        _ = try await Footing.run(.name("rm"), ["Profiles/mine-ban-policy/angola.md"], in: repository.scratch.path)
        #expect(try await repository.check("--staged").output.contains("angola.md"))
    }

    @Test("The first commit of all can be gated")
    func unborn() async throws {
        let repository = try await Repo()
        repository.write(Repo.text(old))
        try await repository.git("add", ".")
        #expect(try await repository.check("--staged").rules == ["footnote-undefined"])
        #expect(try await repository.check("--since", "HEAD").rules == ["footnote-undefined"])
        #expect(try await repository.check("--staged", "--since", "HEAD").rules == ["footnote-undefined"])
    }

    @Test("A real hook sees what the commit takes: git commit, git commit -a, git commit FILE", arguments: [0, 1, 2])
    func hook(_ way: Int) async throws {
        let repository = try await repository()
        let hook = repository.scratch.write(
            ".git/hooks/pre-commit", "#!/bin/sh\nexec \"\(Footing.path)\" check --staged --since HEAD\n")
        _ = try await Footing.run(.name("chmod"), ["+x", hook])
        let other = "Profiles/mine-ban-policy/angola.md"
        repository.write(Repo.text("Fine.[^1]").replacing("Belarus", with: "Angola"), to: other)
        try await repository.git("add", other)
        repository.write(Repo.text(old + " New.[^3]", updated: "2022-10-02"))
        let commands = [["commit", "-m", "x"], ["commit", "-a", "-m", "x"], ["commit", "-m", "x", "--", Repo.profile]]
        let outcome = try await Footing.run(.name("git"), commands[way], in: repository.scratch.path)
        // A bare commit takes only the new file, which is in order; the others take the bad one too.
        #expect(outcome.code == (way == 0 ? 0 : 1), "\(outcome.output)\(outcome.errors)")
    }

    @Test("A revision that is not there, a shallow clone and a folder without git are told")
    func problems() async throws {
        let repository = try await repository()
        let unknown = try await repository.check("--since", "mian")
        #expect(unknown.code == 2)
        #expect(unknown.errors.hasPrefix("error: git knows no revision mian; git branch --all"))
        repository.write(Repo.text(old + " More."))
        try await repository.commit("More")
        let clone = Scratch()
        let url = "file://" + repository.scratch.path
        _ = try await Footing.run(
            .name("git"), ["clone", "-q", "--depth", "1", "--branch", "work", url, "clone"], in: clone.path)
        let folder = clone.path + "/clone"
        let shallow = try await Footing.run("check", "--since", "HEAD~1", in: folder)
        #expect(shallow.code == 2)
        #expect(shallow.errors.contains("git fetch --unshallow"))
        _ = try await Footing.run(.name("git"), ["fetch", "-q", "--depth", "1", "origin", "main:main"], in: folder)
        let parted = try await Footing.run("check", "--since", "main", in: folder)
        #expect(parted.code == 2)
        #expect(parted.errors.contains("ends before main and HEAD part"))
        _ = try await Footing.run(.name("git"), ["fetch", "-q", "--unshallow", "origin", "main"], in: folder)
        #expect(try await Footing.run("check", "--since", "origin/work~1", in: folder).rules == ["update-not-bumped"])
        let none = Scratch()
        none.write("belarus.md", Repo.text(old))
        let outside = try await Footing.run("check", "--since", "HEAD", "belarus.md", in: none.path)
        #expect(outside.code == 2)
        #expect(outside.errors.contains("is in no git work tree"))
    }

    @Test("Names with spaces, quotes and letters of any script are followed by the gate and the baseline")
    func names() async throws {
        let old = "Profiles/an 'odd' folder/Åland – été.md"
        let repository = try await Repo([old: Repo.text(self.old), "Profiles/two.md": Repo.text(self.old)])
        #expect(try await repository.run("baseline", "write").code == 0)
        #expect(try await repository.check().code == 0)
        try await repository.git("mv", old, "Profiles/-x \"y\".md")
        repository.write(Repo.text(self.old + "\n\nNew.[^3]", updated: "2022-10-02"), to: "Profiles/-x \"y\".md")
        #expect(try await repository.check("--since", "main").rules == ["footnote-undefined"])
        #expect(try await repository.check("--strict-baseline").rules == ["footnote-undefined"])
    }

    @Test("A linked work tree's hook is asked of that work tree, from a folder of it too")
    func linked() async throws {
        let repository = try await repository()
        let hook = repository.scratch.write(
            ".git/hooks/pre-commit", "#!/bin/sh\nexec \"\(Footing.path)\" check --staged --since HEAD\n")
        _ = try await Footing.run(.name("chmod"), ["+x", hook])
        let other = Scratch()
        try await repository.git("worktree", "add", "-q", other.path + "/side", "-b", "side")
        other.write("side/\(Repo.profile)", Repo.text(old + " New.[^3]", updated: "2022-10-02"))
        let outcome = try await Footing.run(.name("git"), ["commit", "-am", "x"], in: other.path + "/side/Profiles")
        #expect(outcome.code == 1)
        #expect((outcome.output + outcome.errors).contains("The marker [^3] has no note."))
    }

    @Test("Paths narrow a change, from any folder; one that leads nowhere is told")
    func paths() async throws {
        let repository = try await repository()
        repository.write(Repo.text(old + " New.[^3]", updated: "2022-10-02"))
        repository.write(Repo.text("Found.[^1] Lost.[^5]").replacing("Belarus", with: "Angola"), to: "Profiles/other/angola.md")
        #expect(try await repository.check("--since", "main", "Profiles/other").output.contains("1 of 1 profile"))
        let below = repository.scratch.path + "/Profiles"
        let outcome = try await Footing.run("check", "--since", "main", "mine-ban-policy/belarus.md", in: below)
        #expect(outcome.output.contains(" --> mine-ban-policy/belarus.md:9:35"))
        #expect(
            try await Footing.run("check", "--since", "main", repository.scratch.path + "/Profiles", in: "/").rules.count == 2)
        let missing = try await repository.check("--since", "main", "Profils")
        #expect(missing.code == 2)
        #expect(missing.errors.contains("Profils: there is no such file or folder"))
    }
}
