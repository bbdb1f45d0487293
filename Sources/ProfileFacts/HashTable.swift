/// Values under the hashes of words, in an open table of a power of two of places: looked up several times a word of a profile, so
/// that a dictionary would be felt. A hash may hold several values; there are fewer than 65,536 values.
struct HashTable<Value: Equatable & Sendable>: Sendable {
    /// Of a hash, its upper 48 bits, and the number of its value in the lower 16; 0 in a place that holds none. Eight of them come
    /// with one look into memory.
    private var slots: [UInt64]
    /// First the one for hashes that hold none.
    private var values: [Value]
    private let shift: UInt64

    /// A table of values under hashes; `filler` is what other hashes give. Pairs with one value are best given in a row, for then they
    /// share it.
    init(_ pairs: [(key: UInt64, value: Value)], filler: Value) {
        var bits: UInt64 = 4
        while 1 << bits < pairs.count * 2 { bits += 1 }
        shift = 64 - bits
        slots = Array(repeating: 0, count: 1 << bits)
        values = [filler]
        for (key, value) in pairs {
            if value != values[values.count - 1] {
                guard values.count <= UInt16.max else { continue }
                values.append(value)
            }
            var place = place(of: key)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = key & ~0xFFFF | UInt64(values.count - 1)
        }
    }

    /// Where to look first: the golden ratio spreads hashes that differ in their last bits only.
    @inline(__always) private func place(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// The first value under a hash; the filler where there is none.
    @inline(__always) func value(_ key: UInt64) -> Value {
        var place = place(of: key)
        while slots[place] != 0, (slots[place] ^ key) &>> 16 != 0 { place = (place + 1) & (slots.count - 1) }
        return values[Int(slots[place] & 0xFFFF)]
    }

    /// The first value under a hash that a test holds for.
    @inline(__always) func find(_ key: UInt64, where holds: (Value) -> Bool) -> Value? {
        var place = place(of: key)
        while slots[place] != 0 {
            if (slots[place] ^ key) &>> 16 == 0 {
                let value = values[Int(slots[place] & 0xFFFF)]
                if holds(value) { return value }
            }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }
}

/// Tells of nearly every hash that is not among some that it is not, with one look into little memory.
struct HashSieve: Sendable {
    private var bits: [UInt64]
    private let shift: UInt64

    /// A sieve of hashes: sixteen bits for each.
    init(_ hashes: [UInt64]) {
        var power: UInt64 = 6
        while 1 << power < hashes.count * 16 { power += 1 }
        shift = 64 - power
        bits = Array(repeating: 0, count: 1 << (power - 6))
        for hash in hashes {
            let (word, bit) = place(of: hash)
            bits[word] |= bit
        }
    }

    private func place(of key: UInt64) -> (word: Int, bit: UInt64) {
        let place = (key &* 0x9E37_79B9_7F4A_7C15) &>> shift
        return (Int(place &>> 6), 1 &<< (place & 63))
    }

    @inline(__always) func mayHold(_ key: UInt64) -> Bool {
        let (word, bit) = place(of: key)
        return bits[word] & bit != 0
    }
}

/// A set of words, asked by their hashes. It is a class, for sets are asked of many tokens.
package final class WordSet: Sendable {
    private let table: HashTable<Bool>

    package init(_ words: some Collection<String>) {
        table = HashTable(words.map { (Lexicon.hash($0), true) }, filler: false)
    }

    package func contains(_ hash: UInt64) -> Bool { table.value(hash) }
}
