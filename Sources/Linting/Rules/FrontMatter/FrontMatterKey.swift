import ProfileFacts

/// A key that is unknown, missing, or there twice.
enum FrontMatterKey: Rule {
    static let about = RuleDescription(
        name: "front-matter-key", group: .frontMatter, severity: .error,
        summary: "A key of the front matter is unknown, missing, or there twice.",
        rationale: """
            A misspelt key is a lost fact: nothing reads it. Which keys a topic knows, and which it needs, is in
            `Config/topics/<topic>.yml`; the ledger's figures have the keys unit, as_of, approximate, total, parts and note.
            """,
        fix: "safe: removes a key that is there twice with the same value; unsafe: corrects a misspelt key",
        examples: [
            .pass(file: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"),
            .find(file: "---\ntopic: mine-ban-policy\n⟦contry⟧: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"),
            .find(
                file:
                    "---\n⟦topc⟧: mine-ban-policy\ncountry: Belarus\niso3: BLR\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"
            ),
            .find(file: "---\ntopic: mine-ban-policy\ncountry: Belarus\n⟦⟧---\n\n## Policy\n\nText.\n"),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\n⟦country⟧: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n",
                mended: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"),
            .find(
                file:
                    "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\nfigures:\n  retained:\n    ⟦totl⟧: 4492\n---\n\n## Policy\n\nText.\n"
            ),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let problems = subject.facts.header.problems
        // A key that is only misspelt is not missing as well.
        var misspelt: Set<String> = []
        for case .unknownKey(let key, let nearest?, _) in problems.map(\.kind) { misspelt.insert(parent(key) + nearest) }
        for problem in problems {
            switch problem.kind {
            case .missingKey(let key) where !misspelt.contains(key):
                report.add(problem.range, "The key \(key) is missing.\(wayOut(key, subject.options.topics))")
            case .unknownKey(let key, let nearest, let known):
                unknown(key, nearest, known, problem.range, &report)
            case .duplicateKey(let key, let first, let isSame, let lines):
                duplicate(key, first, isSame, lines, problem.range, &report)
            default: continue
            }
        }
    }

    private static func parent(_ key: String) -> String {
        key.lastIndex(of: ".").map { String(key[...$0]) } ?? ""
    }

    private static func wayOut(_ key: String, _ topics: [Topic]) -> String {
        switch key {
        case "last_updated": " Write the day of the last update, such as last_updated: 2022-09-28."
        case "topic": " Write \(Words.list(topics.map { "topic: \($0.name)" }, "or"))."
        case "country": " Write the country's name, such as country: Belarus."
        default: " Every figure needs its total."
        }
    }

    private static func unknown(
        _ key: String, _ nearest: String?, _ known: [String], _ range: Range<Int>, _ report: inout Report
    ) {
        let way = nearest.map { Words.didYouMean($0) } ?? " Known here: \(Words.list(known, "and"))."
        report.add(
            range, "The key \(key) is unknown.\(way)",
            fixes: nearest.map { [Fix("Write \($0)", .unsafe, [Edit(range, $0)])] } ?? [])
    }

    private static func duplicate(
        _ key: String, _ first: Range<Int>, _ isSame: Bool, _ lines: Range<Int>?, _ range: Range<Int>, _ report: inout Report
    ) {
        var fixes: [Fix] = []
        if isSame, let lines { fixes = [Fix("Remove the second \(key)", .safe, [.delete(lines)])] }
        report.add(
            range, "The key \(key) is there twice\(isSame ? "" : ", with different values"). Keep one of them.",
            labels: [Label(first, "here first")], fixes: fixes)
    }
}
