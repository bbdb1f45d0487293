import ProfileFacts

/// What the rules on totals have in common: how a broken relation is told.
final class RelationFinding {
    let subject: Subject
    let relation: Relation

    init(_ subject: Subject, _ relation: Relation) {
        self.subject = subject
        self.relation = relation
    }

    var stated: String { subject.text(relation.total.range) }

    func written(_ term: Relation.Term) -> String { subject.text(term.range) }

    private var number: Number? { relation.total.number.map { subject.facts.prose.numbers[$0] } }

    /// The parts, each with what it is in the sum.
    func labels(_ word: String, taken: String = "taken away") -> [Label] {
        relation.parts.enumerated().map { index, part in
            Label(
                part.range,
                part.isTaken
                    ? taken
                    : relation.kind == .balance
                        ? index == 0 ? "the opening" : "added" : "\(word) \(index + 1) of \(relation.parts.count)")
        }
    }

    /// `1,486 + 1,687 + 1,319 = 4,492`
    var equation: String {
        var text = ""
        for (index, part) in relation.parts.enumerated() {
            if index > 0 { text += part.isTaken ? " − " : " + " }
            text += part.value.grouped
        }
        return text + " = " + relation.computed.grouped
    }

    /// `10 too much`, seen from the stated number.
    var gap: String { "\(relation.gap.magnitude.grouped) too \(relation.gap.isNegative ? "much" : "little")" }

    /// The slips that account for the gap; of a balance only those in the result.
    private(set) lazy var slips = Slip.candidates(
        total: relation.total.value, parts: relation.parts.map { (written($0), $0.isTaken ? -$0.value : $0.value) })

    /// A neighbouring figure of the profile that is the gap: what slipped in, or was left out.
    var neighbour: String? {
        let gap = relation.gap.magnitude
        guard gap > ExactDecimal(20) else { return nil }
        let known = Set([relation.total.range] + relation.parts.map(\.range))
        let found = subject.facts.prose.numbers.first { $0.kind == .quantity && $0.value == gap && !known.contains($0.range) }
        return found.map {
            "The gap is the \(subject.text($0.range)) stated elsewhere: it may be \(relation.gap.isNegative ? "missing from the parts" : "missing from the total")."
        }
    }

    /// ` Perhaps two digits of 1,391 are swapped: 1,319 would fit.`, or nothing.
    var explanation: String {
        if let slip = slips.first { return " Perhaps \(slip.reason)." }
        return neighbour.map { " " + $0 } ?? ""
    }

    // MARK: - Fixes

    /// Writes the computed value, in the form of the stated one; as safe as its witnesses make it.
    func fixes(_ what: String) -> [Fix] {
        if let part = LedgerWitness.part(outvoted: relation, in: subject), let edit = edit(part.term, part.value) {
            return [Fix("Write \(edit.replacement), as the ledger has it", .safe, [edit])]
        }
        var fixes: [Fix] = []
        if let edit = edit(relation.total, relation.computed) {
            let isSafe = LedgerWitness.confirms(relation, in: subject)
            let title = isSafe ? "Write \(edit.replacement), as the ledger has it" : "Write \(what), \(edit.replacement)"
            fixes.append(Fix(title, isSafe ? .safe : .unsafe, [edit]))
        }
        for slip in slips {
            guard let part = slip.part, let edit = edit(relation.parts[part], slip.right.magnitude) else { continue }
            fixes.append(Fix("Write \(edit.replacement) for \(written(relation.parts[part]))", .hint, [edit]))
        }
        return fixes
    }

    /// An edit that writes another value in a number's own form; nil where that form cannot say it.
    func edit(_ term: Relation.Term, _ value: ExactDecimal) -> Edit? {
        guard let index = term.number, !value.isNegative else { return nil }
        let number = subject.facts.prose.numbers[index]
        return WrittenNumber.text(of: value, like: number, written: subject.text(number.range)).map { Edit(number.range, $0) }
    }
}

/// Writes a value as another number is written.
enum WrittenNumber {
    private static let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    /// Digits for digits, a word for a word; nil for numbers with a scale word.
    static func text(of value: ExactDecimal, like number: Number, written: String) -> String? {
        guard number.scale == 0 else { return nil }
        guard number.isInWords else {
            return number.isGrouped || !(value < ExactDecimal(10_000)) || written.utf8.count < 4 ? value.grouped : value.plain
        }
        guard let whole = value.whole, 0..<100 ~= whole else { return value.grouped }
        let word = whole < 20 ? words[whole] : tens[whole / 10] + (whole % 10 == 0 ? "" : "-" + words[whole % 10])
        return written.first?.isUppercase == true ? word.prefix(1).uppercased() + word.dropFirst() : word
    }
}
