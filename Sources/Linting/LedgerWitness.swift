import ProfileFacts

/// The ledger as the second witness of a sum in the prose: two against one.
enum LedgerWitness {
    /// The figures of the ledger that are consistent with themselves.
    private static func witnesses(_ subject: Subject) -> [LedgerSum] {
        subject.facts.header.sums.filter { $0.sum == $0.total && !$0.figure.isApproximate && $0.parts.count >= 2 }
    }

    private static func values(_ parts: [Relation.Term]) -> [ExactDecimal] {
        parts.map { $0.isTaken ? -$0.value : $0.value }.sorted()
    }

    // MARK: - What speaks for the prose

    /// Whether a relation that holds takes a number in.
    static func isPartOfSum(_ range: Range<Int>, in subject: Subject) -> Bool {
        subject.facts.relations.contains { relation in
            relation.verdict == .holds && [.total, .subset, .balance].contains(relation.kind)
                && (relation.total.range == range || relation.parts.contains { $0.range == range })
        }
    }

    /// Whether anything else in the profile agrees with a number of the prose: another figure of the ledger, a sum that holds, or the
    /// same number in another place. Then no ledger outvotes it.
    static func hasSupport(_ value: ExactDecimal, at range: Range<Int>, in subject: Subject) -> Bool {
        let facts = subject.facts
        return isPartOfSum(range, in: subject)
            || facts.header.sums.contains { $0.total == value || $0.parts.contains { $0.value.magnitude == value } }
            || facts.prose.numbers.contains { $0.kind == .quantity && $0.value == value && $0.range != range }
            || facts.tables.contains { table in table.rows.joined().contains { $0.numeral?.value == value } }
    }

    /// Whether the ledger has the same parts, and their sum as its total.
    static func confirms(_ relation: Relation, in subject: Subject) -> Bool {
        let parts = values(relation.parts)
        guard !hasSupport(relation.total.value, at: relation.total.range, in: subject) else { return false }
        return witnesses(subject).contains { $0.total == relation.computed && $0.parts.map(\.value).sorted() == parts }
    }

    /// The one part in which the prose differs from a ledger that has the stated total, and what the ledger says.
    static func part(outvoted relation: Relation, in subject: Subject) -> (term: Relation.Term, value: ExactDecimal)? {
        for witness in witnesses(subject)
        where witness.total == relation.total.value && witness.parts.count == relation.parts.count {
            var theirs = witness.parts.map(\.value)
            var mine: [Relation.Term] = []
            for part in relation.parts {
                if let place = theirs.firstIndex(of: part.isTaken ? -part.value : part.value) {
                    theirs.remove(at: place)
                } else {
                    mine.append(part)
                }
            }
            if mine.count == 1, theirs.count == 1, !hasSupport(mine[0].value, at: mine[0].range, in: subject) {
                return (mine[0], theirs[0].magnitude)
            }
        }
        return nil
    }
}
