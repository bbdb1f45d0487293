#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Paths without links and dots.
package enum RealPath {
    /// Nil where nothing is there.
    package static func of(_ path: String) -> String? {
        guard let resolved = realpath(path.isEmpty ? "." : path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The real path of a file that need not be there, while its folder – or one above it – is.
    package static func ofFile(_ path: String) -> String? {
        if let real = of(path) { return real }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let name = parts.last, name != "..", name != "." else { return nil }
        let folder = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
        guard folder != path else { return nil }
        return ofFile(folder.isEmpty ? "." : folder).map { $0 + ($0.hasSuffix("/") ? "" : "/") + name }
    }

    package static func isInside(_ path: String, of folder: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    /// A path as people read it: below the folder that they are in, where it is there.
    package static func shown(_ path: String) -> String {
        guard let own = of("."), let real = ofFile(path), real != own, isInside(real, of: own) else { return path }
        return String(real.dropFirst(own.count).drop { $0 == "/" })
    }

    /// A file's path below the root of the git work tree that holds it; elsewhere as people read it.
    package static func inRepository(_ path: String) -> String {
        guard let real = ofFile(path) else { return path }
        var folder = real[..<(real.lastIndex(of: "/") ?? real.startIndex)]
        while access(folder + "/.git", F_OK) != 0 {
            guard let slash = folder.lastIndex(of: "/") else { return shown(path) }
            folder = folder[..<slash]
        }
        return String(real.dropFirst(folder.count + 1))
    }
}
