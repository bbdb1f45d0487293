#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the profiles that a command's paths name.
package enum FolderWalk {
    /// The files that paths name, without repetition: a file as it is, a folder with all `.md` files below it, sorted.
    /// Hidden folders, linked folders and what git ignores are passed over. Paths that lead nowhere are problems.
    package static func profiles(in paths: [String]) async -> (files: [String], problems: [FileProblem]) {
        var files: [String] = []
        var problems: [FileProblem] = []
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else {
                problems.append(FileProblem(path, doing: "read"))
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                var found: [String] = []
                walk(path, &found, &problems)
                files += await GitIgnore.kept(found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, in: path)
            } else {
                files.append(path)
            }
        }
        var seen = Set<String>()
        return (files.filter { seen.insert($0).inserted }, problems)
    }

    private static func walk(_ folder: String, _ files: inout [String], _ problems: inout [FileProblem]) {
        var folders = [folder]
        while let folder = folders.popLast() {
            guard let listing = opendir(folder) else {
                problems.append(FileProblem(folder, doing: "read"))
                continue
            }
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard !name.hasPrefix(".") else { continue }
                let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                // A name that is not UTF-8 has been read with U+FFFD in it.
                if name.contains("\u{FFFD}"), access(path, F_OK) != 0 {
                    if name.hasSuffix(".md") || entry.pointee.d_type == UInt8(DT_DIR) {
                        problems.append(FileProblem(path, "its name is not UTF-8, so it cannot be read; rename it"))
                    }
                    continue
                }
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: folders.append(path)
                case S_IFREG where name.hasSuffix(".md"): files.append(path)
                case S_IFLNK where name.hasSuffix(".md"):
                    if stat(path, &status) != 0 {
                        problems.append(FileProblem(path, doing: "read"))
                    } else if status.st_mode & S_IFMT == S_IFREG {
                        files.append(path)
                    }
                default: continue
                }
            }
        }
    }
}
