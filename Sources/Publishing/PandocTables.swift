/// Rewrites the tables of pandoc's Markdown – simple, multiline and grid tables – as pipe tables.
struct PandocTables {
    private let lines: [[Character]]
    private var output: [String] = []
    /// The last line that may end a table with rows of several lines.
    private let lastEnd: Int

    /// The lines of a text with its tables as pipe tables.
    static func asPipes(_ lines: [String]) -> [String] {
        guard lines.contains(where: { isRule(Array($0)) || $0.hasPrefix("+-") }) else { return lines }
        var tables = PandocTables(lines: lines.map(columns))
        tables.rewrite(lines)
        return tables.output
    }

    private init(lines: [[Character]]) {
        self.lines = lines
        lastEnd = lines.lastIndex(where: Self.isRule) ?? -1
    }

    private mutating func rewrite(_ texts: [String]) {
        var index = 0
        while index < lines.count {
            if let (rows, next) = gridTable(at: index) ?? multilineTable(at: index) ?? simpleTable(at: index) {
                index = addCaption(next)
                write(rows)
            } else {
                output.append(texts[index])
                index += 1
            }
        }
    }

    // MARK: - Rules and columns

    /// Stands for the second column of a wide character.
    private static let filler: Character = "\u{0}"

    /// A line column by column: pandoc aligns tables by the width of their text on a terminal.
    private static func columns(_ line: String) -> [Character] {
        var columns: [Character] = []
        for character in line {
            columns.append(character)
            if let code = character.unicodeScalars.first?.value, code >= 0x1100, isWide(code) { columns.append(filler) }
        }
        return columns
    }

    private static func isWide(_ code: UInt32) -> Bool {
        switch code {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// Dashes in one or more runs; those of tables are indented.
    private static func isRule(_ line: [Character]) -> Bool {
        let text = line.drop { $0 == " " }
        return line.starts(with: "  ") && text.starts(with: "--") && text.allSatisfy { $0 == "-" || $0 == " " }
    }

    private func isRule(_ index: Int) -> Bool { index < lines.count && Self.isRule(lines[index]) }
    private func isEmpty(_ index: Int) -> Bool { index >= lines.count || lines[index].allSatisfy { $0 == " " } }

    /// Where the columns below a rule start.
    private func starts(_ rule: [Character]) -> [Int] {
        rule.indices.filter { rule[$0] == "-" && ($0 == 0 || rule[$0 - 1] == " ") }
    }

    private func cells(_ line: [Character], _ starts: [Int]) -> [String] {
        starts.enumerated().map { number, start in
            let end = number + 1 < starts.count ? min(starts[number + 1], line.count) : line.count
            return start < end ? String(line[start..<end].filter { $0 != Self.filler }).trimmed : ""
        }
    }

    /// Lines of one row put together, cell by cell.
    private func joined(_ lines: [[String]]) -> [String] {
        guard let first = lines.first else { return [] }
        return first.indices.map { column in lines.map { $0[column] }.filter { !$0.isEmpty }.joined(separator: " ") }
    }

    // MARK: - The three kinds

    /// Rows apart by empty lines, between two rules.
    private func multilineTable(at start: Int) -> (rows: [[String]], next: Int)? {
        guard isRule(start), start < lastEnd, !isEmpty(start + 1) else { return nil }
        var index = start
        var head: [[Character]] = []
        if starts(lines[start]).count == 1 {
            index += 1
            while !isEmpty(index), !isRule(index) {
                head.append(lines[index])
                index += 1
            }
            guard isRule(index) else { return nil }
        }
        let columns = starts(lines[index])
        guard columns.count > 1 || !head.isEmpty else { return nil }
        var rows = head.isEmpty ? [] : [joined(head.map { cells($0, columns) })]
        var row: [[String]] = []
        index += 1
        while index < lines.count {
            if isRule(index), isEmpty(index + 1) || index == lastEnd {
                if !row.isEmpty { rows.append(joined(row)) }
                return rows.isEmpty ? nil : (rows, index + 1)
            }
            if isEmpty(index) {
                if !row.isEmpty { rows.append(joined(row)) }
                row = []
            } else {
                row.append(cells(lines[index], columns))
            }
            index += 1
        }
        return nil
    }

    /// A head above a rule, a row a line, up to an empty line.
    private func simpleTable(at start: Int) -> (rows: [[String]], next: Int)? {
        guard !isEmpty(start), start == 0 || isEmpty(start - 1), isRule(start + 1), !isRule(start) else { return nil }
        let columns = starts(lines[start + 1])
        var rows = [cells(lines[start], columns)]
        var index = start + 2
        while !isEmpty(index) {
            if !isRule(index) { rows.append(cells(lines[index], columns)) }
            index += 1
        }
        return (rows, index)
    }

    /// Cells drawn with `+`, `-`, `=` and `|`.
    private func gridTable(at start: Int) -> (rows: [[String]], next: Int)? {
        guard lines[start].starts(with: "+-"), lines[start].last == "+", start + 1 < lines.count, lines[start + 1].first == "|"
        else {
            return nil
        }
        let bars = lines[start].indices.filter { lines[start][$0] == "+" }
        let columns = bars.dropLast().map { $0 + 1 }
        var rows: [[String]] = []
        var row: [[String]] = []
        var index = start + 1
        while index < lines.count, let first = lines[index].first, first == "|" || first == "+" {
            if first == "+" {
                if !row.isEmpty { rows.append(joined(row)) }
                row = []
            } else {
                var line = lines[index]
                for bar in bars where bar < line.count && line[bar] == "|" { line[bar] = " " }
                row.append(cells(line, columns))
            }
            index += 1
        }
        if !row.isEmpty { rows.append(joined(row)) }
        return (rows, index)
    }

    // MARK: - Writing

    /// A caption below a table, `: Words`, becomes a paragraph above it, unless one says the same there. Returns what comes next.
    private mutating func addCaption(_ next: Int) -> Int {
        let start = isEmpty(next) ? next + 1 : next
        guard start < lines.count else { return next }
        let text = String(lines[start].filter { $0 != Self.filler }).trimmed
        guard text.hasPrefix(": ") else { return next }
        var caption = String(text.dropFirst(2)).trimmed
        var index = start + 1
        while !isEmpty(index) {
            caption += " " + String(lines[index].filter { $0 != Self.filler }).trimmed
            index += 1
        }
        if output.last(where: { !$0.trimmed.isEmpty })?.trimmed != caption { output += ["", caption, ""] }
        return index
    }

    private mutating func write(_ rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        output.append("")
        for (number, row) in rows.enumerated() {
            let cells = row + Array(repeating: "", count: columns - row.count)
            output.append("| " + cells.map(Self.escaped).joined(separator: " | ") + " |")
            if number == 0 { output.append("|" + String(repeating: " --- |", count: columns)) }
        }
        output.append("")
    }

    private static func escaped(_ cell: String) -> String {
        var text = ""
        var isEscaped = false
        for character in cell {
            if character == "|", !isEscaped { text.append("\\") }
            isEscaped = character == "\\" && !isEscaped
            text.append(character)
        }
        return text
    }
}
