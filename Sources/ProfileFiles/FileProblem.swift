#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a file could not be read or written, in words for people.
package struct FileProblem: Error, Equatable {
    package let path: String
    package let reason: String

    package init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The reason behind the last failed system call.
    init(_ path: String, doing action: String) {
        let reason =
            switch errno {
            case ENOENT: "there is no such file or folder"
            case EACCES, EPERM: "you may not \(action) it"
            case ELOOP: "its links lead round in a circle"
            case EISDIR: "it is a folder"
            case ENOSPC: "the disk is full"
            default: String(cString: strerror(errno))
            }
        self.init(path, reason)
    }
}
