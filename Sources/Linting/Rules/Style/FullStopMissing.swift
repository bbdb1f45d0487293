import ProfileFacts
import ProfileSyntax

/// A paragraph that ends without a full stop.
enum FullStopMissing: Rule {
    static let about = RuleDescription(
        name: "full-stop-missing", group: .style, severity: .advice,
        summary: "A paragraph of the body ends without a full stop.",
        rationale: "A paragraph that breaks off may have lost more than its full stop, so the end is left to the editor.",
        fix: nil,
        examples: [
            .pass(
                "It passed several decrees on these mines.[^1]\n\nIt is prohibited for Belarus to:\n\n- use mines;\n- and so on.\n\n[^1]: A source."
            ),
            .pass("Table 1\n\nHe said, “We have fully met our obligations!”"),
            .find("It passed several decrees on these ⟦mines⟧[^1]\n\n[^1]: A source."),
            .find("It passed several decrees on these ⟦mines⟧"),
        ])

    /// Shorter paragraphs may be labels.
    private static let fewestWords = 6

    static func check(_ subject: Subject, _ report: inout Report) {
        let prose = subject.facts.prose
        for passage in prose.ownPassages where passage.note == nil && !passage.isHeading {
            guard subject.profile.blocks[passage.block].parent < 0, passage.tokens.count > fewestWords else { continue }
            var last = passage.tokens.upperBound - 1
            while last > passage.tokens.lowerBound, prose.tokens[last].kind == .marker { last -= 1 }
            let token = prose.tokens[last]
            guard token.isWord || token.kind == .numeral || token.kind == .percent, token.isOwn else { continue }
            let words = passage.tokens.count { prose.tokens[$0].isWord }
            guard words >= fewestWords, !passage.tokens.contains(where: { prose.tokens[$0].kind == .bullet }) else { continue }
            report.add(token.range, "The paragraph ends here without a full stop. Has something been lost?")
        }
    }
}
