import ProfileSyntax

/// Tells what happened, or is to happen, on a date: from the words between it and the date before it, else from those behind it.
struct EventReader {
    struct Event {
        var what: DateFact.What
        /// The token that says so.
        var token: Int
        var isDeposit = false
        var isOriginal = false
    }

    private let view: SentenceView
    private let deadlines: DeadlineReader
    let tense: TenseReader
    /// How many tokens are looked at on either side of a date: a sentence may be as long as a file.
    static let reach = 60

    init(_ view: SentenceView, _ tense: TenseReader, _ mentions: TreatyMentions, current: Treaty) {
        (self.view, self.tense) = (view, tense)
        deadlines = DeadlineReader(view, mentions, current: current)
    }

    private func word(_ index: Int) -> DateWord { view.token(index)?.dateWord ?? .none }

    /// - Parameters:
    ///   - segment: the tokens from the date before it to this one.
    ///   - behind: the tokens from it to the next one.
    func event(_ segment: Range<Int>, _ behind: Range<Int>, isFirst: Bool) -> Event? {
        let found = told(segment, behind, isFirst: isFirst)
        // Since a day something holds: of a state's own days only its entry into force is told so.
        if let found, word(segment.upperBound - 1) == .since, found.what != .entryIntoForce { return nil }
        // What holds as of a day did not happen on it.
        return view.has(segment.upperBound - 1, .of) && view.has(segment.upperBound - 2, .as) ? nil : found
    }

    private func told(_ segment: Range<Int>, _ behind: Range<Int>, isFirst: Bool) -> Event? {
        let segment = max(segment.lowerBound, segment.upperBound - Self.reach)..<segment.upperBound
        let behind = behind.lowerBound..<min(behind.upperBound, behind.lowerBound + Self.reach)
        // "its 1 March 2008 deadline"
        for index in behind.prefix(5) {
            if word(index) == .deadline {
                return deadlines.deadline(index, segment.lowerBound..<index, behind, date: segment.upperBound)
            }
            guard let token = view.token(index),
                token.isWord || token.kind == .hyphen || token.has(.provision) || token.kind == .numeral
            else { break }
            if tense.isPast(index) || isModal(index) || token.has([.and, .which]) { break }
        }
        if opensClause(segment.upperBound, behind) || isCleft(segment.upperBound) {
            return forward(segment.upperBound..<segment.upperBound, behind)
        }
        let tokens = view.prose.tokens
        for index in segment.reversed() {
            if tokens[index].kind == .semicolon { break }
            guard tense.mayBeVerb(tokens[index]) else { continue }
            if word(index) == .deadline, isOfAnotherDate(index, segment, isFirst: isFirst) { continue }
            if let found = before(index, segment, behind) { return found.what == .event ? nil : found }
        }
        guard isFirst, segment.count <= 6 else { return nil }
        return forward(segment, behind)
    }

    /// Whether a deadline before a date is not on it, with a comma between: "its 1 March 2008 deadline, and in April 2009", "nine years
    /// after its deadline, in 2017".
    private func isOfAnotherDate(_ deadline: Int, _ segment: Range<Int>, isFirst: Bool) -> Bool {
        guard (deadline..<segment.upperBound).contains(where: { view.token($0)?.isBreak == true }) else { return false }
        if !isFirst, deadline - segment.lowerBound < 3 { return true }
        return (max(view.range.lowerBound, deadline - 3)..<deadline).contains { view.has($0, .after) || word($0) == .before }
    }

    /// What the words behind a date say, up to those that tell of another time.
    private func forward(_ segment: Range<Int>, _ behind: Range<Int>) -> Event? {
        for index in behind {
            // "On 29 February 2004, a day before the treaty entered into force"
            if view.kind(index) == .semicolon || view.isWord(index, "until") || view.isWord(index, "when")
                || view.isWord(index, "before") || view.isWord(index, "after")
            {
                break
            }
            guard tense.mayBeVerb(view.prose.tokens[index]) else { continue }
            guard let found = after(index, segment.lowerBound..<behind.upperBound) else { continue }
            return found.what == .event || hasOwnDate(index, behind) ? nil : found
        }
        return nil
    }

    /// Whether the date behind a verb is the verb's: "Key developments in 1999: Albania ratified the treaty on 29 February 2000".
    private func hasOwnDate(_ verb: Int, _ behind: Range<Int>) -> Bool {
        let preposition = behind.upperBound - 1
        guard behind.upperBound < view.range.upperBound,
            view.isWord(preposition, "on") || view.has(preposition, .datePreposition)
        else { return false }
        return !(verb..<behind.upperBound).contains { view.token($0)?.isBreak == true || view.has($0, .and) }
    }

    /// Whether a clause of its own starts with a date: `acceded to the treaty, and on 1 July 2012 it became …`.
    private func opensClause(_ date: Int, _ behind: Range<Int>) -> Bool {
        guard view.has(date - 1, .in) || view.isWord(date - 1, "on"), view.has(date - 2, .and) || view.isWord(date - 2, "but"),
            let first = behind.first, let next = view.token(first), next.isWord
        else { return false }
        return next.isCapitalised && !next.has(.month) || next.has(.article) || view.isWord(first, "it")
    }

    /// "it was not until 12 May 1998 that it deposited …"
    private func isCleft(_ date: Int) -> Bool { view.isWord(date - 1, "until") && view.isWord(date - 2, "not") }

    /// What a word before the date says.
    private func before(_ index: Int, _ segment: Range<Int>, _ behind: Range<Int>) -> Event? {
        switch word(index) {
        case .deadline: return deadlines.deadline(index, segment, behind, date: segment.upperBound)
        case .meeting, .conference, .summit, .session, .intersessional: return Event(what: .meeting, token: index)
        case .until where view.has(index, .by): return deadlines.duty(index, segment)
        case .until where view.isWord(index - 1, "had") || view.isWord(index - 1, "has") || view.isWord(index - 1, "it"):
            return deadlines.term(index, segment, behind)
        case .none where view.has(index, .than) && view.isWord(index - 1, "later"): return deadlines.duty(index, segment)
        case .that, .domestic: return word(index) == .domestic ? Event(what: .domesticAct, token: index) : nil
        case .effect:
            if segment.contains(where: { word($0) == .withdraw }) || hasBefore(index, .withdraw) {
                return Event(what: .withdrawalEffect, token: index)
            }
            guard view.isWord(index - 1, "took"), !hasBefore(index, .domestic) else { return nil }
            return entryIntoForce(index, segment)
        case .signature where view.kind(segment.upperBound - 1) == .colon: return Event(what: .signature, token: index)
        case .due: return view.has(index + 1, .to) ? nil : deadlines.reportDue(index)
        default: return act(index, segment)
        }
    }

    private func after(_ index: Int, _ clause: Range<Int>) -> Event? {
        switch word(index) {
        case .deadline, .meeting, .conference, .domestic: Event(what: .event, token: index)
        default: act(index, clause, isForward: true)
        }
    }

    /// An act of a state, in either direction; `.event` for a verb that is none.
    private func act(_ index: Int, _ clause: Range<Int>, isForward: Bool = false) -> Event? {
        if word(index) == .none {
            let isBound = view.isWord(index, "bound") && view.isWord(index + 1, "by") && hasTreaty(index, clause)
            return isBound && !view.isWord(index - 1, "be") ? Event(what: .entryIntoForce, token: index) : other(index)
        }
        var isHome: Bool { clause.contains { word($0) == .domestic } }
        switch word(index) {
        case .sign:
            guard view.isWord(index, "signed") || view.isWord(index, "signing") && view.has(index - 1, .after), !isHome,
                !view.has(index + 1, .by), !isModified(index), isOfTreaty(index)
            else {
                return Event(what: .domesticAct, token: index)
            }
            return Event(what: .signature, token: index)
        case .ratify:
            return Event(what: isHome || !isDone(index) || !isOfTreaty(index) ? .domesticAct : .ratification, token: index)
        case .accede:
            return isDone(index) && isOfTreaty(index)
                ? Event(what: .accession, token: index, isDeposit: true) : Event(what: .event, token: index)
        case .accession where !isForward: return consent(.accession, index, clause, isHome)
        case .ratification where !isForward: return consent(.ratification, index, clause, isHome)
        case .accept where isForward || isObject(index, clause):
            return hasTreaty(index, clause) ? consent(.acceptance, index, clause, isHome) : other(index)
        case .approve:
            return hasTreaty(index, clause) || deposits(clause) ? consent(.approval, index, clause, isHome) : other(index)
        case .succeed where hasTreaty(index, clause) || deposits(clause):
            return Event(what: .succession, token: index, isDeposit: true)
        case .deposit: return isDone(index) ? deposit(index, clause) : nil
        case .party: return entry(index, clause)
        case .force
        where word(index - 1) == .enter || word(index - 2) == .enter || word(index - 1) == .until
            || view.isWord(index - 1, "into") || view.isWord(index - 1, "in"):
            return entryIntoForce(index, clause)
        case .force where view.isWord(index, "binding") && view.isWord(index + 1, "on"):
            return Event(what: .entryIntoForce, token: index)
        case .enter where isForward && view.isWord(index + 2, "force"): return entryIntoForce(index + 2, clause)
        case .withdraw: return withdrawal(index, clause)
        case .notify where clause.contains { word($0) == .withdraw }: return Event(what: .withdrawalNotice, token: index)
        case .submit,
            .report where isForward == false && !view.isWord(index, "report") && !view.isWord(index, "reports"):
            return word(index) == .submit && clause.contains { word($0) == .report }
                ? Event(what: .submission, token: index) : other(index)
        default: return other(index)
        }
    }

    /// A verb of another kind ends the search: a statement, or an event that has no name here.
    private func other(_ index: Int) -> Event? {
        guard let token = view.token(index), !token.isCapitalised else { return nil }
        if token.dateWord == .said { return Event(what: .statement, token: index) }
        let isVerb = tense.isPast(index) || view.isWord(index, "became") || token.dateWord == .past && !isAuxiliary(index)
        return isVerb ? Event(what: .event, token: index) : nil
    }

    private func isAuxiliary(_ index: Int) -> Bool {
        view.isWord(index, "was") || view.isWord(index, "were") || view.isWord(index, "had") || view.isWord(index, "did")
            || view.isWord(index, "fell") || view.isWord(index, "expired") || view.isWord(index, "passed")
    }

    /// Not "to ratify", "has not ratified", "would accede".
    private func isDone(_ index: Int) -> Bool {
        guard let token = view.token(index) else { return false }
        let text = view.bytes.text(token.range)
        guard text.hasSuffix("ed") || text.hasSuffix("ing") else { return false }
        return !(max(view.range.lowerBound, index - 3)..<index).contains {
            view.isWord($0, "not") || view.isWord($0, "never") || view.isWord($0, "yet") || isModal($0) || word($0) == .plan
                || view.isWord($0, "be")
        }
    }

    /// Whether what is signed, ratified or acceded to can be a treaty: it is named, or nothing is: "ratified on", "signed it".
    private func isOfTreaty(_ index: Int) -> Bool {
        var place = index + 1
        while let token = view.token(place), place <= index + 10, token.kind != .numeral {
            if token.dateWord == .treaty { return true }
            // "signed in Ottawa", "ratified on", "acceded, becoming"
            if token.isBreak
                || place == index + 1
                    && (token.has([.and, .in]) || view.isWord(place, "on") || view.isWord(place, "it") || view.has(place, .by))
            {
                return speaksOfTreaty(index)
            }
            place += 1
        }
        return place == index + 1 && speaksOfTreaty(index)
    }

    /// Whether a treaty is named, or another act on one is told, in the sentence; an accession needs neither.
    private func speaksOfTreaty(_ index: Int) -> Bool {
        if word(index) != .sign { return true }
        if view.isWord(index - 1, "was") || view.isWord(index - 1, "were") || view.isWord(index - 1, "been") { return false }
        return view.range.prefix(200).contains { [.treaty, .ratify, .accede, .ratification].contains(word($0)) }
    }

    /// Not the month of May.
    private func isModal(_ index: Int) -> Bool { word(index) == .modal && view.token(index)?.isCapitalised == false }

    /// "signed and ratified": the second is what has the date; "a signed copy" is no act.
    private func isModified(_ index: Int) -> Bool { view.has(index - 1, .article) }

    private func isObject(_ index: Int, _ clause: Range<Int>) -> Bool { hasTreaty(index, clause) || deposits(clause) }

    private func deposits(_ clause: Range<Int>) -> Bool { clause.contains { word($0) == .deposit } }

    private func hasTreaty(_ index: Int, _ clause: Range<Int>) -> Bool {
        (index..<min(index + 6, clause.upperBound)).contains { word($0) == .treaty }
    }

    private func hasBefore(_ index: Int, _ wanted: DateWord) -> Bool {
        (max(view.range.lowerBound, index - 40)..<index).contains { word($0) == wanted }
    }

    /// "its instrument of ratification", "its accession": of a noun, what was deposited.
    private func consent(_ what: DateFact.What, _ index: Int, _ clause: Range<Int>, _ isHome: Bool) -> Event? {
        if deposits(clause) { return Event(what: what, token: index, isDeposit: true) }
        if isHome || isDecided(index) || Self.papers.contains(view.token(index + 1)?.word ?? 0) {
            return Event(what: .domesticAct, token: index)
        }
        return Event(what: what, token: index, isDeposit: what == .accession)
    }

    private static let decisions = WordSet([
        "approved", "approving", "approve", "voted", "vote", "decided", "decision", "adopted", "adoption", "authorized",
        "authorised", "endorsed", "recommended", "debated", "considered", "proposed",
    ])

    private static let papers = WordSet([
        "document", "documents", "bill", "law", "process", "procedure", "procedures", "package", "request", "proposal",
    ])

    /// Whether an accession or a ratification is what somebody decides on: "the government approved accession".
    private func isDecided(_ index: Int) -> Bool {
        (max(view.range.lowerBound, index - 5)..<index).contains { Self.decisions.contains(view.prose.tokens[$0].word) }
    }

    private func deposit(_ index: Int, _ clause: Range<Int>) -> Event? {
        for place in clause {
            switch word(place) {
            case .ratification: return Event(what: .ratification, token: index, isDeposit: true)
            case .accession: return Event(what: .accession, token: index, isDeposit: true)
            case .accept: return Event(what: .acceptance, token: index, isDeposit: true)
            case .approve: return Event(what: .approval, token: index, isDeposit: true)
            case .succeed: return Event(what: .succession, token: index, isDeposit: true)
            default: continue
            }
        }
        return nil
    }

    /// "becoming a State Party on", "a State Party since"; not "became the 150th State Party".
    private func entry(_ index: Int, _ clause: Range<Int>) -> Event? {
        guard view.isWord(index, "Party") && word(index - 1) == .state || view.isWord(index, "party") && hasTreaty(index, clause)
        else { return nil }
        let before = max(clause.lowerBound, index - 6)..<index
        guard before.contains(where: { word($0) == .become }),
            !before.contains(where: { view.has($0, .ordinal) || view.kind($0) == .numeral })
        else { return before.contains { word($0) == .since } ? nil : since(index, clause) }
        guard
            !before.contains(where: {
                view.isWord($0, "to") || view.isWord($0, "not")
                    || word($0) == .modal && !view.isWord($0, "would") && !view.isWord($0, "will")
            })
        else { return Event(what: .event, token: index) }
        return Event(what: .entryIntoForce, token: index)
    }

    /// "has been a State Party since 1 March 2004", "State Party from 1 March 2004"
    private func since(_ index: Int, _ clause: Range<Int>) -> Event? {
        if view.has(index + 1, .from), index + 2 == clause.upperBound { return Event(what: .entryIntoForce, token: index) }
        return (index..<clause.upperBound).contains { word($0) == .since } && clause.upperBound - index <= 8
            ? Event(what: .entryIntoForce, token: index) : nil
    }

    /// For a state; the treaty's own entry into force is told without one.
    private func entryIntoForce(_ index: Int, _ clause: Range<Int>) -> Event? {
        if (max(view.range.lowerBound, index - 5)..<index).contains(where: { word($0) == .domestic }) {
            return Event(what: .event, token: index)
        }
        let isFor =
            (index..<clause.upperBound).contains { view.has($0, .for) || view.isWord($0, "For") }
            || clause.contains { view.isWord($0, "For") } || view.kind(index + 1) == .colon
            || view.has(index + 1, .in) && view.token(index + 2)?.isCapitalised == true && !view.has(index + 2, .month)
        let follows = view.range.lowerBound < clause.lowerBound && hasConsent(before: clause.lowerBound)
        return isFor || follows ? Event(what: .entryIntoForce, token: index) : Event(what: .event, token: index)
    }

    private func hasConsent(before end: Int) -> Bool {
        (max(view.range.lowerBound, end - Self.reach)..<end).contains {
            [.ratify, .accede, .deposit, .accession, .ratification, .accept, .approve].contains(word($0))
        }
    }

    private func withdrawal(_ index: Int, _ clause: Range<Int>) -> Event? {
        if clause.contains(where: { word($0) == .effect }) { return Event(what: .withdrawalEffect, token: index) }
        let isNotice = clause.contains {
            word($0) == .notify || word($0) == .deposit || view.isWord($0, "informed") || view.isWord($0, "submitted")
        }
        return Event(what: isNotice ? .withdrawalNotice : .domesticAct, token: index)
    }
}
