import ArgumentParser
import Linting
import ProfileFacts
import Reporting

/// `footing explain`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what a rule finds, and why.",
        discussion: """
            Example:
              footing explain footnote-sequence
            """)

    @Argument(help: "The rule's name.")
    var rule: String

    func run() throws {
        guard let found = RulePage.about(rule) else {
            let nearest = NearestName.of(rule, among: Catalogue.rules.map { $0.about.name })
            throw ValidationError(
                "There is no rule \"\(rule)\".\(nearest.map { " Did you mean \"\($0)\"?" } ?? " footing rules lists them.")")
        }
        Terminal.print(RulePage.text(found))
    }
}
