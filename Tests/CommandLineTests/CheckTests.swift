import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("footing check")
struct CheckTests {
    private let good = Texts.profile("Found.[^1]\n\n[^1]: A source.")
    private let bad = Texts.profile("Found.[^1] Lost.[^2]\n\n[^1]: A source.")
    private let mendable = Texts.profile("Found[^1].\n\n[^1]: A source.")

    @Test("Exit code 0 with nothing to report, 1 with findings, 2 with a file at fault")
    func exitCodes() async throws {
        let scratch = Scratch()
        let clean = try await Footing.run("check", scratch.write("belarus.md", good))
        #expect(clean.code == 0)
        #expect(clean.output == "Checked 1 profile: nothing to report.\n")
        let found = try await Footing.run("check", scratch.write("belarus.md", bad))
        #expect(found.code == 1)
        #expect(found.output.contains("error[footnote-undefined]: The marker [^2] has no note."))
        #expect(found.output.contains("belarus.md:9:17"))
        let missing = try await Footing.run("check", scratch.path + "/nowhere.md")
        #expect(missing.code == 2)
        #expect(missing.errors.contains("nowhere.md: there is no such file or folder"))
    }

    @Test("Advice alone does not fail a run")
    func advice() async throws {
        let scratch = Scratch()
        let result = try await Footing.run("check", scratch.write("belarus.md", Texts.profile("Found.[^1]\n\n[^1]: A source")))
        #expect(result.code == 0)
        #expect(result.output.contains("advice[footnote-terminator]"))
    }

    @Test("JSON has every field that is promised")
    func json() async throws {
        let scratch = Scratch()
        let result = try await Footing.run("check", "--output-format", "json", scratch.write("belarus.md", "\u{FEFF}" + bad))
        struct Place: Decodable { let line: Int, column: Int, offset: Int }
        struct Edit: Decodable { let start: Place, end: Place, replacement: String }
        struct Fix: Decodable { let title: String, applicability: String, edits: [Edit] }
        struct Label: Decodable { let message: String, start: Place, end: Place }
        struct Entry: Decodable {
            let rule: String, group: String, severity: String, message: String, path: String
            let start: Place, end: Place, labels: [Label], fixes: [Fix], evidence: [String]
        }
        let entries = try JSONDecoder().decode([Entry].self, from: Data(result.output.utf8))
        #expect(entries.map(\.rule) == ["encoding", "footnote-undefined"])
        let entry = try #require(entries.last)
        #expect((entry.group, entry.severity) == ("footnotes", "error"))
        #expect((entry.start.line, entry.start.column, entry.end.column) == (9, 17, 21))
        let bytes = Array(("\u{FEFF}" + bad).utf8)
        #expect(bytes[entry.start.offset..<entry.end.offset].elementsEqual("[^2]".utf8))
        #expect(entry.fixes.first?.applicability == "unsafe")
        let none = try await Footing.run("check", "--output-format", "json", scratch.write("belarus.md", good)).output
        #expect(none.filter { !$0.isWhitespace } == "[]")
    }

    @Test("--fix mends in place and keeps the file's mode; a second run changes nothing")
    func fix() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", mendable)
        chmod(file, 0o640)
        let first = try await Footing.run("check", "--fix", file)
        #expect(first.code == 0)
        #expect(first.output == "Mended 1 finding in 1 file. Checked 1 profile: nothing to report.\n")
        #expect(scratch.read("belarus.md") == good)
        #expect(scratch.mode("belarus.md") == 0o640)
        #expect(scratch.names == ["belarus.md"])
        #expect(try await Footing.run("check", "--fix", file).output == "Checked 1 profile: nothing to report.\n")
    }

    @Test("--fix goes through a link and leaves it a link")
    func link() async throws {
        let scratch = Scratch()
        let file = scratch.write("real.md", mendable)
        symlink(file, scratch.path + "/belarus.md")
        _ = try await Footing.run("check", "--fix", scratch.path + "/belarus.md")
        var status = stat()
        lstat(scratch.path + "/belarus.md", &status)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
        #expect(scratch.read("real.md") == good)
    }

    @Test("Unsafe fixes are applied when asked for only")
    func unsafe() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", bad)
        #expect(try await Footing.run("check", "--fix", file).code == 1)
        #expect(scratch.read("belarus.md") == bad)
        #expect(try await Footing.run("check", "--unsafe-fixes", file).code == 0)
        #expect(scratch.read("belarus.md").contains("[^2]: Source to be added."))
    }

    @Test("--diff shows the change, writes nothing, and exits with 1; the patch tool takes it")
    func diff() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", mendable)
        let result = try await Footing.run("check", "--diff", file)
        #expect(result.code == 1)
        #expect(result.output.contains("-Found[^1].\n+Found.[^1]\n"))
        #expect(scratch.read("belarus.md") == mendable)
        #expect(try await Footing.run("check", "--diff", scratch.write("belarus.md", good)).code == 0)
    }

    @Test("From the standard input, the mended text goes to the standard output and the findings to the standard error")
    func standardInput() async throws {
        let report = try await Footing.run("check", "-", "--stdin-filename", "a/belarus.md", input: bad)
        #expect(report.code == 1)
        #expect(report.output.contains("a/belarus.md:9:17"))
        let fixed = try await Footing.run("check", "--fix", "-", input: mendable)
        #expect(fixed.output == good)
        #expect(fixed.code == 0)
    }

    @Test("Rules and groups are chosen and left out; an unknown name is an error with the nearest one")
    func selection() async throws {
        let scratch = Scratch()
        let file = scratch.write("other.md", mendable + "\nLost.[^2]\n")
        func rules(_ arguments: [String]) async throws -> Set<String> {
            let text = try await Footing.run("check", file, arguments.first ?? "--color", arguments.last ?? "never").output
            return Set(
                text.split(separator: "\n").compactMap { line in
                    line.firstIndex(of: "[").flatMap { start in
                        line.prefix { $0 != "[" }.contains(" ")
                            ? nil : line.firstIndex(of: "]").map { String(line[line.index(after: start)..<$0]) }
                    }
                })
        }
        #expect(try await rules([]) == ["footnote-placement", "footnote-undefined", "file-name"])
        #expect(try await rules(["--select", "footnotes"]) == ["footnote-placement", "footnote-undefined"])
        #expect(try await rules(["--select", "footnote-undefined,structure"]) == ["footnote-undefined", "file-name"])
        #expect(try await rules(["--ignore", "footnotes"]) == ["file-name"])
        let wrong = try await Footing.run("check", file, "--select", "footnote-undefind")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("Did you mean \"footnote-undefined\"?"))
    }

    @Test("Findings come in the same order whatever the threads do, and folders are walked in order")
    func determinism() async throws {
        let scratch = Scratch()
        for index in 0..<40 { scratch.write("profile-\(index).md", bad) }
        let first = try await Footing.run("check", scratch.path)
        for _ in 0..<3 { #expect(try await Footing.run("check", scratch.path).output == first.output) }
        #expect(first.output.contains("Found 40 errors, 40 warnings in 40 of 40 profiles."))
    }

    @Test(
        "Files are checked side by side: one that is slow to come does not hold up the next",
        .enabled(if: sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1, "one processor does one thing at a time"))
    func parallel() async throws {
        let scratch = Scratch()
        let slow = scratch.path + "/a.md"
        #expect(mkfifo(slow, 0o600) == 0)
        let file = scratch.write("belarus.md", mendable)
        // The pipe is filled once the other file is mended; if that waited for the pipe, the wait would be given up, and said.
        let script = """
            '\(Footing.path)' check --fix '\(slow)' '\(file)' & tries=0
            until grep -q '^Found[.]' '\(file)' || [ $tries -gt 300 ]; do tries=$((tries + 1)); sleep 0.1; done
            [ $tries -gt 300 ] && echo waited
            printf '' > '\(slow)'; wait
            """
        let outcome = try await Footing.run(.path("/bin/sh"), ["-c", script])
        #expect(!outcome.output.contains("waited"))
        #expect(scratch.read("belarus.md") == good)
    }

    @Test("Files that git ignores, hidden folders and other endings are passed over")
    func ignored() async throws {
        let scratch = Scratch()
        scratch.write("belarus.md", good)
        scratch.write("draft/belarus.md", bad)
        scratch.write(".hidden/belarus.md", bad)
        scratch.write("notes.txt", bad)
        #expect(try await Footing.run("check", scratch.path).output.contains("1 of 2 profiles"))
        scratch.write(".gitignore", "draft/\n")
        #expect(system("git init -q \(scratch.path)") == 0)
        #expect(try await Footing.run("check", scratch.path).output == "Checked 1 profile: nothing to report.\n")
        #expect(
            try await Footing.run("check", scratch.path + "/draft/belarus.md").code == 1, "a file named by its path is checked")
        // Where there is no git, nothing can say what it ignores; a folder of the PATH that is not named from the root is none.
        for path in ["/nowhere", "bin:/nowhere", ""] {
            let outcome = try await Footing.run("check", scratch.path, environment: ["PATH": path], in: scratch.path)
            #expect(outcome.output.contains("1 of 2 profiles"), "\(path): \(outcome.output)\(outcome.errors)")
        }
    }

    @Test("Colours only where they are asked for")
    func color() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", bad)
        func isColored(_ arguments: String, _ environment: [String: String]) async throws -> Bool {
            try await Footing.run("check", file, "--color", arguments, environment: environment).output.contains("\u{1B}[")
        }
        #expect(try await !isColored("auto", [:]))
        #expect(try await isColored("auto", ["FORCE_COLOR": "1", "NO_COLOR": ""]))
        #expect(try await !isColored("auto", ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
        #expect(try await isColored("always", ["NO_COLOR": "1"]))
    }

    @Test("Help, version, rules and rule pages are there")
    func help() async throws {
        #expect(try await Footing.run("--version").output == "0.1.0\n")
        #expect(try await Footing.run("--help").output.contains("Exit codes: 0"))
        #expect(try await Footing.run("check", "--help").output.contains("footing check --diff --unsafe-fixes"))
        #expect(try await Footing.run("rules").output.contains("footnote-undefined"))
        #expect(try await Footing.run("explain", "footnote-sequence").output.contains("becomes"))
        let wrong = try await Footing.run("explain", "footnote-sequenc")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("footnote-sequence"))
        #expect(try await Footing.run("check", "--no-such-option").code == 2)
    }
}
