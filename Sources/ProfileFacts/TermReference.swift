import ProfileSyntax

/// The words of the house, as `Config/reference/terms.yml` has them.
package struct TermReference: Sendable {
    /// A form that the house does not write, and the one that it writes. It is a class, for it is looked at in passing.
    package final class Phrase: Sendable {
        /// The words as they stand in the text; their case does not matter unless the form is exact.
        package let words: [String]
        /// The words' bytes.
        fileprivate let bytes: [[UInt8]]
        /// The words' hashes, whatever their case.
        fileprivate let hashes: [UInt64]
        package let isExact: Bool
        package let write: String
        /// `safe` or `unsafe`; nil where no fix is offered.
        package let fix: String?

        fileprivate init?(_ form: String, _ item: YAMLNode, write: String) {
            let words = form.split(separator: " ").map(String.init)
            self.words = words
            bytes = words.map { Array($0.utf8) }
            hashes = bytes.map { WordHash.of($0) }
            isExact = item["case"]?.scalar == "exact"
            fix = item["fix"]?.scalar
            self.write = write
            if words.isEmpty { return nil }
        }
    }

    package let terms: PhraseTable
    package let confused: PhraseTable
    package let spelling: SpellingReference
    package let acronyms: Set<String>
    /// Words that may stand twice in a row.
    package let repeats: WordSet

    /// The hashes of words that tokens are marked as.
    var marks: [([UInt64], Token.Flags)] {
        [(terms.firstWords + confused.firstWords, .startsPhrase), (spelling.known, .isKnown)]
    }

    package static let shared = TermReference(yaml: EmbeddedConfig.bytes("reference/terms.yml"))

    package init(yaml bytes: [UInt8]) {
        var reader = YAMLReader(bytes, 0..<bytes.count)
        let root = reader.read()
        terms = PhraseTable(root?["terms"])
        confused = PhraseTable(root?["confused"])
        spelling = SpellingReference(root?["spelling"])
        func words(_ key: String) -> Set<String> {
            Set((root?[key]?.scalar ?? "").split { $0 == " " || $0 == "\n" }.map(String.init))
        }
        acronyms = words("acronyms")
        repeats = WordSet(words("repeats"))
    }
}

/// What phrases start with: their first two words, or the only one.
struct PhraseStarts: Sendable {
    private let sieve: HashSieve

    init(_ phrases: [TermReference.Phrase]) { sieve = HashSieve(phrases.map { Self.key($0) }) }

    static func key(_ phrase: TermReference.Phrase) -> UInt64 {
        key(phrase.hashes[0], phrase.hashes.count > 1 ? phrase.hashes[1] : nil)
    }

    static func key(_ first: UInt64, _ second: UInt64?) -> UInt64 { first &* 31 &+ (second ?? 0) }

    /// Whether a phrase may start with two words, or be one word alone, by their hashes.
    func mayStart(_ first: UInt64, _ second: UInt64?) -> Bool { sieve.mayHold(Self.key(first, second)) }
}

/// Phrases, found by their first word.
package struct PhraseTable: Sendable {
    private var phrases: [TermReference.Phrase] = []
    /// Indices of ``PhraseTable/phrases`` under what they start with, longer phrases first.
    private let starts: HashTable<UInt16>
    var firstWords: [UInt64] { phrases.map { $0.hashes[0] } }
    /// What the phrases start with.
    let twoWords: PhraseStarts

    init(_ node: YAMLNode?) {
        for item in node?.items ?? [] {
            guard let write = item["write"]?.scalar else { continue }
            phrases += (item["not"]?.items ?? []).compactMap { $0.scalar.flatMap { .init($0, item, write: write) } }
        }
        phrases.sort { $0.words.count > $1.words.count }
        starts = HashTable(
            phrases.enumerated().map { index, phrase in (PhraseStarts.key(phrase), UInt16(clamping: index)) }, filler: 0)
        twoWords = PhraseStarts(phrases)
    }

    /// The longest phrase that starts at a token; its words stand in the profile's own text with nothing but blanks between.
    package func phrase(at index: Int, _ tokens: [Token], _ bytes: [UInt8], before end: Int) -> TermReference.Phrase? {
        guard tokens[index].hasSome(of: .startsPhrase) else { return nil }
        let second = index + 1 < end && tokens[index + 1].isWord ? tokens[index + 1].word : nil
        func phrase(_ second: UInt64?) -> TermReference.Phrase? {
            starts.find(PhraseStarts.key(tokens[index].word, second)) { stands(Int($0), at: index, tokens, bytes, before: end) }
                .map { phrases[Int($0)] }
        }
        return second.flatMap { phrase($0) } ?? phrase(nil)
    }

    private func stands(_ phrase: Int, at index: Int, _ tokens: [Token], _ bytes: [UInt8], before end: Int) -> Bool {
        let phrase = phrases[phrase]
        let count = phrase.hashes.count
        guard index + count <= end else { return false }
        // Most of what looks like an exact form is the house's own, whose first letters tell.
        if phrase.isExact {
            for place in 0..<count where bytes[Int(tokens[index + place].lower)] != phrase.bytes[place][0] { return false }
        }
        for place in 0..<count {
            guard tokens[index + place].word == phrase.hashes[place], tokens[index + place].isOwn,
                place == 0 || !tokens[index + place].isGlued
            else { return false }
        }
        guard phrase.isExact else { return true }
        return (0..<count).allSatisfy { bytes.has(phrase.bytes[$0], at: Int(tokens[index + $0].lower)) }
    }
}

/// Words of the field, and what they are mistaken for. It is a class, for it is asked of every word that is not known.
package final class SpellingReference: Sendable {
    private static let lengths = 5...24
    private let words: [[UInt8]]
    /// The hashes of words that are no slips.
    let known: [UInt64]
    private let slips: HashTable<String>
    /// Indices of words under the hashes of what they are, and of what they are without one of their letters.
    private let shortened: HashTable<UInt16>
    /// Those hashes: most words are like none of the list.
    private let sieve: HashSieve
    private let isRight: HashTable<Bool>
    /// The words of names, with small letters, under the hashes of the words beside them.
    private let named: HashTable<[UInt8]>

    init(_ node: YAMLNode?) {
        func list(_ key: String) -> [Substring.UTF8View] {
            (node?[key]?.scalar ?? "").utf8.split { $0 == .space || $0 == .newline }
        }
        let (field, real) = (list("words"), list("real"))
        words = field.prefix(Int(UInt16.max)).map { Array($0) }
        known = (field + real).map { WordHash.of($0) }
        isRight = HashTable(known.map { ($0, true) }, filler: false)
        let names = (node?["names"]?.items ?? []).compactMap {
            $0.scalar?.lowercased().split(separator: " ").map { Array($0.utf8) }
        }
        named = HashTable(
            names.flatMap { name in
                zip(name, name.dropFirst()).flatMap {
                    [(WordHash.of($0) &* 31, $1), (WordHash.of($1), $0)]
                }
            }, filler: [])
        let slips = node?["slips"]?.entries ?? []
        self.slips = HashTable(slips.map { (Lexicon.hash($0.name), $0.value.scalar ?? "") }, filler: "")
        var hashes: [(key: UInt64, value: UInt16)] = []
        hashes.reserveCapacity(words.reduce(0) { $0 + $1.count + 1 })
        for (index, word) in words.enumerated() {
            for hash in ShortenedHashes(of: word[...]) { hashes.append((hash, UInt16(index))) }
        }
        shortened = HashTable(hashes, filler: 0)
        sieve = HashSieve(hashes.map(\.key))
    }

    /// The word that one which is not known should be; nil for what is not all letters, small behind the first, and for what is like
    /// none of the words. Give its hash and its bytes.
    package func correction(of hash: UInt64, _ word: ArraySlice<UInt8>) -> String? {
        guard word.allSatisfy(\.isASCIILetter), word.dropFirst().allSatisfy({ $0 & 0x20 != 0 }) else { return nil }
        let right = slips.value(hash)
        if !right.isEmpty { return right }
        guard Self.lengths.contains(word.count) else { return nil }
        for hash in ShortenedHashes(of: word) where sieve.mayHold(hash) {
            if let right = shortened.find(hash, where: { Self.isOneSlip(word, words[Int($0)]) }) {
                return String(decoding: words[Int(right)], as: UTF8.self)
            }
        }
        return nil
    }

    /// The word of a name – `Mine Ban Treaty` – that one with a capital should be, by the hashes of the words beside it.
    package func nameWord(_ word: ArraySlice<UInt8>, between before: UInt64, and behind: UInt64) -> String? {
        func isMeant(_ right: [UInt8]) -> Bool { right.count >= 3 && Self.isOneSlip(word, right) }
        guard word.count > 2, let right = named.find(before &* 31, where: isMeant) ?? named.find(behind, where: isMeant) else {
            return nil
        }
        // A word of three letters is a letter away from many.
        if right.count == 3,
            named.find(before &* 31, where: { $0 == right }) == nil || named.find(behind, where: { $0 == right }) == nil
        {
            return nil
        }
        return String(decoding: right, as: UTF8.self)
    }

    /// The listed word with a capital that stands behind a letter which does not belong to it: `åConvention`.
    package func behindStrayLetter(_ word: ArraySlice<UInt8>) -> String? {
        guard let first = word.first, first >= 0xC3, first < 0xE0, word.count > 7 else { return nil }
        let rest = word.dropFirst(2)
        guard let capital = rest.first, capital &- 0x41 < 26, rest.dropFirst().allSatisfy({ $0.isASCIILetter && $0 & 0x20 != 0 }),
            isRight.value(WordHash.of(rest))
        else { return nil }
        return String(decoding: rest, as: UTF8.self)
    }

    /// Whether two words differ by one letter more, less or other, or by two neighbours that changed places; case aside.
    private static func isOneSlip(_ word: ArraySlice<UInt8>, _ right: [UInt8]) -> Bool {
        let word = word.map { $0 | 0x20 }
        guard abs(word.count - right.count) <= 1 else { return false }
        let shorter = min(word.count, right.count)
        let start = zip(word, right).prefix(shorter, while: { $0 == $1 })
        let end = zip(word.reversed(), right.reversed()).prefix(shorter - start, while: { $0 == $1 })
        let left = (word.count - start - end, right.count - start - end)
        if left == (2, 2) { return word[start] == right[start + 1] && word[start + 1] == right[start] }
        return left.0 <= 1 && left.1 <= 1 && left != (0, 0)
    }
}

/// The hashes that a word has as it is, and without one of its letters, from the last to the first: polynomials of its letters, so that
/// each follows from the one before it.
private struct ShortenedHashes: Sequence, IteratorProtocol {
    private let hash: UInt64
    private let word: ArraySlice<UInt8>
    private var place: Int
    /// Of the place: the power of the base that its letter is multiplied with, and the part of the hash that the letters behind it make.
    private var (power, behind): (UInt64, UInt64) = (1, 0)

    init(of word: ArraySlice<UInt8>) {
        hash = word.reduce(1) { $0 &* Self.base &+ UInt64($1 | 0x20) }
        self.word = word
        place = word.endIndex
    }

    mutating func next() -> UInt64? {
        guard place < word.endIndex else {
            place -= 1
            return hash
        }
        guard place >= word.startIndex else { return nil }
        let part = UInt64(word[place] | 0x20) &* power
        // The letters before the gap move one place: their part of the hash is divided by the base.
        let shortened = (hash &- part &- behind) &* Self.inverseBase &+ behind
        behind &+= part
        power &*= Self.base
        place -= 1
        return shortened
    }

    private static var base: UInt64 { 0x100_0000_01b3 }
    /// What the base is multiplied with to give 1, in 64 bits.
    private static var inverseBase: UInt64 { 0xce965057aff6957b }
}

extension Sequence {
    fileprivate func prefix(_ most: Int, while holds: (Element) -> Bool) -> Int {
        var count = 0
        for element in self {
            guard count < most, holds(element) else { break }
            count += 1
        }
        return count
    }
}
