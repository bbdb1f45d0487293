import ProfileFacts

/// The files with which a repository of profiles starts, made of `Config/init` and of this repository's own hooks.
struct NewRepository {
    /// Where changes are checked, beside the hooks.
    enum Service: String, CaseIterable {
        case github, gitlab, none
    }

    struct File {
        /// Below the repository's root.
        let path: String
        let text: String
    }

    let version: String
    let service: Service
    /// The address that Footing is cloned from; nil where `footing` is on the `PATH`, and a variable tells CI.
    let source: String?

    var files: [File] {
        var files = [
            File(path: "Config/footing.yml", text: template("footing.yml")),
            File(path: ".pre-commit-config.yaml", text: hooks),
        ]
        switch service {
        case .github: files.append(File(path: ".github/workflows/footing.yml", text: workflow))
        case .gitlab: files.append(File(path: ".gitlab-ci.yml", text: pipeline))
        case .none: break
        }
        return files
    }

    /// Whether an address is one that git clones from and that means nothing else in YAML or a shell.
    static func isAddress(_ text: String) -> Bool {
        text.wholeMatch(of: /(https|ssh):\/\/[\w.~:\/@+\-]+|\w[\w.\-]*@[\w.\-]+:[\w.~\/+\-]+/.asciiOnlyWordCharacters()) != nil
    }

    private func template(_ name: String) -> String {
        String(decoding: EmbeddedConfig.bytes("init/" + name), as: UTF8.self).replacing("@VERSION@", with: version)
    }

    private var workflow: String {
        guard let source else { return template("github.yml") }
        return template("github.yml").replacing("${{ vars.FOOTING_REPOSITORY }}", with: source)
    }

    private var pipeline: String {
        let text = template("gitlab.yml")
        guard let source else { return text }
        let variable = "  variables:\n"
        return text.replacing(variable, with: variable + "    FOOTING_REPOSITORY: \(source)\n")
    }

    /// The hooks of Footing's repository where they can be had from it, or else those for the program on the `PATH`.
    private var hooks: String {
        let entries = template("hooks.yaml").split(separator: "\n\n").filter { $0.hasPrefix("- id: ") }
        let head =
            "# footing check mends what it can, footing format settles the style, and footing gate asks for the source of what changed.\n"
        if let source {
            let names = entries.compactMap { $0.split(separator: "\n").first }.filter { !$0.hasSuffix(Self.twin) }
            return head + "repos:\n  - repo: \(source)\n    rev: v\(version)\n    hooks:\n"
                + names.map { "      \($0)\n" }.joined()
        }
        let twins = entries.filter { $0.split(separator: "\n").first?.hasSuffix(Self.twin) == true }
        let lines = twins.joined(separator: "\n").split(separator: "\n").map { $0.replacing(Self.twin, with: "") }
        return head + "repos:\n  - repo: local\n    hooks:\n" + lines.map { "      \($0)\n" }.joined()
    }

    private static let twin = "-system"
}
