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

    /// Whether the ledger has the same parts, and their sum as its total.
    static func confirms(_ relation: Relation, in subject: Subject) -> Bool {
        let parts = values(relation.parts)
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
            if mine.count == 1, theirs.count == 1 { return (mine[0], theirs[0].magnitude) }
        }
        return nil
    }
}
