import Linting
import ProfileFacts

/// JSON Schemas (draft 7), made of the types that the readers check by and that the reports are written from.
package enum JSONSchema {
    // MARK: - Pieces

    static func type(_ name: String) -> JSONValue { .object(["type": .string(name)]) }
    private static func any(_ choices: JSONValue...) -> JSONValue { .object(["anyOf": .array(choices)]) }
    static func pattern(_ text: String) -> JSONValue { .object(["type": .string("string"), "pattern": .string(text)]) }
    static func choice(_ names: [String]) -> JSONValue { .object(["enum": .array(names.map { .string($0) })]) }
    static let text = JSONValue.object(["type": .string("string"), "minLength": .number(1)])
    static let count = JSONValue.object(["type": .string("integer"), "minimum": .number(1)])
    static func list(_ items: JSONValue) -> JSONValue { .object(["type": .string("array"), "items": items]) }
    static func reference(_ name: String) -> JSONValue { .object(["$ref": .string("#/definitions/" + name)]) }

    /// A mapping of known keys.
    private static func record(_ properties: [String: JSONValue], required: [String] = []) -> JSONValue {
        var members: [String: JSONValue] = [
            "type": .string("object"), "additionalProperties": .boolean(false), "properties": .object(properties),
        ]
        if !required.isEmpty { members["required"] = .array(required.sorted().map { .string($0) }) }
        return .object(members)
    }

    /// A mapping of keys that the writer names.
    private static func mapping(_ value: JSONValue) -> JSONValue {
        .object(["type": .string("object"), "additionalProperties": value])
    }

    // MARK: - Settings and topics

    /// What may stand in a topic's file.
    package static var topic: JSONValue {
        var definitions: [String: JSONValue] = [:]
        return record(TopicForm.fields, &definitions).root("A topic of Footing", definitions)
    }

    /// What may stand in `Config/footing.yml`.
    package static var settings: JSONValue {
        var definitions: [String: JSONValue] = [:]
        return record(SettingsForm.fields, &definitions).root("Settings of Footing", definitions)
    }

    private static func record(_ fields: [SettingsForm.Field], _ definitions: inout [String: JSONValue]) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in fields {
            properties[field.name] = value(field.value, &definitions).with(["description": .string(field.summary)])
        }
        return record(properties, required: fields.filter(\.isRequired).map(\.name))
    }

    private static func value(_ value: SettingsForm.Value, _ definitions: inout [String: JSONValue]) -> JSONValue {
        switch value {
        case .text: return text
        case .boolean: return type("boolean")
        case .version: return any(type("number"), pattern("^[0-9]+([.][0-9]+)*$"))
        case .pattern: return pathPattern
        case .choice(let names): return choice(names)
        case .list(let item):
            let item = Self.value(item, &definitions)
            return any(item, list(item))
        case .some(let item):
            let item = Self.value(item, &definitions)
            return any(item, list(item).with(["minItems": .number(1)]))
        case .rules(let setting):
            definitions["rule"] = Self.value(setting, &definitions)
            definitions["rules"] = record(ruleNames)
            return .object(["allOf": .array([reference("rules")])])
        case .record(let fields): return record(fields, &definitions)
        case .names(let value): return mapping(Self.value(value, &definitions))
        case .named(let name, let form):
            // It may stand in itself, so that its name has to be there before it is.
            if definitions[name] == nil {
                definitions[name] = .object([:])
                definitions[name] = Self.value(form(), &definitions)
            }
            return .object(["allOf": .array([reference(name)])])
        case .either(let plain, let mapping): return any(Self.value(plain, &definitions), Self.value(mapping, &definitions))
        }
    }

    /// A folder's name of digits is a number to YAML.
    private static let pathPattern = JSONValue.object([
        "type": ["string", "integer"], "pattern": #"^(?!(.*/)?[.][.](/|$))[^\[\]{}!\\]*[^\[\]{}!\\/.][^\[\]{}!\\]*$"#,
    ])

    private static var ruleNames: [String: JSONValue] {
        var names: [String: JSONValue] = [:]
        for group in RuleGroup.allCases { names[group.rawValue] = ruleName("All rules of the group \(group.rawValue).") }
        for rule in Catalogue.rules { names[rule.about.name] = ruleName(rule.about.summary) }
        return names
    }

    /// In draft 7 what stands beside a reference is not read.
    private static func ruleName(_ description: String) -> JSONValue {
        .object(["allOf": .array([reference("rule")]), "description": .string(description)])
    }

    // MARK: - Front matter

    /// What may stand in the front matter of profiles of some topics.
    package static func frontMatter(_ topics: [Topic]) -> JSONValue {
        let choices = topics.map { topic in fields(topic.fields, topic) }
        let schema = choices.count == 1 ? choices[0] : JSONValue.object(["anyOf": .array(choices)])
        return schema.root("Front matter of a profile", ["figure": figure])
    }

    private static func fields(_ fields: [Topic.Field], _ topic: Topic) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in fields { properties[field.name] = value(field, topic) }
        return record(properties, required: fields.filter(\.isRequired).map(\.name))
    }

    private static func value(_ field: Topic.Field, _ topic: Topic) -> JSONValue {
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

    private static var figure: JSONValue {
        var properties: [String: JSONValue] = [:]
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

extension JSONValue {
    func with(_ members: [String: JSONValue]) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { _, new in new })
    }

    func root(_ title: String, _ definitions: [String: JSONValue] = [:]) -> JSONValue {
        var members: [String: JSONValue] = [
            "$schema": .string("http://json-schema.org/draft-07/schema#"), "title": .string(title),
        ]
        if !definitions.isEmpty { members["definitions"] = .object(definitions) }
        return with(members)
    }
}
