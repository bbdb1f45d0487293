/// The difference of two texts as `diff -u` writes it.
package enum UnifiedDiff {
    /// Unchanged lines shown around a change.
    private static let context = 3

    /// Empty where the texts are equal.
    package static func text(_ before: [UInt8], _ after: [UInt8], path: String) -> String {
        guard before != after else { return "" }
        let old = lines(before)
        let new = lines(after)
        var text = "--- \(path)\n+++ \(path)\n"
        for hunk in hunks(changes(old, new)) { text += render(hunk, old, new) }
        return text
    }

    private enum Step: Equatable { case keep, remove, insert }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for offset in bytes.indices where bytes[offset] == 0x0A {
            lines.append(bytes[start...offset])
            start = offset + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    private static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var steps: [Step] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if removed.contains(i) {
                steps.append(.remove)
                i += 1
            } else if inserted.contains(j) {
                steps.append(.insert)
                j += 1
            } else {
                steps.append(.keep)
                i += 1
                j += 1
            }
        }
        return steps
    }

    private struct Hunk {
        var oldStart: Int
        var newStart: Int
        var steps: [Step] = []
    }

    /// The changes with the unchanged lines around them; changes whose surroundings touch are one hunk.
    private static func hunks(_ steps: [Step]) -> [Hunk] {
        var isShown = Array(repeating: false, count: steps.count)
        for (index, step) in steps.enumerated() where step != .keep {
            for near in max(0, index - context)...min(steps.count - 1, index + context) { isShown[near] = true }
        }
        var hunks: [Hunk] = []
        var (i, j) = (0, 0)
        for (index, step) in steps.enumerated() {
            if isShown[index] {
                if index == 0 || !isShown[index - 1] { hunks.append(Hunk(oldStart: i, newStart: j)) }
                hunks[hunks.count - 1].steps.append(step)
            }
            if step != .insert { i += 1 }
            if step != .remove { j += 1 }
        }
        return hunks
    }

    private static func render(_ hunk: Hunk, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> String {
        let oldCount = hunk.steps.count { $0 != .insert }
        let newCount = hunk.steps.count { $0 != .remove }
        var text = "@@ -\(range(hunk.oldStart, oldCount)) +\(range(hunk.newStart, newCount)) @@\n"
        var (i, j) = (hunk.oldStart, hunk.newStart)
        for step in hunk.steps {
            switch step {
            case .keep:
                text += line(" ", old[i])
                i += 1
                j += 1
            case .remove:
                text += line("-", old[i])
                i += 1
            case .insert:
                text += line("+", new[j])
                j += 1
            }
        }
        return text
    }

    private static func range(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
    }

    private static func line(_ sign: String, _ bytes: ArraySlice<UInt8>) -> String {
        let text = sign + String(decoding: bytes, as: UTF8.self)
        return bytes.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
    }
}
