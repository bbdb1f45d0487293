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
                files += await GitIgnore.kept(found.sorted(), in: path)
            } else {
                files.append(path)
            }
        }
        var seen = Set<String>()
        return (files.filter { seen.insert($0).inserted }, problems)
    }

    /// The names of the files in a folder, not below it, with an ending, sorted; none where there is no such folder.
    package static func names(in folder: String, ending: String) -> [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = name(of: entry)
            if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
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
                let name = name(of: entry)
                guard !name.hasPrefix(".") else { continue }
                let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                // A name that is not UTF-8 has been read with U+FFFD in it.
                if name.unicodeScalars.contains("\u{FFFD}"), access(path, F_OK) != 0 {
                    if name.hasSuffix(".md") || entry.pointee.d_type == UInt8(DT_DIR) {
                        problems.append(FileProblem(path, "its name is not UTF-8, so it cannot be read; rename it"))
                    }
                    continue
                }
                var status = stat()
                switch kind(of: path, Int(entry.pointee.d_type)) {
                case Int(DT_DIR): folders.append(path)
                case Int(DT_REG) where name.hasSuffix(".md"): files.append(path)
                case Int(DT_LNK) where name.hasSuffix(".md"):
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

    /// What an entry of a folder is; not every file system tells it with the entry.
    private static func kind(of path: String, _ told: Int) -> Int {
        guard told == Int(DT_UNKNOWN) else { return told }
        var status = stat()
        guard lstat(path, &status) == 0 else { return told }
        return switch status.st_mode & S_IFMT {
        case S_IFDIR: Int(DT_DIR)
        case S_IFREG: Int(DT_REG)
        case S_IFLNK: Int(DT_LNK)
        default: told
        }
    }
}
