import Linting
import ProfileSyntax

/// Findings for people: the message, the place, the line with carets, every label, and the ways out.
package struct TextReport: Sendable {
    private let paint: Paint
    /// Columns that an excerpt may take.
    private static let width = 100

    package init(color: Bool) { paint = Paint(isOn: color) }

    /// The report of a run whose findings have been made text.
    static func text(_ run: RunReport) -> String {
        let excerpts = run.files.flatMap(\.excerpts)
        return (run.limit.map { excerpts.prefix($0) } ?? excerpts[...]).joined() + run.closing
    }

    /// The text of one file's findings.
    package func text(_ findings: [Finding], _ bytes: [UInt8], path: String) -> String {
        excerpts(findings, bytes, LineTable(bytes), path: path).joined()
    }

    /// The text of each finding of one file.
    package func excerpts(_ findings: [Finding], _ bytes: [UInt8], _ lines: LineTable, path: String) -> [String] {
        var finder = PositionFinder(bytes, lines)
        let path = path.onOneLine
        return findings.map { finding in
            var page = TextPage()
            let position = finder.position(at: finding.range.lowerBound)
            page.add(paint.severity(finding.severity), paint.bold("[\(finding.rule)]: \(finding.message.onOneLine)"), "\n")
            let places = [finding.range] + finding.labels.map(\.range)
            let gutter = places.map { String(lines.line(at: $0.lowerBound) + 1).utf8.count }.max() ?? 1
            page.add(.space, gutter)
            page.add(paint.faint("-->"), " ", path, ":\(position.line):\(position.column)\n")
            page.add(.space, gutter + 1)
            page.add(paint.faint("|"), "\n")
            addExcerpt(finding.range, "", UInt8(ascii: "^"), bytes, lines, gutter, to: &page)
            for label in finding.labels {
                addExcerpt(label.range, label.message.onOneLine, UInt8(ascii: "-"), bytes, lines, gutter, to: &page)
            }
            for evidence in finding.evidence {
                page.add(.space, gutter + 1)
                page.add(paint.faint("="), " read: ", evidence.onOneLine, "\n")
            }
            for fix in finding.fixes {
                page.add(.space, gutter + 1)
                page.add(paint.faint("="), " ", paint.green("fix"), " (\(fix.applicability.rawValue)): ")
                page.add(fix.title.onOneLine, "\n")
            }
            page.add("\n")
            return page.text
        }
    }

    /// Adds the line of a range, cut to the width around it, and the signs that point at the range.
    private func addExcerpt(
        _ range: Range<Int>, _ message: String, _ sign: UInt8, _ bytes: [UInt8], _ lines: LineTable, _ gutter: Int,
        to page: inout TextPage
    ) {
        let number = lines.line(at: min(range.lowerBound, max(bytes.count - 1, 0)))
        let line = bytes.trimmedEnd(lines.range(number))
        let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
        let end = min(max(range.upperBound, start), line.upperBound)

        // Only as much of a long line is looked at as can be shown.
        let reach = Self.width + 1
        let marked = LinePiece(bytes, start..<end, first: reach).cut(to: Self.width, keepingEnd: false)
        let behind = LinePiece(bytes, end..<line.upperBound, first: reach)
        let ahead = LinePiece(bytes, line.lowerBound..<start, last: reach)
        let rest = max(Self.width - marked.columns, 30)
        let before = ahead.cut(to: rest - min(behind.columns, rest / 3), keepingEnd: true)
        let after = behind.cut(to: rest - before.columns, keepingEnd: false)

        let label = String(number + 1)
        page.add(.space, gutter - label.utf8.count)
        page.add(paint.faint("\(label) |"), " ")
        for piece in [before, marked, after] { page.add(piece) }
        page.add("\n")
        page.add(.space, gutter + 1)
        page.add(paint.faint("|"), " ")
        page.add(.space, before.columns)
        page.add(paint.start(sign == UInt8(ascii: "^") ? Paint.red : Paint.blue))
        page.add(sign, max(marked.columns, 1))
        page.add(paint.end)
        if !message.isEmpty { page.add(" ", message) }
        page.add("\n")
    }
}

/// A text that is put together of many small ones.
private struct TextPage {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1024) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ first: String, _ second: String = "", _ third: String = "", _ fourth: String = "") {
        bytes += first.utf8
        if !second.isEmpty { bytes += second.utf8 }
        if !third.isEmpty { bytes += third.utf8 }
        if !fourth.isEmpty { bytes += fourth.utf8 }
    }

    mutating func add(_ piece: LinePiece) { bytes += piece.bytes }

    /// Adds a sign some times.
    mutating func add(_ sign: UInt8, _ times: Int) { bytes += repeatElement(sign, count: max(times, 0)) }
}

/// Colours for a terminal.
package struct Paint: Sendable {
    let isOn: Bool

    static let (red, blue) = ("1;31", "34")

    /// What starts and ends a colour.
    func start(_ code: String) -> String { isOn ? "\u{1B}[\(code)m" : "" }
    var end: String { isOn ? "\u{1B}[0m" : "" }

    func bold(_ text: String) -> String { painted(text, "1") }
    func faint(_ text: String) -> String { painted(text, "2") }
    func green(_ text: String) -> String { painted(text, "32") }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: painted("error", Self.red)
        case .warning: painted("warning", "1;33")
        case .advice: painted("advice", "1;36")
        }
    }

    /// A text without its colours.
    package static func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

    private func painted(_ text: String, _ code: String) -> String { isOn ? start(code) + text + end : text }
}

extension [UInt8] {
    /// A line without its line end.
    fileprivate func trimmedEnd(_ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        while end > line.lowerBound, self[end - 1] == .newline || self[end - 1] == .carriageReturn { end -= 1 }
        return line.lowerBound..<end
    }
}
