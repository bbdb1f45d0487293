import ProfileSyntax

/// The words of the house, as `Config/reference/terms.yml` has them.
package struct TermReference: Sendable {
    /// A form that the house does not write, and the one that it writes.
    package struct Phrase: Sendable {
        /// The words as they stand in the text; in lower case where case does not matter.
        package let words: [String]
        package let isExact: Bool
        package let write: String
        /// `safe` or `unsafe`; nil where no fix is offered.
        package let fix: String?
    }

    package let terms: PhraseTable
    package let confused: PhraseTable
    package let spelling: SpellingReference
    package let acronyms: Set<String>
    /// Words that may stand twice in a row.
    package let repeats: Set<String>

    package static let shared = TermReference(yaml: EmbeddedConfig.bytes("reference/terms.yml"))

    package init(yaml bytes: [UInt8]) {
        var reader = YAMLReader(bytes, 0..<bytes.count)
        let root = reader.read()
        terms = PhraseTable(root?["terms"])
        confused = PhraseTable(root?["confused"])
        spelling = SpellingReference(root?["spelling"])
        func words(_ key: String) -> Set<String> {
            Set((root?[key]?.scalar ?? "").split(whereSeparator: \.isWhitespace).map(String.init))
        }
        acronyms = words("acronyms")
        repeats = words("repeats")
    }
}

/// Phrases, found by their first word.
package struct PhraseTable: Sendable {
    private var phrases: [UInt64: [TermReference.Phrase]] = [:]

    init(_ node: YAMLNode?) {
        for item in node?.items ?? [] {
            guard let write = item["write"]?.scalar else { continue }
            let isExact = item["case"]?.scalar == "exact"
            for form in item["not"]?.items?.compactMap(\.scalar) ?? [] {
                let words = form.split(separator: " ").map { isExact ? String($0) : $0.lowercased() }
                guard let first = words.first else { continue }
                phrases[Lexicon.hash(first), default: []].append(
                    .init(words: words, isExact: isExact, write: write, fix: item["fix"]?.scalar))
            }
        }
    }

    /// The longest phrase that starts at a token; its words stand in the profile's own text with nothing but blanks between.
    package func phrase(at index: Int, _ prose: Prose, _ bytes: [UInt8], before end: Int) -> TermReference.Phrase? {
        let first = prose.tokens[index]
        guard first.isWord, first.isOwn, let known = phrases[Lexicon.hash(of: first.range, bytes)] else { return nil }
        return known.filter { phrase in
            guard index + phrase.words.count <= end else { return false }
            return phrase.words.enumerated().allSatisfy { place, word in
                let token = prose.tokens[index + place]
                guard token.isWord, token.isOwn, place == 0 || !token.isGlued else { return false }
                let text = bytes.text(token.range)
                return phrase.isExact ? text == word : text.lowercased() == word
            }
        }
        .max { $0.words.count < $1.words.count }
    }
}

/// Words of the field, and what they are mistaken for.
package struct SpellingReference: Sendable {
    private var words: [String] = []
    /// Hashes of words that are no slips.
    private var known: Set<UInt64> = []
    private var slips: [UInt64: String] = [:]
    /// The words that a text is after one letter is taken from it.
    private var shortened: [UInt64: [UInt16]] = [:]

    init(_ node: YAMLNode?) {
        func list(_ key: String) -> [String] {
            (node?[key]?.scalar ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        }
        words = list("words")
        for word in words + list("real") { known.insert(Lexicon.hash(word)) }
        for entry in node?["slips"]?.entries ?? [] { slips[Lexicon.hash(entry.name)] = entry.value.scalar }
        for (index, word) in words.enumerated() where index < Int(UInt16.max) {
            let bytes = Array(word.utf8)
            shortened[Lexicon.hash(word), default: []].append(UInt16(index))
            for gap in bytes.indices { shortened[Self.hash(bytes, without: gap), default: []].append(UInt16(index)) }
        }
    }

    private static func hash(_ bytes: [UInt8], without gap: Int) -> UInt64 {
        var hash = Lexicon.seed
        for (index, byte) in bytes.enumerated() where index != gap { hash = Lexicon.grown(hash, by: byte) }
        return hash
    }

    /// The word that a misspelt one should be; nil for words that are right or unknown. Give it in lower-case ASCII.
    package func correction(of word: [UInt8]) -> String? {
        let hash = word.reduce(Lexicon.seed) { Lexicon.grown($0, by: $1) }
        if known.contains(hash) { return nil }
        if let right = slips[hash] { return right }
        guard word.count >= 5, word.count <= 24 else { return nil }
        var candidates = shortened[hash] ?? []
        for gap in word.indices { candidates += shortened[Self.hash(word, without: gap)] ?? [] }
        return candidates.lazy.map { words[Int($0)] }.first { Self.isOneSlip(word, Array($0.utf8)) }
    }

    /// Whether two words differ by one letter more, less or other, or by two neighbours that changed places.
    private static func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        let start = zip(a, b).prefix(min(a.count, b.count), while: { $0 == $1 })
        let end = zip(a.reversed(), b.reversed()).prefix(min(a.count, b.count) - start, while: { $0 == $1 })
        let left = (a.count - start - end, b.count - start - end)
        if left == (2, 2) { return a[start] == b[start + 1] && a[start + 1] == b[start] }
        return left.0 <= 1 && left.1 <= 1 && left != (0, 0)
    }
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
