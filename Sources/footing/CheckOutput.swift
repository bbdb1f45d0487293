import Linting
import ProfileFiles
import Reporting

/// Writes the reports of a run: the one place from which a check prints.
struct CheckOutput: Sendable {
    let targets: [OutputTarget]
    let color: Bool
    let statistics: Bool

    init(_ arguments: OutputArguments) throws {
        targets = try arguments.targets()
        statistics = arguments.statistics
        color = Terminal.usesColor(arguments.color) && targets.contains { $0.file == nil }
    }

    /// Whether findings are to be made text, and whether programs are to be told of them.
    var wantsExcerpts: Bool { !statistics && targets.contains { $0.format == .text } }
    var wantsFindings: Bool { !statistics && targets.contains { $0.format != .text } }

    /// Writes all reports; whether each was written. What goes to the standard output is written to a descriptor.
    func write(_ run: RunReport, to descriptor: Int32 = 1) throws -> Bool {
        var isWritten = true
        for target in targets {
            let text = try text(run, target)
            guard let file = target.file else {
                if !Terminal.write(text, to: descriptor) {
                    Terminal.say(FileProblem("the standard output", "the report could not be written"))
                    isWritten = false
                }
                continue
            }
            do throws(FileProblem) {
                if let slash = file.lastIndex(of: "/") { FileWriter.createFolder(String(file[..<slash])) }
                try FileWriter.create(file, Array(text.utf8))
            } catch {
                Terminal.say(error)
                isWritten = false
            }
        }
        // Where no report is shown, people still learn how it went.
        if !run.isQuiet, !targets.contains(where: { $0.file == nil }) { Terminal.say(run.summary.line) }
        return isWritten
    }

    private func text(_ run: RunReport, _ target: OutputTarget) throws -> String {
        let isColored = color && target.file == nil
        guard statistics else {
            let text = try target.format.text(run, color: isColored)
            return color && !isColored && target.format == .text ? Paint.plain(text) : text
        }
        let statistics = Statistics(run.summary)
        return target.format == .json ? try JSONText.pretty(statistics) : statistics.text() + run.closing
    }
}
