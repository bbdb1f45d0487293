/// A decimal number, exact: a whole number of tenths, hundredths … No binary fraction is ever made of it.
package struct ExactDecimal: Sendable, Hashable, Comparable {
    /// The value without its decimal point.
    private let digits: Int128
    /// How many of the digits stand behind the point; no trailing zeros, so that equal values are equal.
    private let scale: Int

    /// Longer numbers are none that a profile states; sums of such numbers at any two scales fit 128 bits.
    static let mostDigits = 18

    init(digits: Int128, scale: Int) {
        var (digits, scale) = (digits, scale)
        while scale > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        self.digits = digits
        self.scale = scale
    }

    package init(_ whole: Int) { self.init(digits: Int128(whole), scale: 0) }

    /// Reads digits with at most one point among them and a minus sign before them; nil for anything else, and for more than
    /// 18 digits.
    package init?(plain text: some StringProtocol) { self.init(plain: text.utf8) }

    /// The same of bytes.
    package init?(plain bytes: some Sequence<UInt8>) {
        var digits: Int128 = 0
        var scale: Int?
        var count = 0
        var isNegative = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "-") where count == 0 && !isNegative && scale == nil: isNegative = true
            case UInt8(ascii: ".") where scale == nil && count > 0: scale = 0
            case 0x30...0x39:
                digits = digits * 10 + Int128(byte & 0x0F)
                count += 1
                scale = scale.map { $0 + 1 }
                if count > Self.mostDigits { return nil }
            default: return nil
            }
        }
        guard count > 0, scale != 0 else { return nil }
        self.init(digits: isNegative ? -digits : digits, scale: scale ?? 0)
    }

    package static let zero = ExactDecimal(0)

    /// The value as a machine integer; nil where it has a fraction or is too great.
    package var whole: Int? { scale == 0 ? Int(exactly: digits) : nil }

    package var isNegative: Bool { digits < 0 }

    /// The digits at a scale, which must be no smaller than the number's own.
    private func digits(at scale: Int) -> Int128 {
        var digits = digits
        for _ in self.scale..<scale { digits *= 10 }
        return digits
    }

    private static func combined(_ a: Self, _ b: Self, _ operation: (Int128, Int128) -> Int128) -> Self {
        let scale = max(a.scale, b.scale)
        return Self(digits: operation(a.digits(at: scale), b.digits(at: scale)), scale: scale)
    }

    package static func + (a: Self, b: Self) -> Self { combined(a, b, +) }
    package static func - (a: Self, b: Self) -> Self { combined(a, b, -) }
    package static prefix func - (a: Self) -> Self { Self(digits: -a.digits, scale: a.scale) }

    /// Nil where the product has more than 30 digits, or more than 12 behind the point.
    package func product(_ other: Self) -> Self? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
        guard !overflow, product.magnitude < 1_000_000_000_000_000_000_000_000_000_000 else { return nil }
        let result = Self(digits: product, scale: scale + other.scale)
        return result.scale <= 12 ? result : nil
    }

    /// Times a power of ten, from 0.
    package func scaled(by power: Int) -> Self {
        var digits = digits
        for _ in 0..<max(0, power - scale) { digits *= 10 }
        return Self(digits: digits, scale: max(0, scale - power))
    }

    /// Half a unit of the last of some decimals: how far a rounded value may be from the printed one.
    package static func halfUnit(decimals: Int) -> Self { Self(digits: 5, scale: decimals + 1) }

    /// The nearest whole number.
    package var rounded: Self {
        var unit: Int128 = 1
        for _ in 0..<scale { unit *= 10 }
        return Self(digits: (digits + (digits < 0 ? -unit / 2 : unit / 2)) / unit, scale: 0)
    }

    /// What percentage of another number this one is, rounded to some decimals; zero where the other one is.
    package func percentage(of other: Self, decimals: Int) -> Self {
        let common = max(scale, other.scale)
        let (part, whole) = (digits(at: common), other.digits(at: common))
        guard whole > 0, part >= 0, part < 1_000_000_000_000_000_000_000_000 else { return .zero }
        var power: Int128 = 100
        for _ in 0..<min(decimals, 6) { power *= 10 }
        return Self(digits: (part * power * 2 + whole) / (whole * 2), scale: min(decimals, 6))
    }

    /// Half a unit of the last digit that is no zero: 50 for 4,500.
    package var halfOfLastDigit: Self {
        guard scale == 0, digits != 0 else { return Self.halfUnit(decimals: scale) }
        var unit: Int128 = 1
        while digits % (unit * 10) == 0 { unit *= 10 }
        return Self(digits: unit * 5, scale: 1)
    }

    /// The same for equal values, and different ones for most that are not.
    var fingerprint: UInt64 { UInt64(truncatingIfNeeded: digits) }

    package static func < (a: Self, b: Self) -> Bool {
        let scale = max(a.scale, b.scale)
        return a.digits(at: scale) < b.digits(at: scale)
    }

    package var magnitude: Self { isNegative ? -self : self }

    /// A hundredth of the number.
    package var hundredth: Self { Self(digits: digits, scale: scale + 2) }

    /// How often each of the ten digits occurs, six bits for each: the same for numbers whose digits stand in another order.
    package var digitCounts: UInt64 {
        var (counts, rest): (UInt64, UInt64) = (0, UInt64(truncatingIfNeeded: digits.magnitude))
        while rest > 0 {
            counts &+= 1 << (rest % 10 * 6)
            rest /= 10
        }
        return counts
    }

    /// `-1234.5`: as the ledger writes it.
    package var plain: String { written(minus: "-", separator: nil) }

    /// `−1,234.5`: as prose writes it.
    package var grouped: String { written(minus: "−", separator: UInt8(ascii: ",")) }

    /// The digits, at least one of them before the point; those before it in threes where there is a separator.
    private func written(minus: String, separator: UInt8?) -> String {
        var digits = Array((UInt64(exactly: digits.magnitude).map { String($0) } ?? String(digits.magnitude)).utf8)
        if digits.count <= scale { digits = Array(repeating: UInt8(ascii: "0"), count: scale + 1 - digits.count) + digits }
        var text: [UInt8] = []
        text.reserveCapacity(32)
        if isNegative { text += minus.utf8 }
        var whole = digits.count - scale
        for digit in digits {
            if whole == 0 { text.append(UInt8(ascii: ".")) }
            if let separator, whole > 0, whole % 3 == 0, whole < digits.count - scale { text.append(separator) }
            text.append(digit)
            whole -= 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
