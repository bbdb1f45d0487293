import ProfileFacts

/// A figure of the ledger whose parts do not add up to its total.
enum LedgerMismatch: Rule {
    static let about = RuleDescription(
        name: "ledger-mismatch", group: .totals, severity: .error,
        summary: "The parts of a figure in the ledger do not add up to its total.",
        rationale: """
            The ledger is the second witness for every sum in the prose, so it must itself be right. Numbers are added exactly; a
            negative part is taken away. A figure that is approximate may differ by one percent, and is a warning beyond that.
            """,
        fix:
            "unsafe: writes the sum of the parts as the total; where one slip in a part accounts for the gap, that is offered as a hint",
        examples: [
            .pass(file: file("retained", "4492", "{PMN: 1486, POMZ-2M: 1687, POMZ-2: 1319}")),
            .pass(file: file("stock", "2460", "{opening: 3000, consumed: -540}")),
            .pass(file: file("area", "147.0", "{cleared: 70.38, released: 30.15, surveyed: 46.47}")),
            .pass(file: file("stock", "26500000\n    approximate: true", "{stock: 46000000, destroyed: -19600000}")),
            .find(file: file("retained", "⟦4429⟧", "{PMN: 1486, POMZ-2M: 1687, POMZ-2: 1319}")),
            .find(file: file("stock", "⟦35774⟧", "{opening: 35774, retained: 3000}")),
            .find(file: file("stock", "⟦26500000⟧\n    approximate: true", "{stock: 46000000, destroyed: -9600000}")),
            .find(
                file: file(
                    "destroyed", "10",
                    "{PMN: 4, POM: 6}\n  open_detonation:\n    total: ⟦7⟧\n    parts: [destroyed.PMN, destroyed.POM]")),
        ])

    private static func file(_ name: String, _ total: String, _ parts: String) -> String {
        """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        figures:
          \(name):
            total: \(total)
            parts: \(parts)
        ---

        ## Policy

        Text.

        """
    }

    static func check(_ subject: Subject, _ report: inout Report) {
        for sum in subject.facts.header.sums where !isInOrder(sum) {
            let slips = Slip.candidates(total: sum.total, parts: sum.parts.map { ($0.name, $0.value) })
            report.add(
                sum.totalRange, message(sum, slips.first), severity: sum.figure.isApproximate ? .warning : nil,
                labels: sum.parts.map { Label($0.range, "\($0.name): \($0.value.grouped)") }, fixes: fixes(sum, slips))
        }
    }

    private static func isInOrder(_ sum: LedgerSum) -> Bool {
        let gap = (sum.sum - sum.total).magnitude
        return sum.figure.isApproximate ? !(gap > sum.total.magnitude.hundredth) : gap == .zero
    }

    private static func message(_ sum: LedgerSum, _ slip: Slip.Candidate?) -> String {
        let gap = sum.sum - sum.total
        let text = "The parts of \(sum.figure.name) add up to \(sum.sum.grouped), but its total is \(sum.total.grouped): "
        return text + "\(gap.magnitude.grouped) too \(gap.isNegative ? "much" : "little")."
            + (slip.map { " Perhaps \($0.reason)." } ?? "")
    }

    private static func fixes(_ sum: LedgerSum, _ slips: [Slip.Candidate]) -> [Fix] {
        let hints = slips.compactMap { slip -> Fix? in
            guard let part = slip.part, sum.parts[part].isNumber else { return nil }
            return Fix(
                "Write \(slip.right.plain) for \(sum.parts[part].name)", .hint, [Edit(sum.parts[part].range, slip.right.plain)])
        }
        return [Fix("Write the sum of the parts, \(sum.sum.plain)", .unsafe, [Edit(sum.totalRange, sum.sum.plain)])] + hints
    }
}
