import ProfileFacts

/// An ellipsis of stops with spaces, or of four stops.
enum EllipsisForm: Rule {
    static let about = RuleDescription(
        name: "ellipsis-form", group: .style, severity: .advice,
        summary: "An ellipsis is written as spaced full stops, or as four.",
        rationale: """
            An ellipsis is one character, which no line end takes apart. The formatter joins three stops; spaced ones and four may also be a
            slip.
            """,
        fix: "safe: joins three spaced stops; unsafe: takes four for three",
        examples: [
            .pass("It said… nothing. “It said . . . nothing,” it wrote. “And ....”"),
            .find("It said⟦ . . .⟧ nothing.", mended: "It said… nothing."),
            .find("It said⟦....⟧ nothing."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let tokens = subject.facts.prose.tokens
        for passage in subject.facts.prose.ownPassages {
            var index = passage.tokens.lowerBound
            while index < passage.tokens.upperBound {
                let token = tokens[index]
                var end = index + 1
                if token.kind == .fullStop, token.isOwn {
                    while end < passage.tokens.upperBound, tokens[end].kind == .fullStop, !tokens[end].isGlued, tokens[end].isOwn
                    {
                        end += 1
                    }
                    if end - index == 3, !token.isGlued, index > passage.tokens.lowerBound, subject.followsBlank(index) {
                        let range = subject.token(index - 1).range.upperBound..<subject.token(end - 1).range.upperBound
                        report.add(range, "An ellipsis is one character: …", fixes: [Fix("Write …", .safe, [Edit(range, "…")])])
                    }
                } else if token.kind == .ellipsis, token.isOwn, token.range.count == 4, subject.text(token.range) == "...." {
                    report.add(
                        token.range, "An ellipsis has three stops, as one character: …",
                        fixes: [Fix("Write …", .unsafe, [Edit(token.range, "…")])])
                }
                index = end
            }
        }
    }
}
