import ProfileFacts

/// An acronym that is never spelt out.
enum AcronymUndefined: Rule {
    static let about = RuleDescription(
        name: "acronym-undefined", group: .style, severity: .advice,
        summary: "An acronym is never spelt out.",
        rationale: """
            A reader who opens one profile only must learn what GNA means. The first use is spelt out, with the acronym in parentheses. Those
            that every reader knows, and the names of mines, need no more; they are in `Config/reference`.
            """,
        fix: nil,
        examples: [
            .pass(
                "The Government of National Accord (GNA) said so, and the GNA did so. The UN and the EU fund it. It has PMN mines."
            ),
            .pass("He told “the ABX.” The ABX (Army of Belarus) agreed. HMX-1 and XY 22 are explosives."),
            .find("The ⟦GNX⟧ said so, and the GNX did so."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let acronyms = Acronyms(subject: subject)
        var defined: Set<UInt64> = []
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for sentence in prose.ownSentences where sentence.kinds.has(.openParenthesis) {
            let end = sentence.tokens.upperBound
            for index in sentence.tokens where tokens[index].kind == .openParenthesis {
                if let acronym = acronyms.definition(at: index, before: end) { defined.insert(acronym.key) }
                // `GNA (Government of National Accord)`
                if index > sentence.tokens.lowerBound, index + 2 < end, tokens[index + 1].isWord, tokens[index + 2].isWord,
                    let acronym = acronyms.acronym(at: index - 1)
                {
                    defined.insert(acronym.key)
                }
            }
        }
        for passage in prose.ownPassages where passage.note == nil && !passage.isHeading {
            for index in passage.tokens where tokens[index].isCapitalised && tokens[index].isOwn {
                guard let acronym = acronyms.acronym(at: index), !isKnown(acronym, tokens[index]),
                    defined.insert(acronym.key).inserted
                else { continue }
                if isName(index, in: passage.tokens, subject) { continue }
                report.add(
                    subject.token(index).range,
                    "“\(acronyms.text(acronym))” is spelt out nowhere. Spell it out where it stands first.")
            }
        }
    }

    private static func isKnown(_ acronym: Acronyms.Acronym, _ token: Token) -> Bool {
        token.has([.currency, .month, .numberSign, .unit, .designationHead]) || known.contains(acronym.key)
    }

    /// The hashes of the acronyms that every reader knows, of the names of mines, and of what these start with: `PMN`, `OZM`.
    private static let known: WordSet = {
        let mines = MunitionReference.names
        let families = mines.map { String($0.prefix { $0.isLetter }) }
        return WordSet(mines.union(TermReference.shared.acronyms).union(families))
    }()

    /// Whether it is part of a name – a number or another such word stands beside it – or a mine's.
    private static func isName(_ index: Int, in passage: Range<Int>, _ subject: Subject) -> Bool {
        if index + 1 < passage.upperBound {
            let next = subject.token(index + 1)
            if next.kind == .numeral || next.hasDigits || next.kind == .hyphen && next.isGlued || next.has(.counted) {
                return true
            }
            if next.isUpperCase, next.range.count > 1 { return true }
        }
        guard index > passage.lowerBound else { return false }
        let before = subject.token(index - 1)
        return before.isWord && before.isUpperCase && before.range.count > 1
    }
}
