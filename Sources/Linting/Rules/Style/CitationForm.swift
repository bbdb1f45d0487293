import ProfileFacts
import ProfileSyntax

/// A citation that is not in the house's form.
enum CitationForm: Rule {
    static let about = RuleDescription(
        name: "citation-form", group: .style, severity: .advice,
        summary: "A note's citation lacks a comma, has the wrong sign for its pages, or points to another note.",
        rationale: """
            Each source is cited in full, in one form, so that notes can be moved and compared: “See, ICBL, …”, “p. 12”, “pp. 12–14”, a comma
            between author and title. “Ibid.” means another source as soon as a note is put before it.
            """,
        fix: "safe: puts the comma behind See at the start of a note; unsafe: the other commas and the sign for pages",
        examples: [
            .pass(
                "It did.[^1] It was.[^2]\n\n[^1]: See, ICBL, *Landmine Monitor*, p. 12, and pp. 12–14.\n\n[^2]: Nader Ibrahim, “The lost tablet,” BBC News, cited in “Russia,” Tass. See also, a law “On mines.”"
            ),
            .find(
                "It did.[^1]\n\n[^1]: ⟦See⟧ ICBL, *Landmine Monitor*.",
                mended: "It did.[^1]\n\n[^1]: See, ICBL, *Landmine Monitor*."),
            .find("It did.[^1]\n\n[^1]: ICBL, *Landmine Monitor*, ⟦p⟧. 12–14."),
            .find("It did.[^1]\n\n[^1]: ICBL, *Landmine Monitor*, ⟦pp⟧. 12."),
            .find("It did.[^1]\n\n[^1]: ⟦Ibid⟧., p. 12."),
            .find("It did.[^1]\n\n[^1]: Nader Ibrahim ⟦“⟧The lost tablet,” BBC News."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for passage in prose.ownPassages where passage.note != nil {
            checkSee(passage.tokens, subject, &report)
            for sentence in prose.sentences[passage.sentences] {
                guard sentence.kinds.has(.quotationMark) || sentence.roles.contains(.page) else { continue }
                for index in sentence.tokens {
                    if tokens[index].kind == .quotationMark {
                        checkTitle(index, passage.tokens, subject, &report)
                    } else if tokens[index].isOwn, tokens[index].has(.page) {
                        checkPages(index, passage.tokens, subject, &report)
                    }
                }
            }
        }
        for places in [prose.places.unknownWords, prose.places.names] { checkIbid(places, subject, &report) }
    }

    private static func checkIbid(_ places: [WordPlaces.Place], _ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let (ibid, ibidem) = (ibid, ibidem)
        for place in places {
            let token = prose.tokens[place.token]
            guard token.word == ibid || token.word == ibidem, token.isOwn,
                prose.passages[prose.sentences[place.sentence].passage].note != nil
            else { continue }
            report.add(
                token.range, "Cite the source in full: “\(subject.word(place.token))” means another one when notes move.")
        }
    }

    private static let ibid = Lexicon.hash("ibid")
    private static let ibidem = Lexicon.hash("ibidem")

    /// `See ICBL`
    private static func checkSee(_ tokens: Range<Int>, _ subject: Subject, _ report: inout Report) {
        guard tokens.count > 2, subject.token(tokens.lowerBound).isWord, subject.word(tokens.lowerBound) == "See",
            subject.token(tokens.lowerBound + 1).isWord, subject.token(tokens.lowerBound + 1).isCapitalised
        else { return }
        let see = subject.token(tokens.lowerBound).range
        report.add(
            see, "A comma follows “See” where a source comes next.",
            fixes: [Fix("Put the comma in", .safe, [.insert(",", at: see.upperBound)])])
    }

    private static func checkPages(_ index: Int, _ tokens: Range<Int>, _ subject: Subject, _ report: inout Report) {
        let word = subject.word(index)
        guard word == "p" || word == "pp", index + 2 < tokens.upperBound, subject.token(index + 1).kind == .fullStop,
            subject.token(index + 2).kind == .numeral
        else { return }
        let next = index + 3 < tokens.upperBound ? subject.token(index + 3) : nil
        let isSeveral =
            next.map {
                [.enDash, .hyphen, .comma, .slash].contains($0.kind) || $0.has([.and, .or, .to]) || $0.isWord && $0.isGlued
            } ?? false
        let isRange = next.map { [.enDash, .hyphen].contains($0.kind) } ?? false
        guard word == "p" ? isRange : !isSeveral else { return }
        let write = word == "p" ? "pp" : "p"
        report.add(
            subject.token(index).range, word == "p" ? "Several pages are “pp.”" : "One page is “p.”",
            fixes: [Fix("Write \(write).", .unsafe, [Edit(subject.token(index).range, write)])])
    }

    /// `Nader Ibrahim “The lost tablet”`
    private static func checkTitle(_ index: Int, _ tokens: Range<Int>, _ subject: Subject, _ report: inout Report) {
        let mark = subject.token(index)
        guard subject.profile.bytes.has("“", at: mark.range.lowerBound), index > tokens.lowerBound + 1 else { return }
        let (first, last) = (subject.token(index - 2), subject.token(index - 1))
        guard first.isOwn, last.isOwn, first.isWord, last.isWord, first.isCapitalised, last.isCapitalised, !first.hasDigits,
            !last.hasDigits,
            last.roles.isEmpty, first.roles.isEmpty, last.range.count > 2, index + 1 < tokens.upperBound,
            subject.token(index + 1).isCapitalised
        else { return }
        report.add(
            mark.range, "A comma stands between an author and a title.",
            fixes: [Fix("Put the comma in", .unsafe, [.insert(",", at: last.range.upperBound)])])
    }
}
