import Linting

/// JSON Schemas of Footing's own reports, made of the coding keys of what is encoded. Readers must pass over keys that they do not
/// know: new ones may come.
extension JSONSchema {
    /// An array of findings, as `--output-format json` prints it; a line of `jsonl` is one of them.
    package static var findings: JSONValue {
        list(reference("finding")).root(
            "Findings of Footing", ["finding": finding, "place": place, "label": label, "fix": fix, "edit": edit])
    }

    /// What `--statistics --output-format json` prints.
    package static var statistics: JSONValue {
        list(
            object(Statistics.Row.CodingKeys.self) { key in
                switch key {
                case .rule: text.saying("The rule's name, or settings, topics or reference for what is wrong in these.")
                case .severity: severity.saying("The greatest of its findings.")
                case .findings: count.saying("How many findings it has.")
                case .files: count.saying("In how many files.")
                case .safe: number.saying("How many --fix would mend.")
                case .unsafe: number.saying("How many only --unsafe-fixes would mend.")
                case .summary: type("string").saying("What the rule finds.")
                }
            }
        ).root("Findings of Footing, counted")
    }

    /// What `footing timeline --output-format json` prints.
    package static var timeline: JSONValue {
        object(TimelineReport.CodingKeys.self) { key in
            switch key {
            case .dates: list(reference("date")).saying("In their order; at the end those without days.")
            }
        }.root("Dates of a profile", ["date": date])
    }

    private static var date: JSONValue {
        object(TimelineReport.Entry.CodingKeys.self) { key in
            switch key {
            case .start:
                orNull(day).saying("The first day that it can mean; null for no day of the calendar, and without a year.")
            case .end: orNull(day).saying("The last day that it can mean; null where start is.")
            case .grain: choice(["day", "month", "year"]).saying("How exactly it is given.")
            case .what: text.saying("What it is the date of: accession, entry into force, last update …")
            case .treaty: orNull(text).saying("The treaty whose date it is.")
            case .state: orNull(text).saying("The country or state whose date it is, where that is known.")
            case .tense:
                orNull(choice(["past", "planned", "cited", "open"])).saying(
                    "How it is told; null in the front matter and in tables.")
            case .text: text.saying("As written.")
            case .line, .endLine: count.saying("Counted from 1.")
            case .column, .endColumn: count.saying("In characters as a reader sees them, counted from 1; the end is exclusive.")
            case .place: choice(TimelineReport.Place.allCases.map(\.rawValue)).saying("Where it stands.")
            case .isQuoted: type("boolean").saying("Whether it stands in a quotation, or in a title.")
            }
        }
    }

    private static let day = pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    private static func orNull(_ value: JSONValue) -> JSONValue { .object(["anyOf": .array([value, type("null")])]) }

    private static var finding: JSONValue {
        object(ReportedFinding.CodingKeys.self) { key in
            switch key {
            case .rule: text.saying("The rule's name, or settings, topics or reference for what is wrong in these.")
            case .group: choice(RuleGroup.allCases.map(\.rawValue)).saying("The rule's group.")
            case .severity: severity.saying("How bad it is.")
            case .message: text.saying("What is wrong, and the way out.")
            case .path: text.saying("The file, as it was named.")
            case .start: reference("place")
            case .end: reference("place")
            case .labels: list(reference("label")).saying("Other places that it speaks of.")
            case .fixes: list(reference("fix")).saying("Ways to mend it.")
            case .evidence: list(text).saying("What was read that led to it.")
            case .fingerprint:
                pattern("^[0-9a-f]{16}$").saying(
                    "Stays the same while text moves around the finding's block and notes are renumbered; unique in a run.")
            }
        }
    }

    private static var place: JSONValue {
        object(ReportedFinding.Place.CodingKeys.self) { key in
            switch key {
            case .line: count.saying("Counted from 1.")
            case .column: count.saying("In characters as a reader sees them, counted from 1; a byte order mark is none.")
            case .offset: number.saying("In UTF-8 bytes from the file's start, counted from 0.")
            case .utf16: count.saying("The column in UTF-16 code units, counted from 1.")
            case .utf8: count.saying("The column in UTF-8 bytes, counted from 1.")
            }
        }.saying("A place in the file. Ends are exclusive.")
    }

    private static var label: JSONValue {
        object(ReportedFinding.Label.CodingKeys.self) { key in
            switch key {
            case .message: text
            case .start, .end: reference("place")
            }
        }
    }

    private static var fix: JSONValue {
        object(ReportedFinding.Fix.CodingKeys.self) { key in
            switch key {
            case .title: text.saying("What it does, as an order.")
            case .applicability:
                choice(Applicability.allCases.map(\.rawValue)).saying(
                    "safe: --fix writes it. unsafe: it needs judgement. hint: one of several ways out, never written.")
            case .edits: list(reference("edit")).saying("All of them, or none.")
            }
        }
    }

    private static var edit: JSONValue {
        object(ReportedFinding.Edit.CodingKeys.self) { key in
            switch key {
            case .start, .end: reference("place")
            case .replacement: type("string").saying("What stands there after it; empty where text is taken away.")
            }
        }
    }

    private static let severity = choice(Severity.allCases.map(\.rawValue))
    private static let number = JSONValue.object(["type": "integer", "minimum": 0])

    private static func object<Key: CodingKey & CaseIterable>(_ keys: Key.Type, _ value: (Key) -> JSONValue) -> JSONValue {
        let properties = Key.allCases.map { ($0.stringValue, value($0)) }
        return [
            "type": "object", "properties": .object(Dictionary(properties) { _, new in new }),
            "required": .array(properties.map { .string($0.0) }),
        ]
    }
}

extension JSONValue {
    fileprivate func saying(_ description: String) -> JSONValue { with(["description": .string(description)]) }
}
