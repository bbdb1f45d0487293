import ArgumentParser
import Linting
import ProfileFiles
import ProfileSyntax

/// `footing baseline`
struct BaselineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline",
        abstract: "Let today's findings stand, so that only new ones are reported.",
        discussion: """
            A baseline is a file, usually Config/baseline.yml, that footing check heeds. An entry is a rule, a path and a hash of the \
            paragraph without its digits: it survives moves, renumbering, renaming and edits elsewhere.

            Examples:
              footing baseline write
              footing baseline compare
              footing baseline prune
            """,
        subcommands: [BaselineWrite.self, BaselinePrune.self, BaselineCompare.self])
}

/// What the baseline commands have in common.
struct BaselineScope: ParsableArguments {
    @OptionGroup var arguments: PathArguments
    @OptionGroup var settings: SettingsArguments

    @Option(help: ArgumentHelp("The baseline (default: Config/baseline.yml).", valueName: "file"))
    var baseline: String?

    /// One folder's baseline, as it is and as the profiles have it now.
    struct Comparison {
        /// As people read it.
        let path: String
        let known: Baseline
        /// What is found now in the profiles that were checked.
        let found: Baseline
        /// The entries of paths that the run speaks of: those checked, and those gone.
        let concerned: Baseline
        /// The entries that are still found; of renamed profiles under their new path.
        let kept: Baseline
        /// Entries that are no longer found.
        let gone: Baseline
    }

    /// Checks the profiles, and holds what is found against the baselines. Throws `ExitCode` where something cannot be read.
    func compare() async throws -> [Comparison] {
        let plan = try await CheckPlan(arguments, settings)
        try Self.stop(on: plan.faults)
        if plan.isBroken { throw ExitCode.broken }
        let read = await Parallel.map(plan.targets, Self.check)
        for case .failure(let problem) in read { Terminal.say(problem) }
        let checked = read.compactMap { try? $0.get() }
        guard plan.failures == 0, checked.count == read.count else {
            Terminal.say("error: Not all profiles could be read, so the baseline was left alone.")
            throw ExitCode.broken
        }
        return try plan.settled.values.sorted { $0.root < $1.root }.map { folder in
            try comparison(checked.filter { $0.target.root == folder.root }, folder)
        }
    }

    /// What is found in a profile.
    private struct Checked: Sendable {
        let target: CheckTarget
        let keys: [FindingKey]
    }

    /// Checks a profile. One that is not UTF-8 fails: were that to stand, nothing of the profile would be checked any more.
    private static func check(_ target: CheckTarget) -> Result<Checked, FileProblem> {
        Result { () throws(FileProblem) in
            let profile = Profile(parsing: try ProfileArgument.bytes(target.path))
            let name = CheckWorker.lastPart(target.path)
            return Checked(target: target, keys: FindingKey.of(target.linter.check(profile, fileName: name), in: profile))
        }
    }

    private func comparison(_ read: [Checked], _ folder: SettledFolder) throws -> Comparison {
        let path = baseline ?? folder.baselinePath
        let known = try Self.read(path, mayBeMissing: true)
        let checked = Set(read.map(\.target.rootPath))
        func isGone(_ path: String) -> Bool { !FileReader.isThere(folder.root + "/" + path) }
        let concerned = known.filter { checked.contains($0) || isGone($0) }
        var (found, kept, left) = (Baseline(), Baseline(), concerned)
        // A profile's own entries first; those of paths that are gone are for what is left.
        var others: [(FindingKey, String)] = []
        for (target, keys) in read.map({ ($0.target, $0.keys) }) {
            for key in keys {
                found.add(key, path: target.rootPath)
                if left.take(key, of: [target.rootPath]) {
                    kept.add(key, path: target.rootPath)
                } else {
                    others.append((key, target.rootPath))
                }
            }
        }
        let gone = concerned.paths.filter(isGone)
        for (key, path) in others where left.take(key, of: gone) { kept.add(key, path: path) }
        return Comparison(path: path, known: known, found: found, concerned: concerned, kept: kept, gone: left)
    }

    /// Reads a baseline. Throws `ExitCode` where it cannot be read.
    static func read(_ path: String, mayBeMissing: Bool = false) throws -> Baseline {
        if mayBeMissing, !FileReader.isThere(path) { return Baseline() }
        do throws(FileProblem) {
            let bytes = try FileReader.read(path)
            let (known, findings) = Baseline.read(bytes)
            try? stop(on: findings.isEmpty ? [] : [.init(path: RealPath.shown(path), bytes: bytes, findings: findings)])
            if !findings.isEmpty { throw FileProblem(RealPath.shown(path), "it is no baseline") }
            return known
        } catch {
            Terminal.say(FileProblem(RealPath.shown(error.path), error.reason))
            throw ExitCode.broken
        }
    }

    private static func stop(on faults: [SettingsFault]) throws {
        guard !faults.isEmpty else { return }
        for fault in faults { Terminal.say(fault.text) }
        throw ExitCode.broken
    }

    /// Writes a baseline; an empty one is no file. Throws `ExitCode`.
    static func write(_ baseline: Baseline, to path: String) throws {
        do throws(FileProblem) {
            if let slash = path.lastIndex(of: "/") { FileWriter.createFolder(String(path[..<slash])) }
            try FileWriter.create(path, Array(baseline.text.utf8))
        } catch {
            Terminal.say(error)
            throw ExitCode.broken
        }
    }
}

/// `footing baseline write`
struct BaselineWrite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write all that is found now into the baseline.",
        discussion: "Entries of profiles that are not named stay as they are.")

    @OptionGroup var scope: BaselineScope

    func run() async throws {
        for comparison in try await scope.compare() {
            var new = comparison.known.subtracting(comparison.concerned)
            new.add(comparison.found)
            try BaselineScope.write(new, to: comparison.path)
            Terminal.say("\(RealPath.shown(comparison.path)) holds \(Words.count(new.count, "finding")).")
        }
    }
}

/// `footing baseline prune`
struct BaselinePrune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Take away what is no longer found; add nothing.",
        discussion: "Entries of renamed profiles are written under the new path.")

    @OptionGroup var scope: BaselineScope

    func run() async throws {
        for comparison in try await scope.compare() where FileReader.isThere(comparison.path) {
            var new = comparison.known.subtracting(comparison.concerned)
            new.add(comparison.kept)
            if new != comparison.known { try BaselineScope.write(new, to: comparison.path) }
            let taken = comparison.known.count - new.count
            Terminal.say(
                "\(RealPath.shown(comparison.path)): took \(Words.count(taken, "finding")) away, \(new.count) left.")
        }
    }
}

/// `footing baseline compare`
struct BaselineCompare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Show what is new and what is gone since the baseline was written.",
        discussion: """
            One line an entry: + is new, - is no longer there. Exit code 1 where anything differs.

            Examples:
              footing baseline compare
              footing baseline compare --to ../main/Config/baseline.yml
            """)

    @OptionGroup var scope: BaselineScope

    @Option(help: ArgumentHelp("Compare the baseline with another one, and check nothing.", valueName: "file"))
    var to: String?

    func run() async throws {
        var differences: [(old: Baseline, new: Baseline)] = []
        if let to {
            var files = SettingsFiles(scope.settings)
            let own = scope.baseline ?? files.settings(for: scope.arguments.paths.first ?? ".").baselinePath
            differences = [(try BaselineScope.read(own), try BaselineScope.read(to))]
        } else {
            differences = try await scope.compare().map { ($0.gone, $0.found.subtracting($0.kept)) }
        }
        var hasDifference = false
        for (old, new) in differences {
            let lines = [("+", new.subtracting(old)), ("-", old.subtracting(new))].flatMap { sign, entries in
                entries.entries.map { (path: $0.key.rule, sign: sign, entry: $0) }
            }
            for line in lines.sorted(by: { ($0.entry.path, $0.sign, $0.path) < ($1.entry.path, $1.sign, $1.path) }) {
                hasDifference = true
                Terminal.print("\(line.sign) \(line.entry.path) \(line.entry.key.rule) \(line.entry.count)\n")
            }
        }
        if hasDifference { throw ExitCode.findings }
        Terminal.say("Nothing differs.")
    }
}
