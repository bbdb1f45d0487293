import ProfileSyntax

/// Findings that may stand for now: those that were there when a team began to check.
///
/// An entry is a rule, a path below the settings' root, and a hash of the block without its digits, with how many there are: so
/// it survives what moves in the file, renumbering, and edits elsewhere. Entries of a path that is gone hold for the same
/// blocks in another file, which was renamed.
package struct Baseline: Sendable, Equatable {
    /// The entries of one path, or of all that are gone: how many of each there are.
    package typealias Counts = [FindingKey: Int]

    private var pages: [String: Counts] = [:]

    package init() {}

    package var isEmpty: Bool { pages.isEmpty }
    package var count: Int { pages.values.reduce(0) { $0 + $1.values.reduce(0, +) } }
    package var paths: [String] { pages.keys.sorted() }

    package mutating func add(_ key: FindingKey, path: String, count: Int = 1) {
        if count > 0 { pages[path, default: [:]][key, default: 0] += count }
    }

    package mutating func add(_ other: Baseline) {
        for (path, counts) in other.pages { for (key, count) in counts { add(key, path: path, count: count) } }
    }

    /// The entries of paths for which a condition holds.
    package func filter(_ isIncluded: (String) -> Bool) -> Baseline {
        var result = Baseline()
        result.pages = pages.filter { isIncluded($0.key) }
        return result
    }

    /// What is left of it once another has been taken away.
    package func subtracting(_ other: Baseline) -> Baseline {
        var result = Baseline()
        for (path, counts) in pages {
            for (key, count) in counts { result.add(key, path: path, count: count - (other.pages[path]?[key] ?? 0)) }
        }
        return result
    }

    /// Takes one entry of the first path that has it; whether one had.
    package mutating func take(_ key: FindingKey, of paths: [String]) -> Bool {
        for path in paths {
            guard let count = pages[path]?[key], count > 0 else { continue }
            pages[path]?[key] = count > 1 ? count - 1 : nil
            if pages[path]?.isEmpty == true { pages[path] = nil }
            return true
        }
        return false
    }

    // MARK: - A profile's part

    /// What a baseline says of one profile.
    package struct Page: Sendable, Equatable {
        /// The entries of the profile's own path.
        private var own: Counts = [:]
        /// The entries of paths where nothing is any more.
        private var gone: Counts = [:]

        package init(own: Counts = [:], gone: Counts = [:]) {
            self.own = own
            self.gone = gone
        }

        package var isEmpty: Bool { own.isEmpty && gone.isEmpty }

        /// Takes entries for findings; gives which of them the baseline does not hold.
        mutating func take(_ keys: [FindingKey]) -> [Bool] {
            keys.map { key in !Self.take(key, from: &own) && !Self.take(key, from: &gone) }
        }

        private static func take(_ key: FindingKey, from counts: inout Counts) -> Bool {
            guard let count = counts[key], count > 0 else { return false }
            counts[key] = count - 1
            return true
        }

        /// How many entries of its own path nothing took.
        package var unused: Int { own.values.reduce(0, +) }

        /// The entries of paths that are gone which this page has and a later one has not.
        package func goneTaken(until later: Page) -> Counts {
            gone.merging(later.gone) { $0 - $1 }.filter { $0.value > 0 }
        }
    }

    /// All entries, whatever their path.
    package var merged: Counts {
        var counts: Counts = [:]
        for page in pages.values { counts.merge(page, uniquingKeysWith: +) }
        return counts
    }

    /// What it says of a profile; `gone` are the entries of paths where nothing is any more.
    package func page(of path: String, gone: Counts) -> Page { Page(own: pages[path] ?? [:], gone: gone) }

    // MARK: - The file

    package struct Entry: Sendable, Equatable {
        package let path: String
        package let key: FindingKey
        package let count: Int
    }

    /// The entries in the order of the file.
    package var entries: [Entry] {
        pages.sorted { $0.key < $1.key }.flatMap { path, counts in
            counts.sorted { ($0.key.rule, $0.key.block) < ($1.key.rule, $1.key.block) }
                .map { Entry(path: path, key: $0.key, count: $0.value) }
        }
    }

    /// The baseline as YAML, an entry a line, so that changes to it can be read and merged.
    package var text: String {
        var text = """
            # Findings that may stand for now: written by footing baseline write; footing baseline prune takes away what was mended.

            """
        for entry in entries {
            let path = entry.path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            text += "- {path: '\(path)', rule: \(entry.key.rule), block: x\(StableHash.text(entry.key.block))"
            text += entry.count > 1 ? ", count: \(entry.count)}\n" : "}\n"
        }
        return text
    }

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
            baseline.add(FindingKey(rule: rule, block: hash), path: path, count: count)
        }
        if let root, root.items == nil, !root.isNull {
            report.add(root.range, "A baseline is a list of entries. Write it anew with footing baseline write.")
        }
        return (baseline, report.findings)
    }
}
