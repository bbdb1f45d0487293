import Linting

/// What one rule found in a run.
package struct RuleCount: Sendable {
    package private(set) var severity = Severity.advice
    package private(set) var findings = 0
    package private(set) var files = 0
    /// Findings that `--fix` would mend, and that only `--unsafe-fixes` would.
    package private(set) var safe = 0
    package private(set) var unsafe = 0

    mutating func add(_ finding: Finding, isNewFile: Bool) {
        severity = max(severity, finding.severity)
        findings += 1
        files += isNewFile ? 1 : 0
        safe += finding.applicability == .safe ? 1 : 0
        unsafe += finding.applicability == .unsafe ? 1 : 0
    }

    func adding(_ other: RuleCount) -> RuleCount {
        var sum = self
        sum.severity = max(severity, other.severity)
        sum.findings += other.findings
        sum.files += other.files
        sum.safe += other.safe
        sum.unsafe += other.unsafe
        return sum
    }
}

extension Finding {
    /// How far its most trusted fix may be; nil where it has none.
    var applicability: Applicability? {
        Applicability.allCases.first { level in fixes.contains { $0.applicability == level } }
    }
}

/// How many findings each rule has, the most first.
package struct Statistics: Encodable, Sendable {
    package struct Row: Encodable, Sendable {
        package enum CodingKeys: String, CodingKey, CaseIterable { case rule, severity, findings, files, safe, unsafe, summary }
        let rule: String
        /// The greatest of its findings.
        let severity: String
        let findings: Int
        let files: Int
        let safe: Int
        let unsafe: Int
        let summary: String
    }

    private let rows: [Row]

    package init(_ summary: Summary) {
        rows = summary.rules.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }.map { name, count in
            Row(
                rule: name, severity: count.severity.rawValue, findings: count.findings, files: count.files, safe: count.safe,
                unsafe: count.unsafe, summary: RulePage.about(name)?.summary ?? "")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rows)
    }

    /// A line for each rule: how many, how bad, the rule, how many `--fix` and `--unsafe-fixes` would mend, and what it finds.
    package func text() -> String {
        let fixes = rows.map { row in
            [row.safe > 0 ? "\(row.safe) safe" : nil, row.unsafe > 0 ? "\(row.unsafe) unsafe" : nil].compactMap { $0 }
                .joined(separator: ", ")
        }
        let table = zip(rows, fixes).map { ["\($0.findings)", $0.severity, $0.rule, $1] }
        let widths = (0..<4).map { column in table.map { $0[column].count }.max() ?? 0 }
        return zip(rows, table).map { row, cells in
            let padded = zip(cells, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? space + cell.0 : cell.0 + space
            }
            return (padded.filter { !$0.isEmpty } + [row.summary]).joined(separator: "  ") + "\n"
        }.joined()
    }
}
