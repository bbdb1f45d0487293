import ProfileSyntax

/// Tells what is due on a date, from the words around "deadline", "due" and "by".
struct DeadlineReader {
    private let view: SentenceView
    private let mentions: TreatyMentions
    /// The treaty that the passage speaks of.
    private let current: Treaty

    init(_ view: SentenceView, _ mentions: TreatyMentions, current: Treaty) {
        (self.view, self.mentions, self.current) = (view, mentions, current)
    }

    private func word(_ index: Int) -> DateWord { view.token(index)?.dateWord ?? .none }

    /// What is due, from the words around "deadline".
    func deadline(_ index: Int, _ segment: Range<Int>, _ behind: Range<Int>, date: Int) -> EventReader.Event {
        let window =
            max(segment.lowerBound, min(index, date) - 16)..<min(max(index, date) + 10, max(behind.lowerBound, index + 1) + 6)
        let reports = max(window.lowerBound, min(index, date) - 5)..<max(index, date)
        return classified(index, window, date: date, reports: reports)
    }

    /// - Parameter reports: the tokens in which "report" can be what is due.
    private func classified(_ index: Int, _ window: Range<Int>, date: Int, reports: Range<Int>) -> EventReader.Event {
        guard !isMoved(to: date), let isOriginal = isOriginal(index, window) else {
            return EventReader.Event(what: .extendedDeadline, token: index)
        }
        let what = Nearest(to: index, in: window).lazy.compactMap { duty(at: $0, window, reports) }.first
        return EventReader.Event(what: what ?? told(before: index) ?? .deadline, token: index, isOriginal: isOriginal)
    }

    /// "an extension of its first deadline, until 1 March 2019"
    private func isMoved(to date: Int) -> Bool {
        guard let bound = view.token(date - 1), bound.dateWord == .until && !bound.has(.by) || bound.has(.to) else {
            return false
        }
        return (max(view.range.lowerBound, date - 24)..<date).contains { word($0) == .extended }
    }

    /// Whether the nearest word that tells calls a deadline the first one, "its four-year deadline"; nil where it tells of one that was moved.
    private func isOriginal(_ index: Int, _ window: Range<Int>) -> Bool? {
        for place in Nearest(to: index, in: window) {
            if word(place) == .extended { return nil }
            let isFirst = view.has(place, .ordinal) && view.token(place)?.value == 1
            if isFirst || word(place) == .original || place < index && isLength(place) { return true }
        }
        return false
    }

    /// `four-year`
    private func isLength(_ index: Int) -> Bool {
        guard let token = view.token(index), token.dateWord == .year else { return false }
        return token.value > 0 && !token.has(.unit)
    }

    /// What a word says is due.
    private func duty(at place: Int, _ window: Range<Int>, _ reports: Range<Int>) -> DateFact.What? {
        if view.has(place, .provision), let article = article(place) { return article }
        switch word(place) {
        case .annual where reports.contains(place) && (view.isWord(place, "updates") || view.isWord(place, "update")):
            return .annualReportDeadline
        case .clearance: return .clearanceDeadline
        case .stockpile: return .stockpileDeadline
        case .report where reports.contains(place) && !view.isWord(place, "reported"):
            return isAnnual(window) ? .annualReportDeadline : .initialReportDeadline
        default: return view.isWord(place, "mined") && view.isWord(place + 1, "areas") ? .clearanceDeadline : nil
        }
    }

    /// The stockpile or the mined areas that the sentence speaks of before "its deadline", where it speaks of one of them only.
    private func told(before deadline: Int) -> DateFact.What? {
        // "its 1 January 2007 treaty deadline"
        let before = (max(view.range.lowerBound, deadline - 7)..<deadline).reversed().prefix { view.token($0)?.isBreak == false }
        guard before.contains(where: { view.isWord($0, "its") || view.isWord($0, "the") }),
            !view.sentence.dateWords.has(.extended)
        else { return nil }
        let words = (max(view.range.lowerBound, deadline - EventReader.reach)..<deadline).map { word($0) }
        let isClearance = words.contains(.clearance)
        if words.contains(.stockpile) { return isClearance ? nil : .stockpileDeadline }
        return isClearance ? .clearanceDeadline : words.contains(.destruction) ? .stockpileDeadline : nil
    }

    private func article(_ index: Int) -> DateFact.What? {
        guard view.isWord(index, "Article"), let numeral = view.token(index + 1), numeral.kind == .numeral, numeral.value >= 0
        else {
            return nil
        }
        let number = view.prose.numerals[Int(numeral.value)].value.whole
        let rules = TreatyReference.rules(of: treaty(ofArticle: index))
        if number == rules?.stockpile?.article { return .stockpileDeadline }
        return number == rules?.clearance?.article ? .clearanceDeadline : nil
    }

    /// The treaty of an article: named right behind it, "Article 4 deadline under the Convention on Cluster Munitions", else before it.
    private func treaty(ofArticle index: Int) -> Treaty {
        if let next = mentions.next(from: index), next.token <= index + 8,
            (index..<next.token).contains(where: { view.has($0, .of) || view.isWord($0, "under") })
        {
            return next.treaty
        }
        return mentions.last(before: index)?.treaty ?? current
    }

    private func isAnnual(_ window: Range<Int>) -> Bool {
        !window.contains { view.isWord($0, "initial") || view.isWord($0, "first") || view.isWord($0, "Initial") }
    }

    /// "must destroy all stockpiled mines by 1 March 2008"
    func duty(_ index: Int, _ segment: Range<Int>) -> EventReader.Event? {
        guard index >= segment.upperBound - 3 else { return nil }
        let words = max(segment.lowerBound, segment.upperBound - 24)..<segment.upperBound
        let isDuty =
            words.contains {
                view.isWord($0, "must") || view.isWord($0, "required") || view.isWord($0, "obliged")
                    || view.isWord($0, "requires")
                    || view.isWord($0, "obligated") || view.isWord($0, "than") || view.isWord($0, "had") && view.has($0 + 1, .to)
            }
            || words.contains { view.isWord($0, "Article") }
        guard isDuty, !words.contains(where: { word($0) == .extended }) else {
            return words.contains { word($0) == .report } && words.contains { word($0) == .due }
                ? classified(index, words, date: segment.upperBound, reports: words) : nil
        }
        var event = classified(index, words, date: segment.upperBound, reports: words)
        if event.what == .deadline { return nil }
        if event.what == .clearanceDeadline, !event.isOriginal { event.what = .deadline }
        return event
    }

    /// "had until 1 March 2008 to destroy its stockpile"
    func term(_ index: Int, _ segment: Range<Int>, _ behind: Range<Int>) -> EventReader.Event? {
        let words = behind.lowerBound..<min(behind.upperBound, behind.lowerBound + 12)
        guard view.has(behind.lowerBound, .to), !segment.contains(where: { word($0) == .extended }) else { return nil }
        var event = classified(index, words, date: segment.upperBound, reports: words)
        if event.what == .clearanceDeadline { event.what = .deadline }
        return event.what == .deadline ? nil : event
    }

    func reportDue(_ index: Int) -> EventReader.Event? {
        let words = max(view.range.lowerBound, index - 24)..<index
        guard words.contains(where: { word($0) == .report }) else { return EventReader.Event(what: .deadline, token: index) }
        return EventReader.Event(what: isAnnual(words) ? .annualReportDeadline : .initialReportDeadline, token: index)
    }
}

/// The tokens of a window, those next to one of them first; of two that are as near, the one before it.
private struct Nearest: Sequence, IteratorProtocol {
    private var (before, behind): (Int, Int)
    private let (token, window): (Int, Range<Int>)

    init(to token: Int, in window: Range<Int>) {
        (self.token, self.window) = (token, window)
        (before, behind) = (Swift.min(token, window.upperBound - 1), Swift.max(token + 1, window.lowerBound))
    }

    mutating func next() -> Int? {
        let isBefore = before >= window.lowerBound
        guard isBefore || behind < window.upperBound else { return nil }
        if isBefore, behind >= window.upperBound || token - before <= behind - token {
            before -= 1
            return before + 1
        }
        behind += 1
        return behind - 1
    }
}
