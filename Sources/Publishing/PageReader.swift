import ProfileFacts

/// Reads the lines of a published text below its head.
struct PageReader {
    /// A line that is not empty.
    struct Line {
        /// Counted from one.
        var number: Int
        /// With the blanks before it, which tell how deep a bullet is.
        var text: String
        /// How many empty lines stand before it.
        var emptyBefore: Int

        var indent: Int {
            var columns = 0
            for scalar in text.unicodeScalars {
                if scalar == " " { columns += 1 } else if scalar == "\t" { columns += 4 } else { break }
            }
            return columns
        }

        var noteLabel: Substring? {
            guard let number = PageReader.bracketedNumber(text) else { return nil }
            let after = text.dropFirst(number.count + 2)
            return after.isEmpty || after.hasPrefix(" ") ? number : nil
        }

        var tabs: Int { text.utf8.count { $0 == 0x09 } }
    }

    /// The number between the brackets that a text opens with.
    private static func bracketedNumber(_ text: String) -> Substring? {
        guard text.hasPrefix("["), let close = text.firstIndex(of: "]") else { return nil }
        let digits = text[text.index(after: text.startIndex)..<close]
        return 1...3 ~= digits.utf8.count && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? digits : nil
    }

    private let lines: [Line]
    private let topic: Topic
    private var blocks: [PageBlock] = []
    /// How deep the last item of the list is that the line above belongs to; nil outside of lists.
    private var itemDepth: Int?

    static func blocks(_ lines: [Line], _ topic: Topic) -> [PageBlock] {
        var reader = PageReader(lines: lines, topic: topic)
        reader.read()
        return reader.blocks
    }

    private init(lines: [Line], topic: Topic) {
        self.lines = lines
        self.topic = topic
    }

    /// The non-empty lines of a text.
    static func lines(_ text: String) -> [Line] {
        var lines: [Line] = []
        var empty = 0
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
                empty += 1
            } else {
                lines.append(Line(number: index + 1, text: String(line), emptyBefore: empty))
                empty = 0
            }
        }
        return lines
    }

    private mutating func read() {
        let notes = notesStart
        var index = 0
        while index < notes {
            let end = tableEnd(from: index, to: notes)
            if end > index + 1 {
                addTable(lines[index..<end])
                index = end
            } else {
                readLine(index)
                index += 1
            }
        }
        for line in lines[notes...] {
            let text = line.text.onOneLine
            if let label = line.noteLabel {
                blocks.append(.note(label: String(label), MarkdownText.of(String(text.dropFirst(label.count + 2)).trimmed)))
            } else {
                blocks.append(.noteParagraph(MarkdownText.of(text)))
            }
        }
    }

    /// Where the notes start: at the first note behind a gap of three lines, or else at the first line that is one.
    private var notesStart: Int {
        lines.firstIndex { $0.emptyBefore >= 3 && $0.noteLabel != nil } ?? lines.firstIndex { $0.noteLabel != nil } ?? lines.count
    }

    // MARK: - The body

    private mutating func readLine(_ index: Int) {
        let line = lines[index]
        let text = line.text.onOneLine
        if let words = Self.bullet(text) {
            return addItem(words, line, number: nil, depth: (line.indent - 2) / 2)
        }
        if line.indent >= 2, itemDepth != nil || line.indent < 4, let (number, words) = Self.numbered(text) {
            return addItem(words, line, number: number, depth: (line.indent - 2) / 2)
        }
        if let depth = itemDepth, line.indent >= 4 {
            itemDepth = min(depth, (line.indent - 4) / 2)
            return blocks.append(.itemParagraph(inline(text), depth: min(depth, (line.indent - 4) / 2)))
        }
        itemDepth = nil
        if line.indent >= 4 {
            blocks.append(.quotation(inline(text)))
        } else if let level = headingLevel(text, index) {
            blocks.append(.heading(inline(text), level: level))
        } else {
            blocks.append(.paragraph(inline(text)))
        }
    }

    private mutating func addItem(_ words: String, _ line: Line, number: Int?, depth: Int) {
        let depth = max(0, min(depth, itemDepth.map { $0 + 1 } ?? 0))
        let isApart = itemDepth != nil && line.emptyBefore > 0
        itemDepth = depth
        blocks.append(.item(inline(words), depth: depth, number: number, isApart: isApart))
    }

    /// A text that opens as a note does, but is none, keeps its number as text: no marker stands before all text.
    private func inline(_ text: String) -> String {
        guard let label = Self.bracketedNumber(text) else { return MarkdownText.of(text) }
        return "\\[\(label)\\]" + MarkdownText.of(String(text.dropFirst(label.count + 2)))
    }

    private static let bullets = ["•", "◦", "▪", "·", "–"]

    private static func bullet(_ text: String) -> String? {
        guard let sign = bullets.first(where: { text.hasPrefix($0 + " ") || text.hasPrefix($0 + "\u{A0}") }) else { return nil }
        return String(text.dropFirst(sign.count)).trimmed
    }

    /// `1. text`
    private static func numbered(_ text: String) -> (Int, String)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count <= 9, let number = Int(digits), text.dropFirst(digits.count).hasPrefix(". ") else { return nil }
        return (number, String(text.dropFirst(digits.count + 2)).trimmed)
    }

    /// A heading is a line that the topic knows as one, or a short line without a full stop before a text.
    private func headingLevel(_ text: String, _ index: Int) -> Int? {
        let known = topic.sections.map(\.heading)
        if known.contains(text) { return 2 }
        guard lines[index].indent == 0, text.count <= 80, let last = text.last, last.isLetter || last.isNumber || last == ")",
            text.first?.isUppercase == true, index + 1 < lines.count, lines[index + 1].noteLabel == nil,
            lines[index + 1].text.trimmed.count > text.count
        else { return nil }
        return NearestName.of(text, among: known) == nil ? 3 : 2
    }

    // MARK: - Tables

    /// Behind the last of the lines from an index on that are the rows of a table: as many tabs in each, and text before one.
    private func tableEnd(from start: Int, to end: Int) -> Int {
        let tabs = lines[start].tabs
        guard tabs > 0 else { return start }
        var next = start + 1
        while next < end, lines[next].emptyBefore == 0, lines[next].tabs == tabs { next += 1 }
        let firstCells = lines[start..<next].map { $0.text.prefix { $0 != "\t" } }
        let isIndent = tabs == 1 && firstCells.allSatisfy(\.isEmpty)
        let isList = firstCells.allSatisfy { Self.bullets.contains($0.filter { $0 != " " }) }
        return isIndent || isList ? start : next
    }

    private mutating func addTable(_ rows: ArraySlice<Line>) {
        itemDepth = nil
        blocks.append(
            .table(
                rows.map { row in
                    row.text.split(separator: "\t", omittingEmptySubsequences: false).map {
                        MarkdownText.of(String($0).onOneLine, isCell: true)
                    }
                }))
    }
}
