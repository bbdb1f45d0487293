import ArgumentParser
import ProfileFiles
import Reporting

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the program writes where.
enum Terminal {
    enum Color: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    /// Whether the standard output takes colours: by the option, then `NO_COLOR`, then `FORCE_COLOR` and `CLICOLOR_FORCE`, then
    /// whether it is a terminal.
    static func usesColor(_ color: Color) -> Bool {
        switch color {
        case .always: return true
        case .never: return false
        case .auto:
            if Variable.noColor.value != nil { return false }
            if [Variable.forceColor, .forceColorOfCLI].contains(where: { $0.value.map { $0 != "0" } ?? false }) { return true }
            return isatty(STDOUT_FILENO) == 1 && Variable.terminal.value != "dumb"
        }
    }

    static func print(_ text: String) { write(text, to: STDOUT_FILENO) }

    static func say(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Tells of a file that could not be read or written.
    static func say(_ problem: FileProblem) {
        say("error: \(problem.path.isEmpty ? "''" : problem.path.onOneLine): \(problem.reason)")
    }

    @discardableResult
    static func write(_ text: String, to file: Int32) -> Bool { write(Array(text.utf8), to: file) }

    /// Whether all was written, or its reader wanted no more.
    @discardableResult
    static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { systemWrite(file, $0 + done, bytes.count - done) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            // A reader that has gone away, such as `head`, wants no more.
            if count <= 0 { return errno == EPIPE }
            done += count
        }
        return true
    }
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int { write(file, buffer, count) }
