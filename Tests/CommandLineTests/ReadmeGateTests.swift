import TestSupport
import Testing

/// The gate, the mending and the settings that the README shows.
@Suite("README: gate, mending, settings")
struct ReadmeGateTests {
    @Test("The change that is shown gives the findings that are shown")
    func gate() async throws {
        let lines = try #require(Readme.blocks("diff").first).split(separator: "\n")
        func text(_ sign: Character) -> String {
            let shown = lines.filter { $0.first == sign }.map { $0.dropFirst() }
            return "---\ntopic: mine-ban-policy\ncountry: Belarus\n\(shown[0])\n---\n\n## Policy\n\n"
                + shown.dropFirst().joined(separator: "\n\n") + "\n\nWrong before.[^9]\n\n[^1]: Source 1.\n\n[^2]: Source 2.\n"
        }
        let path = "Profiles/belarus.md"
        let repository = try await ScratchRepository([path: text("-")])
        try await repository.git("checkout", "-q", "-b", "work")
        repository.write(text("+"), to: path)
        let command = "footing check --since main --output-format concise"
        let shown = try #require(Readme.blocks("console").first { $0.hasPrefix("$ \(command)\n") })
        #expect(try await "$ \(command)\n" + repository.check("--since", "main", "--output-format", "concise").output == shown)
    }

    @Test("The difference that is shown is that of the profile that is shown")
    func mending() async throws {
        let scratch = Scratch()
        scratch.write("belarus.md", try #require(Readme.blocks("markdown").first))
        let command = "footing check --diff belarus.md"
        let shown = try #require(Readme.blocks("console").first { $0.hasPrefix("$ \(command)\n") })
        #expect(try await "$ \(command)\n" + Footing.run("check", "--diff", "belarus.md", in: scratch.path).output == shown)
    }

    @Test("The settings that are shown are in order, and their schema accepts them")
    func settings() async throws {
        let text = try #require(Readme.blocks("yaml").first { $0.contains("fail_on:") })
        let scratch = Scratch()
        scratch.write("Config/footing.yml", text)
        scratch.write("Config/baseline.yml", "")
        scratch.write("Profiles/belarus.md", Texts.profile("Text."))
        #expect(try await Footing.run("check", in: scratch.path).output == "Checked 1 profile: nothing to report.\n")
        guard let client = Client.orSkip("check-jsonschema", "the README's settings against their schema") else { return }
        let outcome = try await Footing.run(
            .path(.init(client)),
            ["--schemafile", Repository.root + "/Config/schema/settings.json", scratch.path + "/Config/footing.yml"])
        #expect(outcome.code == 0, "\(outcome.output)")
    }
}
