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

    /// Half a unit of the last digit: how far the true value of a measure may be from the printed one.
    package var halfUnit: ExactDecimal {
        ExactDecimal(plain: "0." + String(repeating: "0", count: decimals) + "5") ?? .zero
    }

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
        var decimals = 0
        if offset + 1 < end, bytes[offset] == UInt8(ascii: "."), bytes[offset + 1].isDigit {
            let last = bytes.skippingDigits(offset + 1, to: end)
            decimals = last - offset - 1
            offset = last
        }
        let digits = bytes[start..<offset].filter { $0 != UInt8(ascii: ",") }
        guard let value = ExactDecimal(plain: String(decoding: digits, as: UTF8.self)) else { return nil }
        self.value = value
        range = start..<offset
        self.decimals = decimals
        isGrouped = groups > 0
    }
}
