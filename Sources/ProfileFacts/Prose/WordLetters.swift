import ProfileSyntax

/// The part of a word that has been passed.
struct WordLetters {
    private(set) var offset: Int
    private(set) var hash = Lexicon.seed
    /// All letters' bytes in one: a small letter is told from a capital by one bit.
    private var bits: UInt8 = 0

    init(at offset: Int) { self.offset = offset }

    var hasLowerCase: Bool { bits & 0x20 != 0 }

    /// Passes ASCII letters: nearly all that words are made of. Returns whether something is left.
    @inline(never) mutating func pass(_ bytes: [UInt8], to end: Int) -> Bool {
        var (offset, hash, bits) = (offset, hash, bits)
        bytes.withUnsafeBufferPointer { bytes in
            while offset < end {
                let byte = bytes[offset]
                let folded = byte | 0x20
                guard folded &- 0x61 < 26 else { break }
                bits |= byte
                hash = Lexicon.grown(hash, by: folded)
                offset &+= 1
            }
        }
        (self.offset, self.hash, self.bits) = (offset, hash, bits)
        return offset < end
    }

    /// Passes one byte of any kind.
    mutating func add(_ byte: UInt8) {
        hash = Lexicon.grown(hash, by: byte)
        offset += 1
    }
}
