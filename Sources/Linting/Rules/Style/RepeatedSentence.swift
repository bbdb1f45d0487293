import ProfileFacts

/// A sentence that stands twice in the body.
enum RepeatedSentence: Rule {
    static let about = RuleDescription(
        name: "repeated-sentence", group: .style, severity: .warning,
        summary: "A sentence of the body stands twice.",
        rationale: """
            Profiles are updated by copying; a sentence that stays at its old place too is read twice and updated once. Notes may repeat
            their sources, and short sentences may recur.
            """,
        fix: nil,
        examples: [
            .pass("It acceded in 2003. It has not used mines.\n\nIt acceded in 2003."),
            .pass(
                "It used mines.[^1]\n\nIt laid mines.[^2]\n\n[^1]: Statement of Belarus, Tenth Meeting of States Parties, Geneva, 2 December 2010.\n\n[^2]: Statement of Belarus, Tenth Meeting of States Parties, Geneva, 2 December 2010."
            ),
            .find(
                "Belarus has stated that it had never used mines on its territory.\n\nIt is a party. ⟦Belarus has stated that it had never used mines on its territory.⟧"
            ),
        ])

    /// Shorter ones may well recur.
    private static let fewestWords = 8

    static func check(_ subject: Subject, _ report: inout Report) {
        var seen: [UInt64: Range<Int>] = [:]
        for sentence in sentencesThatStartAlike(subject) {
            guard let hash = hash(sentence, subject) else { continue }
            guard let first = seen[hash] else {
                seen[hash] = sentence
                continue
            }
            report.add(
                textRange(sentence, subject),
                "This sentence stands twice in the profile. Take one away, or say what differs.",
                labels: [Label(textRange(first, subject), "It stands here for the first time.")])
        }
    }

    /// The sentences of the body that may be one: few start as another does.
    private static func sentencesThatStartAlike(_ subject: Subject) -> [Range<Int>] {
        let prose = subject.facts.prose
        var starts: [(start: UInt64, sentence: Range<Int>)] = []
        starts.reserveCapacity(prose.sentences.count)
        for passage in prose.ownPassages where passage.note == nil && !passage.isHeading {
            for sentence in prose.sentences[passage.sentences] where sentence.tokens.count >= fewestWords {
                var (start, words) = (UInt64(0), 0)
                for index in sentence.tokens where prose.tokens[index].word != 0 {
                    start = start &* 31 &+ prose.tokens[index].word
                    words += 1
                    if words == 4 { break }
                }
                starts.append((start, sentence.tokens))
            }
        }
        // How often a start may stand there, by the last bits of its hash: most stand once.
        var size = 256
        while size < starts.count * 16 { size *= 2 }
        var counts = [UInt8](repeating: 0, count: size)
        func place(_ start: UInt64) -> Int { Int(start & UInt64(size - 1)) }
        for (start, _) in starts where counts[place(start)] < 2 { counts[place(start)] += 1 }
        return starts.filter { counts[place($0.start)] > 1 }.map(\.sentence)
    }

    /// A hash of the words and numbers of a sentence, nil where they are few.
    private static func hash(_ sentence: Range<Int>, _ subject: Subject) -> UInt64? {
        let tokens = subject.facts.prose.tokens
        var (hash, count): (UInt64, Int) = (0, 0)
        for index in sentence {
            let token = tokens[index]
            guard token.isWord || token.kind == .numeral else { continue }
            let part = token.word != 0 ? token.word : StableHash.of(subject.profile.bytes[token.range])
            hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            count += 1
        }
        return count >= fewestWords ? hash : nil
    }

    /// A sentence without the markers behind it.
    private static func textRange(_ tokens: Range<Int>, _ subject: Subject) -> Range<Int> {
        var end = tokens.upperBound
        while end > tokens.lowerBound + 1, subject.token(end - 1).kind == .marker { end -= 1 }
        return subject.range(tokens.lowerBound..<end)
    }
}
