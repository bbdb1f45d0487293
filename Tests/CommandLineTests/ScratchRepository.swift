import Subprocess
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A git repository of profiles for a test, with the real git.
struct ScratchRepository {
    static let profile = "Profiles/mine-ban-policy/belarus.md"

    let scratch = Scratch()

    init(_ files: [String: String] = [:]) async throws {
        try await git("init", "-q", "-b", "main")
        try await git("config", "user.name", "An editor")
        try await git("config", "user.email", "editor@example.org")
        for (name, text) in files { scratch.write(name, text) }
        if !files.isEmpty { try await commit("First") }
    }

    @discardableResult
    func git(_ arguments: String...) async throws -> String {
        let outcome = try await Footing.run(
            .name("git"), arguments,
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"], in: scratch.path)
        try #require(outcome.code == 0, "git \(arguments): \(outcome.errors)")
        return outcome.output
    }

    func commit(_ message: String) async throws {
        try await git("add", "--all")
        try await git("commit", "-q", "-m", message)
    }

    func write(_ text: String, to name: String = Self.profile) { scratch.write(name, text) }

    func check(_ arguments: String...) async throws -> Footing.Outcome {
        try await Footing.run(.path(.init(Footing.path)), ["check"] + arguments, in: scratch.path)
    }

    func run(_ arguments: String...) async throws -> Footing.Outcome {
        try await Footing.run(.path(.init(Footing.path)), arguments, in: scratch.path)
    }

    /// A profile whose last update is of a day.
    static func text(_ body: String, updated: String = "2022-09-28", note: String = "Statement of 2021.") -> String {
        "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: \(updated)\n---\n\n## Policy\n\n\(body)\n\n[^1]: \(note)\n"
    }
}

extension Footing.Outcome {
    /// The rules of the findings, in the order in which they are told.
    var rules: [String] {
        output.split(separator: "\n").compactMap { line in
            guard let open = line.firstIndex(of: "["), ["error", "warning", "advice"].contains(line[..<open]),
                let close = line.firstIndex(of: "]")
            else { return nil }
            return String(line[line.index(after: open)..<close])
        }
    }
}

/// A program that a test drives, where it is on the `PATH` or in `.build/clients/bin`.
enum Client {
    static let folders =
        [Repository.root + "/.build/clients/bin"]
        + (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init)

    static func path(_ name: String) -> String? { folders.map { $0 + "/" + name }.first { access($0, X_OK) == 0 } }

    /// The client; where it is missing, says which test goes without it.
    static func orSkip(_ name: String, _ test: String) -> String? {
        if let path = path(name) { return path }
        print("Skipped: \(test): \(name) is not installed (.ci/clients installs it).")
        return nil
    }
}
