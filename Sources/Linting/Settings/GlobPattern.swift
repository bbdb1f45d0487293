/// A pattern for paths, as `.gitignore` has them: `*` and `?` inside a name, `**` for any folders. A pattern without a slash
/// holds for a name at any depth; one that matches a folder holds for all below it.
package struct GlobPattern: Sendable, Equatable, CustomStringConvertible {
    package let description: String
    private let segments: [[UInt8]]

    package init(_ pattern: String) {
        description = pattern
        var names = pattern.utf8.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
        if !pattern.utf8.dropLast().contains(UInt8(ascii: "/")) { names.insert(Self.anyFolders, at: 0) }
        segments = names
    }

    /// Signs that other tools read as part of a pattern: here they would stand for themselves, and match nothing.
    private static let otherSigns = "[]{}!\\"

    /// Why a pattern can match no path, or not what its signs promise; nil for one that is in order.
    package static func mistake(_ pattern: String) -> String? {
        if let sign = pattern.first(where: otherSigns.contains) { return "\(sign) is not read here. Write *, ** or ?." }
        let names = pattern.split(separator: "/")
        if names.contains("..") { return "it leads out of the folder that holds Config. Write paths below it." }
        return names.allSatisfy { $0 == "." } ? "it names no path." : nil
    }

    private static let anyFolders = Array("**".utf8)

    /// Whether a path below the root matches.
    package func matches(_ path: String) -> Bool {
        let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
        // The segments that can have been matched so far.
        var reached = closure([0])
        for name in names {
            var next: Set<Int> = []
            for segment in reached where segment < segments.count {
                if segments[segment] == Self.anyFolders { next.insert(segment) }
                if Self.matches(segments[segment], name) { next.insert(segment + 1) }
            }
            reached = closure(next)
            if reached.contains(segments.count) { return true }
            if reached.isEmpty { return false }
        }
        return false
    }

    /// `**` also stands for no folder at all.
    private func closure(_ start: Set<Int>) -> Set<Int> {
        var result = start
        for segment in segments.indices where result.contains(segment) && segments[segment] == Self.anyFolders {
            if segment + 1 < segments.count { result.insert(segment + 1) }
        }
        return result
    }

    private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
        var p = 0
        var n = 0
        var star: (p: Int, n: Int)?
        while n < name.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                star = (p, n)
                p += 1
            } else if p < pattern.count, pattern[p] == UInt8(ascii: "?") {
                p += 1
                n += 1
                // A character of several bytes is one.
                while n < name.count, name[n] & 0xC0 == 0x80 { n += 1 }
            } else if p < pattern.count, pattern[p] == name[n] {
                p += 1
                n += 1
            } else if let last = star {
                star = (last.p, last.n + 1)
                p = last.p + 1
                n = last.n + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
