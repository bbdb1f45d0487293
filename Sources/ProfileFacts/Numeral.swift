import ProfileSyntax

/// A number in digits as prose and tables write it: `1,234`, `1234`, `70.38`.
package struct Numeral: Sendable, Equatable {
    package let value: ExactDecimal
    /// The number's bytes.
    package let range: Range<Int>
    /// How many digits stand behind the decimal point.
    package let decimals: Int
    /// Whether commas part its thousands.
    package let isGrouped: Bool
    /// Whether blanks part its thousands: `294 775`.
    package let isSpaced: Bool

    /// Half a unit of the last digit: how far the true value of a measure may be from the printed one.
    package var halfUnit: ExactDecimal { .halfUnit(decimals: decimals) }

    /// The numeral that starts at an offset; nil where its commas do not part thousands.
    package init?(_ bytes: [UInt8], at start: Int, to end: Int) {
        var offset = bytes.skippingDigits(start, to: end)
        guard offset > start else { return nil }
        var groups = 0
        while offset < end, bytes[offset] == UInt8(ascii: ","), bytes.skippingDigits(offset + 1, to: end) > offset + 1 {
            let group = bytes.skippingDigits(offset + 1, to: end)
            guard group - offset == 4, groups > 0 || offset - start <= 3 else { return nil }
            groups += 1
            offset = group
        }
        let isSpaced = groups == 0 && Self.skipSpacedGroups(bytes, from: start, &offset, to: end)
        var decimals = 0
        if offset + 1 < end, bytes[offset] == UInt8(ascii: "."), bytes[offset + 1].isDigit {
            let last = bytes.skippingDigits(offset + 1, to: end)
            decimals = last - offset - 1
            offset = last
        }
        var (digits, count) = (0, 0)
        for place in start..<offset where bytes[place].isDigit {
            digits = digits &* 10 &+ Int(bytes[place] & 0x0F)
            count += 1
        }
        guard count <= ExactDecimal.mostDigits else { return nil }
        value = ExactDecimal(digits: Int128(digits), scale: decimals)
        range = start..<offset
        self.decimals = decimals
        isGrouped = groups > 0
        self.isSpaced = isSpaced
    }

    /// Goes past groups of three digits with one blank, or one that does not break, before each; whether there were any.
    private static func skipSpacedGroups(_ bytes: [UInt8], from start: Int, _ offset: inout Int, to end: Int) -> Bool {
        guard offset < end, bytes[offset] == .space || bytes[offset] >= 0x80, offset - start <= 3,
            bytes[start] != UInt8(ascii: "0")
        else { return false }
        let first = offset
        while offset < end {
            var group = offset
            if bytes[group] == .space {
                group += 1
            } else if bytes.has("\u{A0}", at: group) {
                group += 2
            } else if bytes.has("\u{202F}", at: group) || bytes.has("\u{2009}", at: group) {
                group += 3
            }
            let last = bytes.skippingDigits(group, to: end)
            guard group > offset, last - group == 3, !isInner(bytes, last, end) else { break }
            offset = last
        }
        return offset > first
    }

    /// Whether digits go on as another number or a word behind an offset.
    private static func isInner(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
        guard offset < end else { return false }
        if bytes[offset].isASCIILetter { return true }
        return ",-/:".utf8.contains(bytes[offset]) && offset + 1 < end && bytes[offset + 1].isDigit
    }
}
