/// What may stand in `Config/footing.yml`, said once: the reader checks by it, and the JSON Schema is made of it.
package enum SettingsForm {
    /// What a value may be.
    package indirect enum Value: Sendable {
        case text, boolean
        /// Numbers with full stops between them.
        case version
        /// A pattern for paths, as ``GlobPattern`` reads it.
        case pattern
        case choice([String])
        /// One value or a list of them.
        case list(Value)
        /// The same, where a list of none would say nothing.
        case some(Value)
        /// Names of rules and groups, each with a value.
        case rules(Value)
        case record([Field])
        /// Keys that the writer names, each with a value.
        case names(Value)
        /// A form that may stand in itself, with its name in the schema.
        case named(String, @Sendable () -> Value)
        /// The first for a plain value, the second for a mapping.
        case either(Value, Value)
    }

    package struct Field: Sendable {
        package let name: String
        package let value: Value
        /// What it does, as editors show it.
        package let summary: String
        package let isRequired: Bool

        init(_ name: String, _ value: Value, _ summary: String, isRequired: Bool = false) {
            self.name = name
            self.value = value
            self.summary = summary
            self.isRequired = isRequired
        }
    }

    private static let levels = Value.choice(Settings.Level.allCases.map(\.rawValue))

    private static let ruleSettings = Value.rules(
        .either(
            levels,
            .record([
                Field("severity", levels, "Whether the rule runs, and how bad its findings are."),
                Field(
                    "fix", .choice(Settings.FixLevel.allCases.map(\.rawValue)),
                    "How far its fixes may be trusted; never takes them away."),
            ])))

    package static let fields: [Field] = [
        Field("minimum_version", .version, "The least version of Footing that may be used here, such as 0.1.0."),
        Field("extends", .text, "Another settings file, relative to this one; what is said here wins over it."),
        Field("rules", ruleSettings, "Rules and groups: off, on, or the severity of their findings."),
        Field(
            "paths",
            .list(
                .record([
                    Field(
                        "match", .some(.pattern), "Paths below the folder that holds Config, with *, ** and ?.", isRequired: true),
                    Field("rules", ruleSettings, "Rule settings for these paths; later ones win."),
                ])),
            "Rule settings for some paths."),
        Field("exclude", .list(.pattern), "Paths that are not checked, with *, ** and ?."),
        Field(
            "topics", .some(.text),
            "The topics that profiles here may have: names, and paths of topic files (.yml). All that there are, if not given."),
        Field(
            "footnotes",
            .record([
                Field(
                    "form", .choice(Settings.FormChoice.allCases.map(\.rawValue)),
                    "The form of footnotes: markdown is [^1], bracket is [1]."),
                Field("repeated", .choice(["forbidden", "allowed"]), "Whether several markers may point to one note."),
            ]),
            "How footnotes are written."),
        Field(
            "fail_on", .choice(Settings.Threshold.allCases.map(\.rawValue)), "The least severity that fails a run."),
        Field(
            "baseline",
            .record([
                Field("file", .text, "The baseline, relative to the folder that holds Config; Config/baseline.yml if not given."),
                Field("strict", .boolean, "Whether entries that are no longer found fail a run."),
            ]),
            "Findings that may stand for now."),
    ]
}
