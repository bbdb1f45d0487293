import TestSupport
import Testing

/// A profile that is not UTF-8 has no text that could be shown, published or formatted.
@Suite("Text that is not UTF-8")
struct NotUTF8Tests {
    private static let told = ":9:2: This is not UTF-8, so the file cannot be read from here on. Save it as UTF-8."
    private let latin: [UInt8] = Array(Texts.profile("B").utf8).dropLast() + [0xE9] + Array("larus retained  50 mines.\n".utf8)

    static let commands = [
        ["publish"], ["publish", "--to", "html"], ["timeline"], ["facts"], ["facts", "--output-format", "json"], ["figures"],
        ["figures", "--write"], ["figures", "--output-format", "csv"], ["format"], ["format", "--check"], ["format", "--diff"],
        ["import"], ["waive", "--select", "footnotes", "--reason", "why"], ["baseline", "write", "--baseline", "/nowhere/x.yml"],
    ]

    @Test("Every command refuses it with its place and the way out, and leaves it alone", arguments: commands)
    func refused(_ command: [String]) async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", latin)
        let outcome = try await Footing.run(.path(.init(Footing.path)), command + [file])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("error: \(file)\(Self.told)\n"), "\(outcome.errors)")
        #expect(!outcome.output.contains("\u{FFFD}") && !outcome.output.contains("larus"))
        #expect(Repository.bytes(file) == latin)
    }

    @Test("Other files are still done")
    func others() async throws {
        let scratch = Scratch()
        let latin = scratch.write("belarus.md", latin)
        let other = scratch.write("chad.md", Texts.profile("It  destroyed all mines."))
        let format = try await Footing.run("format", latin, other)
        #expect(format.code == 2)
        #expect(format.errors == "error: \(latin)\(Self.told)\n1 of 1 file changed.\n")
        #expect(scratch.read("chad.md").contains("It destroyed all mines."))
        let ledger = "figures:\n  kept:\n    total: 30\n---\n"
        scratch.write("chad.md", Texts.profile("Text.").replacing("2022-09-28\n---\n", with: "2022-09-28\n" + ledger))
        let table = try await Footing.run("figures", "--output-format", "csv", scratch.path)
        #expect(table.code == 2 && table.output.contains(",kept,"))
    }

    @Test("The standard input goes by one name in all that is said of it")
    func standardInput() async throws {
        let script = #"printf -- '---\n\351\n' | '\#(Footing.path)' "#
        for command in ["publish -", "timeline -", "format -", "import -"] {
            let outcome = try await Footing.run(.path("/bin/sh"), ["-c", script + command])
            #expect(outcome.code == 2)
            #expect(outcome.errors.hasPrefix("error: <stdin>:2:1: This is not UTF-8"), "\(command): \(outcome.errors)")
        }
        #expect(try await Footing.run("publish", "-", input: "Text.\n").errors.hasPrefix("error: <stdin>: A page opens with"))
    }

    @Test("A profile that is to be brought up to date has to be UTF-8 too")
    func update() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", latin)
        let page = scratch.write("page.txt", "Belarus\n\nMine Ban Policy\n\nLast updated: 28 September 2022\n\nPolicy\n\nText.\n")
        let outcome = try await Footing.run("import", page, "--update", file)
        #expect(outcome.code == 2 && outcome.errors.contains(file + Self.told))
        #expect(Repository.bytes(file) == latin)
    }
}
