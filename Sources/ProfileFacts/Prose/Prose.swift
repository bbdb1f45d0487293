import ProfileSyntax

/// The running prose of a profile: tokens, sentences, and what every number in it is.
///
/// It is a class so that the readers of relations can pass it on without copying its arrays' references; it never changes.
package final class Prose: Sendable {
    /// A paragraph, with the bullets under it where it ends in a colon; a heading; a paragraph of a note.
    package struct Passage: Sendable {
        package let block: Int
        package let isHeading: Bool
        /// The index of the note that holds it, in ``Footnotes/notes``.
        package let note: Int?
        /// Indices into ``Prose/tokens``.
        package let tokens: Range<Int>
        /// Indices into ``Prose/sentences``.
        package internal(set) var sentences = 0..<0
        /// The section in which it stands, counted by headings from 0; -1 before the first.
        package let section: Int
    }

    package struct Sentence: Sendable {
        /// Indices into ``Prose/tokens``, its final full stop included, and the markers behind that.
        package let tokens: Range<Int>
        /// Indices into ``Prose/numbers``.
        package let numbers: Range<Int>
        /// Indices into ``Prose/dates``.
        package let dates: Range<Int>
        package let passage: Int
        /// Whether some number of it is a quantity, a percentage or a range of quantities.
        package let hasFigures: Bool
        /// All roles that some word of it has, and all kinds of its tokens: what a reader looks at before it reads the tokens.
        package let roles: WordRoles
        package let kinds: Token.Kinds
        /// All that its words are to a reader of dates.
        let dateWords: DateWord.Several
        /// Whether some word of it has digits in it.
        package let hasDigits: Bool
    }

    package let tokens: [Token]
    /// The numbers that ``Token/value`` of a numeral points to.
    package let numerals: [Numeral]
    /// Those that cannot be read, at `-1 - value`.
    package let malformed: [MalformedNumber]
    package let passages: [Passage]
    package let sentences: [Sentence]
    /// What the profile says itself: the passages and sentences outside block quotes.
    package let ownPassages: [Passage]
    package let ownSentences: [Sentence]
    package let places: WordPlaces
    /// Every number, in the order of the text.
    package let numbers: [Number]
    package let dates: [ProseDate]

    package init(_ profile: Profile) {
        var scanner = ProseScanner(profile.bytes)
        var passages = Self.passages(profile, &scanner)
        var sentences: [Sentence] = []
        sentences.reserveCapacity(passages.count * 2)
        let tokens = scanner.tokens
        var reader = NumberReader(
            bytes: profile.bytes, tokens: tokens, numerals: scanner.numerals, malformed: scanner.malformed)
        let isQuoted = passages.map { profile.isInBlockQuote($0.block) }
        var places = WordPlaces(tokens: tokens.count)
        for index in passages.indices {
            let first = sentences.count
            let passage = passages[index].tokens
            var start = passage.lowerBound
            while start < passage.upperBound {
                let end = SentenceCutter.end(of: start, tokens, passage)
                let sum = SentenceSum(of: tokens[start..<end])
                if !isQuoted[index] { places.add(tokens[start..<end], sentence: sentences.count) }
                let (numbers, dates) = (reader.numbers.count, reader.dates.count)
                reader.read(start..<end)
                sentences.append(
                    Sentence(
                        tokens: start..<end, numbers: numbers..<reader.numbers.count, dates: dates..<reader.dates.count,
                        passage: index, hasFigures: reader.numbers[numbers...].contains { $0.kind.isFigure },
                        roles: WordRoles(rawValue: sum.roles), kinds: Token.Kinds(rawValue: sum.kinds),
                        dateWords: sum.dateWords, hasDigits: Token.Flags(rawValue: sum.flags).contains(.hasDigits)))
                start = end
            }
            passages[index].sentences = first..<sentences.count
        }
        self.tokens = tokens
        numerals = scanner.numerals
        malformed = reader.malformed
        self.passages = passages
        self.sentences = sentences
        self.places = places
        let hasQuotes = isQuoted.contains(true)
        ownPassages = hasQuotes ? zip(passages, isQuoted).filter { !$0.1 }.map { $0.0 } : passages
        ownSentences = hasQuotes ? sentences.filter { !isQuoted[$0.passage] } : sentences
        numbers = reader.numbers
        dates = reader.dates
    }

    /// The bytes from the first to the last of some tokens.
    package func range(of tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        return self.tokens[first].range.lowerBound..<self.tokens[last].range.upperBound
    }

    /// The index of the sentence that holds a number, given by its index in ``numbers``.
    package func sentence(of number: Int) -> Int? {
        let next = sentences.partitioningIndex { $0.numbers.upperBound > number }
        return next < sentences.count && sentences[next].numbers.contains(number) ? next : nil
    }

    /// The tokens that start in a range of bytes.
    package func tokens(in range: Range<Int>) -> ArraySlice<Token> {
        let first = tokens.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
        let last = tokens.partitioningIndex { $0.range.lowerBound >= range.upperBound }
        return tokens[first..<max(first, last)]
    }

    /// The tokens of the sentence that holds a token.
    package func sentence(ofToken token: Int) -> Range<Int> {
        let next = sentences.partitioningIndex { $0.tokens.upperBound > token }
        return next < sentences.count ? sentences[next].tokens : 0..<0
    }

    /// The years that a sentence names.
    package func years(of sentence: Int) -> Set<Int> {
        Set(sentences[sentence].dates.flatMap { [dates[$0].first.year, dates[$0].last?.year].compactMap { $0 } })
    }

    private static func passages(_ profile: Profile, _ scanner: inout ProseScanner) -> [Passage] {
        var passages: [Passage] = []
        passages.reserveCapacity(profile.blocks.count)
        var index = 0
        var (notes, noteEnd, section) = (0, -1, -1)
        while index < profile.blocks.count {
            let block = profile.blocks[index]
            if block.label != nil {
                notes += 1
                noteEnd = block.next
            }
            guard block.isHeading || block.isParagraph else {
                index += 1
                continue
            }
            if block.isHeading { section += 1 }
            let first = scanner.tokens.count
            scanner.scan(profile, block)
            var next = index + 1
            if scanner.tokens.last?.kind == .colon, scanner.tokens.count > first, let list = list(behind: index, profile) {
                addBullets(of: list, depth: 1, profile, &scanner)
                next = profile.blocks[list].next
            }
            passages.append(
                Passage(
                    block: index, isHeading: block.isHeading, note: index < noteEnd ? notes - 1 : nil,
                    tokens: first..<scanner.tokens.count, section: section))
            index = next
        }
        return passages
    }

    /// The list that stands next to a paragraph in the same container.
    private static func list(behind paragraph: Int, _ profile: Profile) -> Int? {
        var index = profile.blocks[paragraph].next
        while index < profile.blocks.count, profile.blocks[index].parent == profile.blocks[paragraph].parent {
            switch profile.blocks[index].kind {
            case .blank, .comment: index = profile.blocks[index].next
            case .list: return index
            default: return nil
            }
        }
        return nil
    }

    private static func addBullets(of list: Int, depth: Int, _ profile: Profile, _ scanner: inout ProseScanner) {
        for item in profile.children(of: list) {
            scanner.addBullet(at: profile.blocks[item].range.lowerBound, depth: depth)
            for child in profile.children(of: item) {
                let block = profile.blocks[child]
                if block.isParagraph { scanner.scan(profile, block) }
                if case .list = block.kind, depth < 8 { addBullets(of: child, depth: depth + 1, profile, &scanner) }
            }
        }
    }
}

/// What the tokens of a sentence are, all of them taken together.
private struct SentenceSum {
    private(set) var roles: UInt64 = 0
    private(set) var kinds: UInt32 = 0
    private(set) var flags: UInt8 = 0
    private(set) var dateWords = DateWord.Several()

    @inline(never) init(of tokens: ArraySlice<Token>) {
        for token in tokens {
            roles |= token.roles.rawValue
            kinds |= Token.Kinds(token.kind).rawValue
            flags |= token.flags.rawValue
            dateWords.add(token.dateWord)
        }
    }
}
