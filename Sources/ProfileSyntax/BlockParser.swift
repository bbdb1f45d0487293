/// Cuts the body into blocks, line by line, in time linear in its size.
///
/// The blocks are those of Markdown that profiles use; whatever else Markdown knows is read as a paragraph, so it is kept.
struct BlockParser {
    /// Containers deeper than this are read as text.
    static let deepest = 32

    private enum Container {
        case blockQuote
        case list(marker: UInt8)
        /// What belongs to the item is indented by at least this many columns.
        case item(indent: Int)
        case note
    }

    private let bytes: [UInt8]
    private let lines: LineTable
    private let signs: BlockSigns
    private let form: FootnoteForm
    private let definedNotes: Set<Int>

    private var blocks: [Block] = []
    private var segments: [Range<Int>] = []

    private var open: [(container: Container, block: Int)] = []
    /// The leaf that the next line may continue, or -1.
    private var leaf = -1
    /// The fence of the open code block: its character and length; no fence for indented code.
    private var fence: (sign: UInt8, length: Int)?
    private var pendingBlank: Range<Int>?
    /// How many of the open containers the current line is in.
    private var depth = 0

    init(_ bytes: [UInt8], _ lines: LineTable, notes: NoteSurvey) {
        self.bytes = bytes
        self.lines = lines
        signs = BlockSigns(bytes: bytes)
        form = notes.form
        definedNotes = notes.defined
    }

    /// The blocks of the body, and the segments of their texts.
    consuming func parse(from bodyStart: Int) -> (blocks: [Block], segments: [Range<Int>]) {
        read(from: bodyStart)
        return (blocks, segments)
    }

    private mutating func read(from bodyStart: Int) {
        guard bodyStart < bytes.count else { return }
        // A note and its paragraph are two blocks, and an empty line stands behind most.
        blocks.reserveCapacity(lines.count + lines.count / 2)
        segments.reserveCapacity(lines.count)
        for line in lines.line(at: bodyStart)..<lines.count {
            var range = lines.range(line)
            if range.lowerBound < bodyStart { range = bodyStart..<range.upperBound }
            read(range)
        }
        close(to: 0)
        flushBlank()
    }

    // MARK: - One line

    private mutating func read(_ line: Range<Int>) {
        let end = contentEnd(line)
        if leaf >= 0, blocks[leaf].isComment { return continueComment(line, end) }

        var start = line.lowerBound
        let matched = matchContainers(&start, end)
        depth = matched
        let text = bytes.skippingBlanks(start, to: end)

        if leaf >= 0, blocks[leaf].kind == .code, matched == open.count, continueCode(line, start, end) { return }
        if text == end { return readBlank(line, matched) }
        if matched < open.count {
            let lazy = leaf >= 0 && blocks[leaf].isParagraph && !startsBlock(start, end, interrupting: true)
            if lazy { return append(line, text..<end) }
            close(to: matched)
        }
        start = openContainers(line, start, end)
        if bytes.skippingBlanks(start, to: end) < end {
            readLeaf(line, start, end)
        } else {
            // Nothing but the signs that open containers, such as the label of an empty note.
            flushBlank()
            addBlock(.blank, line)
        }
    }

    private func contentEnd(_ line: Range<Int>) -> Int {
        var end = line.upperBound
        if end > line.lowerBound, bytes[end - 1] == .newline { end -= 1 }
        while end > line.lowerBound, bytes[end - 1] == .carriageReturn { end -= 1 }
        return end
    }

    /// How many of the open containers a line continues; moves its start behind their signs and indents.
    private func matchContainers(_ start: inout Int, _ end: Int) -> Int {
        for (index, entry) in open.enumerated() {
            let text = bytes.skippingBlanks(start, to: end)
            switch entry.container {
            case .list:
                continue
            case .blockQuote:
                guard text < end, bytes[text] == UInt8(ascii: ">"), signs.columns(start, text) < 4 else { return index }
                start = text + 1
                if start < end, bytes[start] == .space { start += 1 }
            case .item(let indent):
                if text == end { continue }
                guard signs.columns(start, text) >= indent else { return index }
                start = signs.skip(indent, from: start, to: text)
            case .note:
                if text == end { continue }
                guard signs.columns(start, text) >= 4 else { return index }
                start = signs.skip(4, from: start, to: text)
            }
        }
        return open.count
    }

    // MARK: - Blank lines

    private mutating func readBlank(_ line: Range<Int>, _ matched: Int) {
        leaf = -1
        if matched < open.count, case .blockQuote = open[matched].container { close(to: matched) }
        // An empty line that carries a quotation sign belongs to the quotation; any other waits for what comes next.
        if matched > 0, bytes[line].contains(UInt8(ascii: ">")) {
            flushBlank()
            addBlock(.blank, line)
        } else {
            pendingBlank = (pendingBlank?.lowerBound ?? line.lowerBound)..<line.upperBound
        }
    }

    private mutating func flushBlank() {
        guard let blank = pendingBlank else { return }
        pendingBlank = nil
        addBlock(.blank, blank)
    }

    // MARK: - Containers

    private mutating func openContainers(_ line: Range<Int>, _ lineStart: Int, _ end: Int) -> Int {
        var start = lineStart
        while open.count < Self.deepest {
            let text = bytes.skippingBlanks(start, to: end)
            guard text < end, signs.columns(start, text) < 4 else { break }
            if bytes[text] == UInt8(ascii: ">") {
                closeList()
                flushBlank()
                push(.blockQuote, .blockQuote, line)
                start = text + 1
                if start < end, bytes[start] == .space { start += 1 }
            } else if let label = noteLabel(text, end) {
                closeList()
                flushBlank()
                push(.note, .note, line)
                blocks[blocks.count - 1].label = label
                start = label.range.upperBound
                if start < end, bytes[start].isBlank { start += 1 }
            } else if let item = signs.listItem(text, end), !(leafIsParagraph && item.isWeak) {
                if case .list(let marker)? = open.last?.container, marker == item.marker {
                } else {
                    closeList()
                    flushBlank()
                    push(.list(marker: item.marker), .list(ordered: item.isOrdered), line)
                }
                flushBlank()
                push(.item(indent: signs.columns(start, text) + item.width), .listItem, line)
                start = min(text + item.length, end)
            } else {
                break
            }
        }
        closeList()
        return start
    }

    private var leafIsParagraph: Bool { leaf >= 0 && blocks[leaf].isParagraph }

    /// A list whose last item has ended goes on with another item only.
    private mutating func closeList() {
        if case .list? = open.last?.container { close(to: open.count - 1) }
    }

    private mutating func push(_ container: Container, _ kind: Block.Kind, _ line: Range<Int>) {
        leaf = -1
        addBlock(kind, line)
        open.append((container, blocks.count - 1))
        depth = open.count
    }

    private mutating func close(to count: Int) {
        while open.count > count {
            let block = open.removeLast().block
            blocks[block].next = blocks.count
            leaf = -1
        }
    }

    private mutating func addBlock(_ kind: Block.Kind, _ range: Range<Int>) {
        let index = blocks.count
        blocks.append(Block(kind: kind, range: range, parent: open.last?.block ?? -1, next: index + 1))
        extendContainers(to: range.upperBound)
    }

    private mutating func extendContainers(to end: Int) {
        for entry in open { blocks[entry.block].range = blocks[entry.block].range.lowerBound..<end }
    }

    private var isOutsideNotes: Bool { open.prefix(depth).allSatisfy { if case .note = $0.container { false } else { true } } }

    /// The label of a note that starts at an offset.
    private func noteLabel(_ start: Int, _ end: Int) -> NoteLabel? {
        guard bytes[start] == UInt8(ascii: "[") else { return nil }
        let reader = MarkerReader(bytes: bytes, form: form, start: start, end: end)
        guard let sign = reader.read(at: start) else { return nil }
        var after = sign.range.upperBound
        if sign.form == .markdown {
            let colon = bytes.skippingBlanks(after, to: end)
            if colon < end, bytes[colon] == UInt8(ascii: ":") {
                let problem = sign.problem ?? (form == .bracket ? .otherForm : colon > after ? .spaced : nil)
                return NoteLabel(number: sign.number, range: start..<colon + 1, content: sign.content, problem: problem)
            }
            after = colon
            // `[^3] text` at the start of a block, where no note 3 is: the colon is missing.
            guard isOutsideNotes, leaf < 0, after < end, sign.problem == nil, let number = sign.number,
                !definedNotes.contains(number)
            else {
                return nil
            }
            return NoteLabel(number: number, range: start..<sign.range.upperBound, content: sign.content, problem: .missingColon)
        }
        guard form == .bracket, isOutsideNotes else {
            return nil
        }
        guard after == end || bytes[after].isBlank || sign.problem == nil && bytes[after] != UInt8(ascii: "(") else { return nil }
        return NoteLabel(number: sign.number, range: sign.range, content: sign.content, problem: sign.problem)
    }

    // MARK: - Leaves

    private mutating func readLeaf(_ line: Range<Int>, _ start: Int, _ end: Int) {
        let text = bytes.skippingBlanks(start, to: end)
        let indented = signs.columns(start, text) >= 4
        if indented, !leafIsParagraph {
            return addLeaf(.code, line, start..<end)
        }
        if !indented, startsBlock(text, end, interrupting: leafIsParagraph) {
            if let level = signs.headingLevel(text, end) {
                addLeaf(.heading(level: level), line, signs.headingText(text + level, end))
                leaf = -1
            } else if let opened = signs.codeFence(text, end) {
                addLeaf(.code, line, nil)
                fence = opened
            } else if bytes.has("<!--", at: text) {
                addLeaf(.comment, line, text..<end)
                if bytes.first("-->", in: text + 4..<end) != nil { leaf = -1 }
            } else {
                addLeaf(.thematicBreak, line, nil)
                leaf = -1
            }
            return
        }
        if leaf >= 0, blocks[leaf].isTable { return append(line, text..<end) }
        if leafIsParagraph {
            let isFirstLine = blocks[leaf].segments.count == 1
            append(line, text..<end)
            if isFirstLine, signs.isDelimiterRow(text, end),
                bytes[segments[blocks[leaf].segments.lowerBound]].contains(UInt8(ascii: "|"))
            {
                blocks[leaf].kind = .table
            }
            return
        }
        addLeaf(.paragraph, line, text..<end)
    }

    /// Whether text at an offset starts a heading, a fence, a comment or a break – or, inside a paragraph, a container.
    private func startsBlock(_ start: Int, _ end: Int, interrupting: Bool) -> Bool {
        let text = bytes.skippingBlanks(start, to: end)
        guard text < end else { return false }
        if signs.headingLevel(text, end) != nil || signs.codeFence(text, end) != nil || signs.isThematicBreak(text, end) {
            return true
        }
        if bytes.has("<!--", at: text) {
            // A comment with text behind it on its line is part of a paragraph.
            guard let close = bytes.first("-->", in: text + 4..<max(end, text + 4)) else { return true }
            return bytes.skippingBlanks(close + 3, to: end) == end
        }
        guard interrupting else { return false }
        if bytes[text] == UInt8(ascii: ">") || noteLabel(text, end) != nil { return true }
        guard let item = signs.listItem(text, end) else { return false }
        if depth > 0, case .list(let marker) = open[depth - 1].container, marker == item.marker { return true }
        return !item.isWeak
    }

    private mutating func addLeaf(_ kind: Block.Kind, _ line: Range<Int>, _ segment: Range<Int>?) {
        flushBlank()
        addBlock(kind, line)
        leaf = blocks.count - 1
        fence = nil
        blocks[leaf].segments = segments.count..<segments.count
        if let segment { addSegment(segment) }
    }

    private mutating func append(_ line: Range<Int>, _ segment: Range<Int>) {
        blocks[leaf].range = blocks[leaf].range.lowerBound..<line.upperBound
        extendContainers(to: line.upperBound)
        addSegment(segment)
    }

    private mutating func addSegment(_ segment: Range<Int>) {
        var end = segment.upperBound
        while end > segment.lowerBound, bytes[end - 1].isBlank { end -= 1 }
        segments.append(segment.lowerBound..<end)
        blocks[leaf].segments = blocks[leaf].segments.lowerBound..<segments.count
    }

    /// Whether a line belongs to the open code block.
    private mutating func continueCode(_ line: Range<Int>, _ start: Int, _ end: Int) -> Bool {
        let text = bytes.skippingBlanks(start, to: end)
        guard let fence else {
            guard text < end, signs.columns(start, text) >= 4 else { return false }
            append(line, start..<end)
            return true
        }
        append(line, start..<end)
        var after = text
        while after < end, bytes[after] == fence.sign { after += 1 }
        if after - text >= fence.length, bytes.skippingBlanks(after, to: end) == end { leaf = -1 }
        return true
    }

    private mutating func continueComment(_ line: Range<Int>, _ end: Int) {
        append(line, line.lowerBound..<end)
        if bytes.first("-->", in: line.lowerBound..<end) != nil { leaf = -1 }
    }
}
