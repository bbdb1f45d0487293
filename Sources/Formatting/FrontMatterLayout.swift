import ProfileFacts
import ProfileSyntax

/// The front matter in its one form: keys in the topic's order, one space behind a colon, two for an indent, quotation marks only
/// where they are needed, each comment with the key that it stands above or behind (decisions 10 to 13).
///
/// Front matter that cannot be read, or holds what profiles do not use – text over several lines, comments inside brackets,
/// anchors, tags, keys twice – is kept line by line.
struct FrontMatterLayout {
    private let bytes: [UInt8]
    private let lines: LineTable
    private let frontMatter: FrontMatter
    private var text: [UInt8] = []
    /// The lines between keys that hold comments only, or nothing.
    private var comments: [Range<Int>] = []
    private var isRegular = true

    init(_ profile: Profile, _ frontMatter: FrontMatter) {
        bytes = profile.bytes
        lines = profile.lines
        self.frontMatter = frontMatter
    }

    /// The lines with both fences; nil where they are to be kept.
    consuming func write() -> [UInt8]? {
        guard let root = frontMatter.root, frontMatter.problems.isEmpty, let entries = root.entries, !entries.isEmpty else {
            return nil
        }
        comments = commentLines()
        text += Array("---\n".utf8)
        let fields = root["topic"]?.scalar.flatMap(Topic.named)?.fields ?? Topic.common
        writeHead(before: root.range.lowerBound)
        write(entries, FieldOrder.fields(fields), column: 0)
        // What stands below the last key belongs to no key.
        writeComments(before: frontMatter.content.upperBound, column: 0)
        text += Array("---\n".utf8)
        return isRegular && comments.isEmpty ? text : nil
    }

    // MARK: - Entries

    private mutating func write(_ entries: [YAMLNode.Entry], _ order: FieldOrder, column: Int) {
        guard isRegular else { return }
        var seen: Set<String> = []
        var pieces: [(rank: Int, text: [UInt8])] = []
        let outer = text
        for (index, entry) in entries.enumerated() {
            guard let key = key(entry.key), seen.insert(entry.name).inserted else {
                isRegular = false
                return
            }
            text = []
            writeComments(before: entry.key.range.lowerBound, column: column)
            if outer.isEmpty || index == 0 && text.first == .newline { text.removeFirst(min(1, text.count)) }
            indent(column)
            text += key
            text.append(UInt8(ascii: ":"))
            writeValue(entry, order.below(entry.name), column: column)
            if index + 1 < entries.count {
                let next = entries[index + 1].key.range.lowerBound
                writeComments(before: next, column: column, deeperThan: next - lines.range(lines.line(at: next)).lowerBound)
            } else if column == 0 {
                writeComments(before: frontMatter.content.upperBound, column: column, deeperThan: 0)
            }
            pieces.append((order.rank(entry.name), text))
            guard isRegular else { return }
        }
        let sorted = pieces.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        text = outer
        for (index, piece) in sorted.enumerated() {
            // No empty line opens the front matter.
            text += index == 0 ? Array(piece.element.text.drop { $0 == .newline }) : piece.element.text
        }
    }

    private mutating func writeValue(_ entry: YAMLNode.Entry, _ order: FieldOrder, column: Int) {
        let value = entry.value
        let colon = colon(behind: entry.key)
        let isFlow = value.range.first.map { bytes[$0] == UInt8(ascii: "{") || bytes[$0] == UInt8(ascii: "[") } ?? false
        switch value.value {
        case .mapping(let entries) where !isFlow:
            writeTrailingComment(behind: colon)
            text.append(.newline)
            write(entries, order, column: column + 2)
        case .sequence(let items) where !isFlow:
            writeTrailingComment(behind: colon)
            text.append(.newline)
            for item in items {
                writeComments(before: item.range.lowerBound, column: column + 2)
                guard let inline = inline(item) else { return isRegular = false }
                indent(column + 2)
                text += [UInt8(ascii: "-"), .space]
                text += inline
                writeTrailingComment(behind: item.range.upperBound)
                text.append(.newline)
            }
        default:
            let isBeside =
                value.range.isEmpty || lines.line(at: value.range.lowerBound) == lines.line(at: entry.key.range.lowerBound)
            guard isBeside, let inline = inline(value) else { return isRegular = false }
            if !inline.isEmpty { text.append(.space) }
            text += inline
            writeTrailingComment(behind: value.range.isEmpty ? colon : value.range.upperBound)
            text.append(.newline)
        }
    }

    /// Behind the colon of a key.
    private func colon(behind key: YAMLNode) -> Int {
        let offset = bytes.skippingBlanks(key.range.upperBound, to: frontMatter.content.upperBound)
        return offset < bytes.count && bytes[offset] == UInt8(ascii: ":") ? offset + 1 : offset
    }

    // MARK: - Scalars

    private func key(_ node: YAMLNode) -> [UInt8]? {
        guard case .scalar(let text, _) = node.value, !node.range.isEmpty, isOneLine(node.range) else { return nil }
        return scalar(text, node)
    }

    /// A scalar or a collection in brackets, on one line; nil for what is to be kept.
    private func inline(_ node: YAMLNode) -> [UInt8]? {
        guard isOneLine(node.range), !hasComment(node.range) else { return nil }
        switch node.value {
        case .scalar(let text, _): return node.range.isEmpty ? [] : scalar(text, node)
        case .sequence(let items):
            guard bytes[node.range.lowerBound] == UInt8(ascii: "[") else { return nil }
            let parts = items.compactMap(inline)
            guard parts.count == items.count, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
            return [UInt8(ascii: "[")] + Array(parts.joined(separator: [UInt8(ascii: ","), .space])) + [UInt8(ascii: "]")]
        case .mapping(let entries):
            guard bytes[node.range.lowerBound] == UInt8(ascii: "{") else { return nil }
            let parts = entries.compactMap { entry in
                key(entry.key).flatMap { key in
                    inline(entry.value).flatMap { $0.isEmpty ? nil : key + [UInt8(ascii: ":"), .space] + $0 }
                }
            }
            guard parts.count == entries.count, Set(entries.map(\.name)).count == entries.count else { return nil }
            return [UInt8(ascii: "{")] + Array(parts.joined(separator: [UInt8(ascii: ","), .space])) + [UInt8(ascii: "}")]
        }
    }

    private func scalar(_ text: String, _ node: YAMLNode) -> [UInt8]? {
        guard case .scalar(_, let isPlain) = node.value else { return nil }
        let first = bytes[node.range.lowerBound]
        // Anchors, tags and text in blocks.
        guard !"&!|>*".utf8.contains(first) else { return nil }
        if isPlain || first != UInt8(ascii: "\"") && first != UInt8(ascii: "'") { return Array(bytes[node.range]) }
        if YAMLScalar.canBePlain(text) { return Array(text.utf8) }
        // What double marks would have to escape keeps its own marks.
        if text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }) {
            return Array(bytes[node.range])
        }
        return Array("\"\(text)\"".utf8)
    }

    private func isOneLine(_ range: Range<Int>) -> Bool { !bytes[range].contains(.newline) }

    private func hasComment(_ range: Range<Int>) -> Bool {
        range.contains { bytes[$0] == UInt8(ascii: "#") && $0 > range.lowerBound && bytes[$0 - 1].isBlank }
    }

    // MARK: - Comments

    private mutating func indent(_ column: Int) { text += repeatElement(.space, count: column) }

    /// The lines of the front matter that are empty or hold a comment only.
    private func commentLines() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var offset = frontMatter.content.lowerBound
        while offset < frontMatter.content.upperBound {
            let line = lines.range(lines.line(at: offset))
            let start = bytes.trimmed(line)
            if start.isEmpty || bytes[start.lowerBound] == UInt8(ascii: "#") { found.append(line) }
            offset = line.upperBound
        }
        return found
    }

    /// Comments at the top with an empty line below them speak of the file.
    private mutating func writeHead(before offset: Int) {
        let above = comments.prefix { $0.upperBound <= offset }
        guard let last = above.lastIndex(where: { bytes.trimmed($0).isEmpty }),
            above[..<last].contains(where: { !bytes.trimmed($0).isEmpty })
        else { return }
        writeComments(before: comments[last].lowerBound, column: 0)
        if !text.suffix(2).elementsEqual([.newline, .newline]) { text.append(.newline) }
    }

    /// Decision 12: the comments above a place, at its column; one empty line stands for several.
    private mutating func writeComments(before offset: Int, column: Int, deeperThan least: Int = -1) {
        while let line = comments.first, line.upperBound <= offset {
            let content = bytes.trimmed(line)
            if least >= 0 {
                // A comment that is indented deeper than the next key belongs to the keys above it.
                guard !content.isEmpty, content.lowerBound - line.lowerBound > least else { return }
                indent(column + 2)
            } else if content.isEmpty {
                comments.removeFirst()
                if !text.suffix(2).elementsEqual([.newline, .newline]), text != [.newline] { text.append(.newline) }
                continue
            } else {
                indent(column)
            }
            comments.removeFirst()
            text += bytes[content]
            text.append(.newline)
        }
    }

    /// Decision 12: a comment behind a value stays on its line, two spaces away.
    private mutating func writeTrailingComment(behind offset: Int) {
        let line = lines.range(lines.line(at: max(offset - 1, 0)))
        let rest = bytes.trimmed(min(offset, line.upperBound)..<line.upperBound)
        guard !rest.isEmpty else { return }
        guard bytes[rest.lowerBound] == UInt8(ascii: "#") else { return isRegular = false }
        text += [.space, .space]
        text += bytes[rest]
    }
}

/// In which order the keys of a mapping stand (decision 10).
enum FieldOrder {
    case fields([Topic.Field])
    /// The figures of the ledger.
    case figures
    case figure
    /// The order of the text.
    case asWritten

    /// A key's place; keys that the topic does not know stand behind those that it does.
    func rank(_ key: String) -> Int {
        switch self {
        case .fields(let fields): fields.firstIndex { $0.name == key } ?? Int.max
        case .figure: LedgerFigure.keys.firstIndex(of: key) ?? Int.max
        case .figures, .asWritten: 0
        }
    }

    /// The order of what a key holds.
    func below(_ key: String) -> FieldOrder {
        switch self {
        case .fields(let fields):
            switch fields.first(where: { $0.name == key }) {
            case let field? where field.kind == .figures: .figures
            case let field?: .fields(field.fields)
            case nil: .asWritten
            }
        case .figures: .figure
        case .figure, .asWritten: .asWritten
        }
    }
}
