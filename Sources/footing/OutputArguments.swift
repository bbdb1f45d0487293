import ArgumentParser
import Linting
import Reporting

/// A format, and the file that a report in it is written to; without one it goes to the standard output.
struct OutputTarget: ExpressibleByArgument, Hashable {
    let format: OutputFormat
    var file: String?

    init(_ format: OutputFormat, file: String? = nil) {
        self.format = format
        self.file = file
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let format = parts.first.flatMap({ OutputFormat(rawValue: String($0)) }) else { return nil }
        if parts.count == 2, parts[1].isEmpty { return nil }
        self.init(format, file: parts.count == 2 ? String(parts[1]) : nil)
    }

    static let allValueStrings = OutputFormat.allCases.map(\.rawValue)
    static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}

/// The options on what a check prints, and where.
struct OutputArguments: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "How findings are printed; with a file, such as sarif=report.sarif, it is written there. May be given again. [variable: \(Variable.outputFormat.rawValue)] (default: text)",
            valueName: "format"))
    var outputFormat: [OutputTarget] = []

    @Option(
        help: ArgumentHelp(
            "Write the report that would go to the standard output into this file. [variable: \(Variable.outputFile.rawValue)]",
            valueName: "file"), completion: .file())
    var outputFile: String?

    @Flag(help: "Count the findings of each rule, in text or json, and do not list them.")
    var statistics = false

    @Option(
        help: ArgumentHelp(
            "Show this many findings and count the rest, in text, concise, github and markdown.", valueName: "number"))
    var maxFindings: Int?

    @Flag(help: "Say with --fix which fixes were written.")
    var showFixes = false

    @Flag(name: .shortAndLong, help: "Print the findings, and no summary.")
    var quiet = false

    @Option(help: "Whether the standard output has colours; files have none.")
    var color = Terminal.Color.auto

    func validate() throws {
        if let maxFindings, maxFindings < 0 { throw ValidationError("--max-findings needs a number from 0 up.") }
        _ = try targets()
    }

    /// The reports to write. Throws `ValidationError` for those that cannot be had together.
    func targets() throws -> [OutputTarget] {
        var targets = outputFormat.isEmpty ? try Self.named(by: .outputFormat) : outputFormat
        if targets.isEmpty { targets = [OutputTarget(.text)] }
        let open = targets.indices.filter { targets[$0].file == nil }
        if let outputFile {
            guard open.count == 1 else {
                throw ValidationError(
                    "--output-file is for one report; give each its own file, such as --output-format sarif=report.sarif.")
            }
            targets[open[0]].file = outputFile
        } else if let file = Variable.outputFile.value, open.count == 1 {
            targets[open[0]].file = file
        }
        let printed = targets.filter { $0.file == nil }
        guard printed.count < 2 || printed.allSatisfy(\.format.isLines) else {
            throw ValidationError(
                "Only one of these reports can go to the standard output; give the others files, such as --output-format sarif=report.sarif."
            )
        }
        let files = targets.compactMap(\.file)
        guard Set(files).count == files.count, Set(printed).count == printed.count else {
            throw ValidationError("Two reports cannot go to one place.")
        }
        guard !statistics || targets.allSatisfy({ $0.format == .text || $0.format == .json }) else {
            throw ValidationError("--statistics prints text or json.")
        }
        return targets
    }

    private static func named(by variable: Variable) throws -> [OutputTarget] {
        try (variable.value ?? "").split(separator: ",").map { name in
            guard let target = OutputTarget(argument: String(name)) else {
                throw ValidationError(
                    "\(variable.rawValue) has \"\(name)\". Known formats: \(OutputTarget.allValueStrings.joined(separator: ", "))."
                )
            }
            return target
        }
    }
}

extension Settings.Threshold: ExpressibleByArgument {}

/// The options on when a check fails.
struct VerdictArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The least severity that fails a run; wins over fail_on in the settings. [variable: \(Variable.failOn.rawValue)]",
            valueName: "severity"))
    var failOn: Settings.Threshold?

    @Flag(help: "Exit with 0 also where there are findings.")
    var exitZero = false

    @Flag(help: "Exit with 1 where something was mended, also if nothing is left.")
    var exitNonZeroOnFix = false

    func validate() throws { _ = try threshold() }

    /// What wins over the settings. Throws `ValidationError` for a variable that says nothing known.
    func threshold() throws -> Settings.Threshold? {
        if let failOn { return failOn }
        guard let name = Variable.failOn.value else { return nil }
        guard let threshold = Settings.Threshold(rawValue: name) else {
            throw ValidationError("\(Variable.failOn.rawValue) has \"\(name)\". Known: advice, warning, error, never.")
        }
        return threshold
    }
}
