import Linting

/// A finding a line, as compilers write it and editors jump by it: `path:line:column: severity: message [rule]`. Columns count
/// characters.
enum ConciseReport {
    static func text(_ run: RunReport, color: Bool) -> String {
        let paint = Paint(isOn: color)
        var text = ""
        for (file, finding) in run.shown {
            let severity = Severity(rawValue: finding.severity).map(paint.severity) ?? finding.severity
            let fix = finding.fixes.first { $0.applicability != Applicability.hint.rawValue }
            text += "\(paint.bold(file.path.onOneLine)):\(finding.start.line):\(finding.start.column): \(severity): "
            text += "\(finding.message.onOneLine) \(paint.faint("[\(finding.rule)]"))"
            text += fix.map { " \(paint.green("fix")) (\($0.applicability))" } ?? ""
            text += "\n"
        }
        return text + run.closing
    }
}
