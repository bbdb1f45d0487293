import ProfileSyntax

/// The treaties that a sentence names, in the order of its tokens.
struct TreatyMentions {
    /// `isNamed` unless it is called "the treaty", "the convention".
    typealias Mention = (token: Int, treaty: Treaty, isNamed: Bool)

    private(set) var all: [Mention] = []

    var namesOne: Bool { all.contains(where: \.isNamed) }

    /// Forgets them, for the next sentence.
    mutating func clear() { all.removeAll(keepingCapacity: true) }

    /// - Parameter current: the treaty that the passage spoke of last, which "the convention" stands for.
    mutating func read(_ view: SentenceView, current: Treaty) {
        var current = current
        var index = view.range.lowerBound
        while index < view.range.upperBound {
            defer { index += 1 }
            guard view.prose.tokens[index].dateWord == .treaty, !view.prose.tokens[index].isQuoted,
                let treaty = Self.treaty(view, index, current)
            else { continue }
            if let last = all.last, last.token >= index - 2, last.treaty == .ccw, treaty != .other { all.removeLast() }
            // "Amended Protocol II to the CCW"
            if let last = all.last, last.token >= index - 5, treaty == .ccw,
                last.treaty == .amendedProtocolII || last.treaty == .protocolV,
                (last.token..<index).contains(where: { view.has($0, [.to, .of]) }),
                !(last.token..<index).contains(where: { view.has($0, .and) })
            {
                continue
            }
            all.append((index, treaty, view.prose.tokens[index].isCapitalised))
            current = treaty
        }
    }

    /// The treaty nearest to an event: between it and its date, or the last one before.
    func nearest(to event: Int, before end: Int) -> Treaty? {
        if let next = next(from: event + 1), next.token < end { return next.treaty }
        return last(before: event + 1)?.treaty
    }

    /// The first treaty that is named at a token or behind it.
    func next(from token: Int) -> Mention? {
        let index = all.partitioningIndex { $0.token >= token }
        return index < all.count ? all[index] : nil
    }

    /// The last treaty that is named before a token.
    func last(before token: Int) -> Mention? {
        let index = all.partitioningIndex { $0.token >= token }
        return index > 0 ? all[index - 1] : nil
    }

    private static func treaty(_ view: SentenceView, _ index: Int, _ current: Treaty) -> Treaty? {
        func isWord(_ offset: Int, _ text: StaticString) -> Bool { view.isWord(index + offset, text) }
        func isCapitalised(_ offset: Int) -> Bool { view.token(index + offset).map { $0.isWord && $0.isCapitalised } ?? false }
        guard view.prose.tokens[index].isCapitalised else { return named(inLowerCase: index, view, current) }
        if isWord(0, "Treaty") || isWord(0, "Convention") || isWord(0, "Treaty’s") || isWord(0, "Convention’s") {
            if isWord(-1, "Ban") || isWord(-1, "Ottawa") { return .mineBan }
            if isWord(1, "on") || isWord(1, "for") || isWord(1, "against") {
                if isWord(2, "Cluster") { return .clusterMunitions }
                if isWord(2, "Conventional") || isWord(3, "Conventional") { return .ccw }
                if isWord(2, "the"), isWord(3, "Prohibition") { return .mineBan }
                return isCapitalised(2) || isCapitalised(3) ? .other : current
            }
            if isWord(-1, "Munitions") || isWord(-1, "Munition") { return .clusterMunitions }
            return isCapitalised(-1) && !isWord(-1, "The") ? .other : current
        }
        if isWord(0, "CCW") || isWord(0, "CCW’s") { return .ccw }
        if isWord(0, "Protocol") || isWord(0, "Protocols") {
            if isWord(1, "II") || isWord(1, "II’s") { return .amendedProtocolII }
            return isWord(1, "V") || isWord(1, "V’s") ? .protocolV : .other
        }
        if isWord(0, "CCM") || isWord(0, "CCM’s") { return .clusterMunitions }
        if isWord(0, "APMBC") || isWord(0, "MBT") || isWord(0, "APMBC’s") { return .mineBan }
        if isWord(0, "Agreement") || isWord(0, "Pact") { return .other }
        if isWord(0, "Ottawa") { return isWord(1, "Convention") || isWord(1, "Treaty") ? .mineBan : nil }
        return Word.otherNames.contains(view.prose.tokens[index].word) ? .other : nil
    }

    private static func named(inLowerCase index: Int, _ view: SentenceView, _ current: Treaty) -> Treaty? {
        let word = view.prose.tokens[index].word
        if word == Word.treaty || view.isWord(index, "treaty’s") {
            let before = view.token(index - 1)
            // "the treaty" is the Mine Ban Treaty; "a border treaty" is another.
            if before?.isWord != true || before?.has([.article, .these, .of, .to]) == true || view.isWord(index - 1, "ban") {
                return .mineBan
            }
            return before?.isCapitalised == true ? nil : .other
        }
        if word == Word.convention || view.isWord(index, "convention’s") { return current }
        if word == Word.protocolOf { return [.amendedProtocolII, .protocolV].contains(current) ? current : .other }
        return Word.others.contains(word) ? .other : nil
    }

    private enum Word {
        static let treaty = Lexicon.hash("treaty")
        static let convention = Lexicon.hash("convention")
        static let protocolOf = Lexicon.hash("protocol")
        static let others = WordSet(["treaties", "conventions", "pact", "agreement", "statute", "covenant", "protocols"])
        /// With a capital, at least.
        static let otherNames = WordSet(["NPT", "ATT", "BWC", "CWC", "Statute", "Covenant"])
    }
}
