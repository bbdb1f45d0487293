/// A waiver that waives nothing.
enum WaiverUnused: Rule {
    static let about = RuleDescription(
        name: "waiver-unused", group: .structure, severity: .warning,
        summary: "A waiver waives nothing.",
        rationale:
            "What it waived was mended, or it stands at the wrong place. Left there, it would hide the next finding of its rule.",
        fix: "safe: removes the waiver",
        examples: [
            .pass("<!-- footing-ignore footnote-undefined: the source is embargoed until May -->\n\nFound.[^1]"),
            .find(
                "Text.\n\n⟦<!-- footing-ignore footnote-undefined: embargoed -->⟧\n\nFound.[^1]\n\n[^1]: A source.",
                mended: "Text.\n\nFound.[^1]\n\n[^1]: A source."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for waiver in subject.unusedWaivers where waiver.rules.allSatisfy(Catalogue.isKnown) && !waiver.rules.isEmpty {
            let edit = waiver.block.map(subject.removal) ?? .delete(waiver.removal)
            report.add(
                waiver.range, "This waiver waives nothing: \(Words.list(waiver.rules)) finds nothing below it. Remove it.",
                fixes: [Fix("Remove the waiver", .safe, [edit])])
        }
    }
}
