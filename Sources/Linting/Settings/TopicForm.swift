import ProfileFacts

/// What may stand in a topic's file, said once: the reader checks by it, and the JSON Schema is made of it.
package enum TopicForm {
    package static let fields: [SettingsForm.Field] = [
        .init(
            "topic", .text, "The topic's name, as profiles give it in their front matter, such as mine-ban-policy.",
            isRequired: true),
        .init("title", .text, "The topic's line in a published profile, such as Mine Ban Policy.", isRequired: true),
        .init("fields", .names(field), "The keys of the front matter, in their order.", isRequired: true),
        .init("sections", .list(section), "The sections of a profile.", isRequired: true),
    ]

    private static let field: SettingsForm.Value = .named("field") {
        .record([
            .init(
                "type", .choice(Topic.Field.Kind.allCases.map(\.rawValue)),
                "What stands there: a day is YYYY-MM-DD, a date also YYYY-MM or YYYY; fields are keys of its own.",
                isRequired: true),
            .init("required", .boolean, "Whether every profile has it."),
            .init("fields", .names(field), "The keys of its own that a key of type fields has."),
        ])
    }

    private static let section: SettingsForm.Value = .record([
        .init("heading", .text, "The words of the heading.", isRequired: true),
        .init("required", .boolean, "Whether every profile has it."),
        .init("follows", .list(.text), "The headings that it comes after where both are there."),
    ])
}
