import ProfileSyntax

/// Decision 8: a pipe table with its columns aligned by the width at which characters are shown.
struct TableLayout {
    private enum Alignment { case none, left, right, centre }

    private let rows: [[Range<Int>]]
    private let alignments: [Alignment]
    private let bytes: [UInt8]

    /// Nil where the rows have different numbers of cells, or stand in something else: such a table is kept.
    init?(_ profile: Profile, _ block: Block) {
        bytes = profile.bytes
        var rows = profile.segments(of: block).map { Self.cells($0, profile.bytes) }
        guard rows.count >= 2, let count = rows.first?.count, count > 0, rows.allSatisfy({ $0.count == count }) else {
            return nil
        }
        let delimiters = rows.remove(at: 1)
        var alignments: [Alignment] = []
        for cell in delimiters {
            let text = profile.bytes[cell]
            guard !text.isEmpty, text.contains(UInt8(ascii: "-")),
                text.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") })
            else {
                return nil
            }
            switch (text.first == UInt8(ascii: ":"), text.last == UInt8(ascii: ":")) {
            case (false, false): alignments.append(.none)
            case (true, false): alignments.append(.left)
            case (false, true): alignments.append(.right)
            case (true, true): alignments.append(.centre)
            }
        }
        self.rows = rows
        self.alignments = alignments
    }

    /// The texts between the pipes of a row, without the blanks around them; a pipe behind a backslash is text.
    private static func cells(_ row: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        if start < row.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
        var isEscaped = false
        for offset in start..<max(start, row.upperBound) {
            if bytes[offset] == UInt8(ascii: "|"), !isEscaped {
                cells.append(bytes.trimmed(start..<offset))
                start = offset + 1
            }
            isEscaped = bytes[offset] == UInt8(ascii: "\\") && !isEscaped
        }
        if start < row.upperBound { cells.append(bytes.trimmed(start..<row.upperBound)) }
        return cells
    }

    func text() -> [UInt8] {
        let widths = rows.map { row in row.map { DisplayWidth.of(bytes[$0]) } }
        let columns = alignments.indices.map { column in max(3, widths.map { $0[column] }.max() ?? 3) }
        var text: [UInt8] = []
        for (number, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() {
                let missing = columns[column] - widths[number][column]
                let before =
                    switch alignments[column] {
                    case .none, .left: 0
                    case .right: missing
                    case .centre: missing / 2
                    }
                text += [UInt8(ascii: "|"), .space]
                text += repeatElement(.space, count: before)
                text += bytes[cell]
                text += repeatElement(.space, count: missing - before + 1)
            }
            text += [UInt8(ascii: "|"), .newline]
            if number == 0 { text += delimiters(columns) }
        }
        return text
    }

    private func delimiters(_ columns: [Int]) -> [UInt8] {
        var text: [UInt8] = []
        for (column, width) in columns.enumerated() {
            let alignment = alignments[column]
            text += [
                UInt8(ascii: "|"), .space, alignment == .left || alignment == .centre ? UInt8(ascii: ":") : UInt8(ascii: "-"),
            ]
            text += repeatElement(UInt8(ascii: "-"), count: width - 2)
            text += [alignment == .right || alignment == .centre ? UInt8(ascii: ":") : UInt8(ascii: "-"), .space]
        }
        return text + [UInt8(ascii: "|"), .newline]
    }
}

/// How many columns a text takes in a fixed-width font.
enum DisplayWidth {
    static func of(_ bytes: ArraySlice<UInt8>) -> Int {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
        var width = 0
        var joins = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            // What a joiner adds is drawn with what stands before it.
            if !joins { width += of(scalar) }
            joins = scalar.value == 0x200D
        }
        return width
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: return 1
        case 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0x1F3FB...0x1F3FF: return 0
        // Hangul, CJK, full-width forms, emoji (Unicode Standard Annex #11).
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}
