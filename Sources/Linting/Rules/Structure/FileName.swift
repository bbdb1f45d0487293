import ProfileFacts

/// A file that is not named for its country.
enum FileName: Rule {
    static let about = RuleDescription(
        name: "file-name", group: .structure, severity: .warning,
        summary: "The file is not named for its country.",
        rationale:
            "Links, comparisons and the published address go by the file's name: the country in lower-case ASCII with hyphens.",
        fix: nil,
        examples: [
            .pass(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Côte d’Ivoire\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n",
                named: "cote-divoire.md"),
            .find(
                file: "---\ntopic: mine-ban-policy\ncountry: ⟦Belarus⟧\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n",
                named: "bielorus.md"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        guard let name = subject.fileName, let country = subject.facts.header.country else { return }
        let proper = CountryFileName.of(country.value)
        guard !proper.isEmpty, !isName(name, for: proper) else { return }
        let others = subject.facts.header.state?.names ?? []
        guard !others.contains(where: { isName(name, for: CountryFileName.of($0)) }) else { return }
        report.add(country.range, "The file of \(country.value) is named \(name). Name it \(proper).md.")
    }

    private static func isName(_ name: String, for proper: String) -> Bool {
        name.utf8.count == proper.utf8.count + 3 && name.hasPrefix(proper) && name.hasSuffix(".md")
    }
}
