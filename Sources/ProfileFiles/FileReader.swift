#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads files.
package enum FileReader {
    /// The bytes of a file. Throws ``FileProblem``.
    package static func read(_ path: String) throws(FileProblem) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileProblem(path, doing: "read") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileProblem(path, doing: "read") }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileProblem(path, "it is a folder") }
        let isPlain = status.st_mode & S_IFMT == S_IFREG
        guard let bytes = readAll(file, expecting: Int(status.st_size), endsWithSize: isPlain) else {
            throw FileProblem(path, doing: "read")
        }
        return bytes
    }

    /// Whether something is at a path.
    package static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a file, and no link to one, is at a path.
    package static func isPlainFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// All of the standard input.
    package static func readStandardInput() throws(FileProblem) -> [UInt8] {
        guard let bytes = readAll(STDIN_FILENO, expecting: 0, endsWithSize: false) else {
            throw FileProblem("<stdin>", doing: "read")
        }
        return bytes
    }

    /// - Parameter endsWithSize: whether less than was asked for is all that is left, as in a file on a disk.
    private static func readAll(_ file: Int32, expecting size: Int, endsWithSize: Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        var room = max(size + 1, 4096)
        while true {
            var failed = false
            let before = bytes.count
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                var got = 0
                repeat { got = readBytes(file, buffer.baseAddress, buffer.count) } while got < 0 && errno == EINTR
                failed = got < 0
                count = max(got, 0)
            }
            if failed { return nil }
            if chunk.isEmpty { return bytes }
            if before == 0 { bytes = chunk } else { bytes += chunk }
            if endsWithSize, before == 0, size > 0, chunk.count == size { return bytes }
            room = max(65536, size + 1 - bytes.count)
        }
    }
}
