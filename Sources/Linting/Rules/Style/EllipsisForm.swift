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
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for place in prose.places.signs where tokens[place.token].isOwn {
            let token = tokens[place.token]
            if token.kind == .fullStop {
                let passage = prose.passages[prose.sentences[place.sentence].passage].tokens
                checkStops(place.token, in: passage, subject, &report)
            } else if token.kind == .ellipsis, token.range.count == 4, subject.text(token.range) == "...." {
                report.add(
                    token.range, "An ellipsis has three stops, as one character: …",
                    fixes: [Fix("Write …", .unsafe, [Edit(token.range, "…")])])
            }
        }
    }

    /// Three full stops with blanks between.
    private static func checkStops(_ index: Int, in passage: Range<Int>, _ subject: Subject, _ report: inout Report) {
        let tokens = subject.facts.prose.tokens
        func goesOn(_ index: Int) -> Bool {
            passage.contains(index) && tokens[index].kind == .fullStop && !tokens[index].isGlued && tokens[index].isOwn
        }
        guard goesOn(index), index > passage.lowerBound, tokens[index - 1].kind != .fullStop, goesOn(index + 1),
            goesOn(index + 2),
            !goesOn(index + 3), subject.followsBlank(index)
        else { return }
        let range = tokens[index - 1].range.upperBound..<tokens[index + 2].range.upperBound
        report.add(range, "An ellipsis is one character: …", fixes: [Fix("Write …", .safe, [Edit(range, "…")])])
    }
}
