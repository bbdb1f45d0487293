/// The words that a reader of sums and dates must know, found by the hash of their lower-case bytes.
package enum Lexicon {
    struct Entry {
        var roles: WordRoles
        var value: Int32
        var dateWord: DateWord = .none
    }

    /// FNV-1a, so that a word's hash grows with each byte that the scanner passes.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    @inline(__always) static func grown(_ hash: UInt64, by byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    static func hash(_ word: some StringProtocol) -> UInt64 {
        word.utf8.reduce(seed) { grown($0, by: $1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
    }

    /// The hash of a word in a text.
    static func hash(of range: Range<Int>, _ bytes: [UInt8]) -> UInt64 {
        bytes[range].reduce(seed) { grown($0, by: $1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
    }

    /// An open table of a power of two of places: looked up once a word, so a dictionary would be felt.
    private struct HashTable {
        private var keys: [UInt64]
        private var entries: [Entry]
        private let mask: Int

        init(_ words: [UInt64: Entry]) {
            var size = 1
            while size < words.count * 4 { size *= 2 }
            mask = size - 1
            keys = Array(repeating: 0, count: size)
            entries = Array(repeating: Entry(roles: [], value: 0), count: size)
            for (key, entry) in words {
                var place = Int(truncatingIfNeeded: key) & mask
                while keys[place] != 0 { place = (place + 1) & mask }
                keys[place] = key
                entries[place] = entry
            }
        }

        func find(_ key: UInt64) -> Entry? {
            var place = Int(truncatingIfNeeded: key) & mask
            while keys[place] != 0 {
                if keys[place] == key { return entries[place] }
                place = (place + 1) & mask
            }
            return nil
        }
    }

    private static let table: HashTable = {
        var words: [UInt64: Entry] = [:]
        for (roles, text) in LexiconWords.plain {
            for word in text.split(separator: " ") {
                words[hash(word), default: Entry(roles: [], value: 0)].roles.formUnion(roles)
            }
        }
        for (roles, pairs) in LexiconWords.valued {
            for (word, value) in pairs {
                let entry = words[hash(word)]
                words[hash(word)] = Entry(roles: roles.union(entry?.roles ?? []), value: value)
            }
        }
        for (dateWord, text) in DateWords.plain {
            for word in text.split(separator: " ") {
                words[hash(word), default: Entry(roles: [], value: 0)].dateWord = dateWord
            }
        }
        for (word, dateWord, value) in DateWords.durations {
            words[hash(word)] = Entry(roles: [], value: value, dateWord: dateWord)
        }
        for (word, value) in DateWords.ordinals where words[hash(word)]?.roles.contains(.ordinal) != true {
            words[hash(word), default: Entry(roles: [], value: 0)].roles.insert(.ordinal)
            words[hash(word)]?.value = value
        }
        return HashTable(words)
    }()

    static func find(_ hash: UInt64) -> Entry? { table.find(hash) }
}
