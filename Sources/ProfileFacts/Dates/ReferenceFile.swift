import ProfileSyntax

/// A mistake in a file of `Config/reference`, with its place there.
package struct ReferenceProblem: Sendable, Equatable, CustomStringConvertible {
    /// One-based.
    package let line: Int
    /// Half-open range of byte offsets in the file.
    package let range: Range<Int>
    package let message: String
    package var description: String { "line \(line): \(message)" }
}

/// Reads a file of `Config/reference` that has one entry a line, and tells what is wrong with it, and where.
struct ReferenceFile {
    private let bytes: [UInt8]
    private let lines: LineTable
    private(set) var problems: [ReferenceProblem] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = LineTable(bytes)
    }

    /// The entries, each read by a closure that gives nil for what cannot be used.
    mutating func read<Value>(_ keys: Set<String>, _ make: (inout ReferenceEntry) -> Value?) -> [Value] {
        var reader = YAMLReader(bytes, 0..<bytes.count)
        let root = reader.read()
        for problem in reader.problems {
            let text = if case .syntax(let text) = problem.kind { text } else { "\(problem.kind)" }
            add(problem.range, "the YAML cannot be read: \(text)")
        }
        guard let root else { return [] }
        guard let items = root.items else {
            add(root.range, "the file must be a list of entries, each with - before it")
            return []
        }
        return items.compactMap { item in
            var entry = ReferenceEntry(item, keys)
            let value = make(&entry)
            for (range, message) in entry.problems { add(range, message) }
            return value
        }
    }

    private mutating func add(_ range: Range<Int>, _ message: String) {
        problems.append(
            ReferenceProblem(
                line: lines.line(at: min(range.lowerBound, max(bytes.count - 1, 0))) + 1, range: range, message: message))
    }
}

/// One entry of a reference file: its values by type, and what is wrong with them.
struct ReferenceEntry {
    private let node: YAMLNode
    private(set) var problems: [(Range<Int>, String)] = []

    init(_ node: YAMLNode, _ keys: Set<String>) {
        self.node = node
        guard let entries = node.entries else {
            problems.append((node.range, "an entry must be a mapping: {key: value, …}"))
            return
        }
        var seen = Set<String>()
        for entry in entries {
            if !keys.contains(entry.name) {
                let nearest = NearestName.of(entry.name, among: keys.sorted()).map { "; did you mean `\($0)`?" } ?? ""
                problems.append((entry.key.range, "`\(entry.name)` is no key of this file\(nearest)"))
            } else if !seen.insert(entry.name).inserted {
                problems.append((entry.key.range, "`\(entry.name)` is given twice"))
            }
        }
    }

    mutating func fail(_ key: String, _ message: String) { problems.append((node[key]?.range ?? node.range, message)) }

    mutating func text(_ key: String, isRequired: Bool = false) -> String? {
        if let text = node[key]?.scalar, !text.isEmpty { return text }
        if isRequired || node[key] != nil { fail(key, "`\(key)` is missing or no text") }
        return nil
    }

    mutating func day(_ key: String, isRequired: Bool = false) -> CalendarDate? {
        guard let text = text(key, isRequired: isRequired) else { return nil }
        do throws(CalendarDate.Mistake) {
            let date = try CalendarDate(iso: text)
            if date.day != nil { return date }
            fail(key, "`\(key): \(text)` must be a day, YYYY-MM-DD")
        } catch {
            switch error {
            case .form: fail(key, "`\(key): \(text)` must be a day, YYYY-MM-DD")
            case .month(let month): fail(key, "`\(key): \(text)`: there is no month \(month)")
            case .day(let day, let last):
                fail(key, "`\(key): \(text)`: there is no day \(day), that month has \(last) days")
            }
        }
        return nil
    }

    mutating func number(_ key: String, isRequired: Bool = false) -> Int? {
        guard let text = text(key, isRequired: isRequired) else { return nil }
        if let number = Int(text), number > 0 { return number }
        fail(key, "`\(key): \(text)` must be a whole number above 0")
        return nil
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, isRequired: Bool = false) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(key, isRequired: isRequired) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        fail(key, "`\(key): \(text)` must be one of \(known.joined(separator: ", "))")
        return nil
    }

    func list(_ key: String) -> [String] { node[key]?.items?.compactMap(\.scalar) ?? [] }
}
