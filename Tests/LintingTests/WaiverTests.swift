import Linting
import TestSupport
import Testing

@Suite("Waivers")
struct WaiverTests {
    private func rules(_ text: String) -> [String] { Linter().check(Array(text.utf8), fileName: "belarus.md").map(\.rule) }

    private let lost = "Lost.[^1]\n\nGone.[^2]"

    @Test("A waiver holds for the block below it, in its text, or for the whole file")
    func places() {
        #expect(rules(Texts.profile(lost)) == ["footnote-undefined", "footnote-undefined"])
        let comment = "<!-- footing-ignore footnote-undefined: embargoed -->"
        #expect(rules(Texts.profile("\(comment)\n\n\(lost)")) == ["footnote-undefined"])
        #expect(rules(Texts.profile("Lost.[^1] \(comment)\n\nGone.[^2]")) == ["footnote-undefined"])
        let whole = "<!-- footing-ignore-file footnote-undefined: embargoed -->"
        #expect(rules(Texts.profile("\(lost)\n\n\(whole)")) == [])
        #expect(rules(Texts.profile("\(lost)\n\n\(whole.replacing("footnote-undefined", with: "footnotes"))")) == [])
    }

    @Test("In the front matter a waiver holds for its line, or from a line of its own for the next")
    func frontMatter() {
        let text = Texts.profile("Text.")
        #expect(rules(text.replacing("country: Belarus", with: "country: Belarus\niso3: XYZ")) == ["front-matter-value"])
        let beside = "country: Belarus\niso3: XYZ # footing-ignore front-matter-value: as the office has it"
        #expect(rules(text.replacing("country: Belarus", with: beside)) == [])
        let above = "country: Belarus\n# footing-ignore front-matter-value: as the office has it\niso3: XYZ"
        #expect(rules(text.replacing("country: Belarus", with: above)) == [])
        let before = "# footing-ignore front-matter-value: as the office has it\ncountry: Belarus\niso3: XYZ"
        #expect(rules(text.replacing("country: Belarus", with: before)) == ["waiver-unused", "front-matter-value"])
    }

    @Test("A waiver without a reason waives nothing and is told; one of use to nothing is told and taken away")
    func reasons() {
        #expect(
            rules(Texts.profile("<!-- footing-ignore footnote-undefined -->\n\nLost.[^1]")) == [
                "waiver-reason", "footnote-undefined",
            ])
        for unused in [
            "Text.\n\n<!-- footing-ignore totals: for now -->\n\nMore.",
            "Text. <!-- footing-ignore-file dates: for now -->\n\nMore.",
        ] {
            let file = Texts.profile(unused)
            #expect(rules(file) == ["waiver-unused"])
            let mended = Mender(Linter(), unsafe: false).mend(Array(file.utf8), fileName: "belarus.md")
            #expect(!String(decoding: mended.bytes, as: UTF8.self).contains("footing-ignore"))
            #expect(mended.findings.isEmpty)
        }
    }

    @Test("A waiver of a rule that did not run is not told to be of no use")
    func notRun() throws {
        let text = Texts.profile("<!-- footing-ignore update-not-bumped, total-mismatch: a reason -->\n\nText.")
        #expect(rules(text) == [], "rules on changes run only on changes")
        let selection = try RuleSelection(selecting: ["structure"], ignoring: [])
        let other = Texts.profile("<!-- footing-ignore total-mismatch: a reason -->\n\nText.")
        #expect(Linter(selection).check(Array(other.utf8), fileName: "belarus.md").isEmpty)
    }
}
