/// The words that a reader of sums and dates must know, found by the hash of their lower-case bytes.
package enum Lexicon {
    struct Entry: Hashable {
        var roles: WordRoles
        var value: Int32
        var dateWord: DateWord = .none
        /// ``Token/Flags/startsPhrase`` and ``Token/Flags/isKnown``, as the words of the house have it.
        var flags: Token.Flags = []
    }

    /// The hash of a word, whatever the case of its ASCII letters.
    package static func hash(_ word: some StringProtocol) -> UInt64 { WordHash.of(word.utf8) }

    package static func hash(_ word: ArraySlice<UInt8>) -> UInt64 { WordHash.of(word) }

    static let table: HashTable<Entry> = {
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
        for (hashes, flag) in TermReference.shared.marks {
            for hash in hashes { words[hash, default: Entry(roles: [], value: 0)].flags.insert(flag) }
        }
        let alike = Dictionary(grouping: words, by: \.value)
        return HashTable(alike.flatMap { entry, words in words.map { ($0.key, entry) } }, filler: Entry(roles: [], value: 0))
    }()

}
