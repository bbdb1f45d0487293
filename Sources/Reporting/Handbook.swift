import Linting

/// The handbook of the rules: one page in Markdown, or what it says for other programs. A rule's part is the same on its own.
package enum Handbook {
    /// The page, with a list of the rules that leads to their parts.
    package static func markdown(_ rules: [RuleDescription], version: String) -> String {
        let groups = RuleGroup.allCases.map { group in (group, rules.filter { $0.group == group }) }.filter { !$0.1.isEmpty }
        var text = "# The rules of Footing \(version)\n\n"
        text += "A rule or a group can be named with `--select` and `--ignore`, and in the settings. "
        text += "In examples, ⟦ and ⟧ enclose what is found.\n"
        for (group, rules) in groups {
            text += "\n- [\(group.rawValue)](#\(group.rawValue))\n"
            for rule in rules { text += "  - [\(rule.name)](#\(rule.name)) – \(prose(rule.summary))\n" }
        }
        for (group, rules) in groups {
            text += "\n## \(group.rawValue)\n"
            for rule in rules { text += "\n" + markdown(rule) }
        }
        return text
    }

    /// A rule's part.
    package static func markdown(_ rule: RuleDescription) -> String {
        var text =
            "### \(rule.name)\n\n**\(prose(rule.summary))** (\(rule.severity.rawValue), group `\(rule.group.rawValue)`)\n\n"
        text += "\(prose(rule.rationale))\n\nFix: \(prose(rule.fix ?? "none; it takes an editor"))\n"
        for verdict in [RuleExample.Verdict.find, .pass] {
            let examples = rule.examples.filter { $0.verdict == verdict }
            if !examples.isEmpty { text += verdict == .find ? "\nFound:\n" : "\nIn order:\n" }
            for example in examples {
                if let settings = example.settings { text += "\nWith the settings\n\n" + fenced(settings, "yaml") }
                if let before = example.before { text += "\nWhere there was\n\n" + fenced(before) + "\nand there is\n" }
                text += "\n" + fenced(example.text)
                if let mended = example.mended { text += "\nbecomes\n\n" + fenced(mended) }
            }
        }
        return text
    }

    /// What the handbook says, for JSON.
    package struct Entry: Encodable, Sendable {
        struct Example: Encodable, Sendable {
            let verdict, text: String
            let mended, before, settings: String?
            let file: String
        }

        let name, group, severity, summary, rationale: String
        let fix: String?
        let examples: [Example]

        package init(_ rule: RuleDescription) {
            (name, group, severity) = (rule.name, rule.group.rawValue, rule.severity.rawValue)
            (summary, rationale, fix) = (rule.summary, rule.rationale, rule.fix)
            examples = rule.examples.map {
                Example(
                    verdict: $0.verdict == .find ? "find" : "pass", text: $0.text, mended: $0.mended, before: $0.before,
                    settings: $0.settings, file: $0.fileName)
            }
        }
    }

    /// Running text of a description: what stands between backticks is code, all else is as it stands, and lines run on.
    private static func prose(_ text: String) -> String {
        let parts = text.replacing("\n", with: " ").split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return text.asMarkdown }
        return parts.enumerated().map { $0.offset % 2 == 1 ? "`\($0.element)`" : String($0.element).asMarkdown }.joined()
    }

    /// A text between fences that it does not hold itself; what does not show is named.
    private static func fenced(_ text: String, _ language: String = "markdown") -> String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).onOneLine }
        return "\(fence)\(language)\n\(lines.joined(separator: "\n"))\n\(fence)\n"
    }
}
