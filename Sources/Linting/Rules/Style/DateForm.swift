import ProfileFacts

/// A date in a form that the formatter cannot settle.
enum DateForm: Rule {
    static let about = RuleDescription(
        name: "date-form", group: .style, severity: .advice,
        summary: "A date is not written as 3 September 2003.",
        rationale: """
            “03/09/2003” is March in some countries and September in others. The formatter writes days before months where the year shows
            that it is a day; what it must leave is found here.
            """,
        fix: "unsafe: writes day, month and year, where they are sure",
        examples: [
            .pass("It acceded on 3 September 2003, in September 2003, “on September 3,” at 12:30, by Resolution 60/80."),
            .find("It acceded on ⟦2003-09-03⟧ and left."),
            .find("It acceded on ⟦September 3⟧ and left."),
            .find("It acceded on ⟦the 3rd of September 2003⟧ and left."),
            .find("It acceded on ⟦03/09/2003⟧ and left."),
            .find("It acceded on ⟦03.09.2003⟧ and left."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for sentence in prose.ownSentences {
            for date in prose.dates[sentence.dates] where date.tokens.allSatisfy({ tokens[$0].isOwn }) {
                check(date, sentence.tokens, subject, &report)
            }
            guard sentence.kinds.has(.slash) || sentence.hasDigits else { continue }
            for index in sentence.tokens where tokens[index].kind == .numeral || tokens[index].hasDigits {
                checkDigits(index, sentence.tokens, subject, &report)
            }
        }
    }

    private static func check(_ date: ProseDate, _ sentence: Range<Int>, _ subject: Subject, _ report: inout Report) {
        let first = date.first
        guard let month = first.month, let day = first.day, 1...12 ~= month, date.last == nil else { return }
        let isNumeric = !date.tokens.contains { subject.token($0).has(.month) }
        var tokens = date.tokens
        if isNumeric {
        } else if date.isMonthFirst, first.year == nil {
            // “In September 30 mines were found”, “May 5 mines …”
            let next = tokens.upperBound
            guard next >= sentence.upperBound || !subject.token(next).isWord || subject.token(next).has([.nameEnd, .and, .or])
            else { return }
        } else if !date.isMonthFirst, tokens.contains(where: { subject.token($0).isWord && !subject.token($0).has(.month) }),
            tokens.lowerBound > sentence.lowerBound, subject.word(tokens.lowerBound - 1).lowercased() == "the"
        {
            tokens = tokens.lowerBound - 1..<tokens.upperBound
        } else {
            return
        }
        let range = subject.range(tokens)
        let plain = "\(day) \(CalendarDate.monthName(month))" + (first.year.map { " \($0)" } ?? "")
        report.add(
            range, "A date is written “\(plain)”, not “\(subject.text(range))”.",
            fixes: [Fix("Write \(plain)", .unsafe, [Edit(range, plain)])])
    }

    /// `03/09/2003` and `03.09.2003`
    private static func checkDigits(_ index: Int, _ sentence: Range<Int>, _ subject: Subject, _ report: inout Report) {
        let token = subject.token(index)
        guard token.isOwn else { return }
        var range = token.range
        if token.kind == .numeral, token.range.count <= 2, index + 4 < sentence.upperBound {
            let signs = (index + 1...index + 4).lazy.map { subject.token($0) }
            guard signs.allSatisfy(\.isGlued), subject.token(index + 1).kind == .slash, subject.token(index + 3).kind == .slash,
                subject.token(index + 2).kind == .numeral, subject.token(index + 4).kind == .numeral
            else { return }
            range = subject.range(index..<index + 5)
        } else if token.kind != .word || !(6...10 ~= token.range.count) || !subject.profile.bytes[range.lowerBound].isDigit {
            return
        }
        let parts = subject.text(range).split(whereSeparator: { "./".contains($0) })
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), let day = Int(parts[0]),
            let month = Int(parts[1]),
            1...31 ~= day, 1...31 ~= month, day <= 12 || month <= 12, parts[2].count == 4 || parts[2].count == 2
        else { return }
        report.add(range, "“\(subject.text(range))” may be read as two dates. Write the month as a word.")
    }
}
