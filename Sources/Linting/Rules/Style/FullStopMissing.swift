import ProfileFacts
import ProfileSyntax

/// A sentence that ends without a full stop.
enum FullStopMissing: Rule {
    static let about = RuleDescription(
        name: "full-stop-missing", group: .style, severity: .advice,
        summary: "A paragraph or a sentence of the body ends without a full stop.",
        rationale: """
            A paragraph that breaks off may have lost more than its full stop, so the end is left to the editor. Inside a paragraph only
            words that surely start a sentence tell that one ended before them: “mines It completed”, “mines[^1] The Monitor has”. Labels
            – “Article 5 deadline: 1 March 2009” – are no sentences.
            """,
        fix: "unsafe: puts the full stop in, between two sentences",
        examples: [
            .pass(
                "It passed several decrees on these mines.[^1]\n\nIt is prohibited for Belarus to:\n\n- use mines;\n- and so on.\n\n[^1]: A source."
            ),
            .pass("Table 1\n\nHe said, “We have fully met our obligations!”"),
            .pass("Last Article 7 report submitted on: 30 March 2007, as in all previous years"),
            .pass("Mine Ban Treaty Article 5 deadline: 1 October 2022 (not on track, as reported in 2021)"),
            .pass(
                "Mines from Libya[^1] and Syria, cleared by the HALO Trust[^2] In Amenas, and near The Hague.\n\n[^1]: A.\n\n[^2]: B."
            ),
            .pass("It was said that the newspaper The Guardian wrote of it, and that the film The Ban was shown."),
            .pass("It met members of the group Life In the North, which was founded in The former Yugoslav Republic."),
            .find("It passed several decrees on these ⟦mines⟧[^1]\n\n[^1]: A source."),
            .find("It passed several decrees on these ⟦mines⟧"),
            .find("It destroyed them all with the support of the European Union (EU⟦)⟧[^1]\n\n[^1]: A source."),
            .find("It retained 1,319 POMZ-2 ⟦mines⟧[^1] According to Belarus, they are used in training.\n\n[^1]: A source."),
            .find("It produced mines until ⟦2003⟧[^1] Russia has argued that they were old.\n\n[^1]: A source."),
            .pass("After it had produced mines until 2003[^1] Russia has said so.\n\n[^1]: A source."),
            .find("It produced no antipersonnel mines until ⟦1981⟧[^1] It has said so.\n\n[^1]: A source."),
            .find("It inherited its mines from the Soviet ⟦Union⟧ It completed their destruction in 2006."),
            .find("The land was released by ⟦survey⟧ On 24 April 2012, it declared that it had completed clearance."),
            .find("It has said that it “has laid no mines⟦”⟧[^1] There is no other report.\n\n[^1]: A source."),
            .find("The fighters belonged to the Wagner ⟦Group⟧ The GNA claimed that they used mines."),
        ])

    /// Shorter paragraphs may be labels.
    private static let fewestWords = 6

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let start = SentenceStart(subject: subject)
        for passage in prose.ownPassages where passage.note == nil && !passage.isHeading {
            checkInside(passage.tokens, start, subject, &report)
            guard subject.profile.blocks[passage.block].parent < 0, passage.tokens.count > fewestWords else { continue }
            var last = passage.tokens.upperBound - 1
            while last > passage.tokens.lowerBound, prose.tokens[last].kind == .marker { last -= 1 }
            guard breaksOff(last, passage.tokens, start, subject), !isLabel(passage.tokens, start, subject) else { continue }
            let words = passage.tokens.count { prose.tokens[$0].isWord }
            guard words >= fewestWords, !passage.tokens.contains(where: { prose.tokens[$0].kind == .bullet }) else { continue }
            report.add(prose.tokens[last].range, "The paragraph ends here without a full stop. Has something been lost?")
        }
    }

    /// Whether a paragraph whose last token is given lacks its full stop: one that ends in a parenthesis must have a verb before it.
    private static func breaksOff(_ last: Int, _ passage: Range<Int>, _ start: SentenceStart, _ subject: Subject) -> Bool {
        let token = subject.token(last)
        guard token.isOwn else { return false }
        guard token.kind == .closeParenthesis else { return token.isWord || token.kind == .numeral || token.kind == .percent }
        let sentence = subject.facts.prose.sentence(ofToken: last)
        guard last > passage.lowerBound, start.hasVerb(sentence) else { return false }
        return ![.fullStop, .questionMark, .exclamationMark, .quotationMark].contains(subject.token(last - 1).kind)
    }

    /// `Article 5 deadline: 1 March 2009`: a colon behind a few words without a verb.
    private static func isLabel(_ passage: Range<Int>, _ start: SentenceStart, _ subject: Subject) -> Bool {
        guard let colon = passage.prefix(12).dropFirst().first(where: { subject.token($0).kind == .colon }) else { return false }
        return !start.hasVerb(passage.lowerBound..<colon) || !start.canEnd(colon - 1)
    }

    /// A full stop that was lost between two sentences, before a marker or without one.
    private static func checkInside(_ passage: Range<Int>, _ start: SentenceStart, _ subject: Subject, _ report: inout Report) {
        let tokens = subject.facts.prose.tokens
        for index in passage.dropFirst(4) where tokens[index].isCapitalised {
            // Most capitals stand behind a full stop, a comma or an article.
            let before = tokens[index - 1]
            guard before.kind != .fullStop, before.kind != .comma, !before.has([.article, .of]) else { continue }
            let isBehindMarker = subject.token(index - 1).kind == .marker
            let startsAnywhere = start.starts(index, before: passage.upperBound)
            guard startsAnywhere || isBehindMarker else { continue }
            let sentence = subject.facts.prose.sentence(ofToken: index)
            guard startsAnywhere || index > sentence.lowerBound && start.startsWithName(index, in: sentence) else { continue }
            var end = index - 1
            while end > passage.lowerBound, subject.token(end).kind == .marker, subject.token(end).isGlued { end -= 1 }
            guard start.canEnd(end), !subject.token(index).isGlued, followsOneBlank(index, subject) else { continue }
            if !isBehindMarker {
                if subject.token(end).isCapitalised, subject.token(end).isWord, !start.mayFollowName(index) { continue }
                guard start.hasVerb(sentence.lowerBound..<index), start.hasVerb(index..<sentence.upperBound) else { continue }
            }
            let range = subject.token(end).range
            // House style has the full stop inside the quotation marks.
            let isMark = subject.token(end).kind == .quotationMark
            report.add(
                range, "A sentence ends here without a full stop: “\(subject.word(index))” starts another.", severity: .warning,
                fixes: [Fix("Put the full stop in", .unsafe, [.insert(".", at: isMark ? range.lowerBound : range.upperBound)])])
        }
    }

    /// Whether one blank stands before a token, so that no line break that is meant, and no tag, parts it from the one before.
    private static func followsOneBlank(_ index: Int, _ subject: Subject) -> Bool {
        let gap = subject.token(index - 1).range.upperBound..<subject.token(index).range.lowerBound
        return gap.count == 1 || gap.count == 2 && subject.profile.bytes.has("\r\n", at: gap.lowerBound)
    }
}
