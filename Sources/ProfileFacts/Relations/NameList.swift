import ProfileSyntax

/// A list of names without numbers, as prose writes it: `Libya, Syria, and Ukraine`.
struct NameList {
    /// The names that are surely parted.
    private(set) var names: [Range<Int>] = []
    /// How many names there may be more, where an `and` can part two names or stand in one.
    private(set) var more = 0
    /// Whether the list says that it goes on: `and others`.
    private(set) var isOpen = false

    /// Reads a range of tokens as a list of names; nil where it is none.
    static func read(_ view: SentenceView, _ region: Range<Int>) -> NameList? {
        var list = NameList()
        if list.readGroups(view, region) { return list }
        list = NameList()
        return list.readNames(view, region) && list.names.count >= 2 ? list : nil
    }

    /// `blast mines (PMN, PMN-2) and fragmentation mines (POMZ-2, OZM-72)`: two lists that share one count.
    private mutating func readGroups(_ view: SentenceView, _ region: Range<Int>) -> Bool {
        var index = region.lowerBound
        var groups = 0
        while index < region.upperBound {
            guard let token = view.token(index) else { break }
            if token.kind == .openParenthesis, let close = view.close(of: index),
                close < region.upperBound || close == region.upperBound
            {
                guard view.numbers(in: index..<close).isEmpty, readNames(view, (index + 1)..<close) else { return false }
                groups += 1
                index = close + 1
                continue
            }
            if token.isCapitalised || token.hasDigits || token.kind == .numeral { return false }
            index += 1
        }
        return groups >= 2
    }

    private mutating func readNames(_ view: SentenceView, _ region: Range<Int>) -> Bool {
        var start = region.lowerBound
        var end = region.upperBound
        while end > start, let token = view.token(end - 1), token.isBreak || token.kind == .marker {
            // "Norway (US$0.9 million)"
            if token.kind == .closeParenthesis, (start..<end).contains(where: { view.close(of: $0) == end - 1 }) { break }
            end -= 1
        }
        while start < end, view.token(start)?.kind == .bullet { start += 1 }
        let top = view.topLevel(start..<end)
        let isCoarse = top.contains { view.kind($0) == .semicolon || view.kind($0) == .bullet }
        let separators = top.filter { index in
            switch view.kind(index) {
            case .semicolon, .bullet: true
            case .comma: !isCoarse
            default: false
            }
        }
        var pieces: [Range<Int>] = []
        for separator in separators + [end] {
            if separator > start { pieces.append(start..<separator) }
            start = separator + 1
        }
        for (place, piece) in pieces.enumerated() {
            let isLast = place == pieces.count - 1
            let isEnd = piece.contains { view.has($0, .and) }
            guard add(view, piece, splitsAtAnd: !isCoarse, isLast: isLast || isClause(view, pieces[place + 1]) && isEnd) else {
                return false
            }
            // "Estonia and Latvia, joined late": a clause behind the last name.
            if isEnd, place + 2 == pieces.count, isClause(view, pieces[place + 1]) { break }
        }
        return true
    }

    /// Whether no name stands in some words.
    private func isClause(_ view: SentenceView, _ piece: Range<Int>) -> Bool {
        view.token(piece.lowerBound)?.isWord == true
            && !piece.contains { view.token($0)?.isCapitalised == true || view.token($0)?.hasDigits == true }
    }

    /// Adds what stands between two commas: one name, or two or more joined by `and`.
    private mutating func add(_ view: SentenceView, _ piece: Range<Int>, splitsAtAnd: Bool, isLast: Bool) -> Bool {
        var piece = piece
        let isJoined = view.has(piece.lowerBound, [.and, .or])
        if isJoined { piece = (piece.lowerBound + 1)..<piece.upperBound }
        while piece.count > 1, view.kind(piece.upperBound - 1) == .bullet { piece = piece.lowerBound..<(piece.upperBound - 1) }
        guard !piece.isEmpty else { return true }
        guard view.quantities(piece).isEmpty else { return false }
        if piece.contains(where: { view.has($0, [.other, .vague]) || view.isWord($0, "etc") }) {
            isOpen = true
            return isLast
        }
        // Nearly every piece is one name.
        guard splitsAtAnd, piece.contains(where: { view.has($0, .and) }) else {
            guard isName(view, piece) || isJoined && isLast && names.count >= 2 && isThing(view, piece) else { return false }
            names.append(piece)
            return true
        }
        let ands = view.topLevel(piece).filter { view.has($0, .and) }
        var start = piece.lowerBound
        var parts: [Range<Int>] = []
        for and in ands + [piece.upperBound] {
            parts.append(start..<and)
            start = and + 1
        }
        guard parts.allSatisfy({ isName(view, $0) }) else { return false }
        if parts.count == 2, isOneName(view, piece) {
            names.append(piece)
        } else if parts.count == 2, isLast, !isJoined {
            // "A, B and C": the last two names of the list.
            names += parts
        } else {
            names.append(piece)
            more += parts.count - 1
        }
        return true
    }

    /// `Bosnia and Herzegovina`
    private func isOneName(_ view: SentenceView, _ piece: Range<Int>) -> Bool {
        let text = view.bytes.text(view.prose.range(of: piece))
        return StateReference.named(text) != nil
    }

    /// A short run of words with a capital letter or a designation among its first ones.
    private func isName(_ view: SentenceView, _ piece: Range<Int>) -> Bool {
        let words = view.topLevel(piece)
        guard !words.isEmpty, words.count <= 8 else { return false }
        guard words.prefix(4).contains(where: { view.token($0)?.isCapitalised == true || view.token($0)?.hasDigits == true })
        else { return false }
        return !words.contains { view.has($0, [.which, .while, .these, .remaining]) || view.token($0)?.isQuoted == true }
    }

    /// `an improvised type`: what can end a list of names without being one.
    private func isThing(_ view: SentenceView, _ piece: Range<Int>) -> Bool {
        view.has(piece.lowerBound, .article) && 2...5 ~= piece.count
            && piece.dropFirst().allSatisfy { view.token($0)?.isWord == true && !view.has($0, .nameEnd) }
    }

    /// Whether nothing but names stands in the list: capitals, codes, and the small words between them.
    func isProper(_ view: SentenceView) -> Bool {
        names.allSatisfy { name in
            name.allSatisfy { index in
                guard let token = view.token(index), token.isWord else { return true }
                return token.isCapitalised || token.hasDigits || token.has([.article, .of, .and])
            }
        }
    }

    // MARK: - Phrases

    /// Reads a list of phrases without names, each behind a comma, the last behind an `and` too: `research, training, and exhibitions`.
    static func readPhrases(_ view: SentenceView, _ region: Range<Int>) -> NameList? {
        let commas = view.topLevel(region).filter { view.kind($0) == .comma }
        guard commas.count >= 2, let last = commas.last, view.has(last + 1, .and), !view.sentence.kinds.has(.semicolon) else {
            return nil
        }
        let ends = commas + [region.upperBound]
        var list = NameList()
        for (start, end) in zip([region.lowerBound] + commas.dropLast().map { $0 + 1 } + [last + 2], ends) {
            guard start < end, !(start..<end).contains(where: { saysClause(view, $0) }) else { return nil }
            list.names.append(start..<end)
            list.more += (start..<end).filter { view.has($0, .and) }.count
        }
        return list
    }

    /// Whether no name has more than four words.
    var isShort: Bool { names.allSatisfy { $0.count <= 4 } }

    private static func saysClause(_ view: SentenceView, _ index: Int) -> Bool {
        if view.has(index, [.which, .while, .these, .other, .vague, .cardinal]) || view.kind(index) == .numeral { return true }
        return ["is", "are", "was", "were", "has", "have", "had", "that", "who", "it", "first"].contains(
            view.token(index).map { view.bytes.text($0.range) } ?? "")
    }
}
