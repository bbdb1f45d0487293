import ProfileFacts
import ProfileSyntax

/// A number that a change put in another's place: the words of its sentence are the same before and after.
package struct ChangedNumber: Sendable {
    /// As written before and after.
    package let before: String
    package let after: String
    package let old: ExactDecimal
    package let new: ExactDecimal
    /// In the text after the change.
    package let range: Range<Int>
    /// The words of the sentence in lower case, each between spaces, without numbers and markers.
    package let words: String
    /// Whether the sentence has other notes, or notes with another text.
    package let isSourceChanged: Bool
    /// Whether a sum that was wrong before is right now.
    package let isMended: Bool

    /// The numbers that a change replaced, in the order of the text.
    static func read(_ change: Change, _ profile: Profile, _ facts: ProfileFacts) -> [ChangedNumber] {
        let before = Side(change.before, change.facts)
        let after = Side(profile, facts)
        var found: [ChangedNumber] = []
        for (old, new) in pairs(before, after) {
            let numbers = (before.quantities(old), after.quantities(new))
            guard numbers.0.count == numbers.1.count else { continue }
            let isSourceChanged = before.notes(old) != after.notes(new)
            for (was, now) in zip(numbers.0, numbers.1) {
                let (one, other) = (change.facts.prose.numbers[was], facts.prose.numbers[now])
                guard one.value != other.value || one.upper != other.upper else { continue }
                found.append(
                    ChangedNumber(
                        before: change.before.text(one.range), after: profile.text(other.range), old: one.value, new: other.value,
                        range: other.range, words: after.words(new, dates: false), isSourceChanged: isSourceChanged,
                        isMended: before.verdicts(was).contains(.broken) && after.verdicts(now) == [.holds]))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Sentences with the same words and dates, then those with the same words. What stands there several times is paired in
    /// order, where it stood there as often before.
    private static func pairs(_ before: Side, _ after: Side) -> [(old: Int, new: Int)] {
        var pairs: [(Int, Int)] = []
        var (old, new) = (before.sentences, after.sentences)
        for dates in [true, false] {
            let known = Dictionary(grouping: old) { before.words($0, dates: dates) }
            let wanted = Dictionary(grouping: new) { after.words($0, dates: dates) }
            var done: (Set<Int>, Set<Int>) = ([], [])
            for (words, there) in wanted {
                guard let then = known[words], then.count == there.count else { continue }
                pairs += zip(then, there)
                done.0.formUnion(then)
                done.1.formUnion(there)
            }
            old.removeAll(where: done.0.contains)
            new.removeAll(where: done.1.contains)
        }
        return pairs
    }
}

/// The text before a change, or after it.
private struct Side {
    let profile: Profile
    let facts: ProfileFacts
    /// The verdicts of the relations that a number takes part in.
    private var relations: [Int: Set<Relation.Verdict>] = [:]
    /// The first sentence with markers, from each sentence to its paragraph's end; -1 where there is none.
    private var marked: [Int] = []

    init(_ profile: Profile, _ facts: ProfileFacts) {
        self.profile = profile
        self.facts = facts
        for relation in facts.relations {
            for number in ([relation.total] + relation.parts).compactMap(\.number) {
                relations[number, default: []].insert(relation.verdict)
            }
        }
        let prose = facts.prose
        marked = Array(repeating: -1, count: prose.sentences.count)
        for (index, sentence) in prose.sentences.enumerated().reversed() {
            if prose.tokens[sentence.tokens].contains(where: { $0.kind == .marker }) {
                marked[index] = index
            } else if index + 1 < prose.passages[sentence.passage].sentences.upperBound {
                marked[index] = marked[index + 1]
            }
        }
    }

    func verdicts(_ number: Int) -> Set<Relation.Verdict> { relations[number] ?? [] }

    /// The sentences of the body that hold numbers.
    var sentences: [Int] {
        facts.prose.sentences.indices.filter { index in
            let passage = facts.prose.passages[facts.prose.sentences[index].passage]
            return passage.note == nil && !passage.isHeading && !quantities(index).isEmpty
        }
    }

    /// The numbers of a sentence that count or measure something.
    func quantities(_ sentence: Int) -> [Int] {
        facts.prose.sentences[sentence].numbers.filter {
            switch facts.prose.numbers[$0].kind {
            case .quantity, .percentage, .range, .fraction: true
            default: false
            }
        }
    }

    func words(_ sentence: Int, dates: Bool) -> String {
        let prose = facts.prose
        let sentence = prose.sentences[sentence]
        var hidden = quantitiesRanges(sentence)
        if !dates { hidden += prose.dates[sentence.dates].map(\.range) }
        hidden.sort { $0.lowerBound < $1.lowerBound }
        var next = 0
        var words = " "
        for token in prose.tokens[sentence.tokens] where token.kind != .marker {
            while next < hidden.count, hidden[next].upperBound <= token.range.lowerBound { next += 1 }
            if next < hidden.count, hidden[next].overlaps(token.range) { continue }
            words += profile.text(token.range).lowercased() + " "
        }
        return words
    }

    private func quantitiesRanges(_ sentence: Prose.Sentence) -> [Range<Int>] {
        facts.prose.numbers[sentence.numbers].filter { $0.kind != .date && $0.kind != .time }.map(\.range)
    }

    /// The texts of the notes that the sentence's markers point to; of the next ones in its paragraph, where it has none.
    func notes(_ sentence: Int) -> [String] {
        guard marked[sentence] >= 0 else { return [] }
        return facts.prose.tokens[facts.prose.sentences[marked[sentence]].tokens].filter { $0.kind == .marker }
            .flatMap { facts.footnotes.notesOf[Int($0.value)] ?? [] }
            .map { profile.text(facts.footnotes.notes[$0].text) }
    }
}
