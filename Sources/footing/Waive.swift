import ArgumentParser
import Linting
import ProfileFiles
import ProfileSyntax

/// `footing waive`
struct Waive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "Let findings stand: write a waiver, with the reason, above each.",
        discussion: """
            A waiver is a comment above the block, <!-- footing-ignore rule: reason -->, or in the front matter, \
            # footing-ignore rule: reason. Where many findings of a repository are to stand for now, a baseline does: \
            footing baseline write.

            Examples:
              footing waive Profiles/mine-ban-policy/belarus.md --select footnote-undefined --reason "embargoed until May"
              footing waive --since main --select figure-unsourced --reason "the ministry's correction of 3 May"
            """)

    @OptionGroup var arguments: PathArguments
    @OptionGroup var settings: SettingsArguments

    @Option(help: ArgumentHelp("Waive what was brought since this revision.", valueName: "revision"))
    var since: String?

    @Option(parsing: .singleValue, help: "Waive this rule or group. May be given again, or hold a list with commas.")
    var select: [String]

    @Option(help: "Why the findings may stand.")
    var reason: String

    func validate() throws {
        try ChangeArguments.check(since)
        if select.isEmpty { throw ValidationError("Name the rules to waive with --select.") }
        if reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("A waiver needs a reason that tells the next editor something.")
        }
        if arguments.isStandardInput { throw ValidationError("A waiver is written into a file; name it.") }
    }

    func run() async throws {
        var change = ChangeArguments()
        change.since = since
        change.staged = false
        let plan = try await CheckPlan(arguments, settings, change, nil, try RuleSelection(named: select, without: []))
        var (waived, files, failures) = (0, 0, plan.failures)
        for fault in plan.faults { Terminal.say(fault.text) }
        guard !plan.isBroken else { throw ExitCode.broken }
        for target in plan.targets {
            do throws(FileProblem) {
                let count = try waive(target)
                waived += count
                files += count > 0 ? 1 : 0
            } catch {
                Terminal.say(error)
                failures += 1
            }
        }
        Terminal.say("Waived \(Words.count(waived, "finding")) in \(Words.count(files, "file")).")
        if failures > 0 { throw ExitCode.broken }
    }

    /// Writes waivers for what is found in a file; gives how many findings they waive. Throws ``FileProblem`` where waivers
    /// would not do.
    private func waive(_ target: CheckTarget) throws(FileProblem) -> Int {
        let bytes = try ProfileArgument.bytes(target.path)
        let (change, gate) = target.gate()
        func findings(_ bytes: [UInt8]) -> [Finding] {
            let profile = Profile(parsing: bytes)
            let found = target.linter.check(profile, fileName: CheckWorker.lastPart(target.path), change: change)
            return gate.outcome(found, in: profile).passed.filter { !$0.rule.hasPrefix("waiver-") }
        }
        let found = findings(bytes)
        guard !found.isEmpty else { return 0 }
        let text = WaiverWriter.waive(found, in: bytes, reason: reason)
        guard findings(text).isEmpty else {
            throw FileProblem(target.path, "waivers would not cover all that is found here, so it was left alone")
        }
        try FileWriter.replace(target.path, with: text)
        return found.count
    }
}
