import ProfileSyntax

/// A bracket without its partner.
enum BracketUnbalanced: Rule {
    static let about = RuleDescription(
        name: "bracket-unbalanced", group: .structure, severity: .warning,
        summary: "A bracket or parenthesis has no partner in its paragraph.",
        rationale:
            "A lone bracket shows where words, or a note's marker, were lost. What stands inside quotation marks is the speaker's.",
        fix: nil,
        examples: [
            .pass("The North Atlantic Treaty Organization (NATO [sic]) did: a) this; and b) that."),
            .pass("He wrote, “see :) there.”"),
            .find("The North Atlantic Treaty Organization ⟦(⟧NATO did."),
            .find("The North Atlantic Treaty Organization NATO⟦)⟧ did."),
            .find("It stood in a report (2006), Ottawa: Mines Action Canada, October 2009⟦)⟧, p. 12."),
            .pass("It did: 1) this; and 12) that."),
            .find("It spoke of ⟦[⟧the treaty."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for inline in subject.profile.inlines where inline.kind == .unmatchedBracket {
            report.add(inline.range, "This “\(subject.text(inline.range))” has no partner in its paragraph.")
        }
    }
}
