import Subprocess

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The `git` program of this machine.
enum GitProgram {
    /// The first in the folders of `PATH`, looked for before it is run: to try to run it in each folder costs a process every time.
    static let executable: Executable = {
        let folders = getenv("PATH").map { String(cString: $0) } ?? ""
        // A folder that is not named from the root would run what happens to stand where the user is.
        let paths = folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { String($0) + "/git" }
        let found = paths.first { access($0, X_OK) == 0 && !FileReader.isFolder($0) }
        return found.map { .path(.init($0)) } ?? .name("git")
    }()
}
