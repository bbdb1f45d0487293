#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that differs from a commit.
package struct GitChange: Sendable, Equatable {
    /// Below the work tree's root.
    package let path: String
    /// Its path in the commit; another one where it was renamed since.
    package let earlierPath: String
    /// Its blob in the commit; nil for a new file.
    package let before: String?
    /// The file's blob in the index; nil where the work tree is looked at.
    package let now: String?
}

extension GitRepository {
    /// What changes since a revision are counted from: the last commit that it and `HEAD` have in common, so that what others
    /// did to it meanwhile is not held against this change. Before the first commit, all is a change since `HEAD`. Throws
    /// ``GitProblem``.
    package func base(of revision: String) async throws(GitProblem) -> String {
        if revision == "HEAD" { return try await head() }
        guard let commit = try await self.commit(revision) else {
            let shallow = try await isShallow
            throw GitProblem(
                reason: "git knows no revision \(revision)"
                    + (shallow
                        ? " in this shallow clone; fetch the history first: git fetch --unshallow origin (on GitHub, fetch-depth: 0 for actions/checkout)"
                        : "; git branch --all and git tag list what it knows"))
        }
        guard let head = try await self.commit("HEAD") else { throw GitProblem(reason: "there is no commit here yet") }
        let answer = try await ask(["merge-base", commit, head])
        if answer.isSuccess { return answer.line }
        throw GitProblem(
            reason: try await isShallow
                ? "this clone is shallow and ends before \(revision) and HEAD part; fetch the history first: git fetch --unshallow origin (on GitHub, fetch-depth: 0 for actions/checkout)"
                : "\(revision) and HEAD have no commit in common")
    }

    /// The last commit, or the empty tree before the first. Throws ``GitProblem``.
    package func head() async throws(GitProblem) -> String {
        if let head = try await commit("HEAD") { return head }
        return try await ask(["hash-object", "-t", "tree", "--stdin"]).line
    }

    private func commit(_ revision: String) async throws(GitProblem) -> String? {
        let answer = try await ask(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
        return answer.isSuccess ? answer.line : nil
    }

    private var isShallow: Bool {
        get async throws(GitProblem) { try await ask(["rev-parse", "--is-shallow-repository"]).line == "true" }
    }

    /// The files that were added, changed or renamed since a commit, in the work tree – with new files that git does not
    /// know yet – or in the index. Throws ``GitProblem``.
    package func changes(since commit: String, staged: Bool) async throws(GitProblem) -> [GitChange] {
        if staged { return try await differences(from: commit, staged: true, index: nil).changes }
        let untracked = try await ask(["ls-files", "--others", "--exclude-standard", "-z"]).parts
        let (changes, hasDeletions) = try await differences(from: commit, staged: false, index: nil)
        if hasDeletions, !untracked.isEmpty, let renamed = try await withUntracked(untracked, since: commit) { return renamed }
        return (changes + untracked.map { GitChange(path: $0, earlierPath: $0, before: nil, now: nil) }).sorted {
            $0.path < $1.path
        }
    }

    /// The differences with untracked files in an index of their own, so that git follows renames to them; nil where that
    /// index cannot be made.
    private func withUntracked(_ untracked: [String], since commit: String) async throws(GitProblem) -> [GitChange]? {
        let known = try await ask(["rev-parse", "--git-path", "index"]).line
        guard let bytes = try? FileReader.read(known.hasPrefix("/") ? known : root + "/" + known) else { return nil }
        var template = Array("/tmp/footing-index-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let index = folder + "/index"
        defer {
            unlink(index)
            unlink(index + ".lock")
            rmdir(folder)
        }
        guard (try? FileWriter.create(index, bytes)) != nil else { return nil }
        let added = try await ask(
            ["add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul"],
            input: Array(untracked.joined(separator: "\0").utf8), index: index)
        guard added.isSuccess else { return nil }
        return try await differences(from: commit, staged: false, index: index).changes
    }

    private func differences(from commit: String, staged: Bool, index: String?) async throws(GitProblem)
        -> (changes: [GitChange], hasDeletions: Bool)
    {
        let answer = try await ask(
            ["diff-index", "--raw", "-z", "--no-abbrev", "-M", "-l0", "--ignore-submodules=all"] + (staged ? ["--cached"] : [])
                + [commit, "--"], index: index)
        guard answer.isSuccess else { throw GitProblem(reason: "git could not compare with \(commit): \(answer.said)") }
        return Self.changes(raw: answer.parts, staged: staged)
    }

    /// Reads what `git diff-index --raw -z` writes: modes, blobs and status, then one path, or two of a rename.
    private static func changes(raw parts: [String], staged: Bool) -> (changes: [GitChange], hasDeletions: Bool) {
        var changes: [String: GitChange] = [:]
        var hasDeletions = false
        var next = 0
        while next + 1 < parts.count {
            let fields = parts[next].split(separator: " ")
            guard fields.count == 5, let status = fields[4].first else { break }
            let isPair = status == "R" || status == "C"
            let earlier = parts[next + 1]
            let path = parts[min(next + (isPair ? 2 : 1), parts.count - 1)]
            next += isPair ? 3 : 2
            if status == "D" { hasDeletions = true }
            // Regular files only; an unmerged file has a second entry.
            guard status != "D", status != "U", fields[1].hasPrefix("100") else { continue }
            changes[path] = GitChange(
                path: path, earlierPath: earlier, before: fields[0].hasPrefix(":100") ? String(fields[2]) : nil,
                now: staged ? String(fields[3]) : nil)
        }
        return (changes.values.sorted { $0.path < $1.path }, hasDeletions)
    }

    /// The bytes of blobs, as git keeps them. Throws ``GitProblem``.
    package func contents(of blobs: [String]) async throws(GitProblem) -> [String: [UInt8]] {
        guard !blobs.isEmpty else { return [:] }
        let answer = try await ask(["cat-file", "--batch"], input: Array((blobs.joined(separator: "\n") + "\n").utf8))
        var contents: [String: [UInt8]] = [:]
        var rest = answer.output[...]
        for blob in blobs {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
            let fields = rest[..<end].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 3, let size = Int(fields[2]), rest.endIndex - end > size else {
                // A partial clone may lack it.
                throw GitProblem(reason: "git does not have the earlier text \(blob): \(answer.said)")
            }
            contents[blob] = Array(rest[(end + 1)..<(end + 1 + size)])
            rest = rest[(end + 1 + size)...].dropFirst()
        }
        return contents
    }
}
