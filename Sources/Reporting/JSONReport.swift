import FoundationEssentials
import Linting
import ProfileSyntax

/// Findings as an array of JSON objects.
///
/// Lines and columns count from one, columns in characters; `offset` is in UTF-8 bytes from the file's start and `utf16` the
/// column in UTF-16 code units, counted from one. Ends are exclusive. Keys are never renamed or removed; new ones may come.
package enum JSONReport {
    package struct Place: Encodable, Sendable {
        let line: Int
        let column: Int
        let offset: Int
        let utf16: Int

        init(_ position: Position) {
            line = position.line
            column = position.column
            offset = position.offset
            utf16 = position.utf16Column
        }
    }

    package struct Label: Encodable, Sendable {
        let message: String
        let start: Place
        let end: Place
    }

    package struct Edit: Encodable, Sendable {
        let start: Place
        let end: Place
        let replacement: String
    }

    package struct Fix: Encodable, Sendable {
        let title: String
        let applicability: String
        let edits: [Edit]
    }

    package struct Entry: Encodable, Sendable {
        let rule: String
        let group: String
        let severity: String
        let message: String
        let path: String
        let start: Place
        let end: Place
        let labels: [Label]
        let fixes: [Fix]
        let evidence: [String]
    }

    /// The entries of one file's findings.
    package static func entries(_ findings: [Finding], _ bytes: [UInt8], path: String) -> [Entry] {
        let places = Places(findings, bytes)
        return findings.map { finding in
            Entry(
                rule: finding.rule, group: finding.group.rawValue, severity: finding.severity.rawValue, message: finding.message,
                path: path, start: places[finding.range.lowerBound], end: places[finding.range.upperBound],
                labels: finding.labels.map {
                    Label(message: $0.message, start: places[$0.range.lowerBound], end: places[$0.range.upperBound])
                },
                fixes: finding.fixes.map { fix in
                    Fix(
                        title: fix.title, applicability: fix.applicability.rawValue,
                        edits: fix.edits.map {
                            Edit(
                                start: places[$0.range.lowerBound], end: places[$0.range.upperBound], replacement: $0.replacement)
                        })
                },
                evidence: finding.evidence)
        }
    }

    /// The text of an array of entries, with a final newline.
    package static func text(_ entries: [Entry]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entries), as: UTF8.self) + "\n"
    }

    /// All places that findings name, found in one pass over the text.
    private struct Places {
        private var known: [Int: Place] = [:]

        init(_ findings: [Finding], _ bytes: [UInt8]) {
            var offsets: Set<Int> = []
            func add(_ range: Range<Int>) {
                offsets.insert(range.lowerBound)
                offsets.insert(range.upperBound)
            }
            for finding in findings {
                add(finding.range)
                for label in finding.labels { add(label.range) }
                for fix in finding.fixes { for edit in fix.edits { add(edit.range) } }
            }
            var finder = PositionFinder(bytes, LineTable(bytes))
            for offset in offsets.sorted() { known[offset] = Place(finder.position(at: offset)) }
        }

        subscript(_ offset: Int) -> Place { known[offset] ?? Place(.start) }
    }
}
