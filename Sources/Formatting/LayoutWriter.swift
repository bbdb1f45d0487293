import ProfileSyntax

/// Writes a profile block by block in its one layout, with typographic edits made on the way.
struct LayoutWriter {
    let profile: Profile
    let edits: [Edit]
    let isText: Bool
    var text: [UInt8] = []

    var bytes: [UInt8] { profile.bytes }

    init(_ profile: Profile, _ edits: [Edit], isText: Bool) {
        self.profile = profile
        self.edits = edits
        self.isText = isText
        text.reserveCapacity(profile.bytes.count + 256)
    }

    mutating func write() -> [UInt8] {
        writeFrontMatter()
        var last: Int?
        for block in BlockOrder(profile, isText: isText).indices {
            // Decision 3.
            if let last, isApart(last, block) { text.append(.newline) }
            if last == nil, !text.isEmpty, text.last == .newline, profile.frontMatter != nil, hasBlankBefore(block) || isText {
                text.append(.newline)
            }
            writeBlock(block)
            endLine()
            last = block
        }
        // Decision 4.
        while text.last == .newline { text.removeLast() }
        if !text.isEmpty { text.append(.newline) }
        return text
    }

    private mutating func writeFrontMatter() {
        guard profile.bodyStart > 0 else { return }
        if let frontMatter = profile.frontMatter, let lines = FrontMatterLayout(profile, frontMatter).write() {
            text += bytes[0..<frontMatter.range.lowerBound]
            text += lines
        } else {
            writeLines(0..<profile.bodyStart)
        }
    }

    private func hasBlankBefore(_ block: Int) -> Bool { block > 0 && profile.blocks[block - 1].isBlank }

    /// Whether an empty line stands between two blocks: always, but where it would make one of them something else.
    private func isApart(_ first: Int, _ second: Int) -> Bool {
        if hasBlankBefore(second) || profile.blocks[first].next != second { return true }
        switch (profile.blocks[first].kind, profile.blocks[second].kind) {
        case (.table, .heading): return true
        // A line of dashes makes a heading of the paragraph above it; a line below a table may be a row of it.
        case (.paragraph, .thematicBreak), (.table, _), (.comment, .comment): return false
        case (.paragraph, _): return !isKept(first)
        case (.code, _), (.thematicBreak, _), (.heading, _), (.comment, _), (.list, _), (.note, _), (.blockQuote, _): return true
        default: return false
        }
    }

    // MARK: - Blocks

    private mutating func writeBlock(_ index: Int) {
        let block = profile.blocks[index]
        switch block.kind {
        case .heading(let level): writeHeading(block, level)
        case .paragraph where isText && !isKept(index): writeParagraph(block, indent: 0)
        case .table where isText:
            if let table = TableLayout(profile, block) { text += table.text() } else { writeLeaves(index) }
        case .list where isText && isPlain(index): writeList(index, indent: 0)
        case .note where isText && isPlain(index): writeNote(index)
        default: writeLeaves(index)
        }
    }

    /// Decision 5. A heading whose text ends in a number sign keeps its line, for the sign could be taken for a closing one.
    private mutating func writeHeading(_ block: Block, _ level: Int) {
        guard isText, let content = profile.segments(of: block).first,
            content.last.map({ bytes[$0] != UInt8(ascii: "#") }) ?? true
        else {
            return writeLines(block.range)
        }
        text += repeatElement(UInt8(ascii: "#"), count: level)
        if !content.isEmpty {
            text.append(.space)
            writeText(block)
        }
    }

    /// Decision 6: one line, but for the line breaks that are meant.
    mutating func writeParagraph(_ block: Block, indent: Int) {
        if isJoined(block) { return writeText(block) }
        for (number, segment) in profile.segments(of: block).enumerated() {
            if number > 0 {
                text.append(.newline)
                text += repeatElement(.space, count: indent)
            }
            writeText(block, segment)
            let isLast = number + 1 == block.segments.count
            // Decision 2.
            if !isLast, bytes.has("  ", at: segment.upperBound) { text += [.space, .space] }
        }
    }

    private mutating func writeNote(_ index: Int) {
        guard let label = profile.blocks[index].label else { return }
        text += bytes[label.range]
        var isFirst = true
        for child in profile.children(of: index) where profile.blocks[child].isParagraph {
            text += isFirst ? [.space] : Array("\n\n    ".utf8)
            writeParagraph(profile.blocks[child], indent: 4)
            isFirst = false
        }
    }

    /// Decision 7: hyphens for bullets, one space behind the sign, what belongs to an item below its text.
    private mutating func writeList(_ list: Int, indent: Int) {
        let keepsSign = hasListBeside(list)
        for item in profile.children(of: list) {
            let block = profile.blocks[item]
            guard block.kind == .listItem else {
                writeBlank()
                continue
            }
            endLine()
            text += repeatElement(.space, count: indent)
            let sign = signOfItem(item)
            text += profile.blocks[list].kind == .list(ordered: true) || keepsSign ? Array(bytes[sign]) : [UInt8(ascii: "-")]
            text.append(.space)
            let inner = indent + sign.count + 1
            var isFirst = true
            for child in profile.children(of: item) {
                switch profile.blocks[child].kind {
                case .paragraph:
                    if !isFirst {
                        endLine()
                        text += repeatElement(.space, count: inner)
                    }
                    writeParagraph(profile.blocks[child], indent: inner)
                case .blank:
                    writeBlank()
                default:
                    writeList(child, indent: inner)
                }
                isFirst = false
            }
        }
    }

    private mutating func endLine() {
        if let last = text.last, last != .newline { text.append(.newline) }
    }

    private mutating func writeBlank() {
        endLine()
        text.append(.newline)
    }

    private func signOfItem(_ item: Int) -> Range<Int> {
        let block = profile.blocks[item]
        // The first paragraph's text ends the sign and its blanks; other items' signs may stand before it on the line.
        let start = profile.segments(of: profile.blocks[item + 1]).first?.lowerBound ?? block.range.lowerBound
        var end = start
        while end > block.range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
        var lower = end
        while lower > block.range.lowerBound, !bytes[lower - 1].isBlank { lower -= 1 }
        return lower..<end
    }

    /// Whether another list of the same kind stands beside one: but for its sign the two would be one.
    private func hasListBeside(_ list: Int) -> Bool {
        let blocks = profile.blocks
        var before: Int?
        for sibling in profile.children(of: blocks[list].parent < 0 ? nil : blocks[list].parent)
        where !blocks[sibling].isBlank {
            if let before, sibling == list || before == list, blocks[before].kind == blocks[sibling].kind { return true }
            before = sibling
        }
        return false
    }
}
