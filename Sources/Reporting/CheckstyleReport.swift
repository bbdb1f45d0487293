/// Checkstyle's report, which many programs read: the findings of each file. Columns count characters.
enum CheckstyleReport {
    static func text(_ run: RunReport) -> String {
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", XMLText.tag("checkstyle", [("version", "4.3")])]
        for file in run.files where !file.findings.isEmpty || file.problem != nil {
            lines.append("  " + XMLText.tag("file", [("name", file.path)]))
            for finding in file.findings {
                let attributes = [
                    ("line", "\(finding.start.line)"), ("column", "\(finding.start.column)"),
                    ("severity", finding.severity == "advice" ? "info" : finding.severity), ("message", finding.message),
                    ("source", "footing.\(finding.rule)"),
                ]
                lines.append("    " + XMLText.tag("error", attributes, isEmpty: true))
            }
            if let problem = file.problem {
                lines.append("    " + XMLText.tag("error", [("severity", "error"), ("message", problem)], isEmpty: true))
            }
            lines.append("  </file>")
        }
        return (lines + ["</checkstyle>", ""]).joined(separator: "\n")
    }
}
