/// Writes the body of a profile.
struct MarkdownWriter {
    private struct Level {
        /// The column at which the items' text starts.
        var column: Int
        /// The number of the last item; nil for bullets.
        var number: Int?
        /// What stands behind a number: `.` or `)`.
        var delimiter = "."
    }

    private var text = ""
    /// The lists that are open, the outermost first.
    private var levels: [Level] = []

    static func body(_ blocks: [PageBlock]) -> [UInt8] {
        var writer = MarkdownWriter()
        var isInQuotation = false
        for block in blocks {
            if case .quotation = block, isInQuotation { writer.text += ">\n" } else { writer.separate(from: block) }
            isInQuotation = false
            if case .quotation = block { isInQuotation = true }
            writer.write(block)
        }
        return Array(writer.text.utf8)
    }

    private mutating func separate(from block: PageBlock) {
        switch block {
        case .item: return
        case .itemParagraph: break
        default: levels = []
        }
        if !text.isEmpty { text += "\n" }
    }

    private mutating func write(_ block: PageBlock) {
        switch block {
        case .heading(let words, let level):
            text += String(repeating: "#", count: level) + " " + MarkdownText.escapedEnd(ofHeading: words) + "\n"
        case .paragraph(let words): text += MarkdownText.escapedStart(words) + "\n"
        case .item(let words, let depth, let number, let isApart): writeItem(words, depth, number, isApart)
        case .itemParagraph(let words, let depth):
            levels.removeLast(max(0, levels.count - depth - 1))
            text += String(repeating: " ", count: levels.last?.column ?? 0) + MarkdownText.escapedStart(words) + "\n"
        case .quotation(let words): text += "> " + MarkdownText.escapedStart(words) + "\n"
        case .table(let rows): writeTable(rows)
        case .verbatim(let lines): for line in lines { text += line + "\n" }
        case .note(let label, let words):
            text += "[^\(label)]:" + (words.isEmpty ? "" : " ") + MarkdownText.escapedStart(words) + "\n"
        case .noteParagraph(let words): text += "    " + MarkdownText.escapedStart(words) + "\n"
        }
    }

    private mutating func writeItem(_ words: String, _ depth: Int, _ number: Int?, _ isApart: Bool) {
        let depth = min(depth, levels.count)
        levels.removeLast(max(0, levels.count - depth - 1))
        let indent = depth > 0 ? levels[depth - 1].column : 0
        var level = levels.count > depth ? levels.removeLast() : nil
        // A number out of order opens another list.
        let goesOn = level.map { $0.number.map { $0 + 1 } == number } ?? false
        if !goesOn {
            let other = level?.number != nil && level?.delimiter == "." ? ")" : "."
            level = Level(column: 0, delimiter: number == nil ? "." : other)
        }
        let marker = number.map { "\($0)\(level?.delimiter ?? ".")" } ?? "-"
        level?.number = number
        level?.column = indent + marker.utf8.count + 1
        let opensInside = !goesOn && depth > 0 && (number ?? 1) == 1
        if !text.isEmpty, isApart || !goesOn && !opensInside { text += "\n" }
        text += String(repeating: " ", count: indent) + marker + " " + MarkdownText.escapedStart(words) + "\n"
        if let level { levels.append(level) }
    }

    private mutating func writeTable(_ rows: [[String]]) {
        for (number, row) in rows.enumerated() {
            text += "| " + row.joined(separator: " | ") + " |\n"
            if number == 0 { text += "|" + String(repeating: " --- |", count: row.count) + "\n" }
        }
    }
}
