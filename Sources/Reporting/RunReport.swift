import Linting

/// What a run has to say, whatever the format.
package struct RunReport: Sendable {
    /// What a run has to say of one file.
    package struct File: Sendable {
        /// As the user named it.
        package let path: String
        /// Below the repository's root, as services that show a repository know it; elsewhere, as the user named it.
        package var place: String
        /// The findings for programs, where a format asks for them.
        package var findings: [ReportedFinding] = []
        /// The findings for people, each with its lines of the text, where a format asks for them.
        package var excerpts: [String] = []
        /// The rules whose fixes were written, one entry a fix.
        package var mended: [String] = []
        /// Why it could not be read or written, or was left alone.
        package var problem: String?

        package init(_ path: String) {
            self.path = path
            place = path
        }
    }

    package var files: [File]
    package var summary: Summary
    package let version: String
    /// The most findings that formats for people show; nil for all.
    package var limit: Int?
    /// Whether to tell which fixes were written.
    package var showsFixes = false
    /// Whether the findings are all there is to say.
    package var isQuiet = false

    package init(_ files: [File], _ summary: Summary, version: String) {
        self.files = files
        self.summary = summary
        self.version = version
    }

    /// All findings with their files.
    var findings: [(file: File, finding: ReportedFinding)] { files.flatMap { file in file.findings.map { (file, $0) } } }

    /// Those that formats for people show.
    var shown: [(file: File, finding: ReportedFinding)] { limit.map { Array(findings.prefix($0)) } ?? findings }

    /// Lines behind the findings, for people: what was mended, what is not shown, and the summary.
    package var closing: String {
        var lines: [String] = []
        for file in files where showsFixes && !file.mended.isEmpty {
            let counts = Dictionary(file.mended.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
            lines.append(
                "Mended in \(file.path.onOneLine): \(counts.map { "\($0.value) × \($0.key)" }.joined(separator: ", ")).")
        }
        if let rest { lines.append(rest) }
        if !isQuiet { lines.append(summary.line) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// What is said of the findings that are not shown.
    var rest: String? {
        let count = summary.counts.values.reduce(0, +) - (limit ?? .max)
        return count > 0 ? "\(count) more \(count == 1 ? "finding is" : "findings are") not shown." : nil
    }
}

/// How `footing check` prints what it found.
package enum OutputFormat: String, Sendable, CaseIterable {
    case text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, checkstyle, markdown

    /// The report of a run.
    package func text(_ run: RunReport, color: Bool = false) throws -> String {
        switch self {
        case .text: TextReport.text(run)
        case .concise: ConciseReport.text(run, color: color)
        case .json: try JSONText.pretty(run.findings.map(\.finding))
        case .jsonl: try run.findings.map { try JSONText.line($0.finding) }.joined()
        case .sarif: try JSONText.pretty(SARIFReport.log(run))
        case .github: GitHubReport.text(run)
        case .gitlab: try JSONText.pretty(GitLabReport.issues(run))
        case .junit: JUnitReport.text(run)
        case .rdjson: try JSONText.pretty(ReviewdogReport.result(run))
        case .checkstyle: CheckstyleReport.text(run)
        case .markdown: MarkdownReport.text(run)
        }
    }

    /// Whether it is lines that may stand among others on a terminal or in a log.
    package var isLines: Bool { self == .text || self == .concise || self == .github }
}
