import Linting
import ProfileSyntax
import Reporting
import TestSupport
import Testing

@Suite("Reports")
struct ReportTests {
    @Test("A finding shows its line, its carets, its labels and its fixes")
    func text() {
        let bytes = Array(Texts.profile("É 🙂 one.[^1] Two.[^3]\n\n[^1]: First source.\n\n[^3]: Second source.").utf8)
        let report = TextReport(color: false).text(Linter().check(bytes, fileName: "belarus.md"), bytes, path: "belarus.md")
        #expect(
            report == """
                error[footnote-sequence]: This footnote is numbered 3, but in the order of the text it is number 2.
                 --> belarus.md:9:18
                  |
                9 | É 🙂 one.[^1] Two.[^3]
                  |                   ^^^^
                  = read: The first appearances of the markers are 1, 3.
                  = fix (safe): Number the footnotes in the order of the text


                """)
    }

    @Test("A long line is cut around its place, and signs that would break the line are not shown")
    func longLine() {
        let long = String(repeating: "word ", count: 200_000)
        let bytes = Array(Texts.profile(long + "lost\tit.[^1]" + long).utf8)
        let report = TextReport(color: false).text(Linter().check(bytes, fileName: "belarus.md"), bytes, path: "belarus.md")
        #expect(report.split(separator: "\n").allSatisfy { $0.count < 130 })
        #expect(report.contains("lost it.[^1]word word"))
    }

    @Test("A finding at the very end of a file, and one in an empty file, can be shown")
    func ends() {
        for text in ["", "---\ntopic: mine-ban-policy\ncountry: Belarus\n---", "---"] {
            let bytes = Array(text.utf8)
            let findings = Linter().check(bytes, fileName: "belarus.md")
            #expect(!findings.isEmpty)
            #expect(!TextReport(color: true).text(findings, bytes, path: "a").isEmpty)
            let reported = ReportedFinding.of(
                findings, in: Profile(parsing: bytes), path: "a", place: "a", failOn: .warning)
            #expect(reported.count == findings.count)
        }
    }

    @Test("Width counts columns", arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("🙂", 2), ("\u{200B}", 0)])
    func width(_ text: String, _ columns: Int) {
        #expect(Width.of(text) == columns)
    }

    @Test("A difference is written as the patch tool reads it")
    func diff() {
        let before = (1...20).map { "line \($0)\n" }.joined()
        let after = before.split(separator: "line 2\n", omittingEmptySubsequences: false).joined(separator: "changed\n") + "end"
        #expect(
            UnifiedDiff.text(Array(before.utf8), Array(after.utf8), path: "a") == """
                --- a
                +++ a
                @@ -1,5 +1,5 @@
                 line 1
                -line 2
                +changed
                 line 3
                 line 4
                 line 5
                @@ -18,3 +18,4 @@
                 line 18
                 line 19
                 line 20
                +end
                \\ No newline at end of file

                """)
        #expect(UnifiedDiff.text([], [], path: "a").isEmpty)
    }

    @Test("The summary counts what was found and what can be mended")
    func summary() {
        var summary = Summary()
        let bytes = Array(Texts.profile("One[^1]. Two.[^9]\n\n[^1]: First").utf8)
        summary.add(Linter().check(bytes, fileName: "belarus.md"))
        #expect(
            summary.line
                == "Found 1 error, 1 warning, 1 advice in 1 of 1 profile. 2 can be mended with --fix, 1 more with --unsafe-fixes."
        )
    }
}
