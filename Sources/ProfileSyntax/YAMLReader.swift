import CLibYAML

/// Reads YAML through libyaml's events, each with its exact byte range. Scalars stay text, as YAML 1.2 has them.
package struct YAMLReader {
    /// Front matter is a few levels deep; more is a mistake or an attack.
    static let deepest = 32

    private let bytes: [UInt8]
    private let range: Range<Int>
    package private(set) var problems: [YAMLProblem] = []
    private var places: CharacterPlaces

    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        places = CharacterPlaces(bytes, range)
    }

    private struct Event {
        var type: yaml_event_type_t
        var range: Range<Int>
        var text: String?
        var isPlain = false
    }

    /// The single document of the text; nil where it is empty or cannot be read, which ``problems`` then tells.
    package mutating func read() -> YAMLNode? {
        var events: [Event] = []
        events.reserveCapacity(64)
        guard readEvents(into: &events) else { return nil }
        var next = 0
        return node(events, &next, depth: 0)
    }

    private mutating func readEvents(into events: inout [Event]) -> Bool {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return false }
        defer { yaml_parser_delete(&parser) }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return true }
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, base + range.lowerBound, range.count)
            var documents = 0
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else {
                    problems.append(problem(parser))
                    return false
                }
                defer { yaml_event_delete(&event) }
                let place = places.offset(event.start_mark.index)..<places.offset(event.end_mark.index)
                switch event.type {
                case YAML_STREAM_END_EVENT:
                    return true
                case YAML_DOCUMENT_START_EVENT:
                    documents += 1
                    if documents > 1 {
                        problems.append(YAMLProblem(kind: .severalDocuments, range: place))
                        return false
                    }
                case YAML_ALIAS_EVENT:
                    problems.append(YAMLProblem(kind: .alias, range: place))
                    return false
                case YAML_SCALAR_EVENT:
                    let text = UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
                    let isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
                    events.append(
                        Event(type: event.type, range: place, text: String(decoding: text, as: UTF8.self), isPlain: isPlain))
                case YAML_MAPPING_START_EVENT, YAML_MAPPING_END_EVENT, YAML_SEQUENCE_START_EVENT, YAML_SEQUENCE_END_EVENT:
                    events.append(Event(type: event.type, range: place))
                default:
                    break
                }
            }
        }
    }

    private mutating func problem(_ parser: yaml_parser_t) -> YAMLProblem {
        var offset =
            parser.error == YAML_READER_ERROR
            ? range.lowerBound + parser.problem_offset : places.offset(parser.problem_mark.index)
        offset = min(max(offset, range.lowerBound), range.upperBound)
        var lineStart = offset
        while lineStart > range.lowerBound, bytes[lineStart - 1] != .newline { lineStart -= 1 }
        let indent = bytes.skippingBlanks(lineStart, to: range.upperBound)
        if let tab = bytes[lineStart..<indent].firstIndex(of: .tab) { return YAMLProblem(kind: .tab, range: tab..<tab + 1) }
        if offset < range.upperBound, bytes[offset] == .tab { return YAMLProblem(kind: .tab, range: offset..<offset + 1) }
        let said = parser.problem.map { String(cString: $0) } ?? "it is no YAML"
        var end = offset
        while end < range.upperBound, bytes[end] != .newline { end += 1 }
        return YAMLProblem(kind: .syntax(said), range: offset..<bytes.trimmed(offset..<end).upperBound)
    }

    private mutating func node(_ events: [Event], _ next: inout Int, depth: Int) -> YAMLNode? {
        guard next < events.count else { return nil }
        let event = events[next]
        next += 1
        guard depth < Self.deepest else {
            problems.append(YAMLProblem(kind: .tooDeep, range: event.range))
            next = events.count
            return nil
        }
        switch event.type {
        case YAML_SCALAR_EVENT:
            return YAMLNode(value: .scalar(event.text ?? "", isPlain: event.isPlain), range: event.range)
        case YAML_SEQUENCE_START_EVENT:
            var items: [YAMLNode] = []
            while next < events.count, events[next].type != YAML_SEQUENCE_END_EVENT {
                guard let item = node(events, &next, depth: depth + 1) else { return nil }
                items.append(item)
            }
            return YAMLNode(value: .sequence(items), range: close(events, &next, from: event.range))
        case YAML_MAPPING_START_EVENT:
            var entries: [YAMLNode.Entry] = []
            entries.reserveCapacity(4)
            while next < events.count, events[next].type != YAML_MAPPING_END_EVENT {
                guard let key = node(events, &next, depth: depth + 1), let value = node(events, &next, depth: depth + 1) else {
                    return nil
                }
                entries.append(YAMLNode.Entry(key: key, value: value))
            }
            return YAMLNode(value: .mapping(entries), range: close(events, &next, from: event.range))
        default:
            return nil
        }
    }

    /// The range of a collection; that of a block collection ends with its last line of content.
    private func close(_ events: [Event], _ next: inout Int, from start: Range<Int>) -> Range<Int> {
        guard next < events.count else { return start }
        let end = events[next].range
        let last = events[next - 1].range
        next += 1
        let upper = end.isEmpty ? max(last.upperBound, start.upperBound) : end.upperBound
        return start.lowerBound..<max(upper, start.lowerBound)
    }
}

/// Turns libyaml's marks, which count characters, into byte offsets. Ask in roughly ascending order.
private struct CharacterPlaces {
    private let bytes: [UInt8]
    private let range: Range<Int>
    private let isASCII: Bool
    private var character = 0
    private var offset: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        isASCII = bytes[range].allSatisfy { $0 < 0x80 }
        offset = range.lowerBound
    }

    mutating func offset(_ index: Int) -> Int {
        if isASCII { return min(range.lowerBound + index, range.upperBound) }
        if index < character {
            character = 0
            offset = range.lowerBound
        }
        while character < index, offset < range.upperBound {
            offset += 1
            while offset < range.upperBound, bytes[offset].isContinuation { offset += 1 }
            character += 1
        }
        return offset
    }
}
