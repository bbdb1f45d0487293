import ProfileSyntax

/// The treaties that a sentence names, in the order of its tokens.
struct TreatyMentions {
    private(set) var all: [(token: Int, treaty: Treaty)] = []

    /// - Parameter current: the treaty that the passage spoke of last, which "the convention" stands for.
    init(_ view: SentenceView, current: Treaty) {
        var current = current
        var index = view.range.lowerBound
        while index < view.range.upperBound {
            defer { index += 1 }
            let token = view.prose.tokens[index]
            guard token.dateWord == .treaty, !token.isQuoted, let treaty = Self.treaty(view, index, current) else { continue }
            if let last = all.last, last.token >= index - 2, last.treaty == .ccw, treaty != .other { all.removeLast() }
            all.append((index, treaty))
            current = treaty
        }
    }

    /// The treaty nearest to an event: between it and its date, or the last one before.
    func nearest(to event: Int, before end: Int) -> Treaty? {
        all.first { $0.token > event && $0.token < end }?.treaty ?? all.last { $0.token <= event }?.treaty
    }

    private static func treaty(_ view: SentenceView, _ index: Int, _ current: Treaty) -> Treaty? {
        func text(_ index: Int) -> String { view.token(index).map { $0.isWord ? view.bytes.text($0.range) : "" } ?? "" }
        let word = text(index)
        switch word {
        case "APMBC", "MBT": return .mineBan
        case "CCM": return .clusterMunitions
        case "Ottawa": return text(index + 1) == "Convention" || text(index + 1) == "Treaty" ? .mineBan : nil
        case "CCW": return .ccw
        case "Antipersonnel", "Anti-Personnel", "Anti-personnel", "Amended": return nil
        case "Protocol", "Protocols":
            switch text(index + 1) {
            case "II", "II’s": return .amendedProtocolII
            case "V", "V’s": return .protocolV
            default: return .other
            }
        case "Treaty", "Convention", "Treaty’s", "Convention’s":
            let before = text(index - 1)
            if before == "Ban" || before == "Ottawa" { return .mineBan }
            let (next, second, third) = (text(index + 1), text(index + 2), text(index + 3))
            if next == "on" || next == "for" || next == "against" {
                if second == "Cluster" { return .clusterMunitions }
                if second == "Conventional" || third == "Conventional" { return .ccw }
                if second == "the", third == "Prohibition" { return .mineBan }
                return second.first?.isUppercase == true || third.first?.isUppercase == true ? .other : current
            }
            if before == "Munitions" || before == "Munition" { return .clusterMunitions }
            return before.first?.isUppercase == true && before != "The" ? .other : current
        case "treaty", "treaty’s":
            let before = view.token(index - 1)
            // "the treaty" is the Mine Ban Treaty; "a border treaty" is another.
            if before?.isWord != true || before?.has([.article, .these, .of, .to]) == true || text(index - 1) == "ban" {
                return .mineBan
            }
            return before?.isCapitalised == true ? nil : .other
        case "convention", "convention’s": return current
        case "protocol": return [.amendedProtocolII, .protocolV].contains(current) ? current : .other
        case "treaties", "conventions", "pact", "agreement", "statute", "Statute", "covenant", "Covenant": return .other
        case "NPT", "ATT", "BWC", "CWC": return .other
        default: return nil
        }
    }
}
