import Linting
import ProfileFiles
import Reporting

/// Checks one file, start to end, on whatever thread it runs.
struct CheckWorker: Sendable {
    enum Action: Sendable { case report, fix, diff }

    /// What came of one file. Only what has to be printed is kept.
    struct Result: Sendable {
        var summary = Summary()
        var text = ""
        var entries: [JSONReport.Entry] = []
        /// Lines for the standard error.
        var said: [String] = []
        /// The mended text of the standard input.
        var mended: [UInt8]?
    }

    let linter: Linter
    let action: Action
    let unsafe: Bool
    let format: Check.OutputFormat
    let color: Bool

    static func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Reads, checks and – where asked to – writes a file.
    func check(_ path: String) -> Result {
        let name = Self.lastPart(path)
        do throws(FileProblem) {
            let bytes = try FileReader.read(path)
            var result = check(bytes, path: path, fileName: name)
            guard action == .fix, let mended = result.mended else { return result }
            result.mended = nil
            do throws(FileProblem) {
                try FileWriter.replace(path, with: mended)
                return result
            } catch {
                // The file is as it was, and so are its findings.
                return failed(error, report(linter.check(bytes, fileName: name), bytes, path))
            }
        } catch {
            return failed(error, Result())
        }
    }

    private func failed(_ problem: FileProblem, _ result: Result) -> Result {
        var result = result
        result.summary.failures = 1
        result.said = ["error: \(problem.path): \(problem.reason)"]
        return result
    }

    /// Checks a text.
    func check(_ bytes: [UInt8], path: String, fileName: String?) -> Result {
        guard action != .report else { return report(linter.check(bytes, fileName: fileName), bytes, path) }
        let outcome = Mender(linter, unsafe: unsafe).mend(bytes, fileName: fileName)
        let isChanged = outcome.bytes != bytes
        var result = Result()
        if action == .diff {
            result.text = UnifiedDiff.text(bytes, outcome.bytes, path: path)
        } else {
            result = report(outcome.findings, outcome.bytes, path)
            result.summary.mended = outcome.applied.count
            result.summary.filesMended = isChanged ? 1 : 0
            result.mended = isChanged ? outcome.bytes : nil
        }
        if let complaint = complaint(outcome.verdict, path) {
            result.summary.failures = 1
            result.said = [complaint]
        }
        return result
    }

    private func complaint(_ verdict: Mender.Outcome.Verdict, _ path: String) -> String? {
        switch verdict {
        case .settled: nil
        case .goesInCircles(let rules):
            "error: \(path): the fixes of \(rules.joined(separator: ", ")) undo each other, so nothing was written. Please report this as a bug."
        case .notEquivalent(let rules):
            "error: \(path): the fixes of \(rules.joined(separator: ", ")) would move a note to another text, so nothing was written. Please report this as a bug."
        }
    }

    private func report(_ findings: [Finding], _ bytes: [UInt8], _ path: String) -> Result {
        var result = Result()
        result.summary.add(findings)
        guard !findings.isEmpty else { return result }
        switch format {
        case .text: result.text = TextReport(color: color).text(findings, bytes, path: path)
        case .json: result.entries = JSONReport.entries(findings, bytes, path: path)
        }
        return result
    }
}
