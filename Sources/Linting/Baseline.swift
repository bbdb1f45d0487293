import ProfileSyntax

/// Findings that may stand for now: those that were there when a team began to check.
///
/// An entry is a rule, a path, and a hash of the block without its digits, with how many there are: so it survives what moves
/// in the file, renumbering, and edits elsewhere. Entries of a path that is gone hold for the same block in another file.
package struct Baseline: Sendable, Equatable {
    package struct Entry: Sendable, Hashable {
        package let path: String
        package let key: FindingKey

        package init(path: String, key: FindingKey) {
            self.path = path
            self.key = key
        }
    }

    package private(set) var counts: [Entry: Int] = [:]

    package init() {}

    package var isEmpty: Bool { counts.isEmpty }
    package var count: Int { counts.values.reduce(0, +) }

    package mutating func add(_ entry: Entry, count: Int = 1) { counts[entry, default: 0] += count }

    /// Takes entries for the findings of a path; gives which findings the baseline does not hold.
    package mutating func take(_ keys: [FindingKey], path: String) -> [Bool] {
        keys.map { key in !take(Entry(path: path, key: key)) }
    }

    /// Takes entries of paths that are gone for findings that are not held by their own path: of files that were renamed.
    package mutating func takeRenamed(_ keys: [FindingKey], isThere: (String) -> Bool) -> [Bool] {
        keys.map { key in
            let entry = counts.keys.filter { $0.key == key && !isThere($0.path) }.min { $0.path < $1.path }
            return entry.map { !take($0) } ?? true
        }
    }

    private mutating func take(_ entry: Entry) -> Bool {
        guard let count = counts[entry], count > 0 else { return false }
        counts[entry] = count > 1 ? count - 1 : nil
        return true
    }

    /// What is left of it once another has been taken away.
    package func subtracting(_ other: Baseline) -> Baseline {
        var result = self
        for (entry, count) in other.counts { for _ in 0..<count where !result.take(entry) { break } }
        return result
    }

    /// The entries in the order of the file.
    package var sorted: [(entry: Entry, count: Int)] {
        counts.map { ($0.key, $0.value) }.sorted {
            ($0.entry.path, $0.entry.key.rule, $0.entry.key.block) < ($1.entry.path, $1.entry.key.rule, $1.entry.key.block)
        }
    }

    // MARK: - The file

    /// The baseline as YAML, an entry a line, so that changes to it can be read and merged.
    package var text: String {
        var text = """
            # Findings that may stand for now. footing baseline write writes this file; footing baseline prune takes away what was mended.

            """
        for (entry, count) in sorted {
            text += "- {path: \(Self.quoted(entry.path)), rule: \(entry.key.rule), block: x\(StableHash.text(entry.key.block))"
            text += count > 1 ? ", count: \(count)}\n" : "}\n"
        }
        return text
    }

    private static func quoted(_ path: String) -> String { "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" }

    /// Reads a baseline; what cannot be read is told with its place.
    package static func read(_ bytes: [UInt8]) -> (baseline: Baseline, findings: [Finding]) {
        var report = Report(SettingsReader.about)
        var yaml = YAMLReader(bytes, 0..<bytes.count)
        let root = yaml.read()
        for problem in yaml.problems { report.add(problem.range, problem.kind.message) }
        var baseline = Baseline()
        for item in root?.items ?? [] {
            guard let path = item["path"]?.scalar, let rule = item["rule"]?.scalar, let block = item["block"]?.scalar,
                block.utf8.count == 17, let hash = UInt64(block.dropFirst(), radix: 16),
                let count = item["count"].map({ $0.scalar.flatMap { Int($0) } }) ?? 1, count > 0
            else {
                report.add(item.range, "This is no entry of a baseline. Write it anew with footing baseline write.")
                continue
            }
            baseline.add(Entry(path: path, key: FindingKey(rule: rule, block: hash)), count: count)
        }
        if let root, root.items == nil, !root.isNull {
            report.add(root.range, "A baseline is a list of entries. Write it anew with footing baseline write.")
        }
        return (baseline, report.findings)
    }
}
