import Subprocess

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Asks git which files it ignores.
enum GitIgnore {
    /// The files that git does not ignore; all of them outside a work tree, or where there is no git.
    static func kept(_ files: [String], in folder: String) async -> [String] {
        guard !files.isEmpty, let root = absolutePath(folder), isInWorkTree(root) else { return files }
        func absolute(_ file: String) -> String { root + "/" + file.dropFirst(folder.count).drop { $0 == "/" } }
        // A path that starts with a hyphen or holds a line end is safe between NULs on standard input.
        let input = Array(files.map(absolute).joined(separator: "\0").utf8)
        let result = try? await run(
            GitProgram.executable, arguments: ["-C", root, "check-ignore", "--stdin", "-z"], input: .array(input),
            output: .bytes(limit: input.count + 4096), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return files }
        let ignored = Set(result.standardOutput.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
        return files.filter { !ignored.contains(absolute($0)) }
    }

    private static func absolutePath(_ folder: String) -> String? {
        guard let resolved = realpath(folder, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether a folder or one above it holds `.git`.
    private static func isInWorkTree(_ folder: String) -> Bool {
        var path = folder[...]
        while true {
            if access(path + "/.git", F_OK) == 0 { return true }
            guard let slash = path.lastIndex(of: "/") else { return false }
            path = path[..<slash]
        }
    }
}
