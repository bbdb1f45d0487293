#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files of the repository, and texts from outside it where they are there.
package enum Repository {
    /// The folder that holds `Package.swift`.
    package static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    package static func bytes(_ path: String) -> [UInt8]? {
        guard let file = fopen(path.hasPrefix("/") ? path : root + "/" + path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// The paths below a folder of files with an ending, sorted.
    package static func files(_ folder: String, ending: String) -> [String] {
        let folder = folder.hasPrefix("/") ? folder : root + "/" + folder
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var found: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            if entry.pointee.d_type == UInt8(DT_DIR) {
                found += files(folder + "/" + name, ending: ending)
            } else if name.hasSuffix(ending) {
                found.append(folder + "/" + name)
            }
        }
        return found.sorted()
    }

    /// Published profiles beside the repository, where they are there.
    package static let seeds: [String] = files("../shared/seeds", ending: ".txt")

    /// Profiles with planted defects beside the repository, where they are there.
    package static let mutants: [String] = files("../shared/acceptance/mutants", ending: ".md")
}
