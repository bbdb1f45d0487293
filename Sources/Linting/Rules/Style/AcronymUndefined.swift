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
        var defined: Set<String> = []
        for sentence in subject.ownSentences {
            for index in sentence {
                if let acronym = acronyms.definition(at: index, before: sentence.upperBound) { defined.insert(acronym) }
                // `GNA (Government of National Accord)`
                if index + 3 < sentence.upperBound, subject.token(index + 1).kind == .openParenthesis,
                    subject.token(index + 2).isWord,
                    subject.token(index + 3).isWord, let acronym = acronyms.acronym(at: index)
                {
                    defined.insert(acronym)
                }
            }
        }
        for passage in subject.ownPassages where passage.note == nil && !passage.isHeading {
            for index in passage.tokens where subject.token(index).isOwn {
                guard let acronym = acronyms.acronym(at: index), !isKnown(acronym, subject.token(index)),
                    defined.insert(acronym).inserted
                else { continue }
                if isName(index, in: passage.tokens, subject) { continue }
                report.add(subject.token(index).range, "“\(acronym)” is spelt out nowhere. Spell it out where it stands first.")
            }
        }
    }

    private static func isKnown(_ acronym: String, _ token: Token) -> Bool {
        token.has([.currency, .month, .numberSign, .unit, .designationHead]) || TermReference.shared.acronyms.contains(acronym)
            || MunitionReference.names.contains(acronym) || families.contains(acronym)
    }

    /// What designations start with: `PMN`, `OZM`.
    private static let families = Set(MunitionReference.names.map { $0.prefix { $0.isLetter }.description })

    /// Whether it is part of a name – a number or another such word stands beside it – or a mine's.
    private static func isName(_ index: Int, in passage: Range<Int>, _ subject: Subject) -> Bool {
        if index + 1 < passage.upperBound {
            let next = subject.token(index + 1)
            if next.kind == .numeral || next.hasDigits || next.kind == .hyphen && next.isGlued || next.has(.counted) {
                return true
            }
            if next.flags.contains(.isUpperCase), next.range.count > 1 { return true }
        }
        guard index > passage.lowerBound else { return false }
        let before = subject.token(index - 1)
        return before.isWord && before.flags.contains(.isUpperCase) && before.range.count > 1
    }
}
