/// A report of tests, as Jenkins, GitLab and others read it: a suite for each profile, and in it a case for each finding. One that
/// does not fail the run is a case that passed, with what it says as its output; a profile without findings is one case that passed.
/// Columns count characters.
enum JUnitReport {
    static func text(_ run: RunReport) -> String {
        let failures = run.findings.count { $0.finding.isFailing }
        let errors = run.files.count { $0.problem != nil }
        let tests = run.files.reduce(0) { $0 + cases($1) }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            XMLText.tag("testsuites", [("name", "footing")] + counts(tests, failures, errors)),
        ]
        for file in run.files {
            let failures = file.findings.count { $0.isFailing }
            lines.append(
                "  "
                    + XMLText.tag(
                        "testsuite", [("name", file.path)] + counts(cases(file), failures, file.problem == nil ? 0 : 1)))
            if let problem = file.problem {
                lines.append(
                    "    " + XMLText.tag("testcase", [("name", "file"), ("classname", file.path), ("file", file.place)]))
                lines.append("      " + XMLText.tag("error", [("message", problem), ("type", "file")], isEmpty: true))
                lines.append("    </testcase>")
            }
            var names: [String: Int] = [:]
            for finding in file.findings {
                let name = "\(finding.rule) at \(finding.start.line):\(finding.start.column)"
                // Readers take two cases of one name for one.
                let count = names[name, default: 0] + 1
                names[name] = count
                lines += testCase(file, finding, named: count == 1 ? name : "\(name) (\(count))")
            }
            if file.problem == nil, file.findings.isEmpty {
                lines.append(
                    "    "
                        + XMLText.tag(
                            "testcase", [("name", "footing"), ("classname", file.path), ("file", file.place)], isEmpty: true))
            }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>", ""]).joined(separator: "\n")
    }

    private static func cases(_ file: RunReport.File) -> Int { max(1, file.findings.count + (file.problem == nil ? 0 : 1)) }

    private static func counts(_ tests: Int, _ failures: Int, _ errors: Int) -> [(String, String)] {
        [("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)"), ("skipped", "0")]
    }

    private static func testCase(_ file: RunReport.File, _ finding: ReportedFinding, named name: String) -> [String] {
        let attributes = [("name", name), ("classname", file.path), ("file", file.place), ("line", "\(finding.start.line)")]
        let place = "\(finding.start.line):\(finding.start.column)"
        let said = XMLText.escaped("\(file.path):\(place): \(finding.severity): \(finding.messageWithDetails)")
        let outcome =
            finding.isFailing
            ? XMLText.tag("failure", [("message", finding.message), ("type", finding.severity)]) + said + "</failure>"
            : "<system-out>\(said)</system-out>"
        return ["    " + XMLText.tag("testcase", attributes), "      " + outcome, "    </testcase>"]
    }
}
