/// Values under the hashes of words, in an open table of a power of two of places: looked up several times a word of a profile, so
/// that a dictionary would be felt. A hash may hold several values.
struct HashTable<Value: Sendable>: Sendable {
    private struct Slot {
        /// 0 in a place that holds no value.
        var key: UInt64
        var value: Value
    }

    /// Hash and value stand side by side, so that both come with one look into memory.
    private var slots: [Slot]
    private let shift: UInt64

    /// A table for a number of values; `filler` stands in the places that hold none.
    init(count: Int, filler: Value) {
        var bits: UInt64 = 4
        while 1 << bits < count * 2 { bits += 1 }
        shift = 64 - bits
        slots = Array(repeating: Slot(key: 0, value: filler), count: 1 << bits)
    }

    /// Where to look first: the golden ratio spreads hashes that differ in their last bits only.
    @inline(__always) private func place(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// Adds a value; the table must have room for it.
    mutating func add(_ value: Value, under key: UInt64) {
        var place = place(of: key)
        while slots[place].key != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = Slot(key: key, value: value)
    }

    /// The first value under a hash; the filler where there is none.
    @inline(__always) func value(_ key: UInt64) -> Value {
        var place = place(of: key)
        while slots[place].key != key, slots[place].key != 0 { place = (place + 1) & (slots.count - 1) }
        return slots[place].value
    }

    /// The first value under a hash that a test holds for.
    func find(_ key: UInt64, where holds: (Value) -> Bool) -> Value? {
        var place = place(of: key)
        while slots[place].key != 0 {
            if slots[place].key == key, holds(slots[place].value) { return slots[place].value }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }
}

/// Tells of nearly every hash that is not among some that it is not, with one look into little memory.
struct HashSieve: Sendable {
    private var bits: [UInt64]
    private let shift: UInt64

    /// A sieve for a number of hashes: eight bits for each.
    init(count: Int) {
        var power: UInt64 = 6
        while 1 << power < count * 8 { power += 1 }
        shift = 64 - power
        bits = Array(repeating: 0, count: 1 << (power - 6))
    }

    private func place(of key: UInt64) -> (word: Int, bit: UInt64) {
        let place = (key &* 0x9E37_79B9_7F4A_7C15) &>> shift
        return (Int(place &>> 6), 1 &<< (place & 63))
    }

    mutating func add(_ key: UInt64) {
        let (word, bit) = place(of: key)
        bits[word] |= bit
    }

    @inline(__always) func mayHold(_ key: UInt64) -> Bool {
        let (word, bit) = place(of: key)
        return bits[word] & bit != 0
    }
}

/// A set of words, asked by their hashes.
package struct WordSet: Sendable {
    private var table: HashTable<Bool>

    package init(_ words: some Collection<String>) {
        table = HashTable(count: words.count, filler: false)
        for word in words { table.add(true, under: Lexicon.hash(word)) }
    }

    package func contains(_ hash: UInt64) -> Bool { table.value(hash) }
}
