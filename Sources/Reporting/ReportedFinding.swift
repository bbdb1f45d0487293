import Linting
import ProfileSyntax

/// A finding with its places worked out, as all reports for programs have it; encoded, it is an object of the JSON report.
///
/// Keys are never renamed or removed; new ones may come. ``JSONSchema/findings`` is made of the coding keys.
package struct ReportedFinding: Encodable, Sendable {
    /// Counted from one but for the offset; ends are exclusive. A byte order mark is no column.
    package struct Place: Encodable, Sendable {
        package enum CodingKeys: String, CodingKey, CaseIterable { case line, column, offset, utf16, utf8 }
        let line: Int
        /// In characters as a reader sees them.
        let column: Int
        /// In UTF-8 bytes from the file's start, counted from zero.
        let offset: Int
        /// In UTF-16 code units.
        let utf16: Int
        /// In UTF-8 bytes.
        let utf8: Int

        init(_ position: Position) {
            line = position.line
            column = position.column
            offset = position.offset
            utf16 = position.utf16Column
            utf8 = position.utf8Column
        }
    }

    package struct Label: Encodable, Sendable {
        package enum CodingKeys: String, CodingKey, CaseIterable { case message, start, end }
        let message: String
        let start: Place
        let end: Place
    }

    package struct Edit: Encodable, Sendable {
        package enum CodingKeys: String, CodingKey, CaseIterable { case start, end, replacement }
        let start: Place
        let end: Place
        let replacement: String
    }

    package struct Fix: Encodable, Sendable {
        package enum CodingKeys: String, CodingKey, CaseIterable { case title, applicability, edits }
        let title: String
        let applicability: String
        let edits: [Edit]
    }

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case rule, group, severity, message, path, start, end, labels, fixes, evidence, fingerprint
    }

    let rule: String
    let group: String
    let severity: String
    let message: String
    /// As the user named it.
    let path: String
    let start: Place
    let end: Place
    let labels: [Label]
    let fixes: [Fix]
    let evidence: [String]
    /// Sixteen hexadecimal digits that stay the same while text moves around the finding's block and notes are renumbered; no two
    /// findings of a run have the same.
    let fingerprint: String
    /// Whether it fails the run.
    let isFailing: Bool

    /// The findings in a text. `place` is the file's path below the repository's root, by which it is known wherever it is checked.
    package static func of(
        _ findings: [Finding], in profile: Profile, path: String, place: String, failOn: Settings.Threshold
    ) -> [ReportedFinding] {
        let places = Places(findings, profile)
        var seen: [FindingKey: Int] = [:]
        return zip(findings, FindingKey.of(findings, in: profile)).map { finding, key in
            let earlier = seen[key, default: 0]
            seen[key] = earlier + 1
            let known = [place, key.rule, StableHash.text(key.block), String(earlier)].joined(separator: "\0")
            return ReportedFinding(
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
                evidence: finding.evidence, fingerprint: StableHash.text(StableHash.of(known.utf8)),
                isFailing: failOn.isReached(by: finding.severity))
        }
    }

    /// What there is to say beside the message, a line each, for formats that have no place of their own for it.
    var details: [String] {
        labels.map { "\($0.start.line):\($0.start.column): \($0.message)" } + evidence.map { "read: \($0)" }
            + fixes.map { "fix (\($0.applicability)): \($0.title)" }
    }

    var messageWithDetails: String { ([message] + details).joined(separator: "\n") }

    /// All places that findings name, found in one pass over the text.
    private struct Places {
        private var known: [Int: Place] = [:]

        init(_ findings: [Finding], _ profile: Profile) {
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
            var finder = PositionFinder(profile.bytes, profile.lines)
            for offset in offsets.sorted() { known[offset] = Place(finder.position(at: offset)) }
        }

        subscript(_ offset: Int) -> Place { known[offset] ?? Place(.start) }
    }
}
