import ProfileFacts

/// A mine's designation in a form that nobody writes.
enum Designation: Rule {
    static let about = RuleDescription(
        name: "designation", group: .style, severity: .advice,
        summary: "A mine's designation lacks its hyphen, or has one or a blank where none belongs.",
        rationale: """
            A designation is searched for as it is written: PMN-2, M18A1, Type 72. The names are in `Config/reference/munitions.yml`; what
            stands there as another name is no mistake.
            """,
        fix: "safe: writes the designation; unsafe: the same, where a number behind a name may be a quantity",
        examples: [
            .pass("It has PMN-2, M18A1, PMR 2A, MON-50, and Type 72 mines, “PMN2” mines, and an M-16 rifle."),
            .find("It destroyed ⟦PMN2⟧ mines.", mended: "It destroyed PMN-2 mines."),
            .find("It destroyed ⟦M-18A1⟧ mines.", mended: "It destroyed M18A1 mines."),
            .pass("It kept PMN 40, OZM 72, and MON-50 20 of them."),
            .find("It destroyed ⟦PMN1⟧ mines.", mended: "It destroyed PMN-1 mines."),
            .find("It retained 40 ⟦OZM 72⟧ mines."),
            .find("It has produced fragmentation mines (POMZ-2, ⟦OZM 72⟧, and MON-50)."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for place in prose.places.names {
            let (index, sentence) = (place.token, prose.sentences[place.sentence].tokens)
            let token = tokens[index]
            guard token.isOwn, 2...16 ~= token.range.count else { continue }
            if token.hasDigits {
                check(index..<index + 1, .safe, sentence, subject, &report)
            } else if index + 1 < sentence.upperBound {
                let next = tokens[index + 1]
                guard !next.isGlued, next.isOwn, next.kind == .numeral || next.isWord && next.hasDigits,
                    next.range.count <= 4, subject.followsBlank(index + 1)
                else { continue }
                check(index..<index + 2, .unsafe, sentence, subject, &report)
            }
        }
    }

    private static func check(
        _ tokens: Range<Int>, _ applicability: Applicability, _ sentence: Range<Int>, _ subject: Subject, _ report: inout Report
    ) {
        let range = subject.range(tokens)
        let text = subject.text(range)
        guard !MunitionReference.names.contains(text), let mine = MunitionReference.folded[MunitionReference.fold(text)],
            mine.designation != text
        else { return }
        // A letter and a number may be many things, unless a mine is spoken of.
        if mine.designation.utf8.prefix(while: { !(0x30...0x39 ~= $0) }).count < 3 || tokens.count == 2 {
            let behind = tokens.upperBound..<min(tokens.upperBound + 3, sentence.upperBound)
            guard behind.contains(where: { subject.token($0).has(.counted) }) || isListed(tokens, sentence, subject) else {
                return
            }
        }
        let fixes = mine.isVerified ? [Fix("Write \(mine.designation)", applicability, [Edit(range, mine.designation)])] : []
        report.add(range, "The designation is written “\(mine.designation)”, not “\(text)”.", fixes: fixes)
    }

    /// Whether a name stands in a list, beside a mine's name that no number follows.
    private static func isListed(_ tokens: Range<Int>, _ sentence: Range<Int>, _ subject: Subject) -> Bool {
        func isSign(_ index: Int) -> Bool { subject.token(index).kind == .comma || subject.token(index).has(.and) }
        func isMine(_ index: Int) -> Bool {
            let token = subject.token(index)
            return token.isWord && token.isOwn && token.hasDigits && MunitionReference.names.contains(subject.word(index))
                && (index + 1 >= sentence.upperBound || subject.token(index + 1).kind != .numeral)
        }
        var (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
        while before > sentence.lowerBound, isSign(before) { before -= 1 }
        while behind + 1 < sentence.upperBound, isSign(behind) { behind += 1 }
        return before >= sentence.lowerBound && before < tokens.lowerBound - 1 && isMine(before)
            || behind < sentence.upperBound && behind > tokens.upperBound && isMine(behind)
    }
}
