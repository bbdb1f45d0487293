/// Eight bytes of a text, looked at in one step; the first of them is the lowest of the number.
public struct EightBytes {
    /// The bytes as a number.
    public let bits: UInt64

    /// The bytes from an offset on; zeros behind the end of the text.
    @inlinable public init(_ bytes: [UInt8], at offset: Int) {
        if offset &+ 8 <= bytes.count {
            bits = UInt64(
                littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) })
        } else {
            var last: UInt64 = 0
            for place in offset..<bytes.count { last |= UInt64(bytes[place]) &<< UInt64(8 &* (place &- offset)) }
            bits = last
        }
    }

    /// The highest bit of each byte that is an ASCII letter.
    @inlinable var letters: UInt64 {
        let folded = (bits | 0x2020_2020_2020_2020) & Self.low
        // A sum sets the highest bit of each byte from `a` on, the other one from behind `z` on; no byte carries into the next.
        return (folded &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(folded &+ 0x0505_0505_0505_0505) & ~bits & Self.high
    }

    /// How many of the first bytes are ASCII letters, 0 to 8.
    @inlinable public var leadingLetters: Int { (~letters & Self.high).trailingZeroBitCount &>> 3 }

    /// How many of the first bytes are ASCII letters, digits, spaces, commas, hyphens, full stops or slashes, 0 to 8.
    @inlinable public var leadingPlain: Int {
        let low = bits & Self.low
        // From the comma to the nine, as above; and a space, which alone gives nothing with itself left out.
        let isDigitOrStop = (low &+ 0x5454_5454_5454_5454) & ~(low &+ 0x4646_4646_4646_4646)
        let isSpace = ~((low ^ 0x2020_2020_2020_2020) &+ Self.low)
        let isPlain = letters | (isDigitOrStop | isSpace) & ~bits & Self.high
        return (~isPlain & Self.high).trailingZeroBitCount &>> 3
    }

    /// The first of the bytes, 0 to 8 of them, with zeros for the rest.
    @inlinable public func first(_ count: Int) -> UInt64 {
        count > 0 ? bits & (UInt64.max &>> UInt64(64 &- 8 &* count)) : 0
    }

    @usableFromInline static var low: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }
    @usableFromInline static var high: UInt64 { 0x8080_8080_8080_8080 }
}
