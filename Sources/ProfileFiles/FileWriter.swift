#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes files so that at every instant the old or the new one is there, whole.
package enum FileWriter {
    /// Replaces a file's bytes, keeping its mode and any link to it: a temporary file beside it, `fsync`, rename. Throws
    /// ``FileProblem``; the file is then as it was.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(FileProblem) {
        guard let resolved = realpath(path, nil) else { throw FileProblem(path, doing: "write") }
        let target = String(cString: resolved)
        free(resolved)
        var status = stat()
        guard stat(target, &status) == 0 else { throw FileProblem(path, doing: "write") }
        guard access(target, W_OK) == 0 else { throw FileProblem(path, doing: "write") }
        try write(bytes, to: target, mode: status.st_mode & 0o7777, saying: path)
    }

    /// Writes a new file, or replaces one; a device or a pipe is written to. Throws ``FileProblem``.
    package static func create(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
        var status = stat()
        if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) { return try send(bytes, to: path) }
        if access(path, F_OK) == 0 { return try replace(path, with: bytes) }
        try write(bytes, to: path, mode: 0o644, saying: path)
    }

    /// Makes a folder and those above it, where they are not there. Whether they are there then shows when something is written.
    package static func createFolder(_ path: String) {
        guard !path.isEmpty, access(path, F_OK) != 0 else { return }
        if let slash = path.lastIndex(of: "/") { createFolder(String(path[..<slash])) }
        mkdir(path, 0o755)
    }

    private static func send(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileProblem(path, doing: "write") }
        defer { close(file) }
        guard writeAll(bytes, to: file) else { throw FileProblem(path, doing: "write") }
    }

    private static func write(_ bytes: [UInt8], to target: String, mode: mode_t, saying path: String) throws(FileProblem) {
        var template = Array((target + ".footing-XXXXXX").utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw FileProblem(path, doing: "write beside") }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let isWritten = writeAll(bytes, to: file) && fchmod(file, mode) == 0 && fsync(file) == 0
        guard isWritten, close(file) == 0, rename(temporary, target) == 0 else {
            let problem = FileProblem(path, doing: "write")
            unlink(temporary)
            throw problem
        }
        let slash = target.lastIndex(of: "/")
        let folder = open(slash.map { String(target[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { writeBytes(file, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            done += count
        }
        return true
    }
}
