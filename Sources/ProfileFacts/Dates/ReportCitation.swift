import ProfileSyntax

/// A report under a treaty that the prose names: `Belarus Mine Ban Treaty Article 7 Report (for calendar year 2021), Form D, 30 April 2022`.
package struct ReportCitation: Sendable {
    /// A form of the report, by its letter.
    package struct Form: Sendable {
        package let letter: UInt8
        /// Half-open range of byte offsets.
        package let range: Range<Int>
    }

    package let article: Int
    /// The treaty that is named right before it.
    package let treaty: Treaty?
    /// `Article 7`: half-open range of byte offsets.
    package let range: Range<Int>
    package let forms: [Form]
    /// The last day that it covers, `calendar year 2021` or `covering … to 31 December 2021`, with its bytes.
    package let covered: (last: CalendarDate, range: Range<Int>)?
    /// Its own date, as an index into ``ProfileFacts/dates``.
    package let date: Int?
    /// How many reports a state of the profile is told to have submitted, with its bytes: `a total of eighteen Article 7 reports`.
    package let count: (value: Int, range: Range<Int>)?
}

/// Reads the reports that a sentence cites or counts.
struct ReportReader {
    private let sentence: DatedSentence
    private var view: SentenceView { sentence.view }
    private var mentions: TreatyMentions { sentence.mentions }
    private var facts: [DateFact] { sentence.facts }
    private var own: Range<Int> { sentence.own }

    init(_ sentence: DatedSentence) { self.sentence = sentence }

    func read() -> [ReportCitation] {
        let starts = view.range.filter { isCitation(at: $0) }
        return starts.enumerated().map { place, start in
            citation(start, until: place + 1 < starts.count ? starts[place + 1] : view.range.upperBound)
        }
    }

    private func number(_ index: Int) -> Int? {
        guard let token = view.token(index), token.kind == .numeral, token.value >= 0 else { return nil }
        return view.prose.numerals[Int(token.value)].value.whole
    }

    /// `Article 7 transparency report`
    private func isCitation(at index: Int) -> Bool {
        guard view.isWord(index, "Article"), number(index + 1) != nil, view.prose.tokens[index].isOwn else { return false }
        return (index + 2...index + 4).contains { view.token($0)?.dateWord == .report && !view.isWord($0, "reported") }
    }

    private func citation(_ start: Int, until end: Int) -> ReportCitation {
        // Another source stands behind a semicolon.
        let rest = start + 2..<((start..<end).first { view.kind($0) == .semicolon } ?? end)
        let covered = covered(rest)
        let mention = mentions.last(before: start)
        return ReportCitation(
            article: number(start + 1) ?? 0, treaty: mention.flatMap { $0.token >= start - 4 && $0.isNamed ? $0.treaty : nil },
            range: view.prose.range(of: start..<start + 2), forms: forms(rest), covered: covered,
            date: own.first {
                facts[$0].tokens.lowerBound > start && rest.contains(facts[$0].tokens.lowerBound)
                    && facts[$0].range != covered?.range && facts[$0].span?.grain != .year
            },
            count: count(before: start))
    }

    /// `Form B`, `Forms A, B, and C`
    private func forms(_ rest: Range<Int>) -> [ReportCitation.Form] {
        // "In Form B of its Article 7 report"
        let ahead = max(view.range.lowerBound, rest.lowerBound - 8)..<rest.lowerBound - 2
        let before = ahead.first { view.isWord($0, "Form") && (view.has($0 + 2, .of) || view.has($0 + 2, .and)) }
        guard let form = before ?? rest.first(where: { view.isWord($0, "Form") || view.isWord($0, "Forms") }) else { return [] }
        var found: [ReportCitation.Form] = []
        var index = form + 1
        while let token = view.token(index), before != nil || rest.contains(index) {
            if token.isWord, token.isUpperCase, token.range.count == 1 {
                found.append(.init(letter: view.bytes[token.range.lowerBound], range: token.range))
            } else if token.kind != .comma && !token.has(.and) {
                break
            }
            index += 1
        }
        return found
    }

    /// `calendar year 2021`, `for calendar years 2019–2020`, `covering the period … to 31 December 1999`
    private func covered(_ rest: Range<Int>) -> (last: CalendarDate, range: Range<Int>)? {
        guard
            let word = rest.first(where: {
                view.isWord($0, "calendar") || view.isWord($0, "covering") || view.isWord($0, "covers")
                    || view.isWord($0, "period")
            }),
            let next = own.first(where: { facts[$0].tokens.lowerBound > word }), facts[next].tokens.lowerBound <= word + 6,
            rest.contains(facts[next].tokens.lowerBound), let span = facts[next].span
        else { return nil }
        // A period that is given in years may end with the report.
        let isOpen = span.grain == .year && !view.isWord(word, "calendar")
        return (isOpen ? CalendarDate(year: span.last.year).firstDay : span.last, facts[next].range)
    }

    /// `has submitted a total of eighteen Article 7 transparency reports`
    private func count(before start: Int) -> (value: Int, range: Range<Int>)? {
        var index = start - 1
        while let token = view.token(index), token.isWord, index >= start - 4,
            token.dateWord == .annual || token.dateWord == .treaty || token.isCapitalised
        {
            index -= 1
        }
        guard let token = view.token(index),
            (view.range.lowerBound..<index).contains(where: { view.token($0)?.dateWord == .submit })
        else { return nil }
        let value = token.isWord ? (token.has(.cardinal) ? Int(token.value) : nil) : number(index)
        return value.map { ($0, token.range) }
    }
}
