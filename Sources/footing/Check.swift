import ArgumentParser
import Linting
import ProfileFacts
import ProfileFiles
import ProfileSyntax
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
              footing check --output-format concise --output-format sarif=report.sarif
              footing check --statistics
              footing check - --stdin-filename belarus.md < draft.md

            Safe fixes write what the text already asserts; unsafe ones need your judgement. \
            With --fix the files are written in place; from the standard input, the mended text goes to the standard output.
            """)

    @OptionGroup var arguments: PathArguments
    @OptionGroup(title: "Settings") var settings: SettingsArguments
    @OptionGroup(title: "Changes") var change: ChangeArguments
    @OptionGroup(title: "Baseline") var baseline: BaselineArguments
    @OptionGroup(title: "Reports") var output: OutputArguments
    @OptionGroup(title: "Exit code") var verdict: VerdictArguments

    @Flag(help: "Mend what the text proves, in place.")
    var fix = false

    @Flag(help: "Apply fixes too that need your judgement (implies --fix unless --diff is given).")
    var unsafeFixes = false

    @Flag(help: "Show what --fix would change, and write nothing.")
    var diff = false

    @Option(
        parsing: .singleValue, help: "Check this rule or group only. May be given again, or hold a list with commas.",
        completion: .list(Catalogue.names))
    var select: [String] = []

    @Option(
        parsing: .singleValue, help: "Leave out this rule or group. May be given again, or hold a list with commas.",
        completion: .list(Catalogue.names))
    var ignore: [String] = []

    @Flag(help: "Show the settings that hold for the path, and where each is from; check nothing. Text or json.")
    var showSettings = false

    func run() async throws {
        if showSettings { return try SettingsPage(self).print() }
        let action: CheckWorker.Action = diff ? .diff : fix || unsafeFixes ? .fix : .report
        let worker = CheckWorker(action: action, unsafe: unsafeFixes, output: try CheckOutput(output))
        if arguments.isStandardInput { return try checkStandardInput(worker) }

        async let references: Void = References.prepare()
        var plan = try await CheckPlan(arguments, settings, change, baseline, try RuleSelection(named: select, without: ignore))
        try settle(&plan)
        if plan.isBroken { try stop(plan.faults, worker) }
        await references
        let results = await Parallel.map(plan.targets) { worker.check($0) }
        let isStale =
            select.isEmpty && ignore.isEmpty
            && plan.saysStale(results.compactMap(\.taken), arguments, change, isStrict: baseline.strictBaseline)
        try finish(results, worker, failures: plan.failures, isStale: isStale)
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
        if diff, output.statistics || output.outputFile != nil || output.outputFormat.contains(where: { $0.format != .text }) {
            throw ValidationError("--diff prints a difference and no report; leave the options on reports out.")
        }
    }

    /// Puts what the options say over the settings. Throws `ValidationError` where a report would be written over a profile.
    private func settle(_ plan: inout CheckPlan) throws {
        if let threshold = try verdict.threshold() {
            for index in plan.targets.indices { plan.targets[index].failOn = threshold }
        }
        let reports = Set(try output.targets().compactMap { $0.file.flatMap(RealPath.of) })
        guard !reports.isEmpty else { return }
        if let profile = plan.targets.first(where: { RealPath.of($0.path).map(reports.contains) ?? false }) {
            throw ValidationError("\(profile.path) is checked, so no report is written over it.")
        }
    }

    /// Tells what is wrong with the settings; nothing else can be told then.
    private func stop(_ faults: [SettingsFault], _ worker: CheckWorker) throws -> Never {
        let results = faults.map { worker.report($0.findings, Profile(parsing: $0.bytes), $0.path) }
        var run = report(results, failures: 0)
        run.isQuiet = true
        _ = try worker.output.write(run)
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
        var plan = try CheckPlan(
            standardInput: arguments.stdinFilename, settings, baseline, try RuleSelection(named: select, without: ignore))
        try settle(&plan)
        if plan.isBroken { try stop(plan.faults, worker) }
        // What the settings exclude is no target.
        let results = plan.targets.map { worker.check(bytes, $0, isNamed: arguments.stdinFilename != nil) }
        if worker.action == .fix { Terminal.write(results.first?.mended ?? bytes, to: 1) }
        try finish(results, worker, failures: plan.failures, to: worker.action == .fix ? 2 : 1)
    }

    private func report(_ results: [CheckWorker.Result], failures: Int) -> RunReport {
        var summary = Summary()
        summary.failures = failures
        for result in results { summary.add(result.summary) }
        var run = RunReport(results.map(\.file), summary, version: Footing.version)
        run.limit = output.statistics ? nil : output.maxFindings
        run.showsFixes = output.showFixes
        run.isQuiet = output.quiet
        return run
    }

    /// Prints what came of a run, and ends it with the exit code that this has.
    private func finish(
        _ results: [CheckWorker.Result], _ worker: CheckWorker, failures: Int, isStale: Bool = false, to descriptor: Int32 = 1
    ) throws {
        for file in results.map(\.file) {
            if let problem = file.problem { Terminal.say(FileProblem(file.path, problem)) }
        }
        let run = report(results, failures: failures)
        var isBroken = run.summary.failures > 0
        let changed = results.count { !$0.difference.isEmpty }
        if diff {
            for result in results where !result.difference.isEmpty { Terminal.write(result.difference, to: descriptor) }
            if !output.quiet {
                Terminal.say(
                    changed == 0 ? "Nothing to mend." : "\(changed) of \(Words.count(results.count, "file")) would be mended.")
            }
        } else {
            isBroken = try !worker.output.write(run, to: descriptor) || isBroken
        }
        if isBroken { throw ExitCode.broken }
        guard !verdict.exitZero else { return }
        let isMended = verdict.exitNonZeroOnFix && run.summary.mended > 0
        if isStale || isMended || (diff ? changed > 0 : run.summary.hasFailingFindings) { throw ExitCode.findings }
    }
}
