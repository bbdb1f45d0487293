import TestSupport

/// Profiles with findings of every kind that reports have to show: with labels, safe and unsafe fixes, hints, advice, columns behind
/// characters of several bytes, and file names that need escaping.
enum OutputSample {
    static let odd = "Profiles/côte d'ivoire 100%, a:b & \"c\".md"

    static let texts: [(path: String, text: String)] = [
        (
            "Profiles/belarus.md",
            """
            ---
            topic: mine-ban-policy
            country: Belarus
            country: Belarus
            last_updated: 2022-09-28
            ---

            ## Policy

            É 🙂 “Found”.[^1] Lost.[^3] Gone.[^9]

            It retained 5,000 mines (1,486 PMN, 1,687 POMZ-2M, and 1,319 POMZ-2).[^1]

            Text[^3].

            [^1]: A source

            [^3]: Source <b> | `x`.

            """
        ),
        ("Profiles/angola.md", Texts.profile("Nothing is wrong here.").replacing("Belarus", with: "Angola")),
        (odd, Texts.profile("É 🙂[^1].\n\n[^1]: A source.")),
    ]

    /// What is chosen, so that a new rule does not change the reports.
    static let select = "footnotes,front-matter-key,total-mismatch,file-name"

    static func scratch() -> Scratch {
        let scratch = Scratch()
        for (path, text) in texts { scratch.write(path, text) }
        return scratch
    }

    static func report(_ format: String, _ arguments: String..., in scratch: Scratch) async throws -> Footing.Outcome {
        try await Footing.run(
            .path(.init(Footing.path)), ["check", "--select", select, "--output-format", format] + arguments, in: scratch.path)
    }

    static let formats = [
        "text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle", "markdown",
    ]
}
