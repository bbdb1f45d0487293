import ProfileSyntax

/// A date in a cell of a table.
package struct TableDate: Sendable {
    /// As written: parts of a day that cannot be are kept.
    package let first: ProseDate.Parts
    /// The end of a span: `1992–1996`.
    package let last: ProseDate.Parts?
    /// All days that it can mean; nil for one that cannot be, or without a year.
    package let span: DaySpan?
    /// Whether the span ends before it starts.
    package let isReversed: Bool
    /// Half-open range of byte offsets.
    package let range: Range<Int>
    /// Whether the cell holds nothing else.
    package let fillsCell: Bool
    package let isQuoted: Bool
    /// What the cell before it calls it, where that is one of the dates of the profile's state with the Mine Ban Treaty.
    package let what: DateFact.What?
    /// The number of its table, from 0.
    package let table: Int

    init(_ date: ProseDate, fillsCell: Bool, isQuoted: Bool, what: DateFact.What?, table: Int) {
        (first, last, range, self.fillsCell, self.isQuoted) = (date.first, date.last, date.range, fillsCell, isQuoted)
        (self.what, self.table) = (what, table)
        let (start, end) = (DaySpan(date.first), date.last.flatMap { DaySpan($0) })
        if date.last == nil {
            (span, isReversed) = (start, false)
        } else if let start, let end {
            isReversed = start.order(to: end) == .after
            span = isReversed ? nil : start.joined(to: end)
        } else {
            (span, isReversed) = (nil, false)
        }
    }

    /// The dates of a profile's tables, in the order of the text.
    static func read(_ profile: Profile) -> [TableDate] {
        let blocks = profile.blocks.filter(\.isTable)
        guard !blocks.isEmpty else { return [] }
        var found: [TableDate] = []
        for (table, block) in blocks.enumerated() {
            var scanner = ProseScanner(profile.bytes)
            scanner.scan(profile, block)
            let tokens = scanner.tokens
            var before: ArraySlice<Token>?
            for cell in tokens.split(whereSeparator: { $0.kind == .sign && $0.value == Int32(UInt8(ascii: "|")) }) {
                let row = before.flatMap { isOneRow($0, cell, profile.bytes) ? $0 : nil }
                found += read(cell.indices, tokens, scanner.numerals, what: row.flatMap(label), table)
                before = cell
            }
        }
        return found
    }

    private static func read(
        _ cell: Range<Int>, _ tokens: [Token], _ numerals: [Numeral], what: DateFact.What?, _ table: Int
    ) -> [TableDate] {
        let reader = DateReader(tokens, numerals, in: cell)
        var (found, index) = ([TableDate](), cell.lowerBound)
        // A marker of a note is no text.
        let texts = cell.filter { tokens[$0].kind != .marker }.count
        while index < cell.upperBound {
            let mayStart = tokens[index].kind == .numeral || tokens[index].has(.month)
            guard mayStart, let date = reader.read(at: index) else {
                index += 1
                continue
            }
            let fillsCell = date.tokens.count == texts
            found.append(
                TableDate(
                    date, fillsCell: fillsCell, isQuoted: !tokens[index].isOwn, what: fillsCell ? what : nil, table: table))
            index = date.tokens.upperBound
        }
        return found
    }

    private static func isOneRow(_ one: ArraySlice<Token>, _ other: ArraySlice<Token>, _ bytes: [UInt8]) -> Bool {
        guard let end = one.last?.range.upperBound, let start = other.first?.range.lowerBound, end <= start else { return false }
        return !bytes[end..<start].contains(.newline)
    }

    /// What a label such as `State Party since` or `Article 4 (stockpile destruction) deadline` says of the date behind it.
    private static func label(_ cell: ArraySlice<Token>) -> DateFact.What? {
        guard cell.count <= 8 else { return nil }
        func has(_ word: DateWord) -> Bool { cell.contains { $0.dateWord == word } }
        guard !has(.extended), !has(.domestic) else { return nil }
        if has(.deadline) { return has(.stockpile) ? .stockpileDeadline : nil }
        if has(.force) || has(.party) && has(.since) { return .entryIntoForce }
        if has(.accede) || has(.accession) { return .accession }
        if has(.ratify) || has(.ratification) { return .ratification }
        return cell.count <= 4 && (has(.sign) || has(.signature)) ? .signature : nil
    }
}
