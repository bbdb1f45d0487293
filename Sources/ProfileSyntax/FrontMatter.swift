/// The YAML between the two `---` lines that open a profile.
package struct FrontMatter: Sendable {
    /// With both `---` lines.
    package let range: Range<Int>
    /// Between the two lines.
    package let content: Range<Int>
    /// The mapping that the YAML holds; nil where it cannot be read or holds none.
    package let root: YAMLNode?
    /// What keeps it from being read, with the place.
    package let problems: [YAMLProblem]

    /// Reads the front matter that starts at an offset; nil where the text there is none.
    init?(_ bytes: [UInt8], _ lines: LineTable, from start: Int) {
        guard Self.isFence(bytes, start..<lines.range(0).upperBound, "---") else { return nil }
        let contentStart = lines.range(0).upperBound
        var closing: Range<Int>?
        var lost: Int?
        for line in 1..<max(lines.count, 1) {
            let range = lines.range(line)
            if Self.isFence(bytes, range, "---") || Self.isFence(bytes, range, "...") {
                closing = range
                break
            }
            // Without a closing line, what looks like the front matter's end is the best guess.
            if lost == nil,
                bytes.trimmed(range).isEmpty
                    || bytes[range.lowerBound] == UInt8(ascii: "#") && bytes.has("## ", at: range.lowerBound)
            {
                lost = range.lowerBound
            }
        }
        guard let closing else {
            let end = lost ?? bytes.count
            range = start..<end
            content = min(contentStart, end)..<end
            root = nil
            problems = [YAMLProblem(kind: .unclosed, range: bytes.trimmed(start..<contentStart))]
            return
        }
        range = start..<closing.upperBound
        content = contentStart..<closing.lowerBound
        var reader = YAMLReader(bytes, content)
        let node = reader.read()
        var problems = reader.problems
        switch node?.value {
        case .mapping: root = node
        case nil: root = nil
        default:
            root = nil
            if problems.isEmpty, let node {
                problems.append(YAMLProblem(kind: .notAMapping, range: node.range))
            }
        }
        self.problems = problems
    }

    private static func isFence(_ bytes: [UInt8], _ line: Range<Int>, _ fence: StaticString) -> Bool {
        bytes.has(fence, at: line.lowerBound) && bytes.trimmed(line).count == 3 && !bytes[line.lowerBound].isBlank
    }
}

/// What keeps YAML from being read.
package struct YAMLProblem: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case unclosed
        case notAMapping
        case tab
        case alias
        case tooDeep
        case severalDocuments
        /// What libyaml says.
        case syntax(String)
    }
    package var kind: Kind
    package var range: Range<Int>
}

/// A node of the front matter with the bytes that it was read from.
package struct YAMLNode: Sendable {
    package enum Value: Sendable {
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    package struct Entry: Sendable {
        package let key: YAMLNode
        package let value: YAMLNode
        /// The key's text; empty where it is no scalar.
        package let name: String

        package init(key: YAMLNode, value: YAMLNode) {
            self.key = key
            self.value = value
            name = key.scalar ?? ""
        }

        /// Where the value stands, or its key where there is none.
        package var place: Range<Int> { value.range.isEmpty ? key.range : value.range }
    }

    package var value: Value
    /// The node's bytes, with the quotation marks of a scalar and the brackets of a flow collection; empty for no value.
    package var range: Range<Int>

    package init(value: Value, range: Range<Int>) {
        self.value = value
        self.range = range
    }

    /// A scalar's text as YAML reads it.
    package var scalar: String? { if case .scalar(let text, _) = value { text } else { nil } }
    package var entries: [Entry]? { if case .mapping(let entries) = value { entries } else { nil } }
    package var items: [YAMLNode]? { if case .sequence(let items) = value { items } else { nil } }

    /// No value at all, `null` or `~`.
    package var isNull: Bool {
        if case .scalar(let text, true) = value { text.isEmpty || text == "~" || text == "null" } else { false }
    }

    /// The first value of a key.
    package subscript(_ name: String) -> YAMLNode? { entries?.first { $0.name == name }?.value }
}
