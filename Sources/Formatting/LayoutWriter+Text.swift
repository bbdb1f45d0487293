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
                if last == nil || block.kind == .note || !isPlain(child) { return false }
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
        let whole = profile.content(of: block)
        let segments = part.map { [$0][...] } ?? profile.segments(of: block)
        let kept = profile.inlines(of: block).filter(\.isKept)
        var nextKept = kept.startIndex
        var nextEdit = edits.partitioningIndex { $0.range.lowerBound >= (part ?? whole).lowerBound }
        var offset = 0
        var needsSpace = false
        var isAtStart = true
        for segment in segments {
            if !isAtStart, offset < segment.lowerBound { needsSpace = true }
            // What is done to the end of a line before the next one.
            if !isAtStart, nextEdit < edits.endIndex, edits[nextEdit].range.lowerBound == offset, offset < segment.lowerBound {
                text += edits[nextEdit].replacement.utf8
                needsSpace = false
                offset = edits[nextEdit].range.upperBound
                nextEdit += 1
            }
            offset = max(offset, segment.lowerBound)
            while offset < segment.upperBound {
                while nextKept < kept.endIndex, kept[nextKept].range.upperBound <= offset { nextKept += 1 }
                if nextEdit < edits.endIndex, edits[nextEdit].range.lowerBound <= offset {
                    let edit = edits[nextEdit]
                    nextEdit += 1
                    // An edit over the end of a line that stays is left for the editor.
                    if edit.range.lowerBound < offset || part != nil && edit.range.upperBound > segment.upperBound { continue }
                    if needsSpace, !edit.replacement.isEmpty { text.append(.space) }
                    needsSpace = false
                    text += edit.replacement.utf8
                    offset = edit.range.upperBound
                } else if nextKept < kept.endIndex, kept[nextKept].range.lowerBound <= offset {
                    if needsSpace { text.append(.space) }
                    needsSpace = false
                    let end = min(kept[nextKept].range.upperBound, segment.upperBound)
                    text += bytes[offset..<end]
                    offset = end
                } else if !isAtStart, let length = bytes.blankLength(at: offset) {
                    // Decision 27.
                    needsSpace = true
                    offset += length
                } else {
                    if needsSpace { text.append(.space) }
                    needsSpace = false
                    text.append(bytes[offset])
                    if isAtStart, bytes.blankLength(at: offset) != nil {
                        // What is indented by a wide space stays so.
                        offset += 1
                        while offset < segment.upperBound, bytes[offset].isContinuation {
                            text.append(bytes[offset])
                            offset += 1
                        }
                        continue
                    }
                    offset += 1
                }
                isAtStart = false
            }
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
            default: writeLines(block.range, isParagraph: block.kind == .paragraph)
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
