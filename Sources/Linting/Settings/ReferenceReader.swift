import ProfileFacts

/// Tells what is wrong with a repository's own files in `Config/reference`, as findings with places.
package enum ReferenceReader {
    /// The page of the findings in reference files.
    package static let about = RuleDescription(
        name: "reference", group: .structure, severity: .error,
        summary: "A file of Config/reference holds something that Footing cannot use.",
        rationale: """
            A repository's own `Config/reference/states.yml`, `meetings.yml` and `resolutions.yml` are read over those that Footing
            carries, an entry a line. A state or a meeting that is passed over in silence would let through what it was to catch. So
            nothing is checked until the reference is in order. The files that Footing carries show the form.
            """,
        fix: nil, examples: [])

    package static func findings(_ problems: [ReferenceProblem]) -> [Finding] {
        var report = Report(about)
        for problem in problems {
            let message = problem.message
            report.add(problem.range, message.prefix(1).uppercased() + message.dropFirst() + ".")
        }
        return report.findings
    }
}
