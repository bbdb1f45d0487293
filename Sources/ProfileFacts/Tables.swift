import ProfileSyntax

/// A pipe table with its numbers read.
package struct Table: Sendable {
    package struct Cell: Sendable {
        package enum Content: Sendable, Equatable {
            case number(Numeral)
            /// Empty, or a dash for nothing.
            case nothing
            /// Words, `Unknown`, a percentage, a hedged number.
            case other
        }
        /// The cell's text without blanks around it.
        package let range: Range<Int>
        package let content: Content
        /// The text in lower case without emphasis, markers and colons: what a heading says.
        package let name: String
        /// Whether a currency stands before its number, or a unit behind it.
        package let isMeasure: Bool

        package var numeral: Numeral? { if case .number(let numeral) = content { numeral } else { nil } }
        package var isTotal: Bool { ["total", "totals", "grand total", "overall total"].contains(name) }
        package var isSubtotal: Bool { name.hasPrefix("subtotal") || name.hasPrefix("sub-total") }
    }

    package let heads: [Cell]
    package let rows: [[Cell]]

    static func read(_ profile: Profile) -> [Table] {
        profile.blocks.filter { $0.isTable }.map { block in
            let markers = profile.inlines(of: block).compactMap { inline -> Range<Int>? in
                if case .marker = inline.kind { inline.range } else { nil }
            }
            let rows = profile.segments(of: block).map { row in
                cells(row, profile.bytes).map { cell($0, profile.bytes, markers) }
            }
            return Table(heads: rows.first ?? [], rows: Array(rows.dropFirst(2)))
        }
    }

    /// The texts between the pipes of a row; a pipe behind a backslash is text.
    package static func cells(_ row: Range<Int>, _ bytes: [UInt8]) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        if start < row.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
        for offset in start..<max(start, row.upperBound) where bytes[offset] == UInt8(ascii: "|") {
            if offset > row.lowerBound, bytes[offset - 1] == UInt8(ascii: "\\") { continue }
            cells.append(bytes.trimmed(start..<offset))
            start = offset + 1
        }
        let last = bytes.trimmed(start..<max(start, row.upperBound))
        if !last.isEmpty { cells.append(last) }
        return cells
    }

    private static func cell(_ range: Range<Int>, _ bytes: [UInt8], _ markers: [Range<Int>]) -> Cell {
        // Emphasis and footnote markers are no part of what a cell says.
        var text: [UInt8] = []
        var numeral: Numeral?
        var before = ""
        var offset = range.lowerBound
        var next = markers.partitioningIndex { $0.lowerBound >= range.lowerBound }
        while offset < range.upperBound {
            if next < markers.count, markers[next].lowerBound == offset {
                offset = markers[next].upperBound
                next += 1
                continue
            }
            if "*_†‡".utf8.contains(bytes[offset]), bytes[offset] < 0x80 {
                offset += 1
                continue
            }
            if numeral == nil, bytes[offset].isDigit {
                guard let found = Numeral(bytes, at: offset, to: range.upperBound) else {
                    return Cell(range: range, content: .other, name: "", isMeasure: false)
                }
                before = String(decoding: text, as: UTF8.self)
                numeral = found
                offset = found.range.upperBound
                text.removeAll()
                continue
            }
            text.append(bytes[offset])
            offset += 1
        }
        let words = String(decoding: text, as: UTF8.self).lowercased().split { $0 == " " || $0 == ":" }.joined(separator: " ")
        guard let numeral else {
            let isNothing = ["", "-", "–", "—", "−", "n/a", "nil", "none"].contains(words)
            return Cell(range: range, content: isNothing ? .nothing : .other, name: words, isMeasure: false)
        }
        let currency = before.split(separator: " ").joined()
        let isPlain = (currency.isEmpty || ["$", "US$", "€", "£", "EUR", "USD"].contains(currency)) && isUnit(words)
        return Cell(
            range: range, content: isPlain ? .number(numeral) : .other, name: words,
            isMeasure: !currency.isEmpty || isMeasure(words))
    }

    /// What may stand behind a number that is a plain quantity: nothing, a mark, or one or two words.
    private static func isUnit(_ words: String) -> Bool {
        let parts = words.split(separator: " ")
        return parts.count <= 2
            && parts.allSatisfy { part in part.allSatisfy { $0.isLetter || $0 == "²" || $0 == "†" || $0 == "‡" } }
    }

    private static func isMeasure(_ words: String) -> Bool {
        ["km²", "m²", "km2", "m2", "ha", "hectares", "tonnes", "tons", "kg", "km"].contains {
            words.split(separator: " ").contains(Substring($0))
        }
    }
}
