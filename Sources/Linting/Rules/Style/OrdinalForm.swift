import ProfileFacts

/// An ordinal in digits with another number's ending.
enum OrdinalForm: Rule {
    static let about = RuleDescription(
        name: "ordinal-form", group: .style, severity: .warning,
        summary: "An ordinal in digits has the ending of another number.",
        rationale: """
            In “the 21th Meeting” either the number or its ending is a slip: a reader cannot tell whether the 20th or the 21st was meant.
            Quotations and titles keep what their sources have.
            """,
        fix: "unsafe: writes the ending of the number that is there",
        examples: [
            .pass("The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd, 101st, 111th and 112th mines were found."),
            .pass("It called this “the 21th meeting.” The 5 mines were found; 3 states spoke."),
            .find("It spoke at the ⟦21th⟧ session."),
            .find("It was the ⟦2th⟧ state, the ⟦11st⟧ to sign, and the ⟦3nd⟧ to speak."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        for sentence in prose.ownSentences {
            for number in prose.numbers[sentence.numbers] where number.tokens.count == 2 {
                guard case .ordinal = number.kind, let ending = number.tokens.last, subject.token(ending).isOwn,
                    let value = number.value.whole,
                    subject.word(ending).lowercased() != Words.ordinalEnding(value)
                else { continue }
                let proper = "\(value)\(Words.ordinalEnding(value))"
                report.add(
                    number.range,
                    "“\(subject.text(number.range))” has the ending of another number. \(value) is written \(proper).",
                    fixes: [Fix("Write \(proper)", .unsafe, [Edit(subject.token(ending).range, Words.ordinalEnding(value))])])
            }
        }
    }
}
