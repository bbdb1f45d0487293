import Linting
import TestSupport
import Testing

@Suite("Reading settings")
struct SettingsReaderTests {
    /// What is wrong with settings, `⟦ ⟧` standing around the place.
    static let mistakes: [(marked: String, message: String)] = [
        ("⟦fail_onn⟧: error", "The key fail_onn is unknown. Did you mean \"fail_on\"?"),
        ("fail_on: ⟦eror⟧", "fail_on cannot be \"eror\". Did you mean \"error\"?"),
        ("fail_on: ⟦xyz⟧", "fail_on cannot be \"xyz\". Write advice, warning, error, or never."),
        ("rules: {⟦footnote⟧: off}", "There is no rule or group \"footnote\". Did you mean \"footnotes\"?"),
        ("rules: ⟦[off]⟧", "rules needs names of rules or groups, each with its severity."),
        ("rules: {totals: {⟦level⟧: off}}", "The key rules.totals.level is unknown. Known here: severity and fix."),
        ("baseline: {strict: ⟦perhaps⟧}", "baseline.strict needs true or false."),
        ("baseline: ⟦file.yml⟧", "baseline needs keys of its own: file and strict."),
        ("paths: [{match: a, rules: {totals: ⟦of⟧}}]", "paths.rules.totals cannot be \"of\". Did you mean \"off\"?"),
        ("⟦exclude⟧:", "exclude needs a text."), ("⟦- a⟧", "Settings are keys and values, such as \"fail_on: warning\"."),
        ("minimum_version: ⟦soon⟧", "\"soon\" is no version. Write one such as 0.1.0."),
        ("minimum_version: ⟦0.2.0⟧", "These settings need Footing 0.2.0; this is 0.1.0. Install the newer one."),
        (
            "topics: [⟦mines⟧]",
            "There is no topic \"mines\". Known: mine-ban-policy. A topic of your own has a file in Config/topics, or is the path of one, ending in .yml."
        ),
        (
            "paths: [{⟦rules⟧: {dates: off}}]",
            "The key paths.match is missing. Paths below the folder that holds Config, with *, ** and ?."
        ),
        ("paths: [{⟦mach⟧: a, rules: {dates: off}}]", "The key paths.mach is unknown. Did you mean \"match\"?"),
        ("exclude: ⟦\"[\"⟧", "exclude cannot be \"[\": [ is not read here. Write *, ** or ?."),
        ("paths: [{match: ⟦\"!a\"⟧}]", "paths.match cannot be \"!a\": ! is not read here. Write *, ** or ?."),
        (
            "exclude: [a, ⟦../a⟧]",
            "exclude cannot be \"../a\": it leads out of the folder that holds Config. Write paths below it."
        ),
        ("topics: ⟦[]⟧", "topics is empty. Name one at least, or leave the key out."),
        ("paths: {match: ⟦[]⟧}", "paths.match is empty. Name one at least, or leave the key out."),
        ("exclude: ⟦./⟧", "exclude cannot be \"./\": it names no path."),
        (
            "baseline: {file: ⟦3⟧}",
            "baseline.file needs a text; 3 is none. Where it is meant, put it into quotation marks: \"3\"."
        ),
        (
            "extends: ⟦true⟧",
            "extends needs a text; true is none. Where it is meant, put it into quotation marks: \"true\"."
        ),
        ("fail_on: error\n⟦fail_on⟧: error", "The key fail_on is there twice. Keep one of them."),
    ]

    @Test("A mistake is told with its place and the way out", arguments: mistakes)
    func mistake(_ marked: String, message: String) {
        let text = MarkedText(marked)
        let found = SettingsReader.read(Array(text.text.utf8), version: "0.1.0").findings
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.range) == text.ranges)
    }

    @Test("What is no YAML is told with its place")
    func syntax() {
        for text in ["rules: [", "a: *b", "\tfail_on: error", "--- a\n--- b"] {
            let (settings, findings) = SettingsReader.read(Array(text.utf8), version: "0.1.0")
            #expect(!findings.isEmpty, "\(text)")
            #expect(settings.rules.isEmpty)
            #expect(findings.allSatisfy { $0.range.upperBound <= text.utf8.count })
        }
    }

    @Test("Nothing but comments is in order, and so are names in digits where they can be meant")
    func empty() {
        for text in ["", "# Ours\n", "---\n", "rules: {}\n", "exclude: [2020, a/.b]\n", "baseline: {file: \"3\"}\n"] {
            #expect(SettingsReader.read(Array(text.utf8), version: "0.1.0").findings.isEmpty, "\(text)")
        }
    }

    static let patterns: [(pattern: String, path: String, matches: Bool)] = [
        ("Profiles/x", "Profiles/x/a.md", true), ("Profiles/x", "Profiles/xy/a.md", false),
        ("drafts", "Profiles/drafts/a.md", true),
        ("drafts/", "Profiles/drafts/a.md", true), ("*.md", "Profiles/a.md", true), ("a*.md", "Profiles/b.md", false),
        ("Profiles/*.md", "Profiles/x/a.md", false), ("Profiles/**/a.md", "Profiles/x/y/a.md", true),
        ("Profiles/**/a.md", "Profiles/a.md", true), ("/Profiles/a.md", "Profiles/a.md", true), ("./a.md", "a.md", true),
        ("Profiles/?.md", "Profiles/é.md", true), ("Profiles/??.md", "Profiles/é.md", false), ("**", "a/b.md", true),
        ("c*te-d*e.md", "x/cote-divoire.md", true), ("*a*a*a*a*a*a*b", String(repeating: "a", count: 5000), false),
    ]

    @Test("Patterns match as in .gitignore", arguments: patterns)
    func pattern(_ pattern: String, path: String, matches: Bool) {
        #expect(GlobPattern(pattern).matches(path) == matches)
    }
}
