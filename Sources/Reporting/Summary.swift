import Linting

/// What a run found, in numbers.
package struct Summary: Sendable {
    package var files = 0
    package var filesWithFindings = 0
    package var counts: [Severity: Int] = [:]
    /// Findings that `--fix` would mend, and that only `--unsafe-fixes` would.
    package var safe = 0
    package var unsafe = 0
    /// Findings that the baseline holds.
    package var held = 0
    /// Fixes that were applied, and the files that were written.
    package var mended = 0
    package var filesMended = 0
    /// Files that could not be read or written, or were left alone.
    package var failures = 0

    /// What each rule found.
    package private(set) var rules: [String: RuleCount] = [:]

    package init() {}

    /// Findings that fail a run.
    package private(set) var failing = 0
    package var hasFailingFindings: Bool { failing > 0 }

    /// Adds one file's findings; by default advice does not fail a run.
    package mutating func add(_ findings: [Finding], failOn: Settings.Threshold = .warning) {
        files += 1
        if !findings.isEmpty { filesWithFindings += 1 }
        var seen: Set<String> = []
        for finding in findings {
            rules[finding.rule, default: RuleCount()].add(finding, isNewFile: seen.insert(finding.rule).inserted)
            counts[finding.severity, default: 0] += 1
            if failOn.isReached(by: finding.severity) { failing += 1 }
            switch finding.applicability {
            case .safe: safe += 1
            case .unsafe: unsafe += 1
            case .hint, nil: break
            }
        }
    }

    package mutating func add(_ other: Summary) {
        files += other.files
        filesWithFindings += other.filesWithFindings
        counts.merge(other.counts, uniquingKeysWith: +)
        safe += other.safe
        unsafe += other.unsafe
        mended += other.mended
        filesMended += other.filesMended
        failures += other.failures
        held += other.held
        failing += other.failing
        rules.merge(other.rules) { $0.adding($1) }
    }

    /// One line for people.
    package var line: String {
        var parts: [String] = []
        if mended > 0 { parts.append("Mended \(count(mended, "finding")) in \(count(filesMended, "file")).") }
        let found = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, noun in
            counts[severity].map { count($0, noun) }
        }
        let advice = counts[.advice].map { ["\($0) advice"] } ?? []
        if filesWithFindings == 0 {
            parts.append("Checked \(count(files, "profile")): nothing to report.")
        } else {
            let left = mended > 0 ? "Left" : "Found"
            parts.append(
                "\(left) \((found + advice).joined(separator: ", ")) in \(filesWithFindings) of \(count(files, "profile")).")
        }
        if held > 0 { parts.append("The baseline holds \(count(held, "finding")).") }
        if safe > 0 {
            parts.append("\(safe) can be mended with --fix\(unsafe > 0 ? ", \(unsafe) more with --unsafe-fixes" : "").")
        }
        if safe == 0, unsafe > 0 { parts.append("\(unsafe) can be mended with --unsafe-fixes.") }
        if failures > 0 { parts.append("\(count(failures, "file")) could not be read or written.") }
        return parts.joined(separator: " ")
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
