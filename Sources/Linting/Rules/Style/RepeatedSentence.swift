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
        let prose = subject.facts.prose
        var seen: [[String]: Range<Int>] = [:]
        for passage in subject.ownPassages where passage.note == nil && !passage.isHeading {
            for sentence in prose.sentences[passage.sentences] {
                let words = sentence.tokens.filter { subject.token($0).isWord || subject.token($0).kind == .numeral }
                guard words.count >= fewestWords, words.count <= 200 else { continue }
                let text = words.map { subject.word($0).lowercased() }
                let range = subject.range(sentence.tokens.lowerBound..<lastOfText(sentence.tokens, subject))
                guard let first = seen[text] else {
                    seen[text] = range
                    continue
                }
                report.add(
                    range, "This sentence stands twice in the profile. Take one away, or say what differs.",
                    labels: [Label(first, "It stands here for the first time.")])
            }
        }
    }

    /// Past the last token that is no marker.
    private static func lastOfText(_ tokens: Range<Int>, _ subject: Subject) -> Int {
        var end = tokens.upperBound
        while end > tokens.lowerBound + 1, subject.token(end - 1).kind == .marker { end -= 1 }
        return end
    }
}
