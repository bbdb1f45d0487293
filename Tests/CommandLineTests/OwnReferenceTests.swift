import TestSupport
import Testing

/// A repository's own files in `Config/reference`.
@Suite("A repository's own states and meetings")
struct OwnReferenceTests {
    private static let sentence = "Belarus spoke at the Twenty-Third Meeting of States Parties in Lusaka in November 2026."
    private static let meeting =
        "- {treaty: mine-ban, kind: meeting, ordinal: 23, city: Lusaka, country: Zambia, start: 2026-12-07, end: 2026-12-11, sure: verified}\n"

    private func scratch(_ file: String, _ text: String, country: String = "Belarus", body: String = sentence) -> Scratch {
        let scratch = Scratch()
        scratch.write("Config/reference/" + file, text)
        scratch.write(
            "Profiles/x/\(country.lowercased()).md",
            "---\ntopic: mine-ban-policy\ncountry: \(country)\nlast_updated: 2026-12-31\n---\n\n## Policy\n\n\(body)\n")
        return scratch
    }

    private func check(_ scratch: Scratch) async throws -> Footing.Outcome {
        try await Footing.run("check", "--output-format", "concise", in: scratch.path)
    }

    @Test("A meeting that is added in YAML is held against the text")
    func meeting() async throws {
        let outcome = try await check(scratch("meetings.yml", Self.meeting))
        #expect(
            outcome.output.contains(
                "The Twenty-Third Meeting of States Parties was held 7–11 December 2026 in Lusaka, not in November 2026."))
        #expect(outcome.code == 1)
    }

    @Test("A meeting of the repository stands for the carried one of its number; the others stay")
    func replaced() async throws {
        let moved =
            "- {treaty: mine-ban, kind: meeting, ordinal: 16, city: Minsk, country: Belarus, start: 2017-11-06, end: 2017-11-10, sure: verified}\n"
        let body = "It spoke at the Sixteenth Meeting of States Parties in Minsk in November 2017."
        #expect(try await check(scratch("meetings.yml", moved, body: body)).code == 0)
        let other = "It spoke at the Fifteenth Meeting of States Parties in November 2017."
        #expect(try await check(scratch("meetings.yml", moved, body: other)).output.contains("[meeting-calendar]"))
    }

    @Test("A state that is added in YAML is known, with its days")
    func state() async throws {
        let line =
            "- {iso3: XAT, name: Atlantis, title: Atlantis, acceded: 2020-05-05, entry_into_force: 2020-11-01, sure: verified}\n"
        let body = "Atlantis acceded to the Mine Ban Treaty on 6 May 2020."
        let outcome = try await check(scratch("states.yml", line, country: "Atlantis", body: body))
        #expect(outcome.output.contains("The reference has the accession of Atlantis on 5 May 2020, not on 6 May 2020."))
        #expect(!outcome.output.contains("[front-matter-value]"))
    }

    @Test("A mistake in a file is told with its place, and nothing is checked before it is mended")
    func mistake() async throws {
        let outcome = try await check(
            scratch("meetings.yml", Self.meeting.replacing("2026-12-07", with: "2026-12-37")))
        #expect(outcome.code == 2)
        #expect(
            outcome.output.contains(
                "Config/reference/meetings.yml:1:88: error: `start: 2026-12-37`: there is no day 37, that month has 31 days. [reference]"
            ), "\(outcome.output)")
        #expect(outcome.errors.contains("Nothing was checked"))
        let unknown = try await check(scratch("states.yml", "- {iso3: XAT, nam: Atlantis}\n"))
        #expect(unknown.code == 2)
        #expect(unknown.output.contains("did you mean `name`?"), "\(unknown.output)")
    }
}
