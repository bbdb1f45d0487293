import Linting

/// A rule's documentation, made of its description.
package enum RulePage {
    /// The description of a rule, or of what is found in settings and beside them, which no rule looks for.
    package static func about(_ name: String) -> RuleDescription? {
        Catalogue.rule(named: name)?.about ?? Catalogue.others.first { $0.name == name }
    }

    package static func text(_ rule: RuleDescription) -> String {
        var text = """
            \(rule.name) (\(rule.severity.rawValue), group \(rule.group.rawValue))

            \(rule.summary)

            \(rule.rationale)

            Fix: \(rule.fix ?? "none; it takes an editor")

            """
        for verdict in [RuleExample.Verdict.find, .pass] {
            let examples = rule.examples.filter { $0.verdict == verdict }
            if examples.isEmpty { continue }
            text += verdict == .find ? "\nFound, at what ⟦ ⟧ enclose:\n" : "\nIn order:\n"
            for example in examples {
                if let settings = example.settings { text += "\n  with the settings\n\n" + indented(settings) }
                if let before = example.before { text += "\n  where there was\n\n" + indented(before) + "\n  and there is\n" }
                text += "\n" + indented(example.text)
                if let mended = example.mended { text += "\n  becomes\n\n" + indented(mended) }
            }
        }
        guard Catalogue.isKnown(rule.name) else { return text }
        return text
            + "\nTo waive a finding, put a comment with the reason above its block:\n\n    <!-- footing-ignore \(rule.name): reason -->\n"
    }

    private static func indented(_ text: String) -> String {
        // The line end of a whole file opens no other line.
        let lines = text.hasSuffix("\n") ? text.dropLast() : text[...]
        return lines.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "" : "    " + String($0).onOneLine
        }
        .joined(separator: "\n") + "\n"
    }
}
