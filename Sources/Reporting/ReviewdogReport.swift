/// The diagnostic format of reviewdog. Columns count UTF-8 bytes, ends are exclusive. A fix of several edits is no suggestion:
/// each of reviewdog's is taken alone, and half of such a fix would be wrong.
enum ReviewdogReport {
    static func result(_ run: RunReport) -> JSONValue {
        [
            "source": ["name": "footing"],
            "diagnostics": .array(run.findings.map { diagnostic($0.file, $0.finding) }),
        ]
    }

    private static func diagnostic(_ file: RunReport.File, _ finding: ReportedFinding) -> JSONValue {
        var diagnostic: [String: JSONValue] = [
            "message": .string(finding.messageWithDetails), "severity": severity(finding),
            "code": ["value": .string(finding.rule)],
            "location": ["path": .string(file.path), "range": range(finding.start, finding.end)],
        ]
        let edits = finding.fixes.filter { $0.edits.count == 1 }.flatMap(\.edits)
        if !edits.isEmpty {
            diagnostic["suggestions"] = .array(
                edits.map { ["range": range($0.start, $0.end), "text": .string($0.replacement)] })
        }
        return .object(diagnostic)
    }

    private static func range(_ start: ReportedFinding.Place, _ end: ReportedFinding.Place) -> JSONValue {
        ["start": position(start), "end": position(end)]
    }

    private static func position(_ place: ReportedFinding.Place) -> JSONValue {
        ["line": .number(place.line), "column": .number(place.utf8)]
    }

    private static func severity(_ finding: ReportedFinding) -> JSONValue {
        switch finding.severity {
        case "error": "ERROR"
        case "warning": "WARNING"
        default: "INFO"
        }
    }
}
