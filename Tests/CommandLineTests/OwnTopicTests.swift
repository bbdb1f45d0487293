import TestSupport
import Testing

/// A repository's own files in `Config/topics`.
@Suite("A repository's own topics")
struct OwnTopicTests {
    private static let topic = """
        topic: casualties
        title: Casualties
        fields:
          topic: {type: topic, required: true}
          country: {type: country, required: true}
          last_updated: {type: day, required: true}
        sections:
          - {heading: Victims, required: true}

        """
    private static let profile =
        "---\ntopic: casualties\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Victims\n\nNone.\n"

    private func scratch(_ topic: String = topic, settings: String? = nil) -> Scratch {
        let scratch = Scratch()
        scratch.write("Config/topics/casualties.yml", topic)
        if let settings { scratch.write("Config/footing.yml", settings) }
        scratch.write("Profiles/casualties/belarus.md", Self.profile)
        return scratch
    }

    private func run(_ scratch: Scratch, _ arguments: String...) async throws -> Footing.Outcome {
        try await Footing.run(.path(.init(Footing.path)), arguments, in: scratch.path)
    }

    @Test("A topic is read because its file is there; topics: says which profiles may have, by name or path")
    func read() async throws {
        for settings in [
            nil, "", "topics: [casualties]", "topics: topics/casualties.yml", "topics: [mine-ban-policy, casualties]",
        ] {
            let outcome = try await run(scratch(settings: settings), "check")
            #expect(outcome.output == "Checked 1 profile: nothing to report.\n", "\(settings ?? "none"): \(outcome.output)")
        }
        let left = try await run(scratch(settings: "topics: [mine-ban-policy]"), "check")
        #expect(left.rules.contains("front-matter-value"))
    }

    @Test("A file of a topic that is carried stands for the carried one")
    func replaced() async throws {
        let scratch = scratch(Self.topic.replacing("casualties", with: "mine-ban-policy"))
        scratch.write("Profiles/casualties/belarus.md", Self.profile.replacing("casualties", with: "mine-ban-policy"))
        #expect(try await run(scratch, "check").output == "Checked 1 profile: nothing to report.\n")
    }

    @Test("Profiles of a topic of the repository's own are published and imported, and the schema has their front matter")
    func published() async throws {
        let scratch = scratch()
        let page = try await run(scratch, "publish", "Profiles/casualties/belarus.md")
        #expect(page.output.hasPrefix("Belarus\n\nCasualties\n"), "\(page.errors)")
        scratch.write("page.txt", page.output)
        #expect(try await run(scratch, "import", "page.txt").output == Self.profile)
        #expect(try await run(scratch, "schema", "front-matter").output.contains("\"casualties\""))
    }

    static let mistakes: [(right: String, wrong: String, told: String)] = [
        ("title:", "titel:", "2:1: error: The key titel is unknown. Did you mean \"title\"?"),
        ("{type: day,", "{type: dya,", "6:24: error: fields.last_updated.type cannot be \"dya\". Did you mean \"day\"?"),
        ("{type: day,", "{typ: day,", "6:18: error: The key fields.last_updated.typ is unknown. Did you mean \"type\"?"),
        ("{type: day,", "{type: date,", "6:24: error: fields.last_updated is of type day in every topic."),
        ("type: topic, required: true", "type: topic, required: 1", "4:34: error: fields.topic.required needs true or false."),
        (
            "  country: {type: country, required: true}\n", "",
            "3:1: error: The key fields.country is missing. Every topic has it:"
        ),
        (
            "{type: day, required: true}", "{type: day}\n  treaty: {type: fields}",
            "7:3: error: fields.treaty is of type fields, so"
        ),
        (
            "{heading: Victims,", "{heading: Victims, follows: [Victim],",
            "8:34: error: No section has the heading \"Victim\". Did you mean"
        ),
        ("{heading: Victims,", "{headin: Victims,", "8:6: error: The key sections.headin is unknown. Did you mean \"heading\"?"),
        ("topic: casualties", "topic: [", "3:7: error: This is not YAML:"),
    ]

    @Test("A mistake in a topic's file is told with its place and the nearest name", arguments: mistakes)
    func mistake(_ right: String, _ wrong: String, _ told: String) async throws {
        for settings in [nil, "topics: [topics/casualties.yml]", "topics: [casualties]"] {
            let outcome = try await run(
                scratch(Self.topic.replacing(right, with: wrong), settings: settings), "check", "--output-format", "concise")
            #expect(outcome.code == 2)
            #expect(outcome.output.contains("Config/topics/casualties.yml:" + told), "\(outcome.output)\(outcome.errors)")
            #expect(outcome.output.contains("[topics]") && !outcome.output.contains("[settings]"))
        }
    }

    @Test("A command that needs topics fails where one is broken")
    func broken() async throws {
        let scratch = scratch(Self.topic.replacing("title:", with: "titel:"))
        for command in [
            ["schema", "front-matter"], ["publish", "Profiles/casualties/belarus.md"],
            ["timeline", "Profiles/casualties/belarus.md"],
        ] {
            let outcome = try await Footing.run(.path(.init(Footing.path)), command, in: scratch.path)
            #expect(outcome.code == 2 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(" --> Config/topics/casualties.yml:2:1"), "\(outcome.errors)")
        }
        #expect(try await run(scratch, "explain", "topics").output.contains("Config/topics/mine-ban-policy.yml"))
    }

    @Test("The commands that show what was read know the topic's keys")
    func shown() async throws {
        let keys = "  treaty: {type: fields, fields: {acceded: {type: date}}}\n  figures: {type: figures}\nsections:"
        let scratch = scratch(Self.topic.replacing("sections:", with: keys))
        let file = "Profiles/casualties/belarus.md"
        let figures = "treaty: {acceded: 2003-09-03}\nfigures:\n  killed:\n    total: 30\n---\n\n"
        scratch.write(
            file, Self.profile.replacing("---\n\n", with: figures).replacing("None.", with: "It lost 30: 10 men and 20 women."))
        #expect(try await run(scratch, "timeline", file).output.contains("2003-09-03"))
        #expect(try await run(scratch, "figures", "--output-format", "csv", file).output.contains("Belarus,killed,,30,"))
        #expect(try await run(scratch, "figures", file).output == "No sum in the prose is missing from the ledger.\n")
    }

    @Test("Two files of one topic are told")
    func twice() async throws {
        let scratch = scratch()
        scratch.write("Config/topics/victims.yml", Self.topic)
        let outcome = try await run(scratch, "check", "--output-format", "concise")
        #expect(outcome.code == 2)
        #expect(
            outcome.output.hasPrefix(
                "Config/topics/victims.yml:1:8: error: Config/topics/casualties.yml has the topic casualties already."),
            "\(outcome.output)")
    }
}
