import TestSupport
import Testing

@Suite("footing figures")
struct FiguresTests {
    private let body = """
        ## Policy

        In 2006, Belarus destroyed 30,500 mines.[^1]

        In April 2022, it retained about 4,500 mines: 1,500 PMN, 1,680 “other” mines, and 1,320 POMZ-2 mines.

        [^1]: Composed of 12,500 PMN, 10,000 PMN-2, and 8,000 OZM-72.

        """

    private func profile(_ more: String = "") -> String {
        "---\ntopic: mine-ban-policy\ncountry: Belarus # as the UN has it\nlast_updated: 2022-09-28\n\(more)---\n\n\(body)"
    }

    @Test("The ledger is drafted from the sums of the prose")
    func draft() async throws {
        let scratch = Scratch()
        let file = scratch.write("belarus.md", profile())
        let result = try await Footing.run("figures", file)
        #expect(result.code == 0)
        #expect(
            result.output.hasPrefix(
                """
                figures:
                  destroyed_2006:
                    unit: mines
                    as_of: 2006
                    total: 30500
                    parts: {PMN: 12500, PMN-2: 10000, OZM-72: 8000}
                    note: 1

                """))
        #expect(scratch.read("belarus.md") == profile())
    }

    @Test("--write puts the draft into the front matter, where check finds nothing against it; a second run adds nothing")
    func write() async throws {
        let scratch = Scratch()
        let ledger = "figures:\n  retained_2021:\n    total: 12500 # of PMN\n"
        for before in ["", ledger] {
            let file = scratch.write("belarus.md", profile(before))
            #expect(try await Footing.run("figures", "--write", file).code == 0)
            let written = scratch.read("belarus.md")
            #expect(written.hasSuffix(body))
            #expect(written.contains("country: Belarus # as the UN has it\n"))
            #expect(written.contains("    total: 30500\n    parts: {PMN: 12500, PMN-2: 10000, OZM-72: 8000}\n"))
            if !before.isEmpty { #expect(written.contains(ledger + "  destroyed_2006:\n")) }
            let check = try await Footing.run("check", "--select", "totals,front-matter", file)
            #expect(check.output == "Checked 1 profile: nothing to report.\n")
            let again = try await Footing.run("figures", "--write", file)
            #expect(again.output == "No sum in the prose is missing from the ledger.\n")
            #expect(scratch.read("belarus.md") == written)
        }
    }

    @Test("A profile whose front matter cannot be read is left alone and told of")
    func broken() async throws {
        let scratch = Scratch()
        let text = "---\ntopic: [mine\n---\n\n" + body
        let result = try await Footing.run("figures", "--write", scratch.write("belarus.md", text))
        #expect(result.code == 2)
        #expect(result.errors.contains("belarus.md: its front matter cannot be read"))
        #expect(scratch.read("belarus.md") == text)
    }

    @Test("One table is made of all ledgers, as CSV and as JSON")
    func table() async throws {
        let scratch = Scratch()
        scratch.write(
            "belarus.md",
            profile("figures:\n  kept:\n    unit: \"mines, all\"\n    as_of: 2022-04\n    total: 30\n    parts: {PMN: 30}\n"))
        scratch.write(
            "chad.md", profile("figures:\n  cleared:\n    total: 7\n    note: 1\n").replacing("Belarus #", with: "Chad #"))
        let csv = try await Footing.run("figures", "--output-format", "csv", scratch.path)
        #expect(
            csv.output == """
                country,figure,unit,total,part,as of,note
                Belarus,kept,"mines, all",30,,2022-04,
                Belarus,kept,"mines, all",30,PMN,2022-04,
                Chad,cleared,,7,,,1

                """)
        let json = try await Footing.run("figures", "--output-format", "json", scratch.path)
        #expect(json.output.contains("\"as_of\" : \"2022-04\""))
        #expect(json.output.contains("\"part\" : \"PMN\""))
    }
}
