import ArgumentParser

/// `footing completions`
struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print a script by which a shell completes commands and options.",
        discussion: """
            Examples:
              footing completions bash > ~/.local/share/bash-completion/completions/footing
              footing completions zsh > "${fpath[1]}/_footing"
              footing completions fish > ~/.config/fish/completions/footing.fish
            """)

    @Argument(
        help: "\(CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")).",
        completion: .list(CompletionShell.allCases.map(\.rawValue)))
    var shell: String

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw ValidationError(
                "There is no script for \"\(shell)\". Known: \(CompletionShell.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
        Terminal.print(Footing.completionScript(for: shell) + "\n")
    }
}
