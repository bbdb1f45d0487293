import ProfileFacts

/// A dash where words belong, or a hyphen for a dash.
enum RangeDash: Rule {
    static let about = RuleDescription(
        name: "range-dash", group: .style, severity: .advice,
        summary: "A range mixes words and a dash, is cut short, or a hyphen stands for a dash.",
        rationale: """
            “From” asks for “to” and “between” for “and” (Chicago Manual of Style, 6.78). The last year of a period has all its digits. A
            break in a sentence is an em dash without spaces.
            """,
        fix: "unsafe: writes the word, the digits or the dash",
        examples: [
            .pass("From 2003 to 2006, in 1996–1997, the mine—a fragmentation mine—was used. “From 2003–2006 - or so,” it said."),
            .find("It cleared mines ⟦from 2003–2006⟧ there."),
            .find("It cleared mines ⟦between 2005–2015⟧ there."),
            .find("It took part in the ⟦1996–97⟧ process."),
            .find("The mine ⟦-⟧ a fragmentation mine ⟦-⟧ was used."),
            .find("The mine⟦--⟧a fragmentation mine⟦--⟧was used."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for sentence in prose.ownSentences {
            for date in prose.dates[sentence.dates] where date.last != nil {
                check(date, sentence.tokens, subject, &report)
            }
        }
        for place in prose.places.signs where tokens[place.token].kind == .hyphen || tokens[place.token].kind == .emDash {
            let sentence = prose.sentences[place.sentence].tokens
            if place.token > sentence.lowerBound, place.token + 1 < sentence.upperBound {
                checkDash(place.token, subject, &report)
            }
        }
    }

    private static func check(_ date: ProseDate, _ sentence: Range<Int>, _ subject: Subject, _ report: inout Report) {
        guard date.tokens.allSatisfy({ subject.token($0).isOwn }),
            let dash = date.tokens.first(where: { [.enDash, .hyphen].contains(subject.token($0).kind) })
        else { return }
        let before = date.tokens.lowerBound - 1
        if before >= sentence.lowerBound, subject.token(before).has(.from) || subject.token(before).has(.between) {
            let word = subject.token(before).has(.from) ? "to" : "and"
            // “from 2003–2004 to 2010”
            if date.tokens.upperBound < sentence.upperBound, subject.word(date.tokens.upperBound) == word { return }
            let range = subject.range(before..<date.tokens.upperBound)
            let gap = subject.token(dash - 1).range.upperBound..<subject.token(dash + 1).range.lowerBound
            report.add(
                range, "“\(subject.word(before))” goes with “\(word)”, not with a dash.",
                fixes: [Fix("Write \(word)", .unsafe, [Edit(gap, " \(word) ")])])
        } else if date.first.month == nil, let last = date.last?.year, let end = date.tokens.last,
            subject.token(end).range.count == 2
        {
            report.add(
                date.range, "The last year of a period has all its digits: \(last).",
                fixes: [Fix("Write \(last)", .unsafe, [Edit(subject.token(end).range, "\(last)")])])
        }
    }

    /// A hyphen with blanks around it, or two hyphens, between words.
    private static func checkDash(_ index: Int, _ subject: Subject, _ report: inout Report) {
        let token = subject.token(index)
        guard subject.profile.bytes[token.range.lowerBound] == UInt8(ascii: "-"),
            token.isOwn,
            subject.token(index - 1).isWord || subject.token(index - 1).kind == .closeParenthesis, subject.token(index + 1).isWord
        else { return }
        let isSpaced = !token.isGlued && !subject.token(index + 1).isGlued
        guard isSpaced || token.kind == .emDash && token.range.count == 2 && token.isGlued && subject.token(index + 1).isGlued
        else { return }
        let gap = subject.token(index - 1).range.upperBound..<subject.token(index + 1).range.lowerBound
        report.add(
            token.range, "A break in a sentence is an em dash without spaces.",
            fixes: [Fix("Write an em dash", .unsafe, [Edit(gap, "—")])])
    }
}
