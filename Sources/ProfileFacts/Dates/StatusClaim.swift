import ProfileSyntax

/// What the prose says today of a state's standing with a treaty: `Belarus is a State Party to the Mine Ban Treaty`.
package struct StatusClaim: Sendable {
    package enum Standing: Sendable {
        case party, notParty, signatory, withdrawn
        /// It has signed at most: what is told of one that acceded, too.
        case notRatified
    }

    package let state: State
    package let treaty: Treaty
    package let standing: Standing
    /// From the verb to the words that tell the standing: half-open range of byte offsets.
    package let range: Range<Int>
    /// The index of its sentence in ``Prose/sentences``.
    package let sentence: Int
}

/// Reads the claims of sentences that name a treaty. What is told of another time, as a condition or as another's words is none.
struct StatusReader {
    private let view: SentenceView
    private let mentions: TreatyMentions
    private let current: Treaty
    private let reference: Reference

    init(_ view: SentenceView, _ mentions: TreatyMentions, current: Treaty, _ reference: Reference) {
        (self.view, self.mentions, self.current, self.reference) = (view, mentions, current, reference)
    }

    /// - Parameter own: the state that "it" is, asked for only where a claim is made of it.
    func read(_ sentence: Int, own: () -> State?) -> [StatusClaim] {
        guard !view.sentence.dateWords.isDisjoint(with: Self.standings) else { return [] }
        var claims: [StatusClaim] = []
        let tokens = view.prose.tokens
        for verb in view.range where Self.verbs.has(tokens[verb].dateWord) && tokens[verb].isOwn && !tokens[verb].isCapitalised {
            guard let (standing, last) = claim(verb), !isDated(before: verb),
                case let treaties = treaties(behind: last, standing),
                !treaties.isEmpty,
                let state = subject(before: verb, own: own) ?? (isJoined(verb) ? claims.last?.state : nil)
            else {
                continue
            }
            for treaty in treaties {
                claims.append(
                    StatusClaim(
                        state: state, treaty: treaty, standing: standing, range: view.prose.range(of: verb..<last + 1),
                        sentence: sentence))
            }
        }
        return claims
    }

    /// What a sentence holds that makes a claim.
    private static let standings = DateWord.Several(.party, .signature, .accede, .join, .ratify, .withdraw)
    private static let verbs = DateWord.Several(.be, .have, .withdraw, .ratify, .accede, .join)

    /// "is party to the CCW but has not acceded …": the verb has the subject of the one before it.
    private func isJoined(_ verb: Int) -> Bool { view.has(verb - 1, .and) || view.isWord(verb - 1, "but") }

    private static let fillers = WordSet([
        "also", "still", "now", "currently", "already", "yet", "a", "an", "the", "one", "of", "among", "however", "therefore",
    ])

    /// The standing that a verb and the words behind it tell, and the last of these.
    private func claim(_ verb: Int) -> (StatusClaim.Standing, last: Int)? {
        let token = view.prose.tokens[verb]
        if view.isWord(verb, "withdrew"), view.has(verb + 1, .from) { return (.withdrawn, verb) }
        // "Morocco ratified the Mine Ban Treaty", without a day
        if token.dateWord == .ratify || token.dateWord == .accede || token.dateWord == .join, view.sentence.dates.isEmpty {
            let isDone = view.isWord(verb, "ratified") || view.isWord(verb, "acceded") || view.isWord(verb, "joined")
            return isDone && view.token(verb - 1)?.isCapitalised == true ? (.party, verb) : nil
        }
        let isHaving = token.dateWord == .have
        guard isHaving || view.isWord(verb, "is") else { return nil }
        var isDenied = false
        var index = verb + 1
        while let token = view.token(index), index <= verb + 7 {
            if view.isWord(index, "not") || view.isWord(index, "never") {
                isDenied = true
            } else if token.kind != .numeral, !token.has(.cardinal), !Self.fillers.contains(token.word) {
                break
            }
            index += 1
        }
        return isHaving ? deed(index, isDenied) : name(index, isDenied)
    }

    /// `has not acceded`, `has signed but not ratified`, `has withdrawn from`
    private func deed(_ index: Int, _ isDenied: Bool) -> (StatusClaim.Standing, last: Int)? {
        let isJoining = view.isWord(index, "acceded") || view.isWord(index, "joined")
        if isJoining { return (isDenied ? .notParty : .party, index) }
        if view.isWord(index, "ratified") { return (isDenied ? .notRatified : .party, index) }
        if isDenied { return nil }
        if view.isWord(index, "withdrawn"), view.has(index + 1, .from) { return (.withdrawn, index) }
        guard view.isWord(index, "signed"), view.isWord(index + 1, "but"),
            let not = (index + 2...index + 4).first(where: { view.isWord($0, "not") }),
            let verb = (not + 1...not + 2).first(where: { view.isWord($0, "ratified") })
        else { return nil }
        return (.signatory, verb)
    }

    /// `is a State Party`, `is not party`, `is a state not party`, `is a signatory`
    private func name(_ index: Int, _ isDenied: Bool) -> (StatusClaim.Standing, last: Int)? {
        if view.isWord(index, "signatory") { return isDenied ? nil : (.signatory, index) }
        if view.isWord(index, "party") { return (isDenied ? .notParty : .party, index) }
        guard view.token(index)?.dateWord == .state else { return nil }
        if view.token(index + 1)?.dateWord == .party { return (isDenied ? .notParty : .party, index + 1) }
        let isNotParty = view.isWord(index + 1, "not") && view.token(index + 2)?.dateWord == .party
        return isNotParty && !isDenied ? (.notParty, index + 2) : nil
    }

    /// Whether a date before the verb puts it in another time.
    private func isDated(before verb: Int) -> Bool {
        view.prose.dates[view.sentence.dates].contains { $0.tokens.upperBound <= verb }
    }

    /// What stands before the short name of a state in its long one: `the Arab Republic of Egypt`.
    private static let forms: Set<String> = [
        "Republic", "Kingdom", "Federation", "State", "States", "Emirates", "Sultanate", "Union", "Principality", "Commonwealth",
    ]

    private static let openers = WordSet(["that", "and", "although", "though", "while", "as", "but", "because", "since"])

    /// The state that the words before a verb name.
    private func subject(before verb: Int, own: () -> State?) -> State? {
        if view.isWord(verb - 1, "It") || view.isWord(verb - 1, "it") || view.isWord(verb - 1, "country") {
            return isClause(startingAt: view.isWord(verb - 1, "country") ? verb - 2 : verb - 1) ? own() : nil
        }
        // "Russia, which is a State Party"
        let isRelative = view.has(verb - 1, .which) && view.kind(verb - 2) == .comma
        let verb = isRelative ? verb - 2 : verb
        for length in (1...6).reversed() {
            let start = verb - length
            guard let first = view.token(start), first.isWord, first.isOwn, first.isCapitalised,
                isRelative || isClause(startingAt: longStart(start))
            else { continue }
            let name = view.bytes.text(view.prose.range(of: start..<verb))
            let plain = name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
            if let state = reference.state(named: plain) { return state }
        }
        return nil
    }

    /// Where the long name starts that a short one ends.
    private func longStart(_ start: Int) -> Int {
        guard view.has(start - 1, .of), let form = view.token(start - 2), Self.forms.contains(view.bytes.text(form.range)) else {
            return start
        }
        var first = start - 2
        while view.token(first - 1)?.isCapitalised == true { first -= 1 }
        return first
    }

    /// Whether a clause that says something outright starts at a token: no condition, no `neither Russia nor`.
    private func isClause(startingAt start: Int) -> Bool {
        guard start > view.range.lowerBound, let before = view.token(start - 1) else { return true }
        if before.isWord { return before.has(.article) ? isClause(startingAt: start - 1) : Self.openers.contains(before.word) }
        return before.kind == .comma || before.kind == .semicolon || before.kind == .colon || before.kind == .marker
    }

    /// The treaties of a claim: those named behind it in a row; for a State Party alone, the one that the passage speaks of.
    private func treaties(behind last: Int, _ standing: StatusClaim.Standing) -> [Treaty] {
        var found: [Treaty] = []
        var end = last
        for mention in mentions.all where mention.token > last {
            let between = end + 1..<mention.token
            guard between.count <= 5, between.allSatisfy({ mayStandBetween($0) }) else { break }
            // Behind the first one, "and its" or a comma.
            if !found.isEmpty, !between.contains(where: { view.has($0, .and) || view.token($0)?.isWord == false }) { break }
            if !found.contains(mention.treaty) { found.append(mention.treaty) }
            end = mention.token
        }
        if found.isEmpty, standing == .party, view.isWord(last, "Party"), view.token(last + 1)?.isBreak != false {
            return [current]
        }
        return found.filter { $0 != .other }
    }

    private func mayStandBetween(_ index: Int) -> Bool {
        switch view.kind(index) {
        case .word: !view.isWord(index, "not") && !view.isWord(index, "but")
        case .comma, .openParenthesis, .closeParenthesis, .numeral: true
        default: false
        }
    }
}
