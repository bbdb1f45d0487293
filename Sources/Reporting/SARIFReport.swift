import Linting

/// SARIF 2.1.0, as code scanning services read it. Columns count UTF-16 code units, which the log says. Paths are relative to the
/// root of the repository, `%SRCROOT%`.
enum SARIFReport {
    static func log(_ run: RunReport) -> JSONValue {
        let findings = run.findings
        let names = Set(findings.map(\.finding.rule)).sorted()
        let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
        let problems = run.files.compactMap { file in file.problem.map { "\(file.path): \($0)" } }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "Footing", "semanticVersion": .string(run.version), "rules": .array(names.map(rule)),
                        ]
                    ],
                    "columnKind": "utf16CodeUnits",
                    "originalUriBaseIds": ["%SRCROOT%": ["description": ["text": "The root of the repository."]]],
                    "invocations": [
                        [
                            "executionSuccessful": .boolean(run.summary.failures == 0),
                            "toolExecutionNotifications": .array(
                                problems.map { ["level": "error", "message": ["text": .string($0)]] }),
                        ]
                    ],
                    "results": .array(findings.map { result($0.file, $0.finding, index[$0.finding.rule] ?? 0) }),
                ]
            ],
        ]
    }

    private static func rule(_ name: String) -> JSONValue {
        guard let about = RulePage.about(name) else { return ["id": .string(name)] }
        return [
            "id": .string(name), "shortDescription": ["text": .string(about.summary)],
            "fullDescription": ["text": .string(about.rationale)], "help": ["text": .string(RulePage.text(about))],
            "defaultConfiguration": ["level": level(about.severity.rawValue)],
            "properties": [
                "tags": [.string(about.group.rawValue)],
                "problem.severity": .string(about.severity == .advice ? "recommendation" : about.severity.rawValue),
            ],
        ]
    }

    private static func result(_ file: RunReport.File, _ finding: ReportedFinding, _ index: Int) -> JSONValue {
        var result: [String: JSONValue] = [
            "ruleId": .string(finding.rule), "ruleIndex": .number(index), "level": level(finding.severity),
            "message": ["text": .string(finding.message)],
            "locations": [["physicalLocation": location(file, finding.start, finding.end)]],
            "partialFingerprints": ["footingFinding/v1": .string(finding.fingerprint)],
        ]
        if !finding.labels.isEmpty {
            result["relatedLocations"] = .array(
                finding.labels.enumerated().map { number, label in
                    [
                        "id": .number(number), "message": ["text": .string(label.message)],
                        "physicalLocation": location(file, label.start, label.end),
                    ]
                })
        }
        if !finding.fixes.isEmpty { result["fixes"] = .array(finding.fixes.map { fix(file, $0) }) }
        if !finding.evidence.isEmpty { result["properties"] = ["evidence": .array(finding.evidence.map { .string($0) })] }
        return .object(result)
    }

    private static func fix(_ file: RunReport.File, _ fix: ReportedFinding.Fix) -> JSONValue {
        [
            "description": ["text": .string(fix.title)], "properties": ["applicability": .string(fix.applicability)],
            "artifactChanges": [
                [
                    "artifactLocation": artifact(file),
                    "replacements": .array(
                        fix.edits.map {
                            [
                                "deletedRegion": region($0.start, $0.end),
                                "insertedContent": ["text": .string($0.replacement)],
                            ]
                        }),
                ]
            ],
        ]
    }

    private static func location(
        _ file: RunReport.File, _ start: ReportedFinding.Place, _ end: ReportedFinding.Place
    ) -> JSONValue {
        ["artifactLocation": artifact(file), "region": region(start, end)]
    }

    private static func artifact(_ file: RunReport.File) -> JSONValue {
        file.place.hasPrefix("/")
            ? ["uri": .string("file://" + encoded(file.place))]
            : ["uri": .string(encoded(file.place)), "uriBaseId": "%SRCROOT%"]
    }

    private static func region(_ start: ReportedFinding.Place, _ end: ReportedFinding.Place) -> JSONValue {
        [
            "startLine": .number(start.line), "startColumn": .number(start.utf16), "endLine": .number(end.line),
            "endColumn": .number(end.utf16),
        ]
    }

    private static func level(_ severity: String) -> JSONValue { severity == "advice" ? "note" : .string(severity) }

    /// A path as a URI has it: what RFC 3986 does not reserve stands as it is, all else as its UTF-8 bytes, `%20`.
    private static func encoded(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
