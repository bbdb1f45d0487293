import ProfileFacts
import ProfileSyntax

/// Quotation marks of another language, or of the wrong kind.
enum QuoteForm: Rule {
    static let about = RuleDescription(
        name: "quote-form", group: .style, severity: .advice,
        summary: "A quotation has marks of another language, single marks, or its comma outside.",
        rationale: """
            A quotation stands between “ and ”, one inside it between ‘ and ’, and a comma or full stop goes inside the closing mark
            (Chicago Manual of Style, 6.9). The formatter makes straight marks curly; what changes the marks' kind is left to the editor.
            """,
        fix: "unsafe: writes the marks, or moves the comma",
        examples: [
            .pass("It “fully ‘fulfilled’ its obligations,” it said. The parties’ duty in the ’90s."),
            .find("It ⟦«fulfilled»⟧ its obligations."),
            .find("It ⟦‘fully fulfilled’⟧ its obligations."),
            .find("It has “fulfilled its obligations⟦”,⟧ it said."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let profile = subject.profile
        checkSigns(subject, &report)
        guard profile.inlines.contains(where: { $0.kind == .quotation(.curlySingle) }) else { return }
        for (index, block) in profile.blocks.enumerated()
        where block.isParagraph && !block.inlines.isEmpty && !profile.isInBlockQuote(index) {
            let inlines = profile.inlines(of: block)
            for single in inlines {
                guard case .quotation(.curlySingle) = single.kind else { continue }
                let isNested = inlines.contains { outer in
                    guard outer.range.lowerBound < single.range.lowerBound, outer.range.upperBound >= single.range.upperBound
                    else { return false }
                    return outer.kind != .quotation(.curlySingle) || outer.range != single.range
                }
                guard !isNested, single.content.count >= 2, !profile.bytes[single.content.lowerBound].isDigit else { continue }
                report.add(
                    single.range, "A quotation stands between double marks; single ones are for a quotation inside it.",
                    fixes: [
                        Fix(
                            "Write double marks", .unsafe,
                            [
                                Edit(single.range.lowerBound..<single.content.lowerBound, "“"),
                                Edit(single.content.upperBound..<single.range.upperBound, "”"),
                            ])
                    ])
            }
        }
    }

    private static func checkSigns(_ subject: Subject, _ report: inout Report) {
        let bytes = subject.profile.bytes
        let prose = subject.facts.prose
        let tokens = prose.tokens
        var opening: WordPlaces.Place?
        for place in prose.places.signs {
            let (index, token) = (place.token, tokens[place.token])
            if token.kind == .sign, token.isOwn {
                if bytes.has("«", at: token.range.lowerBound) { opening = place }
                if bytes.has("»", at: token.range.lowerBound), let first = opening {
                    opening = nil
                    guard prose.sentences[first.sentence].passage == prose.sentences[place.sentence].passage else { continue }
                    report.add(
                        subject.range(first.token..<index + 1), "A quotation stands between “ and ”.",
                        fixes: [
                            Fix("Write “ and ”", .unsafe, [Edit(tokens[first.token].range, "“"), Edit(token.range, "”")])
                        ])
                }
            }
            if token.kind == .quotationMark { checkClosing(place, subject, &report) }
        }
    }

    /// `“mines”,`
    private static func checkClosing(_ place: WordPlaces.Place, _ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let passage = prose.passages[prose.sentences[place.sentence].passage].tokens
        let (index, mark) = (place.token, prose.tokens[place.token].range)
        guard subject.profile.bytes.has("”", at: mark.lowerBound), index > passage.lowerBound, index + 1 < passage.upperBound,
            prose.tokens[index - 1].isWord || prose.tokens[index - 1].kind == .numeral
        else { return }
        let next = prose.tokens[index + 1]
        guard next.isGlued, next.kind == .comma || next.kind == .fullStop, next.isOwn else { return }
        report.add(
            subject.range(index..<index + 2),
            "A comma or full stop goes inside the closing mark, unless the words quoted end elsewhere.",
            fixes: [
                Fix("Move it inside", .unsafe, [.insert(subject.text(next.range), at: mark.lowerBound), .delete(next.range)])
            ])
    }
}
