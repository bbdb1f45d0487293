import ArgumentParser
import ProfileFiles

/// The options of commands that look at a change only.
struct ChangeArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Report only what was brought since this revision: a branch, a tag, a commit. Counted from its last commit in common with HEAD.",
            valueName: "revision"))
    var since: String?

    @Flag(help: "Check what is staged for the next commit, as it is in git's index, not the files of the work tree.")
    var staged = false

    var isGiven: Bool { since != nil || staged }

    func validate() throws { try Self.check(since) }

    /// Throws `ValidationError` for a revision that is empty, as that of a variable that is not set.
    static func check(_ since: String?) throws {
        if since?.isEmpty == true {
            throw ValidationError("--since is empty. Name a revision, such as main, or leave the option out.")
        }
    }
}

/// A profile that a change touches.
struct ChangedFile: Sendable {
    /// As the user names it.
    let path: String
    /// Its text in the index; nil where the file itself is checked.
    let staged: [UInt8]?
    /// Its text before the change; nil for a new file, and where it is not asked for.
    let before: [UInt8]?
    /// Its path before the change, below the work tree's root.
    let earlierPath: String

    /// The changed profiles that paths name, and the paths that lead nowhere. Throws ``GitProblem``.
    static func find(in paths: [String], _ change: ChangeArguments) async throws(GitProblem) -> (
        files: [ChangedFile], problems: [FileProblem]
    ) {
        let repository = try await GitRepository(holding: folder(of: paths.first ?? "."))
        let base: String
        if let since = change.since { base = try await repository.base(of: since) } else { base = try await repository.head() }
        let changes = try await repository.changes(since: base, staged: change.staged)
        let (named, problems) = named(changes, by: paths, in: repository.root)
        let wanted = Set(named.flatMap { [$0.change.now, change.since == nil ? nil : $0.change.before] }.compactMap { $0 })
        let contents = try await repository.contents(of: wanted.sorted())
        let files = named.map { path, found in
            ChangedFile(
                path: path, staged: found.now.flatMap { contents[$0] }, before: found.before.flatMap { contents[$0] },
                earlierPath: found.earlierPath)
        }
        return (files, problems)
    }

    /// The nearest folder that is there.
    private static func folder(of path: String) -> String {
        var folder = path.isEmpty ? "." : path
        while !FileReader.isFolder(folder) {
            guard let slash = folder.lastIndex(of: "/") else { return "." }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
        return folder
    }

    /// The changes that paths name: a file as it is, of a folder the profiles below it that are not hidden.
    private static func named(_ changes: [GitChange], by paths: [String], in root: String) -> (
        [(path: String, change: GitChange)], [FileProblem]
    ) {
        var named: [(String, GitChange)] = []
        var problems: [FileProblem] = []
        var seen: Set<String> = []
        for path in paths {
            guard let real = RealPath.ofFile(path), RealPath.isInside(real, of: root) else {
                problems.append(FileProblem(path, "it is not in the work tree of \(root)"))
                continue
            }
            let folder = String(real.dropFirst(root.count).drop { $0 == "/" })
            var isNamed = FileReader.isThere(path)
            for change in changes {
                let rest: Substring
                if change.path == folder {
                    rest = ""
                } else if RealPath.isInside(change.path, of: folder) || folder.isEmpty {
                    rest = change.path.dropFirst(folder.count).drop { $0 == "/" }
                    isNamed = true
                    guard rest.hasSuffix(".md"), !rest.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
                        continue
                    }
                } else {
                    continue
                }
                isNamed = true
                guard seen.insert(change.path).inserted else { continue }
                named.append((rest.isEmpty ? path : path + (path.hasSuffix("/") ? "" : "/") + rest, change))
            }
            if !isNamed { problems.append(FileProblem(path, "there is no such file or folder")) }
        }
        return (named, problems)
    }
}
