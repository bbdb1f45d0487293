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

    init(_ date: ProseDate, fillsCell: Bool, isQuoted: Bool) {
        (first, last, range, self.fillsCell, self.isQuoted) = (date.first, date.last, date.range, fillsCell, isQuoted)
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
        var scanner = ProseScanner(profile.bytes)
        for block in blocks { scanner.scan(profile, block) }
        let tokens = scanner.tokens
        return tokens.split(omittingEmptySubsequences: true) { $0.kind == .sign && $0.value == Int32(UInt8(ascii: "|")) }
            .flatMap { cell in read(cell.indices, tokens, scanner.numerals) }
    }

    private static func read(_ cell: Range<Int>, _ tokens: [Token], _ numerals: [Numeral]) -> [TableDate] {
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
            found.append(
                TableDate(date, fillsCell: date.tokens.count == texts, isQuoted: !tokens[index].isOwn))
            index = date.tokens.upperBound
        }
        return found
    }
}
