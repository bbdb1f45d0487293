/// Workflow commands, of which GitHub Actions makes annotations. Columns count characters; they are given where a finding ends on
/// its line, as annotations have them there only.
enum GitHubReport {
    static func text(_ run: RunReport) -> String {
        var text = run.shown.map { command($0.file, $0.finding) }.joined()
        if let rest = run.rest { text += "::notice title=Footing::\(data(rest))\n" }
        return text
    }

    private static func command(_ file: RunReport.File, _ finding: ReportedFinding) -> String {
        let name =
            switch finding.severity {
            case "error": "error"
            case "warning": "warning"
            default: "notice"
            }
        var properties = [
            ("title", "Footing (\(finding.rule))"), ("file", file.place), ("line", "\(finding.start.line)"),
            ("endLine", "\(finding.end.line)"),
        ]
        if finding.start.line == finding.end.line {
            properties += [("col", "\(finding.start.column)"), ("endColumn", "\(finding.end.column)")]
        }
        let written = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
        return "::\(name) \(written)::\(data(finding.messageWithDetails))\n"
    }

    /// What the runner would take for the end of a command's line.
    private static func data(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }.joined()
    }

    /// What the runner would take for the end of a property, too.
    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
