/// Recognises the signs by which blocks start, in one line.
struct BlockSigns {
    let bytes: [UInt8]

    /// How many columns the blanks between two offsets take; a tab goes on to the next multiple of four.
    func columns(_ start: Int, _ end: Int) -> Int {
        var columns = 0
        for offset in start..<end { columns = bytes[offset] == .tab ? (columns / 4 + 1) * 4 : columns + 1 }
        return columns
    }

    /// The offset a number of columns further on.
    func skip(_ columns: Int, from start: Int, to end: Int) -> Int {
        var passed = 0
        var offset = start
        while offset < end, passed < columns {
            passed = bytes[offset] == .tab ? (passed / 4 + 1) * 4 : passed + 1
            offset += 1
        }
        return offset
    }

    struct ListItem {
        var marker: UInt8
        var isOrdered: Bool
        /// Bytes of the marker and the blanks behind it.
        var length: Int
        /// Columns of the same.
        var width: Int
        /// May not interrupt a paragraph: an empty item, or a number other than 1.
        var isWeak: Bool
    }

    /// The marker of a list's item at an offset.
    func listItem(_ start: Int, _ end: Int) -> ListItem? {
        var after = start
        var isOrdered = false
        var isWeak = false
        switch bytes[start] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            if isThematicBreak(start, end) { return nil }
            after += 1
        case let byte where byte.isDigit:
            after = bytes.skippingDigits(start, to: end)
            guard after < end, after - start <= 9, bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")") else {
                return nil
            }
            isOrdered = true
            isWeak = bytes.number(in: start..<after) != 1
            after += 1
        default:
            return nil
        }
        guard after == end || bytes[after].isBlank else { return nil }
        let text = bytes.skippingBlanks(after, to: end)
        if text == end {
            return ListItem(
                marker: bytes[after - 1], isOrdered: isOrdered, length: after - start, width: after - start + 1, isWeak: true)
        }
        let gap = columns(after, text)
        let wide = gap > 4
        return ListItem(
            marker: bytes[after - 1], isOrdered: isOrdered, length: wide ? after - start + 1 : text - start,
            width: wide ? after - start + 1 : after - start + gap, isWeak: isWeak)
    }

    func isThematicBreak(_ start: Int, _ end: Int) -> Bool {
        let sign = bytes[start]
        guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") else { return false }
        var count = 0
        for offset in start..<end {
            if bytes[offset] == sign { count += 1 } else if !bytes[offset].isBlank { return false }
        }
        return count >= 3
    }

    /// The level of a heading that starts at an offset.
    func headingLevel(_ start: Int, _ end: Int) -> Int? {
        var level = 0
        while start + level < end, bytes[start + level] == UInt8(ascii: "#"), level < 7 { level += 1 }
        guard (1...6).contains(level), start + level == end || bytes[start + level].isBlank else { return nil }
        return level
    }

    /// A heading's text, without the number signs that may close it.
    func headingText(_ start: Int, _ end: Int) -> Range<Int> {
        var text = bytes.trimmed(start..<end)
        var upper = text.upperBound
        while upper > text.lowerBound, bytes[upper - 1] == UInt8(ascii: "#") { upper -= 1 }
        if upper == text.lowerBound || upper < text.upperBound && bytes[upper - 1].isBlank {
            text = bytes.trimmed(text.lowerBound..<upper)
        }
        return text
    }

    /// The fence that opens a code block at an offset.
    func codeFence(_ start: Int, _ end: Int) -> (sign: UInt8, length: Int)? {
        let sign = bytes[start]
        guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
        var after = start
        while after < end, bytes[after] == sign { after += 1 }
        guard after - start >= 3, sign == UInt8(ascii: "~") || !bytes[after..<end].contains(sign) else { return nil }
        return (sign, after - start)
    }

    /// Whether a line is the row of dashes below a table's heads.
    func isDelimiterRow(_ start: Int, _ end: Int) -> Bool {
        var dashes = 0
        for offset in start..<end {
            switch bytes[offset] {
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: "|"), UInt8(ascii: ":"), .space, .tab: continue
            default: return false
            }
        }
        return dashes > 0 && bytes[start..<end].contains(UInt8(ascii: "|"))
    }
}
