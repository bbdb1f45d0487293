/// A page for people, such as the summary of a job: a table for each file. Columns count characters.
enum MarkdownReport {
    /// What a summary of a job may hold is 1 MiB, with a page's own ends left room.
    private static let mostBytes = 1_000_000

    static func text(_ run: RunReport) -> String {
        var text = "## Footing\n\n\(run.summary.line.asMarkdown)\n"
        var file: String?
        var shown = 0
        for (owner, finding) in run.shown {
            var row = ""
            if owner.path != file {
                row += "\n### \(owner.place.asMarkdown)\n\n| Place | | Finding | Rule |\n| --- | --- | --- | --- |\n"
            }
            row += "| \(finding.start.line):\(finding.start.column) | \(finding.severity) | "
            row += ([finding.message] + finding.details).map(\.asMarkdown).joined(separator: "<br>")
            row += " | \(finding.rule) |\n"
            if text.utf8.count + row.utf8.count > mostBytes { break }
            text += row
            file = owner.path
            shown += 1
        }
        let rest = run.findings.count - shown
        if rest > 0 { text += "\n\(rest) more \(rest == 1 ? "finding is" : "findings are") not shown.\n" }
        return text
    }
}
