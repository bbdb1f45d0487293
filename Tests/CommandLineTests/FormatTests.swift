import TestSupport
import Testing

@Suite("footing format")
struct FormatTests {
    private let rough = Texts.profile("It  destroyed \"all\" mines.")
    private let settled = Texts.profile("It destroyed “all” mines.")

    @Test("--check names the files that would change, writes nothing, and exits with 1; with nothing to change, with 0")
    func check() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", rough)
        let outcome = try await Footing.run("format", "--check", file)
        #expect(outcome.code == 1)
        #expect(outcome.output == "\(file) would change\n")
        #expect(outcome.errors == "1 of 1 file would change.\n")
        #expect(scratch.read("belarus.md") == rough)
        #expect(try await Footing.run("format", "--check", scratch.write("belarus.md", settled)).code == 0)
    }

    @Test("Files are formatted in place, the standard input to the standard output; --diff shows the change and writes nothing")
    func write() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", rough)
        let shown = try await Footing.run("format", "--diff", file)
        #expect(shown.code == 1)
        #expect(shown.output.contains("-It  destroyed \"all\" mines.\n+It destroyed “all” mines.\n"))
        #expect(scratch.read("belarus.md") == rough)
        #expect(try await Footing.run("format", file).code == 0)
        #expect(scratch.read("belarus.md") == settled)
        #expect(try await Footing.run("format", "-", input: rough).output == settled)
    }
}
