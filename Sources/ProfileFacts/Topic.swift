import ProfileSyntax

/// What a profile of one topic is made of, as `Config/topics/<topic>.yml` says.
package struct Topic: Sendable {
    /// A field of the front matter.
    package struct Field: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case topic, country, iso3, day, date, status, fields, figures
        }
        package let name: String
        package let kind: Kind
        package let isRequired: Bool
        /// The fields of a mapping.
        package let fields: [Field]
    }

    package struct Section: Sendable {
        package let heading: String
        package let isRequired: Bool
        /// The headings of sections that it comes after.
        package let follows: [String]
    }

    /// The topic's name in a path, such as `mine-ban-policy`.
    package let name: String
    /// The topic's line in a published profile, such as `Mine Ban Policy`.
    package let title: String
    package let fields: [Field]
    package let sections: [Section]

    /// The topics that the program knows.
    package static let known: [Topic] = ["mine-ban-policy"].compactMap { Topic(yaml: EmbeddedConfig.bytes("topics/\($0).yml")) }

    package static func named(_ name: String) -> Topic? { known.first { $0.name == name } }

    /// The fields that every topic has.
    package static let common: [Field] = [
        Field(name: "topic", kind: .topic, isRequired: true, fields: []),
        Field(name: "country", kind: .country, isRequired: true, fields: []),
        Field(name: "last_updated", kind: .day, isRequired: true, fields: []),
    ]

    /// Reads a topic's file; nil where it does not have the form that the files in `Config/topics` have.
    package init?(yaml bytes: [UInt8]) {
        var reader = YAMLReader(bytes, 0..<bytes.count)
        guard let root = reader.read(), let name = root["topic"]?.scalar, let title = root["title"]?.scalar,
            let fields = root["fields"].flatMap(Self.fields), let sections = root["sections"].map(Self.items)
        else { return nil }
        self.name = name
        self.title = title
        self.fields = fields
        self.sections = sections.compactMap { section in
            section["heading"]?.scalar.map {
                Section(
                    heading: $0, isRequired: section["required"]?.scalar == "true",
                    follows: section["follows"].map(Self.items)?.compactMap(\.scalar) ?? [])
            }
        }
    }

    /// One value or a list of them.
    private static func items(_ node: YAMLNode) -> [YAMLNode] { node.items ?? [node] }

    private static func fields(_ node: YAMLNode) -> [Field]? {
        node.entries?.compactMap { entry in
            guard let kind = entry.value["type"]?.scalar.flatMap(Field.Kind.init) else { return nil }
            return Field(
                name: entry.name, kind: kind, isRequired: entry.value["required"]?.scalar == "true",
                fields: entry.value["fields"].flatMap(fields) ?? [])
        }
    }
}
