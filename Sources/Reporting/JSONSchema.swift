import FoundationEssentials
import Linting
import ProfileFacts

/// JSON Schemas (draft 7), made of the types that the readers check by.
package indirect enum JSONSchema: Encodable, Sendable {
    case object([String: JSONSchema])
    case array([JSONSchema])
    case string(String)
    case number(Int)
    case boolean(Bool)

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .boolean(let value): try container.encode(value)
        }
    }

    /// The schema as a file has it, with a final line end.
    package func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    // MARK: - Pieces

    private static func type(_ name: String) -> JSONSchema { .object(["type": .string(name)]) }
    private static func any(_ choices: JSONSchema...) -> JSONSchema { .object(["anyOf": .array(choices)]) }
    private static func pattern(_ text: String) -> JSONSchema { .object(["type": .string("string"), "pattern": .string(text)]) }
    private static func choice(_ names: [String]) -> JSONSchema { .object(["enum": .array(names.map { .string($0) })]) }
    private static let text = JSONSchema.object(["type": .string("string"), "minLength": .number(1)])
    private static let count = JSONSchema.object(["type": .string("integer"), "minimum": .number(1)])
    private static func list(_ items: JSONSchema) -> JSONSchema { .object(["type": .string("array"), "items": items]) }
    private static func reference(_ name: String) -> JSONSchema { .object(["$ref": .string("#/definitions/" + name)]) }

    /// A mapping of known keys.
    private static func record(_ properties: [String: JSONSchema], required: [String] = []) -> JSONSchema {
        var members: [String: JSONSchema] = [
            "type": .string("object"), "additionalProperties": .boolean(false), "properties": .object(properties),
        ]
        if !required.isEmpty { members["required"] = .array(required.sorted().map { .string($0) }) }
        return .object(members)
    }

    /// A mapping of keys that the writer names.
    private static func mapping(_ value: JSONSchema) -> JSONSchema {
        .object(["type": .string("object"), "additionalProperties": value])
    }

    private func with(_ members: [String: JSONSchema]) -> JSONSchema {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { _, new in new })
    }

    private func root(_ title: String, _ definitions: [String: JSONSchema] = [:]) -> JSONSchema {
        var members: [String: JSONSchema] = [
            "$schema": .string("http://json-schema.org/draft-07/schema#"), "title": .string(title),
        ]
        if !definitions.isEmpty { members["definitions"] = .object(definitions) }
        return with(members)
    }

    // MARK: - Settings

    /// What may stand in `Config/footing.yml`.
    package static var settings: JSONSchema {
        var definitions: [String: JSONSchema] = [:]
        return record(SettingsForm.fields, &definitions).root("Settings of Footing", definitions)
    }

    private static func record(_ fields: [SettingsForm.Field], _ definitions: inout [String: JSONSchema]) -> JSONSchema {
        var properties: [String: JSONSchema] = [:]
        for field in fields {
            properties[field.name] = value(field.value, &definitions).with(["description": .string(field.summary)])
        }
        return record(properties)
    }

    private static func value(_ value: SettingsForm.Value, _ definitions: inout [String: JSONSchema]) -> JSONSchema {
        switch value {
        case .text: return text
        case .boolean: return type("boolean")
        case .choice(let names): return choice(names)
        case .list(let item):
            let item = Self.value(item, &definitions)
            return any(item, list(item))
        case .rules(let setting):
            definitions["rule"] = Self.value(setting, &definitions)
            definitions["rules"] = record(ruleNames)
            return .object(["allOf": .array([reference("rules")])])
        case .record(let fields): return record(fields, &definitions)
        case .either(let plain, let mapping): return any(Self.value(plain, &definitions), Self.value(mapping, &definitions))
        }
    }

    private static var ruleNames: [String: JSONSchema] {
        var names: [String: JSONSchema] = [:]
        for group in RuleGroup.allCases { names[group.rawValue] = ruleName("All rules of the group \(group.rawValue).") }
        for rule in Catalogue.rules { names[rule.about.name] = ruleName(rule.about.summary) }
        return names
    }

    /// In draft 7 what stands beside a reference is not read.
    private static func ruleName(_ description: String) -> JSONSchema {
        .object(["allOf": .array([reference("rule")]), "description": .string(description)])
    }

    // MARK: - Front matter

    /// What may stand in the front matter of profiles of some topics.
    package static func frontMatter(_ topics: [Topic]) -> JSONSchema {
        let choices = topics.map { topic in fields(topic.fields, topic) }
        let schema = choices.count == 1 ? choices[0] : JSONSchema.object(["anyOf": .array(choices)])
        return schema.root("Front matter of a profile", ["figure": figure])
    }

    private static func fields(_ fields: [Topic.Field], _ topic: Topic) -> JSONSchema {
        var properties: [String: JSONSchema] = [:]
        for field in fields { properties[field.name] = value(field, topic) }
        return record(properties, required: fields.filter(\.isRequired).map(\.name))
    }

    private static func value(_ field: Topic.Field, _ topic: Topic) -> JSONSchema {
        switch field.kind {
        case .topic: choice([topic.name])
        // Areas and new states have profiles too.
        case .country: any(choice(StateReference.all.map(\.name).sorted()), text)
        case .iso3: any(choice(StateReference.all.map(\.iso3).sorted()), pattern("^[A-Z]{3}$"))
        case .day: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .date: date
        case .status: choice(TreatyStatus.allCases.map(\.rawValue))
        case .fields: fields(field.fields, topic)
        case .figures: mapping(reference("figure"))
        }
    }

    /// A year alone is a number to YAML.
    private static let date = any(
        pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        .object(["type": .string("integer"), "minimum": .number(1000), "maximum": .number(9999)]))

    private static var figure: JSONSchema {
        var properties: [String: JSONSchema] = [:]
        for key in LedgerFigure.Key.allCases {
            properties[key.rawValue] =
                switch key {
                case .unit: text
                case .asOf: date
                case .approximate: type("boolean")
                case .total: type("number")
                case .parts: any(mapping(type("number")), list(text))
                case .note: count
                }
        }
        return record(properties, required: [LedgerFigure.Key.total.rawValue])
    }
}
