import ArgumentParser
import Linting
import ProfileFiles
import Reporting

/// `footing check`
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what is wrong in profiles, and mend it.",
        discussion: """
            Examples:
              footing check
              footing check Profiles/mine-ban-policy/belarus.md --select footnotes
              footing check --fix
              footing check --diff --unsafe-fixes
              footing check --output-format json Profiles
              footing check - --stdin-filename belarus.md < draft.md

            Safe fixes write what the text already asserts; unsafe ones need your judgement. \
            With --fix the files are written in place; from the standard input, the mended text goes to the standard output.
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var arguments: PathArguments
    @OptionGroup var settings: SettingsArguments
    @OptionGroup var change: ChangeArguments
    @OptionGroup var baseline: BaselineArguments

    @Flag(help: "Mend what the text proves, in place.")
    var fix = false

    @Flag(help: "Apply fixes too that need your judgement (implies --fix unless --diff is given).")
    var unsafeFixes = false

    @Flag(help: "Show what --fix would change, and write nothing.")
    var diff = false

    @Option(parsing: .singleValue, help: "Check this rule or group only. May be given again, or hold a list with commas.")
    var select: [String] = []

    @Option(parsing: .singleValue, help: "Leave out this rule or group. May be given again, or hold a list with commas.")
    var ignore: [String] = []

    @Option(help: "text or json.")
    var outputFormat = OutputFormat.text

    @Option(help: "auto, always or never.")
    var color = Terminal.Color.auto

    func run() async throws {
        let worker = CheckWorker(
            action: diff ? .diff : fix || unsafeFixes ? .fix : .report, unsafe: unsafeFixes,
            format: outputFormat, color: Terminal.usesColor(color))
        if arguments.isStandardInput { return try checkStandardInput(worker) }

        let plan = try await CheckPlan(arguments, settings, change, baseline, try RuleSelection(named: select, without: ignore))
        if plan.isBroken { try stop(plan.faults.map { worker.report($0.findings, $0.bytes, $0.path) }) }
        let results = await Parallel.map(plan.targets) { worker.check($0) }
        let isStale =
            select.isEmpty && ignore.isEmpty
            && plan.saysStale(results.compactMap(\.taken), arguments, change, isStrict: baseline.strictBaseline)
        var summary = Summary()
        summary.failures = plan.failures
        try finish(results, &summary)
        if isStale { throw ExitCode.findings }
    }

    func validate() throws {
        if change.staged, fix || unsafeFixes, !diff {
            throw ValidationError(
                "--staged checks what git holds, and a fix writes files. Mend with footing check --fix, then git add what it mended."
            )
        }
        if change.isGiven, arguments.isStandardInput {
            throw ValidationError("--since and --staged need files; the standard input has no past.")
        }
    }

    /// Tells what is wrong with the settings; nothing else can be told then.
    private func stop(_ results: [CheckWorker.Result]) throws -> Never {
        if outputFormat == .json {
            Terminal.write(try JSONReport.text(results.flatMap(\.entries)), to: 1)
        } else {
            for result in results { Terminal.print(result.text) }
        }
        Terminal.say("Nothing was checked: the settings have to be put right first.")
        throw ExitCode.broken
    }

    private func checkStandardInput(_ worker: CheckWorker) throws {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReader.readStandardInput()
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
        let plan = try CheckPlan(
            standardInput: arguments.stdinFilename, settings, baseline, try RuleSelection(named: select, without: ignore))
        if plan.isBroken { try stop(plan.faults.map { worker.report($0.findings, $0.bytes, $0.path) }) }
        guard let target = plan.targets.first else { return Terminal.write(worker.action == .fix ? bytes : [], to: 1) }
        let result = worker.check(bytes, target, isNamed: arguments.stdinFilename != nil)
        if worker.action == .fix { Terminal.write(result.mended ?? bytes, to: 1) }
        var summary = Summary()
        summary.failures = plan.failures
        try finish([result], &summary, reportTo: worker.action == .fix ? 2 : 1)
    }

    private func finish(_ results: [CheckWorker.Result], _ summary: inout Summary, reportTo file: Int32 = 1) throws {
        for result in results {
            summary.add(result.summary)
            for line in result.said { Terminal.say(line) }
        }
        switch outputFormat {
        case .json where !diff:
            Terminal.write(try JSONReport.text(results.flatMap(\.entries)), to: file)
        default:
            for result in results where !result.text.isEmpty { Terminal.write(result.text, to: file) }
            if diff {
                let changed = results.count { !$0.text.isEmpty }
                Terminal.say(changed == 0 ? "Nothing to mend." : "\(changed) of \(results.count) files would be mended.")
            } else {
                Terminal.write(summary.line + "\n", to: file)
            }
        }
        if summary.failures > 0 { throw ExitCode.broken }
        if diff ? results.contains(where: { !$0.text.isEmpty }) : summary.hasFailingFindings { throw ExitCode.findings }
    }
}
