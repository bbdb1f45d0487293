import ProfileFacts
import ProfileSyntax

/// Front matter that is no YAML that Footing reads.
enum FrontMatterSyntax: Rule {
    static let about = RuleDescription(
        name: "front-matter-syntax", group: .frontMatter, severity: .error,
        summary: "The front matter cannot be read as YAML.",
        rationale: """
            What cannot be read cannot be checked. Tabs, aliases and several documents are YAML in part, but they are read
            differently by different programs, so a profile does without them.
            """,
        fix: nil,
        examples: [
            .pass(
                file:
                    "---\ntopic: mine-ban-policy # what it is about\ncountry: \"Belarus\"\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"
            ),
            .find(file: "⟦---⟧\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n\n## Policy\n\nText.\n"),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n⟦\t⟧status: state-party\n---\n\n## Policy\n\nText.\n"
            ),
            .find(file: "---\ntopic: mine-ban-policy\ncountry: ⟦*name⟧\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"),
            .find(file: "---\n⟦- topic⟧\n---\n\n## Policy\n\nText.\n"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for problem in subject.facts.header.problems {
            guard case .yaml(let kind) = problem.kind else { continue }
            report.add(problem.range, message(kind))
        }
    }

    private static func message(_ kind: YAMLProblem.Kind) -> String {
        switch kind {
        case .unclosed: "The front matter is not closed. Put a line --- behind its last key."
        case .notAMapping: "The front matter is no list of keys. Write one `key: value` a line."
        case .tab: "A tab indents this line. YAML is indented with spaces."
        case .alias: "The front matter uses a YAML alias. Write the value out."
        case .tooDeep: "The front matter is nested too deep to be read."
        case .severalDocuments: "The front matter holds a second YAML document. Keep one, between the two lines ---."
        case .syntax(let said): plainWords[said].map { $0 + "." } ?? "The front matter cannot be read from here on: \(said)."
        }
    }

    /// What libyaml says, in words for somebody who does not know its grammar.
    private static let plainWords = [
        "mapping values are not allowed in this context":
            "A second colon stands in this line. Put the value in quotation marks, or the key on a line of its own",
        "could not find expected ':'": "This line has no colon behind its key. Write `key: value`",
        "did not find expected key": "This line does not fit the ones above it. Check its indent and its quotation marks",
        "found unexpected end of stream": "A quotation mark that opens here is not closed",
        "did not find expected ',' or '}'": "The { } of this line is not closed, or lacks a comma",
        "did not find expected ',' or ']'": "The [ ] of this line is not closed, or lacks a comma",
        "found character that cannot start any token": "This character cannot start a value. Put the value in quotation marks",
    ]
}
