import ArgumentParser
import Linting
import ProfileFacts
import ProfileFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The options on settings, as they are named on every command that takes profiles.
struct SettingsArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The settings; otherwise the nearest Config/footing.yml in a profile's folder or above it. [variable: \(Variable.config.rawValue)]",
            valueName: "file"), completion: .file())
    var config: String?

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp(
            "A setting that wins over those of the files, such as 'footnotes: {form: bracket}'. May be given again.",
            valueName: "setting"))
    var overriding: [String] = []

    @Flag(help: "Leave out what the settings exclude also where it is named, as hooks do.")
    var forceExclude = false

    /// Whether the settings exclude a file; one that is named is only left out where that is forced.
    func leavesOut(_ file: String, named: Set<String>, _ place: SettledFile) -> Bool {
        guard forceExclude || !named.contains(file), let path = place.path else { return false }
        return place.settings.excludes(path)
    }

    /// The files that the settings do not exclude. Throws `ExitCode` where the settings cannot be read.
    func kept(_ files: [String], of arguments: PathArguments) throws -> [String] {
        var settings = SettingsFiles(self)
        let named = Set(arguments.paths)
        let kept = files.filter { !leavesOut($0, named: named, settings.settled($0)) }
        try settings.stopIfBroken()
        return kept
    }
}

/// The options on the baseline.
struct BaselineArguments: ParsableArguments {
    @Option(help: ArgumentHelp("Findings that may stand (default: Config/baseline.yml, where it is there).", valueName: "file"))
    var baseline: String?

    @Flag(help: "Report also what the baseline holds.")
    var noBaseline = false

    @Flag(help: "Fail where the baseline holds entries that are no longer found.")
    var strictBaseline = false
}

/// One profile to check, with all that is settled for it.
struct CheckTarget: Sendable {
    /// As the user names it.
    let path: String
    /// The folder whose settings hold for it.
    let root: String
    /// Its path below that folder.
    let rootPath: String
    let linter: Linter
    /// The least severity that fails a run.
    var failOn: Settings.Threshold
    /// The text where it is not the file's.
    var text: [UInt8]?
    /// The text before the change, and the file's name then.
    var before: (text: [UInt8], name: String)?
    var page = Baseline.Page()

    /// The part of the rules on changes, and what is let through.
    func gate() -> (change: Change?, gate: FindingGate) {
        let change = before.map { Change(before: $0.text, today: .today, options: linter.options) }
        guard change != nil || !page.isEmpty else { return (nil, .open) }
        return (change, FindingGate(linter, change: change, fileName: before?.name, baseline: page))
    }
}

/// What a run checks, worked out before the first profile is read.
struct CheckPlan: Sendable {
    var targets: [CheckTarget] = []
    /// Paths that could not be followed.
    var failures = 0
    /// What is wrong with the settings and baselines, and whether anything is: then nothing is checked.
    private(set) var faults: [SettingsFault] = []
    private(set) var isBroken = false
    /// The baselines, by the folders whose settings name them, with the entries of paths that are gone.
    private(set) var baselines: [String: (known: Baseline, gone: Baseline)] = [:]
    private(set) var settled: [String: SettledFolder] = [:]

    /// Plans a run over paths, and says what is wrong with them. Throws `ExitCode` where git cannot tell what changed.
    init(
        _ paths: PathArguments, _ settings: SettingsArguments, _ change: ChangeArguments? = nil,
        _ baseline: BaselineArguments? = nil,
        _ selection: RuleSelection = .all
    ) async throws {
        var files = SettingsFiles(settings)
        let changed = try await Self.files(paths, change, &failures)
        let explicit = Set(paths.paths)
        var linters = Linters(selection)
        for file in changed {
            let place = files.settled(file.path)
            let folder = place.folder
            if let path = place.path, folder.settings.excludes(path), settings.forceExclude || !explicit.contains(file.path) {
                continue
            }
            settled[folder.root] = folder
            targets.append(
                CheckTarget(
                    path: file.path, root: folder.root, rootPath: place.path ?? file.path,
                    linter: linters.linter(for: place),
                    failOn: folder.settings.failOn ?? .warning, text: file.staged,
                    before: file.before.map { ($0, CheckWorker.lastPart(file.earlierPath)) }))
        }
        // Settings that hold for no profile are still read, so that a mistake in them is told.
        if targets.isEmpty { _ = files.settings(for: paths.paths.first ?? ".") }
        finish(files, baseline)
    }

    /// Plans the check of the standard input, under the name that it goes by.
    init(
        standardInput name: String?, _ settings: SettingsArguments, _ baseline: BaselineArguments, _ selection: RuleSelection
    ) throws {
        var files = SettingsFiles(settings)
        var linters = Linters(selection)
        let place = files.settled(name ?? ".")
        let folder = place.folder
        settled[folder.root] = folder
        if name.map({ settings.leavesOut($0, named: [$0], place) }) != true {
            targets = [
                CheckTarget(
                    path: name ?? ProfileArgument.standardInput, root: folder.root,
                    rootPath: name.flatMap { _ in place.path } ?? ProfileArgument.standardInput,
                    linter: linters.linter(for: place), failOn: folder.settings.failOn ?? .warning)
            ]
        }
        finish(files, baseline)
    }

    private mutating func finish(_ files: SettingsFiles, _ baseline: BaselineArguments?) {
        faults = files.faults
        for problem in files.problems { Terminal.say(problem) }
        if let baseline, !baseline.noBaseline { readBaselines(baseline.baseline) }
        isBroken = isBroken || !faults.isEmpty || !files.problems.isEmpty
    }

    /// The files that paths name, all or those of a change.
    private static func files(_ paths: PathArguments, _ change: ChangeArguments?, _ failures: inout Int) async throws
        -> [ChangedFile]
    {
        guard let change, change.isGiven else {
            let (files, problems) = await paths.files()
            failures += problems
            return files.map { ChangedFile(path: $0, staged: nil, before: nil, earlierPath: $0) }
        }
        do throws(GitProblem) {
            let (files, problems) = try await ChangedFile.find(in: paths.paths.isEmpty ? ["Profiles"] : paths.paths, change)
            for problem in problems { Terminal.say(problem) }
            failures += problems.count
            return files
        } catch {
            Terminal.say("error: \(error.reason).")
            throw ExitCode.broken
        }
    }

    private mutating func readBaselines(_ named: String?) {
        for (root, folder) in settled {
            let path = named ?? folder.baselinePath
            // The usual file need not be there; one that is named must be.
            if named == nil, folder.settings.baseline == nil, !FileReader.isThere(path) { continue }
            do throws(FileProblem) {
                let bytes = try FileReader.read(path)
                let (known, findings) = Baseline.read(bytes)
                if !findings.isEmpty { faults.add(.init(path: RealPath.shown(path), bytes: bytes, findings: findings)) }
                baselines[root] = (known, known.filter { !FileReader.isThere(root + "/" + $0) })
            } catch {
                addUnreadable(path, error.reason, named == nil ? folder : nil)
            }
        }
        let gone = baselines.mapValues { $0.gone.merged }
        for index in targets.indices {
            let root = targets[index].root
            targets[index].page = baselines[root]?.known.page(of: targets[index].rootPath, gone: gone[root] ?? [:]) ?? .init()
        }
    }

    /// Tells of a baseline that cannot be read, at its place in the settings where these name it.
    private mutating func addUnreadable(_ path: String, _ reason: String, _ folder: SettledFolder?) {
        let way =
            "baseline.file cannot be read: \(reason). Its path is relative to the folder that holds Config; footing baseline write writes it."
        if let fault = folder?.fault(\.baseline, way) { return faults.add(fault) }
        Terminal.say(FileProblem(RealPath.shown(path), "this baseline cannot be read: \(reason)"))
        isBroken = true
    }

    /// Whether a strict run finds entries of the baselines that nothing took – of the profiles that were checked, and of files
    /// that are gone from the folders that were – and says so.
    func saysStale(_ taken: [CheckWorker.Taken], _ paths: PathArguments, _ change: ChangeArguments, isStrict: Bool) -> Bool {
        // A change takes no entries for what was there before it.
        guard change.since == nil else { return false }
        let strict = baselines.keys.filter { isStrict || settled[$0]?.settings.isBaselineStrict == true }
        let stale = strict.reduce(0) { $0 + self.stale(taken, root: $1, paths, change) }
        guard stale > 0 else { return false }
        Terminal.say(
            "error: The baseline has \(stale) \(stale == 1 ? "entry" : "entries") no longer found. Take \(stale == 1 ? "it" : "them") away with footing baseline prune."
        )
        return true
    }

    private func stale(_ taken: [CheckWorker.Taken], root: String, _ paths: PathArguments, _ change: ChangeArguments) -> Int {
        let taken = taken.filter { $0.root == root }
        let unused = taken.reduce(0) { $0 + $1.unused }
        guard let gone = baselines[root]?.gone, !change.isGiven else { return unused }
        let folders = (paths.paths.isEmpty ? ["Profiles"] : paths.paths).filter(FileReader.isFolder).compactMap(RealPath.of)
        var left = gone.filter { path in folders.contains { RealPath.isInside(root + "/" + path, of: $0) } }.merged
        for file in taken {
            for (key, count) in file.gone { left[key] = left[key].map { $0 - count } }
        }
        return left.values.reduce(unused) { $0 + max($1, 0) }
    }
}

extension CalendarDate {
    /// The day on this machine's clock.
    static var today: CalendarDate {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }
}
