import ProfileSyntax

/// The ASCII letters that a word starts with: all of nearly every word.
struct WordLetters {
    /// The offset behind them.
    private(set) var offset: Int
    /// Their ``WordHash``.
    private(set) var hash = WordHash.seed
    /// All letters' bytes in one: a small letter is told from a capital by one bit.
    private var bits: UInt64 = 0

    var hasLowerCase: Bool { bits & 0x2020_2020_2020_2020 != 0 }

    @inline(__always) init(_ bytes: [UInt8], at start: Int, to end: Int) {
        offset = start
        pass(bytes, to: end)
    }

    /// Goes on in a word that has more than letters, which ends its hash.
    mutating func pass(_ bytes: [UInt8], behind offset: Int, to end: Int) {
        self.offset = offset
        pass(bytes, to: end)
    }

    @inline(__always) private mutating func pass(_ bytes: [UInt8], to end: Int) {
        while offset < end {
            let chunk = EightBytes(bytes, at: offset)
            let count = min(chunk.leadingLetters, end &- offset)
            guard count > 0 else { return }
            let letters = chunk.first(count)
            bits |= letters
            hash = WordHash.grown(hash, by: letters | 0x2020_2020_2020_2020 & (UInt64.max &>> UInt64(64 &- 8 &* count)))
            offset &+= count
            if count < 8 { return }
        }
    }
}

/// The hash of a word, whatever the case of its ASCII letters: its bytes, eight by eight, so that no two words of up to eight bytes
/// have the same.
enum WordHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Takes up the next eight bytes in small letters, or the last with zeros behind them.
    @inline(__always) static func grown(_ hash: UInt64, by eight: UInt64) -> UInt64 {
        let product = (hash ^ eight) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product &>> 32
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var (hash, eight, count) = (seed, UInt64(0), UInt64(0))
        for byte in bytes {
            eight |= UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte) &<< (8 &* count)
            count += 1
            if count == 8 {
                hash = grown(hash, by: eight)
                (eight, count) = (0, 0)
            }
        }
        return count > 0 ? grown(hash, by: eight) : hash
    }
}
