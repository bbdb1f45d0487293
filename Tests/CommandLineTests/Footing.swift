import FoundationEssentials
import Subprocess
import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The built program, run as a user runs it.
struct Footing {
    struct Outcome {
        var code: Int32
        var output: String
        var errors: String
    }

    static let path: String = {
        let bundle = CommandLine.arguments[0].split(separator: "/").dropLast()
        return "/" + bundle.joined(separator: "/") + "/footing"
    }()

    static func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:], in folder: String? = nil
    ) async throws -> Outcome {
        try await run(.path(.init(path)), arguments, input: input, environment: environment, in: folder)
    }

    /// Runs another program.
    static func run(
        _ program: Executable, _ arguments: [String], input: String = "", environment: [String: String] = [:],
        in folder: String? = nil
    ) async throws -> Outcome {
        let values = Dictionary(
            uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) })
        let result = try await Subprocess.run(
            program, arguments: Arguments(arguments), environment: .inherit.updating(values),
            workingDirectory: folder.map { .init($0) }, input: .string(input),
            output: .string(limit: 1 << 26), error: .string(limit: 1 << 24))
        let code: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): -signal
            }
        return Outcome(code: code, output: result.standardOutput, errors: result.standardError)
    }
}

/// A folder of its own for a test, taken away at its end.
final class Scratch {
    let path: String

    init() {
        var template = Array("/tmp/footing-test-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit {
        _ = try? FileManager.default.removeItem(atPath: path)
    }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) -> String {
        let file = path + "/" + name
        for slash in name.indices where name[slash] == "/" { mkdir(path + "/" + name[..<slash], 0o755) }
        guard let handle = fopen(file, "w") else { return file }
        fwrite(bytes, 1, bytes.count, handle)
        fclose(handle)
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

    func read(_ name: String) -> String { Repository.bytes(path + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    func mode(_ name: String) -> UInt32 {
        var status = stat()
        stat(path + "/" + name, &status)
        return UInt32(status.st_mode & 0o7777)
    }

    var names: [String] {
        guard let listing = opendir(path) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
