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
                "It did.[^1] It was.[^2]\n\n[^1]: See, ICBL, *Landmine Monitor*, p. 12, and pp. 12–14. See Annex B.\n\n[^2]: Nader Ibrahim, “The lost tablet,” BBC News, cited in “Russia,” Tass. See also, a law “On mines.”"
            ),
            .find(
                "It did.[^1]\n\n[^1]: ⟦See⟧ ICBL, *Landmine Monitor*.",
                mended: "It did.[^1]\n\n[^1]: See, ICBL, *Landmine Monitor*."),
            .find(
                "It did.[^1]\n\n[^1]: ⟦See for example⟧, ICBL, *Landmine Monitor*.",
                mended: "It did.[^1]\n\n[^1]: See, for example, ICBL, *Landmine Monitor*."),
            .find("It did.[^1]\n\n[^1]: Interview, Minsk, 5 May 2010. ⟦See⟧ Landmine Monitor 2009."),
            .find("It did.[^1]\n\n[^1]: Interview, Minsk, 5 May 2010. ⟦See also⟧ “The lost tablet,” BBC News."),
            .find("It did.[^1]\n\n[^1]: ICBL, *Landmine Monitor*, ⟦p⟧. 12–14."),
            .find("It did.[^1]\n\n[^1]: ICBL, *Landmine Monitor*, ⟦pp⟧. 12."),
            .find("It did.[^1]\n\n[^1]: ⟦Ibid⟧., p. 12."),
            .pass(
                "It did.[^1]\n\n[^1]: Law of the Republic of Belarus “On Mine Action,” Minsk, Association of Sappers “Shield” of Minsk."
            ),
            .find("It did.[^1]\n\n[^1]: Nader Ibrahim ⟦“⟧The lost tablet,” BBC News."),
            .find("It did.[^1]\n\n[^1]: Ministry of Defense of Belarus ⟦“⟧The treaty is fulfilled,” Minsk, 5 May 2010."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        let tokens = prose.tokens
        for passage in prose.ownPassages where passage.note != nil {
            for sentence in prose.sentences[passage.sentences] {
                checkSee(sentence.tokens, isFirst: sentence.tokens.lowerBound == passage.tokens.lowerBound, subject, &report)
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

    /// `See ICBL`, `See also ICBL`, `See for example, ICBL`
    private static func checkSee(_ tokens: Range<Int>, isFirst: Bool, _ subject: Subject, _ report: inout Report) {
        let start = tokens.lowerBound
        guard tokens.count > 4, subject.token(start).isOwn, subject.word(start) == "See" else { return }
        if subject.word(start + 1) == "for", subject.word(start + 2) == "example" {
            let isClosed = subject.token(start + 3).kind == .comma
            let edits = [Edit.insert(",", at: subject.token(start).range.upperBound)]
            let last = subject.token(start + 2).range.upperBound
            return report.add(
                subject.range(start..<start + 3), "Commas stand around “for example”: “See, for example, …”.",
                fixes: [Fix("Put the commas in", .safe, isClosed ? edits : edits + [.insert(",", at: last)])])
        }
        let end = subject.word(start + 1) == "also" ? start + 2 : start + 1
        let next = subject.token(end)
        let opensTitle = next.kind == .quotationMark && subject.profile.bytes.has("“", at: next.range.lowerBound)
        guard opensTitle || next.isWord && next.isCapitalised && !next.has([.provision, .page, .law]), !next.isGlued else {
            return
        }
        let range = subject.range(start..<end)
        report.add(
            range, "A comma follows “\(subject.text(range))” where a source comes next.",
            fixes: [Fix("Put the comma in", isFirst ? .safe : .unsafe, [.insert(",", at: range.upperBound)])])
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
        guard first.isOwn, last.isOwn, first.isWord, last.isWord, last.isCapitalised, !first.hasDigits, !last.hasDigits,
            last.roles.isEmpty, last.range.count > 2, index + 1 < tokens.upperBound, subject.token(index + 1).isCapitalised,
            first.isCapitalised && first.roles.isEmpty
                || isOffice(index - 2, tokens, subject) && endsInComma(index, tokens, subject)
        else { return }
        report.add(
            mark.range, "A comma stands between an author and a title.",
            fixes: [Fix("Put the comma in", .unsafe, [.insert(",", at: last.range.upperBound)])])
    }

    /// `Ministry of Defense of Belarus`, `Panel of Experts on Libya`, whose last small word is given; but no law, whose title follows
    /// its name.
    private static func isOffice(_ small: Int, _ tokens: Range<Int>, _ subject: Subject) -> Bool {
        guard subject.token(small).has(.of) || subject.word(small) == "on" else { return false }
        var (place, names) = (small - 1, 0)
        while place >= tokens.lowerBound, subject.token(place).isWord, place > small - 12 {
            let token = subject.token(place)
            if token.has(.law) || token.hasDigits { return false }
            if token.isCapitalised { names += 1 } else if !token.has([.of, .and, .for, .article]) { break }
            place -= 1
        }
        return names > 0
    }

    /// Whether the quotation that a mark opens ends in a comma, as a title does.
    private static func endsInComma(_ mark: Int, _ tokens: Range<Int>, _ subject: Subject) -> Bool {
        let end = (mark + 1..<tokens.upperBound).first { !subject.token($0).isQuoted } ?? tokens.upperBound
        return end > mark + 4 && subject.token(end - 2).kind == .comma
    }
}
