import ProfileSyntax

extension LayoutWriter {
    // MARK: - What may be rewritten

    /// Whether a paragraph is something that Markdown knows and profiles do not use – HTML, a link's definition, an underlined
    /// heading – which is kept as it is.
    func isKept(_ index: Int) -> Bool {
        let block = profile.blocks[index]
        for segment in profile.segments(of: block) where !segment.isEmpty {
            switch bytes[segment.lowerBound] {
            case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "$"), UInt8(ascii: ">"),
                UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "~"):
                return true
            case UInt8(ascii: "["):
                if let close = bytes[segment].firstIndex(of: UInt8(ascii: "]")), bytes.has("]:", at: close) { return true }
            default: continue
            }
        }
        return false
    }

    /// Whether a note or a list holds nothing but paragraphs, lists of them and empty lines, so that it can be laid out anew.
    func isPlain(_ index: Int) -> Bool {
        let block = profile.blocks[index]
        var last: Block.Kind?
        for child in profile.children(of: index) {
            let kind = profile.blocks[child].kind
            switch kind {
            case .paragraph:
                if isKept(child) || last == .paragraph { return false }
            case .listItem: if !isPlain(child) { return false }
            case .list:
                if last == nil || block.isNote || !isPlain(child) { return false }
            case .blank:
                if last == nil || bytes[profile.blocks[child].range].contains(where: { !$0.isWhitespace }) { return false }
            default: return false
            }
            last = kind
        }
        return last != nil && last != .blank
    }

    /// Whether the lines of a paragraph may become one.
    func isJoined(_ block: Block) -> Bool {
        let segments = profile.segments(of: block)
        guard segments.count > 1 else { return true }
        for segment in segments.dropLast() {
            if bytes.has("  ", at: segment.upperBound) { return false }
            if segment.last.map({ bytes[$0] == UInt8(ascii: "\\") }) ?? true { return false }
        }
        // A line that opens what another closes is no plain text.
        if segments.contains(where: { bytes[$0].contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "`") } }) {
            return false
        }
        for (first, second) in zip(segments, segments.dropFirst()) {
            if second.first.map({ "](".utf8.contains(bytes[$0]) }) ?? false { return false }
            if let open = first.last(where: { "[]".utf8.contains(bytes[$0]) }), bytes[open] == UInt8(ascii: "[") { return false }
        }
        return !segments.contains { segment in
            segment.contains { bytes.has("](", at: $0) && !bytes[$0..<segment.upperBound].contains(UInt8(ascii: ")")) }
        }
    }

    // MARK: - Text

    /// A leaf's text, or the part of it in one segment, with its edits made and its blanks single.
    mutating func writeText(_ block: Block, _ part: Range<Int>? = nil) {
        let bytes = profile.bytes
        let start = (part ?? profile.content(of: block)).lowerBound
        let segments = part.map { [$0][...] } ?? profile.segments(of: block)
        let kept = profile.inlines(of: block).filter(\.isKept)
        var nextKept = kept.startIndex
        var nextEdit = edits.partitioningIndex { $0.range.lowerBound >= start }
        var offset = start
        for segment in segments {
            // A line end is a blank, unless an edit took it along.
            if offset > start, offset < segment.lowerBound {
                if nextEdit < edits.endIndex, edits[nextEdit].range.lowerBound == offset {
                    text += edits[nextEdit].replacement.utf8
                    offset = edits[nextEdit].range.upperBound
                    nextEdit += 1
                } else {
                    text.append(0x20)
                }
            }
            if offset < segment.lowerBound {
                offset = segment.lowerBound
                while offset < segment.upperBound, let length = bytes.blankLength(at: offset) { offset += length }
            }
            while offset < segment.upperBound {
                while nextKept < kept.endIndex, kept[nextKept].range.upperBound <= offset { nextKept += 1 }
                while nextEdit < edits.endIndex, edits[nextEdit].range.lowerBound < offset { nextEdit += 1 }
                let edit = nextEdit < edits.endIndex ? edits[nextEdit] : nil
                if let edit, edit.range.lowerBound == offset {
                    nextEdit += 1
                    // An edit over the end of a line that stays is left for the editor.
                    if part != nil, edit.range.upperBound > segment.upperBound { continue }
                    text += edit.replacement.utf8
                    offset = edit.range.upperBound
                    continue
                }
                let editStart = min(edit?.range.lowerBound ?? Int.max, segment.upperBound)
                let keptRange = nextKept < kept.endIndex ? kept[nextKept].range : nil
                if let keptRange, keptRange.lowerBound <= offset {
                    let end = min(keptRange.upperBound, segment.upperBound)
                    text += bytes[offset..<end]
                    offset = end
                } else {
                    let end = min(editStart, keptRange?.lowerBound ?? Int.max)
                    writeRun(offset..<end, of: bytes, isFirst: offset == start, isLast: end == segment.upperBound)
                    offset = end
                }
            }
        }
    }

    /// Bytes with every run of blanks made one space (decision 27); wide blanks that a text starts with are its indent, and none
    /// are left at a line's end.
    private mutating func writeRun(_ range: Range<Int>, of bytes: [UInt8], isFirst: Bool, isLast: Bool) {
        var offset = range.lowerBound
        if isFirst { while offset < range.upperBound, let length = bytes.blankLength(at: offset) { offset += length } }
        var copied = range.lowerBound
        bytes.withUnsafeBufferPointer { buffer in
            while offset < range.upperBound {
                let byte = buffer[offset]
                // One space with a plain character behind it is what most blanks are.
                if byte == 0x20, offset + 1 < range.upperBound, buffer[offset + 1] > 0x20, buffer[offset + 1] < 0x80 {
                    offset += 2
                    continue
                }
                // Of all bytes only these may start a blank that is no single space.
                guard byte <= 0x20 || byte == 0xC2 || byte == 0xE2, let length = bytes.blankLength(at: offset) else {
                    offset += 1
                    continue
                }
                var end = offset + length
                while end < range.upperBound, let more = bytes.blankLength(at: end) { end += more }
                let isEnd = isLast && end == range.upperBound
                if isEnd || end - offset > 1 || byte != 0x20 {
                    text += buffer[copied..<offset]
                    if !isEnd { text.append(0x20) }
                    copied = end
                }
                offset = end
            }
            if copied < range.upperBound { text += buffer[copied..<range.upperBound] }
        }
    }

    // MARK: - Lines that stay

    /// The leaf blocks of a block line by line; code and comments keep their blanks.
    mutating func writeLeaves(_ index: Int) {
        for (offset, block) in profile.blocks[index..<profile.blocks[index].next].enumerated()
        where block.next == index + offset + 1 {
            switch block.kind {
            case .blank where !bytes[block.range].contains(where: { !$0.isWhitespace }):
                // Decision 3; an empty line of a quotation or a list may carry its sign.
                if text.last == .newline { text.append(.newline) }
            case .code, .comment: writeLines(block.range, keepingBlanks: true)
            default: writeLines(block.range, isParagraph: block.isParagraph)
            }
        }
    }

    mutating func writeLines(_ range: Range<Int>, keepingBlanks: Bool = false, isParagraph: Bool = false) {
        var start = range.lowerBound
        while start < range.upperBound {
            let line = start..<min(profile.lines.range(profile.lines.line(at: start)).upperBound, range.upperBound)
            var end = line.upperBound
            while end > line.lowerBound, bytes[end - 1] == .newline || bytes[end - 1] == .carriageReturn { end -= 1 }
            let written = end
            if !keepingBlanks { while end > line.lowerBound, bytes[end - 1].isBlank { end -= 1 } }
            text += bytes[line.lowerBound..<end]
            // Two spaces before another line of the paragraph are a line break.
            if isParagraph, written - end >= 2, end > line.lowerBound, line.upperBound < range.upperBound {
                text += [.space, .space]
            }
            if end < line.upperBound, bytes[line.upperBound - 1] == .newline { text.append(.newline) }
            start = line.upperBound
        }
    }
}

extension Inline {
    /// Whether its bytes are kept as they are.
    fileprivate var isKept: Bool {
        switch kind {
        case .code, .comment, .htmlTag, .url, .image: true
        default: false
        }
    }
}
