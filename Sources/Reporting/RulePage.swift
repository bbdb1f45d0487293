import Linting

/// A rule's documentation, made of its description.
package enum RulePage {
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
        return text
            + "\nTo waive a finding, put a comment with the reason above its block:\n\n    <!-- footing-ignore \(rule.name): reason -->\n"
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + visible($0) }
            .joined(separator: "\n") + "\n"
    }

    /// Characters that do not show, by their names.
    private static func visible(_ line: Substring) -> String {
        line.unicodeScalars.map { scalar in
            let isHidden = scalar.value < 0x20 || scalar.value == 0xFEFF || scalar.properties.isBidiControl
            return isHidden ? "<U+\(hex(scalar.value))>" : String(scalar)
        }.joined()
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
