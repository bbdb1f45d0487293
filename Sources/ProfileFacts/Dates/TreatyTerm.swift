import ProfileSyntax

/// The time that a treaty gives for a duty, as the prose tells it: `requirement to destroy stockpiled antipersonnel mines within four years`.
package struct TreatyTerm: Sendable {
    package let rules: TreatyRules
    /// The treaty's own term, in years.
    package let term: TreatyRules.Term
    /// In years.
    package let count: Int
    /// `four years`: half-open range of byte offsets.
    package let range: Range<Int>
    /// Whether it is an extension, which may be shorter.
    package let isExtension: Bool

    package var holds: Bool { isExtension ? count <= term.count : count == term.count }

    /// The terms of a sentence that names a treaty: only where it says that the treaty requires something, and nothing was extended.
    static func read(_ view: SentenceView, _ mentions: TreatyMentions) -> [TreatyTerm] {
        let words = view.sentence.dateWords
        guard words.has(.year), !words.isDisjoint(with: [.init(.destruction), .init(.clearance)]), !words.has(.extended) else {
            return []
        }
        return view.range.compactMap { index in
            // "required to destroy … within four years", "has four years to destroy …"
            guard let within = view.token(index), within.isOwn, let years = view.token(index + 2), years.dateWord == .year,
                let count = count(view, index + 1),
                let duty = within.word == Self.within
                    ? required(view, before: index) : having.contains(within.word) ? duty(view, behind: index + 2) : nil,
                let treaty = mentions.last(before: index)?.treaty, let rules = TreatyReference.rules(of: treaty),
                let term = view.token(duty)?.dateWord == .clearance ? rules.clearance : rules.stockpile
            else { return nil }
            return TreatyTerm(
                rules: rules, term: term, count: count, range: view.prose.range(of: index + 1..<index + 3), isExtension: false)
        }
    }

    /// `a twelve-year extension of its Article 5 deadline`
    static func readExtensions(_ view: SentenceView, _ mentions: TreatyMentions, current: Treaty) -> [TreatyTerm] {
        let words = view.sentence.dateWords
        guard words.has(.extended), words.has(.year), words.has(.deadline), words.has(.clearance) || view.holds(.provision) else {
            return []
        }
        return view.range.compactMap { index in
            guard view.isWord(index, "extension"),
                let (count, tokens) = years(view, endingAt: index - 1) ?? years(view, behind: index),
                let rules = TreatyReference.rules(of: mentions.last(before: index)?.treaty ?? current),
                let most = rules.extensionYears, let article = rules.clearance?.article
            else { return nil }
            return TreatyTerm(
                rules: rules, term: .init(count: most, article: article), count: count, range: view.prose.range(of: tokens),
                isExtension: true)
        }
    }

    /// `twelve-year`, `12-year`
    private static func years(_ view: SentenceView, endingAt index: Int) -> (count: Int, tokens: Range<Int>)? {
        guard let token = view.token(index), token.isOwn, token.dateWord == .year else { return nil }
        if token.value > 0 { return (Int(token.value), index..<index + 1) }
        let number = view.kind(index - 1) == .hyphen ? index - 2 : index - 1
        return count(view, number).map { ($0, number..<index + 1) }
    }

    private static let within = Lexicon.hash("within")
    private static let requirements = Set(
        ["requirement", "requirements", "requires", "required", "require", "obliges", "obliged", "obligation", "obligations"].map
        {
            Lexicon.hash($0)
        })

    /// `extension of its Article 5 deadline, of twelve years`
    private static func years(_ view: SentenceView, behind extended: Int) -> (count: Int, tokens: Range<Int>)? {
        let rest = extended + 1..<min(extended + 10, view.range.upperBound)
        guard let of = rest.last(where: { view.has($0, .of) && view.token($0 + 2)?.dateWord == .year }),
            let count = count(view, of + 1)
        else { return nil }
        return (count, of + 1..<of + 3)
    }

    private static func count(_ view: SentenceView, _ index: Int) -> Int? {
        guard let token = view.token(index) else { return nil }
        if token.isWord { return token.has(.cardinal) && token.value > 0 ? Int(token.value) : nil }
        guard token.kind == .numeral, token.value >= 0 else { return nil }
        return view.prose.numerals[Int(token.value)].value.whole
    }

    private static let having = Set(["has", "have", "had"].map { Lexicon.hash($0) })

    /// The verb of a duty that a word before it requires.
    private static func required(_ view: SentenceView, before end: Int) -> Int? {
        guard let duty = duty(view, before: end),
            (view.range.lowerBound..<duty).contains(where: { requirements.contains(view.prose.tokens[$0].word) })
        else { return nil }
        return duty
    }

    /// The verb of the duty right behind "years": `to destroy`.
    private static func duty(_ view: SentenceView, behind years: Int) -> Int? {
        guard view.has(years + 1, .to), let verb = view.token(years + 2), [.destruction, .clearance].contains(verb.dateWord)
        else {
            return nil
        }
        return years + 2
    }

    /// The verb of the duty that comes last before a token: destroying, or clearing.
    private static func duty(_ view: SentenceView, before end: Int) -> Int? {
        (max(view.range.lowerBound, end - 12)..<end).last {
            [.destruction, .clearance].contains(view.prose.tokens[$0].dateWord)
        }
    }
}
