import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `Config/footing.yml` as the program heeds it.
@Suite("Settings")
struct SettingsTests {
    private let profile = Texts.profile("Found.[^1] Lost.[^2]\n\n[^1]: A source")

    private func scratch(_ settings: String, at path: String = "Config/footing.yml") -> Scratch {
        let scratch = Scratch()
        scratch.write(path, settings)
        scratch.write("Profiles/x/belarus.md", profile)
        return scratch
    }

    private func check(_ scratch: Scratch, _ arguments: String..., below folder: String = "") async throws -> Footing.Outcome {
        try await Footing.run(.path(.init(Footing.path)), ["check"] + arguments, in: scratch.path + "/" + folder)
    }

    @Test("Rules and groups are switched off, and their severity set; a rule's own name wins over its group's")
    func severity() async throws {
        #expect(try await check(scratch("")).rules == ["footnote-undefined", "footnote-terminator"])
        #expect(try await check(scratch("rules: {footnotes: off}")).rules == [])
        #expect(try await check(scratch("rules: {footnotes: off, footnote-terminator: on}")).rules == ["footnote-terminator"])
        let error = try await check(scratch("rules: {footnote-undefined: advice, footnote-terminator: error}"))
        #expect(error.output.contains("advice[footnote-undefined]"))
        #expect(error.output.contains("error[footnote-terminator]"))
        let asked = try await check(scratch("rules: {footnotes: off}"), "--select", "footnote-undefined")
        #expect(asked.rules == ["footnote-undefined"], "a rule that is asked for by name runs")
    }

    @Test("Settings for some paths win over those for all")
    func paths() async throws {
        let scratch = scratch("paths:\n  - match: Profiles/y/**\n    rules: {footnotes: off}\n")
        scratch.write("Profiles/y/belarus.md", profile)
        let outcome = try await check(scratch)
        #expect(outcome.rules.count == 2)
        #expect(outcome.output.contains("1 of 2 profiles"))
        // The same file is judged alike from any folder, and from the standard input.
        #expect(try await check(scratch, "y", below: "Profiles").rules == [])
        let input = try await Footing.run(
            "check", "-", "--stdin-filename", "Profiles/y/belarus.md", input: profile, in: scratch.path)
        #expect(input.rules == [])
    }

    @Test("Settings hold for a profile wherever it is named from: through a linked folder, a link to it, or dots in its path")
    func links() async throws {
        let scratch = scratch("rules: {footnotes: off}")
        let other = Scratch()
        symlink(scratch.path + "/Profiles/x", other.path + "/linked")
        symlink(scratch.path + "/Profiles/x/belarus.md", other.path + "/belarus.md")
        for path in ["linked", "linked/belarus.md", "belarus.md", "./linked/../linked/belarus.md"] {
            #expect(try await Footing.run("check", path, in: other.path).rules == [], "\(path)")
        }
        #expect(try await Footing.run("check", "x/belarus.md", "./x/../x", in: scratch.path + "/Profiles").rules == [])
    }

    @Test("What is excluded is left out by check and format; where it is named, only if that is forced")
    func exclude() async throws {
        let scratch = scratch("exclude: [Profiles/x]")
        let file = "Profiles/x/belarus.md"
        #expect(try await check(scratch).output == "Checked 0 profiles: nothing to report.\n")
        #expect(try await check(scratch, file).rules.count == 2)
        #expect(try await check(scratch, "--force-exclude", file).code == 0)
        scratch.write(file, profile + "\n\n\n")
        #expect(try await Footing.run("format", "--check", in: scratch.path).code == 0)
        #expect(try await Footing.run("format", "--check", file, in: scratch.path).code == 1)
    }

    @Test("A team says how far a fix may be trusted")
    func fixes() async throws {
        let never = scratch("rules: {footnote-terminator: {fix: never}}")
        #expect(try await !check(never, "--fix").output.contains("Mended"))
        let unsafe = scratch("rules: {footnote-terminator: {severity: warning, fix: unsafe}}")
        #expect(try await !check(unsafe, "--fix").output.contains("Mended"))
        #expect(try await check(unsafe, "--unsafe-fixes").output.contains("Mended"))
    }

    @Test("fail_on says what fails a run", arguments: [("advice", 1), ("warning", 0), ("error", 0), ("never", 0)])
    func failOn(_ threshold: String, _ code: Int32) async throws {
        #expect(try await check(scratch("fail_on: \(threshold)\nrules: {footnote-undefined: off}")).code == code)
    }

    @Test("Footnotes are wanted in one form")
    func form() async throws {
        let scratch = scratch("footnotes: {form: bracket}\nrules: {footnote-terminator: off, footnote-undefined: off}")
        #expect(try await check(scratch).rules == ["footnote-other-form"])
        let fixed = try await check(scratch, "--fix")
        #expect(fixed.output.contains("Mended 1 finding"))
        #expect(scratch.read("Profiles/x/belarus.md").contains("Found.[1] Lost.[2]\n\n[1] A source"))
    }

    @Test("Topics of a team's own are read from their files")
    func topics() async throws {
        let scratch = scratch("topics: [mine-ban-policy, topics/casualties.yml]")
        scratch.write(
            "Config/topics/casualties.yml",
            """
            topic: casualties
            title: Casualties
            fields:
              topic: {type: topic, required: true}
              country: {type: country, required: true}
              last_updated: {type: day, required: true}
            sections:
              - {heading: Victims, required: true}

            """)
        let file = "---\ntopic: casualties\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Victims\n\nNone.\n"
        scratch.write("Profiles/x/belarus.md", file)
        #expect(try await check(scratch).output == "Checked 1 profile: nothing to report.\n")
        scratch.write("Profiles/x/belarus.md", file.replacing("Victims", with: "Policy"))
        #expect(try await check(scratch).rules.contains("section-missing"))
    }

    @Test("Settings extend others; what is nearer wins; a circle is told")
    func extends() async throws {
        let scratch = scratch("extends: ../shared.yml\nrules: {footnote-undefined: off}")
        scratch.write("shared.yml", "rules: {footnote-undefined: error, footnote-terminator: error}\n")
        let outcome = try await check(scratch)
        #expect(outcome.rules == ["footnote-terminator"])
        #expect(outcome.code == 1)
        scratch.write("shared.yml", "extends: Config/footing.yml\n")
        #expect(try await check(scratch).output.contains("extends leads round in a circle."))
        scratch.write("shared.yml", "rulse: {}\n")
        #expect(try await check(scratch).output.contains(" --> shared.yml:1:1"))
    }

    static let missingFiles: [(settings: String, told: String)] = [
        ("fail_on: error\nextends: nope.yml", "2:10: error: extends cannot be read: there is no such file or folder."),
        ("baseline: {file: nope.yml}", "1:18: error: baseline.file cannot be read: there is no such file or folder."),
        ("topics: [topics/nope.yml]", "1:10: error: The topic's file cannot be read: there is no such file or folder."),
    ]

    @Test("A file that settings name and that is not there is told at its place in them", arguments: missingFiles)
    func missing(_ settings: String, told: String) async throws {
        let outcome = try await check(scratch(settings), "--output-format", "concise")
        #expect(outcome.code == 2)
        #expect(outcome.output.contains("Config/footing.yml:" + told), "\(outcome.output)\(outcome.errors)")
    }

    @Test("The nearest settings hold; --config names others")
    func nearest() async throws {
        let scratch = scratch("rules: {footnotes: off}")
        scratch.write("Profiles/x/Config/footing.yml", "rules: {footnote-undefined: off}")
        #expect(try await check(scratch).rules == ["footnote-terminator"])
        scratch.write("other.yml", "rules: {footnote-terminator: off}")
        #expect(try await check(scratch, "--config", "other.yml").rules == ["footnote-undefined"])
        let missing = try await check(scratch, "--config", "nowhere.yml")
        #expect(missing.code == 2)
        #expect(missing.errors.contains("nowhere.yml: there is no such file or folder"))
        #expect(missing.rules == [], "nothing is checked under settings that are not there")
    }

    @Test("What is set on the command line wins over all files, and mistakes in it are told with their place")
    func overriding() async throws {
        let scratch = scratch("rules: {footnote-undefined: off}\nfail_on: never")
        #expect(try await check(scratch, "--set", "rules: {footnote-undefined: error}").rules.count == 2)
        let both = try await check(scratch, "--set", "rules: {footnotes: on}", "--set", "fail_on: advice")
        #expect(both.rules == ["footnote-terminator"], "a rule's own name still wins over its group's")
        #expect(both.code == 1)
        #expect(try await check(scratch, "--set", "footnotes: {form: bracket}").rules.contains("footnote-other-form"))
        let shown = try await check(scratch, "--set", "footnotes: {form: bracket}", "--show-settings")
        #expect(shown.output.split(separator: "\n").contains { $0.hasPrefix("footnotes.form") && $0.hasSuffix("  --set") })
        let wrong = try await check(scratch, "--set", "fail_onn: error")
        #expect(wrong.code == 2)
        #expect(wrong.output.contains(" --> --set:1:1"))
        #expect(try await check(scratch, "--set", "extends: other.yml").errors.contains("--set: extends and topics name files"))
        let bare = Scratch()
        bare.write("Profiles/x/belarus.md", profile)
        #expect(try await check(bare, "--set", "rules: {footnotes: off}").rules == [])
    }

    @Test("A mistake in the settings stops every command that heeds them, with its place and the nearest name")
    func mistakes() async throws {
        let scratch = scratch("# Ours\nrules:\n  footnote-undefind: off\n")
        let outcome = try await check(scratch)
        #expect(outcome.code == 2)
        #expect(
            outcome.output == """
                error[settings]: There is no rule or group "footnote-undefind". Did you mean "footnote-undefined"?
                 --> Config/footing.yml:3:3
                  |
                3 |   footnote-undefind: off
                  |   ^^^^^^^^^^^^^^^^^


                """)
        #expect(outcome.errors == "Nothing was checked: the settings have to be put right first.\n")
        let json = try await check(scratch, "--output-format", "json")
        #expect(json.output.contains("\"path\" : \"Config/footing.yml\""))
        let format = try await Footing.run("format", in: scratch.path)
        #expect(format.code == 2 && format.errors.contains(" --> Config/footing.yml:3:3"), "\(format.errors)")
        #expect(try await Footing.run("baseline", "write", in: scratch.path).code == 2)
        #expect(try await Footing.run("explain", "settings").output.contains("Config/schema/settings.json"))
    }

    @Test("footing waive writes waivers with the reason, and nothing that would not waive")
    func waive() async throws {
        let scratch = scratch("")
        scratch.write("Profiles/x/belarus.md", profile.replacing("country: Belarus", with: "country: Belarus\niso3: XYZ"))
        let refused = try await Footing.run("waive", "--select", "footnotes", "--reason", " ", in: scratch.path)
        #expect(refused.code == 2)
        let outcome = try await Footing.run(
            "waive", "--select", "footnotes,front-matter", "--reason", "as published -- see page 3", in: scratch.path)
        #expect(outcome.errors == "Waived 3 findings in 1 file.\n")
        let text = scratch.read("Profiles/x/belarus.md")
        #expect(text.contains("# footing-ignore front-matter-value: as published – see page 3\niso3: XYZ"))
        #expect(text.contains("<!-- footing-ignore footnote-undefined: as published – see page 3 -->\n\nFound.[^1] Lost.[^2]"))
        #expect(try await check(scratch).output == "Checked 1 profile: nothing to report.\n")
    }
}
