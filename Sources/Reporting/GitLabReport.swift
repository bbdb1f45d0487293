/// GitLab's Code Quality report: an array of issues. Columns count characters. GitLab takes the issues of two reports with one
/// fingerprint for the same.
enum GitLabReport {
    static func issues(_ run: RunReport) -> JSONValue {
        .array(
            run.findings.map { file, finding in
                [
                    "type": "issue", "check_name": .string(finding.rule), "description": .string(finding.message),
                    "categories": ["Style"], "fingerprint": .string(finding.fingerprint), "severity": severity(finding),
                    "location": [
                        "path": .string(file.place),
                        "lines": ["begin": .number(finding.start.line), "end": .number(finding.end.line)],
                        "positions": ["begin": position(finding.start), "end": position(finding.end)],
                    ],
                ]
            })
    }

    private static func position(_ place: ReportedFinding.Place) -> JSONValue {
        ["line": .number(place.line), "column": .number(place.column)]
    }

    private static func severity(_ finding: ReportedFinding) -> JSONValue {
        switch finding.severity {
        case "error": "major"
        case "warning": "minor"
        default: "info"
        }
    }
}
