import ProfileSyntax

/// A double quotation mark without its partner.
enum QuoteUnbalanced: Rule {
    static let about = RuleDescription(
        name: "quote-unbalanced", group: .structure, severity: .warning,
        summary: "A double quotation mark has no partner in its paragraph.",
        rationale: """
            Where a quotation ends decides whose words they are. A quotation of several paragraphs opens each of them and closes the
            last only (Chicago Manual of Style, 13.32), so that an opening mark is then in order.
            """,
        fix: nil,
        examples: [
            .pass("It “fully ‘fulfilled’ its obligations.” The parties’ duty is done."),
            .pass("“The first paragraph of a speech.\n\n“The second one.”"),
            .find("It had ⟦“⟧fully fulfilled its obligations under the treaty."),
            .find("It had fully fulfilled its obligations⟦”⟧ under the treaty."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let profile = subject.profile
        guard profile.inlines.contains(where: { if case .unmatchedQuote = $0.kind { true } else { false } }) else { return }
        for (index, block) in profile.blocks.enumerated() {
            for inline in profile.inlines(of: block) {
                guard case .unmatchedQuote(let mark) = inline.kind, !goesOn(inline, index, mark, profile) else { continue }
                let text = subject.text(inline.range)
                report.add(
                    inline.range, "This \(text) has no partner in its paragraph. Show where the quotation starts and ends.")
            }
        }
    }

    /// Whether an opening mark starts its paragraph, or the last quotation in it, and the next paragraph opens with the same mark.
    private static func goesOn(_ inline: Inline, _ index: Int, _ mark: Inline.Quotation, _ profile: Profile) -> Bool {
        let sign: StaticString = mark == .curlyDouble ? "“" : "\""
        guard profile.bytes.has(sign, at: inline.range.lowerBound) else { return false }
        var next = profile.blocks[index].next
        while next < profile.blocks.count, profile.blocks[next].isBlank { next = profile.blocks[next].next }
        guard next < profile.blocks.count, profile.blocks[next].isParagraph else { return false }
        return profile.bytes.has(sign, at: profile.content(of: profile.blocks[next]).lowerBound)
    }
}
