import Linting
import ProfileFiles
import ProfileSyntax
import Reporting

/// Checks one file, start to end, on whatever thread it runs.
struct CheckWorker: Sendable {
    enum Action: Sendable { case report, fix, diff }

    /// What came of one file. Only what has to be printed is kept.
    struct Result: Sendable {
        var file: RunReport.File
        var summary = Summary()
        var difference = ""
        /// The mended text of the standard input.
        var mended: [UInt8]?
        var taken: Taken?

        init(_ path: String) { file = RunReport.File(path) }
    }

    /// What a profile took of its baseline.
    struct Taken: Sendable {
        let root: String
        /// How many entries of its path it did not take.
        let unused: Int
        /// The entries that it took of paths that are gone.
        let gone: Baseline.Counts
    }

    let action: Action
    let unsafe: Bool
    let output: CheckOutput

    static func lastPart(_ path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    /// Reads, checks and – where asked to – writes a file.
    func check(_ target: CheckTarget) -> Result {
        do throws(FileProblem) {
            let bytes: [UInt8]
            if let text = target.text { bytes = text } else { bytes = try FileReader.read(target.path) }
            var result = check(bytes, target)
            guard action == .fix, let mended = result.mended else { return result }
            result.mended = nil
            do throws(FileProblem) {
                try FileWriter.replace(target.path, with: mended)
                return result
            } catch {
                // The file is as it was, and so are its findings.
                return failed(error.reason, CheckWorker(action: .report, unsafe: unsafe, output: output).check(bytes, target))
            }
        } catch {
            return failed(error.reason, Result(target.path))
        }
    }

    private func failed(_ reason: String, _ result: Result) -> Result {
        var result = result
        result.summary.failures = 1
        result.file.problem = reason
        return result
    }

    /// Checks a text.
    func check(_ bytes: [UInt8], _ target: CheckTarget, isNamed: Bool = true) -> Result {
        let fileName = isNamed ? Self.lastPart(target.path) : nil
        let (change, gate) = target.gate()
        guard action != .report else {
            let profile = Profile(parsing: bytes)
            let found = target.linter.check(profile, fileName: fileName, change: change)
            return report(gate.outcome(found, in: profile), profile, target)
        }
        let outcome = Mender(target.linter, unsafe: unsafe).mend(bytes, fileName: fileName, change: change, gate: gate)
        let isChanged = outcome.bytes != bytes
        var result = Result(target.path)
        if action == .diff {
            result.difference = UnifiedDiff.text(bytes, outcome.bytes, path: target.path)
        } else {
            result = report(outcome.gated, Profile(parsing: outcome.bytes), target)
            result.summary.mended = outcome.applied.count
            result.summary.filesMended = isChanged ? 1 : 0
            result.file.mended = outcome.applied
            result.mended = isChanged ? outcome.bytes : nil
        }
        return complaint(outcome.verdict).map { failed($0, result) } ?? result
    }

    private func complaint(_ verdict: Mender.Outcome.Verdict) -> String? {
        switch verdict {
        case .settled: nil
        case .goesInCircles(let rules):
            "the fixes of \(rules.joined(separator: ", ")) undo each other, so nothing was written. Please report this as a bug."
        case .notEquivalent(let rules):
            "the fixes of \(rules.joined(separator: ", ")) would move a note to another text, so nothing was written. Please report this as a bug."
        }
    }

    private func report(_ outcome: FindingGate.Outcome, _ profile: Profile, _ target: CheckTarget) -> Result {
        var result = report(outcome.passed, profile, target.path, failOn: target.failOn)
        result.summary.held = outcome.held
        result.taken = Taken(root: target.root, unused: outcome.left.unused, gone: target.page.goneTaken(until: outcome.left))
        return result
    }

    /// What is to be printed of a text's findings.
    func report(_ findings: [Finding], _ profile: Profile, _ path: String, failOn: Settings.Threshold = .warning) -> Result {
        var result = Result(path)
        result.summary.add(findings, failOn: failOn)
        if output.wantsFindings { result.file.place = RealPath.inRepository(path) }
        guard !findings.isEmpty else { return result }
        if output.wantsExcerpts {
            result.file.excerpts = TextReport(color: output.color).excerpts(findings, profile.bytes, profile.lines, path: path)
        }
        if output.wantsFindings {
            result.file.findings = ReportedFinding.of(
                findings, in: profile, path: path, place: result.file.place, failOn: failOn)
        }
        return result
    }
}
