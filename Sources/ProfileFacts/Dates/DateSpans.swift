import ProfileSyntax

/// The dates of a sentence, those that words join to one span as one: `from 2003 to the end of 2006`.
struct DateSpans {
    struct Item {
        /// Indices into ``Prose/dates``.
        let dates: Range<Int>
        let tokens: Range<Int>
        let span: DaySpan?
        let isReversed: Bool

        /// Two dates in words, or two years with a dash.
        var isPeriod: Bool { dates.count == 2 || span?.grain == .year && span?.first.year != span?.last.year }
    }

    private let view: SentenceView

    init(_ view: SentenceView) { self.view = view }

    /// The item that starts with a date; nil behind the sentence's last one.
    func item(from index: Int) -> Item? {
        let next = index + 1
        guard index < view.sentence.dates.upperBound else { return nil }
        return next < view.sentence.dates.upperBound && isJoined(index, next) ? joined(index, next) : single(index)
    }

    private func date(_ index: Int) -> ProseDate { view.prose.dates[index] }

    /// Whether words make one span of two dates.
    private func isJoined(_ first: Int, _ second: Int) -> Bool {
        let between = date(first).tokens.upperBound..<date(second).tokens.lowerBound
        guard !between.isEmpty, between.count <= 6, date(first).last == nil, date(second).last == nil else { return false }
        let join = between.lowerBound
        let before = wordBefore(date(first).tokens.lowerBound)
        if view.has(join, .and) {
            guard view.has(before, .between) else { return false }
        } else if view.has(join, .to) {
            guard view.has(before, .from) || !view.has(before, .to) && view.token(before)?.dateWord != .deadline else {
                return false
            }
        } else if view.token(join)?.dateWord == .until, !view.has(join, .by) {
            guard view.has(before, .from) else { return false }
        } else {
            return false
        }
        return between.dropFirst().allSatisfy { view.has($0, [.article, .of, .partOfPeriod]) || view.kind($0) == .hyphen }
    }

    /// The word before a date, past `the end of`.
    private func wordBefore(_ start: Int) -> Int {
        var index = start - 1
        while view.has(index, [.article, .of, .partOfPeriod]) || view.kind(index) == .hyphen { index -= 1 }
        return index
    }

    private func part(before start: Int) -> DaySpan.PartOfPeriod? {
        var index = start - 1
        if view.kind(index) == .hyphen { index -= 1 }
        if view.has(index, .article) { index -= 1 }
        if view.has(index, .of) { index -= 1 }
        guard let token = view.token(index), token.has(.partOfPeriod) else { return nil }
        let text = view.bytes.text(token.range).lowercased()
        return ["mid", "middle"].contains(text) ? .middle : ["late", "end"].contains(text) ? .late : .early
    }

    private func span(_ parts: ProseDate.Parts, _ start: Int) -> DaySpan? {
        guard let whole = DaySpan(parts) else { return nil }
        return part(before: start).map { whole.part($0) } ?? whole
    }

    private func single(_ index: Int) -> Item {
        let date = date(index)
        guard let last = date.last else {
            return Item(
                dates: index..<index + 1, tokens: date.tokens, span: span(date.first, date.tokens.lowerBound), isReversed: false)
        }
        let (start, end) = (DaySpan(date.first), DaySpan(last))
        return Item(
            dates: index..<index + 1, tokens: date.tokens, span: whole(start, end),
            isReversed: isReversed(start, end) || isNearlyAYear(date, start, end))
    }

    private func whole(_ start: DaySpan?, _ end: DaySpan?) -> DaySpan? {
        guard let start, let end, start.first <= end.last else { return nil }
        return start.joined(to: end)
    }

    private func isReversed(_ start: DaySpan?, _ end: DaySpan?) -> Bool {
        if let start, let end { return start.order(to: end) == .after }
        return false
    }

    /// "from mid-2013 to early 2013": two parts of one year or month, the later first.
    private func isReversed(_ first: ProseDate, _ second: ProseDate) -> Bool {
        guard first.first == second.first, let start = part(before: first.tokens.lowerBound),
            let end = part(before: second.tokens.lowerBound)
        else { return false }
        return start > end
    }

    /// `4 December–30 November 2009` is a year but for some days only if somebody swapped its ends.
    private func isNearlyAYear(_ date: ProseDate, _ start: DaySpan?, _ end: DaySpan?) -> Bool {
        guard let start, let end, date.first.day != nil, date.first.month != date.last?.month else { return false }
        let years = date.tokens.filter { view.kind($0) == .numeral && view.prose.tokens[$0].range.count == 4 }
        return years.count == 1 && end.last.dayNumber - start.first.dayNumber > 240
    }

    private func joined(_ first: Int, _ second: Int) -> Item {
        let (one, two) = (date(first), date(second))
        var parts = one.first
        if parts.year == nil, let year = two.first.year, let month = parts.month {
            parts.year = month > two.first.month ?? 12 ? year - 1 : year
        }
        let (start, end) = (span(parts, one.tokens.lowerBound), span(two.first, two.tokens.lowerBound))
        return Item(
            dates: first..<second + 1, tokens: one.tokens.lowerBound..<two.tokens.upperBound, span: whole(start, end),
            isReversed: isReversed(one, two) || one.first.year != nil && isReversed(start, end)
                || one.first.year == nil && parts.month == two.first.month && isReversed(start, end))
    }
}
