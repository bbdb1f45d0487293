#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a byte of UTF-8 text can be, as far as a profile's syntax cares.
extension UInt8 {
    @inlinable package static var newline: UInt8 { 0x0A }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    @inlinable package static var space: UInt8 { 0x20 }
    @inlinable package static var tab: UInt8 { 0x09 }

    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

    /// A space or a tab: what may stand between words of one line. A carriage return that ends no line counts as one.
    @inlinable package var isBlank: Bool { self == .space || self == .tab || self == .carriageReturn }

    /// Blank, or the end of a line.
    @inlinable package var isWhitespace: Bool { isBlank || self == .newline }

    @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// Part of a word or number: a letter, a digit, or any byte of a character beyond ASCII.
    @inlinable package var isWordByte: Bool { isASCIILetter || isDigit || self >= 0x80 }

    /// Not the first byte of a character.
    @inlinable package var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension [UInt8] {
    /// The text of a byte range; bytes that are not UTF-8 become replacement characters.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: self[range.clamped(to: 0..<count)], as: UTF8.self)
    }

    /// Whether some bytes stand at an offset.
    package func has(_ text: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset + text.count <= count else { return false }
        return text.indices.allSatisfy { self[offset + $0] == text[$0] }
    }

    /// Whether the bytes at an offset are those of a text.
    @inlinable package func has(_ text: StaticString, at offset: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset >= 0, offset + length <= count else { return false }
        for index in 0..<length where self[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    /// The first offset in a range at which the bytes of a text stand.
    package func first(_ text: StaticString, in range: Range<Int>) -> Int? {
        let length = text.utf8CodeUnitCount
        guard length > 0, range.count >= length else { return nil }
        let lead = text.utf8Start[0]
        var offset = range.lowerBound
        while offset + length <= range.upperBound {
            if self[offset] == lead, has(text, at: offset) { return offset }
            offset += 1
        }
        return nil
    }

    /// A range without the blanks and line ends at either end.
    package func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, self[lower].isWhitespace { lower += 1 }
        while upper > lower, self[upper - 1].isWhitespace { upper -= 1 }
        return lower..<upper
    }

    /// The offset just past any blanks at an offset.
    package func skippingBlanks(_ offset: Int, to end: Int) -> Int {
        var offset = offset
        while offset < end, self[offset].isBlank { offset += 1 }
        return offset
    }

    /// The offset just past any ASCII digits at an offset.
    package func skippingDigits(_ offset: Int, to end: Int) -> Int {
        var offset = offset
        while offset < end, self[offset].isDigit { offset += 1 }
        return offset
    }

    /// The number that the digits of a range write, or nil where it is longer than nine digits or holds anything else.
    package func number(in range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 9 else { return nil }
        var value = 0
        for offset in range {
            guard self[offset].isDigit else { return nil }
            value = value * 10 + Int(self[offset] & 0x0F)
        }
        return value
    }

    /// The first offset at or behind another at which some bytes stand.
    package func firstOffset(of wanted: [UInt8], from start: Int) -> Int? {
        guard let lead = wanted.first else { return nil }
        return withUnsafeBytes { hay in
            guard let base = hay.baseAddress else { return nil }
            var offset = start
            while offset + wanted.count <= hay.count, let found = memchr(base + offset, Int32(lead), hay.count - offset) {
                offset = base.distance(to: UnsafeRawPointer(found))
                if offset + wanted.count <= hay.count, memcmp(base + offset, wanted, wanted.count) == 0 { return offset }
                offset += 1
            }
            return nil
        }
    }
}
