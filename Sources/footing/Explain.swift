import ArgumentParser
import Linting
import ProfileFacts
import Reporting

/// `footing explain`
struct Explain: ParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what a rule finds, and why.",
        discussion: """
            The pages settings, topics and reference tell of what is found in a repository's Config: its settings, its own topics, and \
            its own states, meetings and resolutions.

            Examples:
              footing explain footnote-sequence
              footing explain reference
              footing explain --all --output-format markdown > rules.md
            """)

    @Argument(help: "The rule's name.", completion: .list(Catalogue.rules.map { $0.about.name }))
    var rule: String?

    @Flag(help: "Tell of all rules: the handbook.")
    var all = false

    @Option(help: "The form.")
    var outputFormat = Form.text

    func validate() throws {
        if all, rule != nil { throw ValidationError("Name a rule or give --all, not both.") }
        if !all, rule == nil { throw ValidationError("Name a rule, or give --all. footing rules lists the rules.") }
    }

    func run() throws {
        guard let rule else {
            // Findings in settings have pages too, though no profile is checked for them.
            let rules = Catalogue.rules.map { $0.about } + Catalogue.others
            switch outputFormat {
            case .text: Terminal.print(rules.map(RulePage.text).joined(separator: "\n\n"))
            case .markdown: Terminal.print(Handbook.markdown(rules, version: Footing.version))
            case .json: Terminal.print(try JSONText.pretty(rules.map(Handbook.Entry.init)))
            }
            return
        }
        guard let found = RulePage.about(rule) else {
            let nearest = NearestName.of(rule, among: Catalogue.rules.map { $0.about.name })
            throw ValidationError(
                "There is no rule \"\(rule)\".\(nearest.map { " Did you mean \"\($0)\"?" } ?? " footing rules lists them.")")
        }
        switch outputFormat {
        case .text: Terminal.print(RulePage.text(found))
        case .markdown: Terminal.print(Handbook.markdown(found))
        case .json: Terminal.print(try JSONText.pretty(Handbook.Entry(found)))
        }
    }
}
