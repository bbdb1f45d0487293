import FoundationEssentials
import Subprocess
import TestSupport
import Testing

/// The JSON Schemas in `Config/schema`, held against a validator that others use.
@Suite("JSON Schemas")
struct SchemaTests {
    @Test(
        "The files in Config/schema are what the program prints",
        arguments: ["settings", "topic", "front-matter", "findings", "statistics", "timeline"])
    func drift(_ subject: String) async throws {
        let file = Repository.bytes("Config/schema/\(subject).json").map { String(decoding: $0, as: UTF8.self) }
        let printed = try await Footing.run("schema", subject, in: Repository.root).output
        #expect(printed == file, "write it anew: footing schema \(subject) > Config/schema/\(subject).json")
    }

    @Test(
        "This repository's settings and topics name their schema, for editors that complete by it",
        arguments: [("footing.yml", "schema/settings.json"), ("topics/mine-ban-policy.yml", "../schema/topic.json")])
    func modeline(_ file: String, _ schema: String) throws {
        let text = try #require(Repository.bytes("Config/" + file).map { String(decoding: $0, as: UTF8.self) })
        #expect(text.hasPrefix("# yaml-language-server: $schema=\(schema)\n"))
    }

    @Test("A validator accepts the topic that the program carries, and no topic with a key that is misspelt")
    func topic() async throws {
        let text = Repository.bytes("Config/topics/mine-ban-policy.yml").map { String(decoding: $0, as: UTF8.self) } ?? ""
        for (text, isRight) in [
            (text, true), (text.replacing("title:", with: "titel:"), false), (text.replacing("iso3}", with: "iso}"), false),
        ] {
            guard let accepted = try await accepts(text, "topic", "a topic against its schema") else { return }
            #expect(accepted == isRight)
        }
    }

    /// Whether check-jsonschema accepts a text; nil where it is not installed.
    private func accepts(_ text: String, _ schema: String, _ test: String) async throws -> Bool? {
        guard let client = Client.orSkip("check-jsonschema", test) else { return nil }
        let scratch = Scratch()
        let file = scratch.write("file.yml", text)
        let outcome = try await Footing.run(
            .path(.init(client)), ["--schemafile", Repository.root + "/Config/schema/\(schema).json", file])
        return outcome.code == 0
    }

    static let settingsCases: [(text: String, isRight: Bool)] = [
        ("rules: {footnotes: off, total-mismatch: warning, footnote-terminator: {severity: error, fix: never}}", true),
        ("fail_on: warning\nfootnotes: {form: bracket, repeated: allowed}\nexclude: Profiles/drafts", true),
        ("paths:\n  - match: [Profiles/a/**, b.md]\n    rules: {style: advice}\n", true),
        ("minimum_version: 0.1.0\nextends: ../shared.yml\nbaseline: {file: Config/baseline.yml, strict: true}", true),
        ("topics: [mine-ban-policy]", true),
        ("rules: {footnote-undefind: off}", false), ("rules: {footnotes: of}", false), ("rule: {}", false),
        ("fail_on: sometimes", false), ("paths:\n  - math: x\n", false), ("baseline: {strict: maybe}", false),
        ("rules: {footnotes: {sevrity: off}}", false),
        ("paths:\n  - rules: {dates: off}\n", false), ("paths: [{match: \"[\"}]", false), ("exclude: ../x", false),
        ("topics: []", false), ("exclude: []", true),
        ("exclude: /", false),
        ("exclude: [2020, Profiles/?, \"**/.x\"]", true), ("baseline: {file: 3}", false), ("minimum_version: 0.1", true),
        ("minimum_version: soon", false), ("footnotes: {form: roman}", false),
    ]

    @Test("A validator accepts the settings that the program accepts, and no others", arguments: settingsCases)
    func settings(_ text: String, isRight: Bool) async throws {
        let scratch = Scratch()
        scratch.write("Config/footing.yml", text)
        scratch.write("Config/baseline.yml", "")
        scratch.write("shared.yml", "")
        scratch.write("Profiles/belarus.md", Texts.profile("Text."))
        #expect(try await (Footing.run("check", in: scratch.path).code == 0) == isRight)
        guard let accepted = try await accepts(text, "settings", "settings against their schema") else { return }
        #expect(accepted == isRight)
    }

    static let frontMatterCases: [(change: String, to: String, isRight: Bool)] = [
        ("", "", true), ("acceded: 2003-09-03", "acceded: 2003-09", true), ("acceded: 2003-09-03", "acceded: 2003", true),
        ("note: 1", "note: 1\n    as_of: 2004", true), ("parts: {PMN: 1486, POMZ-2: -6}", "parts: [other]", true),
        ("country: Belarus", "", false), ("country: Belarus", "contry: Belarus", false), ("iso3: BLR", "iso3: blr", false),
        ("last_updated: 2022-09-28", "last_updated: 28 September 2022", false),
        ("last_updated: 2022-09-28", "last_updated: 2022-09", false), ("state-party", "party", false),
        ("total: 1480", "totl: 1480", false), ("total: 1480", "total: 1,480", false), ("note: 1", "note: one", false),
        ("topic: mine-ban-policy", "topic: mine-ban", false),
    ]

    @Test("A validator accepts the front matter that the program accepts, and no other", arguments: frontMatterCases)
    func frontMatter(_ change: String, to new: String, isRight: Bool) async throws {
        let right = """
            topic: mine-ban-policy
            country: Belarus
            iso3: BLR
            last_updated: 2022-09-28
            treaty:
              status: state-party
              acceded: 2003-09-03
            figures:
              retained:
                unit: antipersonnel mines
                total: 1480
                parts: {PMN: 1486, POMZ-2: -6}
                note: 1
              other:
                total: 1480
            """
        let text = change.isEmpty ? right : right.replacing(change, with: new)
        let scratch = Scratch()
        scratch.write(
            "belarus.md",
            "---\n\(text)\n---\n\n## Policy\n\nIt retained 1,480 mines (1,486 PMN, less 6 POMZ-2).[^1]\n\n[^1]: Source.\n")
        let outcome = try await Footing.run("check", "--select", "front-matter", "belarus.md", in: scratch.path)
        #expect((outcome.code == 0) == isRight, "\(outcome.output)")
        guard let accepted = try await accepts(text + "\n", "front-matter", "front matter against its schema") else { return }
        #expect(accepted == isRight)
    }

    @Test("A validator accepts this repository's settings and the front matter of its profiles")
    func own() async throws {
        let settings = Repository.bytes("Config/footing.yml").map { String(decoding: $0, as: UTF8.self) } ?? ""
        if let accepted = try await accepts(settings, "settings", "this repository's settings") { #expect(accepted) }
        let profiles = Repository.files("Profiles", ending: ".md")
        #expect(!profiles.isEmpty)
        for path in profiles {
            let text = Repository.bytes(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
            let front = try #require(parts.count == 3 ? parts[1] : nil)
            if let accepted = try await accepts(String(front), "front-matter", path) { #expect(accepted, "\(path)") }
        }
    }
}
