import Linting
import ProfileSyntax
import Reporting
import TestSupport
import Testing

@Suite("Reports of a run")
struct RunReportTests {
    private let bytes = Array(Texts.profile("Lost.[^1] Gone.[^2]").utf8)

    private func run(times: Int = 1, path: String = "belarus.md", problem: String? = nil) -> RunReport {
        let found = Linter().check(bytes, fileName: "belarus.md")
        var file = RunReport.File(path)
        file.findings = ReportedFinding.of(
            (0..<times).flatMap { _ in found }, in: Profile(parsing: bytes), path: path, place: path, failOn: .warning)
        file.problem = problem
        var summary = Summary()
        summary.add(found)
        summary.failures = problem == nil ? 0 : 1
        return RunReport([file], summary, version: "1.2.3")
    }

    @Test("Two findings of one rule at one place are two cases with names of their own")
    func cases() throws {
        let text = try OutputFormat.junit.text(run(times: 2))
        #expect(text.contains("name=\"footnote-undefined at 9:6\""))
        #expect(text.contains("name=\"footnote-undefined at 9:6 (2)\""))
        #expect(text.contains("<testsuites name=\"footing\" tests=\"4\" failures=\"4\" errors=\"0\""))
    }

    @Test("A file that could not be read is told of in the reports that have a place for it")
    func problem() throws {
        let run = run(times: 0, problem: "you may not read it")
        #expect(try OutputFormat.junit.text(run).contains("<error message=\"you may not read it\" type=\"file\"/>"))
        #expect(try OutputFormat.junit.text(run).contains("errors=\"1\""))
        #expect(try OutputFormat.checkstyle.text(run).contains("<error severity=\"error\" message=\"you may not read it\"/>"))
        let sarif = try OutputFormat.sarif.text(run)
        #expect(sarif.contains("\"executionSuccessful\" : false"))
        #expect(sarif.contains("\"text\" : \"belarus.md: you may not read it\""))
    }

    @Test("A summary of a job stays below what one may hold, and counts the rest")
    func summary() throws {
        let text = try OutputFormat.markdown.text(run(times: 10_000))
        #expect(text.utf8.count < 1 << 20)
        let rows = text.split(separator: "\n").count { $0.hasPrefix("| 9:") }
        #expect(text.hasSuffix("\n\(20_000 - rows) more findings are not shown.\n"))
    }

    @Test("A path is escaped as each format wants it")
    func paths() throws {
        let run = run(path: "a %:,\n\r<&\">|`[x](y)\u{1}é.md")
        #expect(try OutputFormat.github.text(run).contains("file=a %25%3A%2C%0A%0D<&\">|`[x](y)\u{1}é.md,line=9"))
        #expect(try OutputFormat.sarif.text(run).contains("\"a%20%25%3A%2C%0A%0D%3C%26%22%3E%7C%60%5Bx%5D%28y%29%01%C3%A9.md\""))
        #expect(
            try OutputFormat.checkstyle.text(run).contains("name=\"a %:,&#10;&#13;&lt;&amp;&quot;&gt;|`[x](y)\u{FFFD}é.md\""))
        #expect(
            try OutputFormat.markdown.text(run).contains(
                "### a %:,\\<U+000A\\>\\<U+000D\\>\\<\\&\"\\>\\|\\`\\[x\\](y)\\<U+0001\\>é.md"))
        #expect(try OutputFormat.concise.text(run).contains("a %:,<U+000A><U+000D><&\">|`[x](y)<U+0001>é.md:9:6: error:"))
    }

    @Test("Paths from the file system's root are URIs of files, and stand in no repository")
    func absolute() throws {
        let sarif = try OutputFormat.sarif.text(run(path: "/a b/belarus.md"))
        #expect(sarif.contains("\"uri\" : \"file:///a%20b/belarus.md\""))
        #expect(!sarif.contains("\"uriBaseId\""))
    }
}
