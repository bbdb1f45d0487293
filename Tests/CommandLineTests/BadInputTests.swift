import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whatever comes in, there is a clear answer, and the other files are still checked.
@Suite("Bad input")
struct BadInputTests {
    private let bad = Texts.profile("Lost.[^1]")

    /// Checks a bad file beside one with a finding, which must be found whatever the bad one is.
    private func check(_ name: String, _ scratch: Scratch) async throws -> Footing.Outcome {
        scratch.write("z-belarus.md", bad)
        let outcome = try await Footing.run("check", scratch.path + "/" + name, scratch.path + "/z-belarus.md")
        #expect(outcome.output.contains("footnote-undefined"), "the other file is still checked")
        #expect(outcome.code == 1 || outcome.code == 2)
        return outcome
    }

    @Test("Bytes that are not UTF-8")
    func notUTF8() async throws {
        let scratch = Scratch()
        scratch.write("a.md", Array(Texts.profile("Caf").utf8) + [0xE9, 0x20, 0xFF])
        let outcome = try await check("a.md", scratch)
        #expect(outcome.output.contains("error[encoding]: This is not UTF-8"))
        #expect(outcome.output.contains("a.md:10:1"))
    }

    @Test("NUL bytes")
    func null() async throws {
        let scratch = Scratch()
        scratch.write("a.md", Array(Texts.profile("a\u{0}b\u{0}").utf8))
        #expect(
            try await check("a.md", scratch).output.contains("A NUL byte stands here. Remove it. There is 1 more in this file."))
    }

    @Test("Front matter that is not closed, and an alias bomb")
    func frontMatter() async throws {
        let scratch = Scratch()
        scratch.write("a.md", "---\ntopic: mine-ban-policy\ncountry: Belarus\n\n## Policy\n\nText.\n")
        #expect(try await check("a.md", scratch).output.contains("error[front-matter-syntax]: The front matter is not closed."))
        var bomb = "---\na0: &a0 [x, x]\n"
        for level in 1..<60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        scratch.write("a.md", bomb + "---\n\n## Policy\n\nText.\n")
        #expect(
            try await check("a.md", scratch).output.contains("error[front-matter-syntax]: The front matter uses a YAML alias."))
    }

    @Test("A line of many megabytes, and ten thousand notes, in time that grows with their size only")
    func large() async throws {
        let scratch = Scratch()
        scratch.write("a.md", Texts.profile(String(repeating: "Mines were found (some). ", count: 800_000) + "Lost.[^1]"))
        #expect(try await check("a.md", scratch).output.contains("The marker [^1] has no note."))
        let text = (1...10_000).map { "Found.[^\(10_001 - $0)]" }.joined(separator: " ")
        let notes = (1...10_000).map { "[^\($0)]: Source \($0)." }.joined(separator: "\n\n")
        scratch.write("belarus.md", Texts.profile(text + "\n\n" + notes))
        let outcome = try await Footing.run("check", "--fix", scratch.path + "/belarus.md")
        #expect(outcome.code == 0)
        #expect(scratch.read("belarus.md").contains("[^1]: Source 10000.\n\n[^2]: Source 9999."))
    }

    @Test("Hostile brackets, quotes and nesting end in time that grows with their size only")
    func hostile() async throws {
        let scratch = Scratch()
        for (index, piece) in ["[", "(", "“", "[^", "`", "*a ", "_a b_ ", "<!--", "<a", "> ", "- ", "[3 ", "]("].enumerated() {
            scratch.write("hostile-\(index).md", Texts.profile(String(repeating: piece, count: 200_000)))
        }
        let head = "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n"
        let keys = (0..<5_000).map { "key\($0): 1\n" }.joined()
        let ledger = (0..<2_000).map { "  figure\($0):\n    total: 1\n    parts: [figrue\($0), a]\n" }.joined()
        scratch.write("keys.md", head + keys + "---\n\n## Policy\n\nText.\n")
        scratch.write("ledger.md", head + "figures:\n" + ledger + "---\n\n## Policy\n\nText.\n")
        let rows = String(repeating: "| 1[^1] | 2 |\n", count: 20_000)
        scratch.write("table.md", Texts.profile("| a | b |\n| - | - |\n" + rows + "\n[^1]: A source."))
        let notes = (1...3_000).map { "[^\($0)]: a\n\n[^\($0)]: b" }.joined(separator: "\n\n")
        scratch.write("notes.md", Texts.profile((1...6_000).map { "A.[^\($0)]" }.joined(separator: "\n\n") + "\n\n" + notes))
        let outcome = try await Footing.run("check", "--select", "footnotes,front-matter", scratch.path)
        #expect(outcome.code == 0 || outcome.code == 1)
        #expect(outcome.errors.isEmpty)
    }

    @Test("A path that is not there, a folder without profiles, a link that leads round in a circle")
    func paths() async throws {
        let scratch = Scratch()
        #expect(try await check("nowhere", scratch).errors.contains("nowhere: there is no such file or folder"))
        symlink(scratch.path + "/loop.md", scratch.path + "/loop.md")
        let loop = try await check("loop.md", scratch)
        #expect(loop.code == 2)
        #expect(loop.errors.contains("loop.md: its links lead round in a circle"))
        let walked = try await Footing.run("check", scratch.path)
        #expect(walked.code == 2)
        #expect(walked.output.contains("footnote-undefined"))
        symlink(scratch.path, scratch.path + "/circle")
        #expect(try await Footing.run("check", scratch.path).output == walked.output, "linked folders are not walked")
        let empty = Scratch()
        #expect(try await Footing.run("check", empty.path).output == "Checked 0 profiles: nothing to report.\n")
    }

    @Test("A folder with a profile's name is no profile")
    func folder() async throws {
        let scratch = Scratch()
        mkdir(scratch.path + "/a.md", 0o755)
        #expect(try await check("a.md", scratch).code == 1, "it is walked like any folder")
    }

    @Test("A file that may not be read", .enabled(if: getuid() != 0, "root may read every file"))
    func unreadable() async throws {
        let scratch = Scratch()
        chmod(scratch.write("locked.md", bad), 0)
        let outcome = try await check("locked.md", scratch)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("locked.md: you may not read it"))
    }

    @Test("A file that may not be written keeps its findings", .enabled(if: getuid() != 0, "root may write every file"))
    func unwritable() async throws {
        let scratch = Scratch()
        let text = Texts.profile("Found[^1].\n\n[^1]: A source.")
        chmod(scratch.write("belarus.md", text), 0o444)
        let outcome = try await Footing.run("check", "--fix", scratch.path)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("belarus.md: you may not write it"))
        #expect(outcome.output.contains("footnote-placement"))
        #expect(scratch.read("belarus.md") == text)
    }

    @Test("A kill while files are written leaves each file old or new, and whole")
    func kill() async throws {
        let scratch = Scratch()
        let body = String(repeating: "Found[^1]. ", count: 1) + String(repeating: "Text. ", count: 4_000)
        let before = Texts.profile(body + "\n\n[^1]: A source.")
        var mixed = 0
        let after = before.split(separator: "Found[^1].", omittingEmptySubsequences: false).joined(separator: "Found.[^1]")
        for round in 0..<8 {
            for index in 0..<60 { scratch.write("belarus-\(index).md", before) }
            // Killed as soon as the file of this round is written: some are old then, and some are new.
            let command = """
                \(Footing.path) check --fix \(scratch.path) >/dev/null 2>&1 & program=$!; tries=0
                until grep -q '^Found[.]' \(scratch.path)/belarus-\(round * 7).md || [ $tries -gt 500 ]; do tries=$((tries + 1)); done
                kill -9 $program 2>/dev/null; wait $program 2>/dev/null; true
                """
            #expect(system(command) == 0)
            let texts = (0..<60).map { scratch.read("belarus-\($0).md") }
            #expect(texts.allSatisfy { $0 == before || $0 == after })
            mixed += texts.contains(before) && texts.contains(after) ? 1 : 0
        }
        #expect(mixed > 0, "at least once the program was killed between two files")
    }
}
