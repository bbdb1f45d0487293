import Subprocess

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why git could not tell what was asked.
package struct GitProblem: Error, Equatable {
    package let reason: String
}

/// A git repository, asked through the `git` program.
package struct GitRepository: Sendable {
    /// The folder that holds the work tree, without links.
    package let root: String
    /// Whether the program itself runs in the work tree. A hook's environment – `GIT_DIR`, `GIT_INDEX_FILE` – speaks of that one.
    private let isOurs: Bool

    /// The repository whose work tree holds a folder. Throws ``GitProblem``.
    package init(holding folder: String) async throws(GitProblem) {
        guard let folder = RealPath.of(folder) else { throw GitProblem(reason: "there is no folder \(folder)") }
        if let own = try? await Self.git(["rev-parse", "--show-toplevel"], in: nil), own.isSuccess,
            let top = RealPath.of(own.line), RealPath.isInside(folder, of: top)
        {
            (root, isOurs) = (top, true)
            return
        }
        let found = try await Self.git(["rev-parse", "--show-toplevel"], in: folder)
        guard found.isSuccess, let top = RealPath.of(found.line) else {
            throw GitProblem(reason: "\(folder) is in no git work tree: \(found.said)")
        }
        (root, isOurs) = (top, false)
    }

    /// What git wrote, and whether it succeeded.
    struct Answer {
        var output: [UInt8]
        var said: String
        var code: Int32

        var isSuccess: Bool { code == 0 }
        /// The output without its line end.
        var line: String { String(decoding: output.last == UInt8(ascii: "\n") ? output.dropLast() : output[...], as: UTF8.self) }
        /// The parts of an output that stand between NULs.
        var parts: [String] { output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
    }

    /// Runs git at the work tree's root.
    func ask(_ arguments: [String], input: [UInt8] = [], index: String? = nil) async throws(GitProblem)
        -> Answer
    {
        try await Self.git(arguments, in: root, keepsEnvironment: isOurs, input: input, index: index)
    }

    private static func git(
        _ arguments: [String], in folder: String?, keepsEnvironment: Bool = false, input: [UInt8] = [], index: String? = nil
    ) async throws(GitProblem) -> Answer {
        var changes: [Environment.Key: String?] = ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"]
        if folder != nil, !keepsEnvironment {
            for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
                changes[.init(stringLiteral: name)] = .some(nil)
            }
        }
        if let index { changes["GIT_INDEX_FILE"] = index }
        do {
            let result = try await run(
                GitProgram.executable, arguments: Arguments(arguments), environment: .inherit.updating(changes),
                workingDirectory: folder.map { .init($0) }, input: .array(input), output: .bytes(limit: .max),
                error: .string(limit: .max))
            let code: Int32 =
                switch result.terminationStatus {
                case .exited(let code): code
                case .signaled(let signal): -signal
                }
            let said = result.standardError.split(separator: "\n").first.map(String.init) ?? ""
            return Answer(output: result.standardOutput, said: said, code: code)
        } catch {
            if (error as? SubprocessError)?.code == .executableNotFound {
                throw GitProblem(reason: "git is not on the PATH; install it, or check without --since and --staged")
            }
            throw GitProblem(reason: "git \(arguments.first ?? "") could not be run: \(error)")
        }
    }
}
