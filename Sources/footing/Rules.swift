import ArgumentParser
import Linting

/// `footing rules`
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List all rules.")

    func run() throws {
        let abouts = Catalogue.rules.map { $0.about }
        let width = abouts.map { $0.name.count }.max() ?? 0
        var text = ""
        for group in RuleGroup.allCases {
            let rules = abouts.filter { $0.group == group }
            if rules.isEmpty { continue }
            text += "\(group.rawValue)\n"
            for rule in rules {
                text +=
                    "  \(padded(rule.name, width))  \(padded(rule.severity.rawValue, 7))  \(padded(rule.fix == nil ? "" : "fix", 3))  \(rule.summary)\n"
            }
            text += "\n"
        }
        Terminal.print(text + "footing explain RULE tells more of each.\n")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
