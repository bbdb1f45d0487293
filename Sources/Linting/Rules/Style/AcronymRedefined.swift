import ProfileFacts

/// An acronym that is spelt out again.
enum AcronymRedefined: Rule {
    static let about = RuleDescription(
        name: "acronym-redefined", group: .style, severity: .advice,
        summary: "An acronym is spelt out again.",
        rationale: """
            After its first use the acronym stands alone. One that is spelt out again tells that a text was put in from somewhere else. The
            body and the notes may each spell it out once.
            """,
        fix: "unsafe: leaves the acronym",
        examples: [
            .pass("The European Union (EU) funds it. The EU and the European Investment Bank (EIB) agreed."),
            .find("The European Union (EU) funds it. The ⟦European Union (EU)⟧ agreed."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        let acronyms = Acronyms(subject: subject)
        // The body and the notes each have their own.
        var (firstInBody, firstInNotes): ([UInt64: Range<Int>], [UInt64: Range<Int>]) = ([:], [:])
        for passage in prose.ownPassages {
            for sentence in prose.sentences[passage.sentences] where sentence.kinds.has(.openParenthesis) {
                for index in sentence.tokens where tokens[index].kind == .openParenthesis && tokens[index].isOwn {
                    guard let acronym = acronyms.definition(at: index, before: sentence.tokens.upperBound),
                        subject.token(index + 2).kind == .closeParenthesis,
                        let start = acronyms.expansion(of: acronym, before: index, from: sentence.tokens.lowerBound)
                    else { continue }
                    let range = subject.range(start..<index + 3)
                    guard let earlier = passage.note == nil ? firstInBody[acronym.key] : firstInNotes[acronym.key] else {
                        if passage.note == nil { firstInBody[acronym.key] = range } else { firstInNotes[acronym.key] = range }
                        continue
                    }
                    let write = subject.word(index + 1)
                    report.add(
                        range, "“\(acronyms.text(acronym))” has been spelt out before; write “\(write)”.",
                        labels: [Label(earlier, "It is spelt out here.")],
                        fixes: [Fix("Write \(write)", .unsafe, [Edit(range, write)])])
                }
            }
        }
    }
}
