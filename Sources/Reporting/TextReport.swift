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
        let marked = cut(visible(bytes.text(bytes.prefix(of: start..<end, reach))), to: Self.width, keepingEnd: false)
        let behind = visible(bytes.text(bytes.prefix(of: end..<line.upperBound, reach)))
        let ahead = visible(bytes.text(bytes.suffix(of: line.lowerBound..<start, reach)))
        let columns = Width.of(marked)
        let rest = max(Self.width - columns, 30)
        let before = cut(ahead, to: rest - min(Width.of(behind), rest / 3), keepingEnd: true)
        let indent = Width.of(before)
        let after = cut(behind, to: rest - indent, keepingEnd: false)

        let label = String(number + 1)
        page.add(.space, gutter - label.utf8.count)
        page.add(paint.faint("\(label) |"), " ", before, marked)
        page.add(after, "\n")
        page.add(.space, gutter + 1)
        page.add(paint.faint("|"), " ")
        page.add(.space, indent)
        let signs = String(decoding: repeatElement(sign, count: max(columns, 1)), as: UTF8.self)
        page.add(sign == UInt8(ascii: "^") ? paint.red(signs) : paint.blue(signs))
        if !message.isEmpty { page.add(" ", message) }
        page.add("\n")
    }

    /// A text without what would break a line or hide in it.
    private func visible(_ text: String) -> String {
        guard text.hasHidden else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isHidden ? " " : $0 }))
    }

    private func cut(_ text: String, to width: Int, keepingEnd: Bool) -> String {
        guard text.utf8.count > width else { return text }
        if let columns = Width.ofNarrow(text) {
            let kept = max(width - 1, 0)
            guard columns > width else { return text }
            if columns == text.utf8.count {
                let shown = keepingEnd ? text.utf8.suffix(kept) : text.utf8.prefix(kept)
                return keepingEnd ? "…" + Substring(shown) : Substring(shown) + "…"
            }
            let scalars = text.unicodeScalars
            return keepingEnd ? "…" + String(scalars.suffix(kept)) : String(scalars.prefix(kept)) + "…"
        }
        guard Width.of(text) > width else { return text }
        var used = 1
        func fits(_ character: Character) -> Bool {
            used += Width.of(character)
            return used <= width
        }
        if !keepingEnd { return text.prefix(while: fits) + "…" }
        var start = text.endIndex
        while start > text.startIndex {
            let before = text.index(before: start)
            guard fits(text[before]) else { break }
            start = before
        }
        return "…" + text[start...]
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

    /// Adds a sign some times.
    mutating func add(_ sign: UInt8, _ times: Int) { bytes += repeatElement(sign, count: max(times, 0)) }
}

/// How many columns a text takes on a terminal.
package enum Width {
    package static func of(_ text: String) -> Int {
        ofNarrow(text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// The columns of a text of letters of Latin script and typographic signs, of which each is a character and a column; nil for any
    /// other.
    static func ofNarrow(_ text: String) -> Int? {
        if text.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy { $0 &- 0x20 < 0x5F } }) == true { return text.utf8.count }
        var columns = 0
        for scalar in text.unicodeScalars {
            guard isNarrow(scalar) else { return nil }
            columns += 1
        }
        return columns
    }

    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x24F, 0x2010...0x2027: true
        default: false
        }
    }

    package static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x20...0x7E: return 1
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }
}

/// Colours for a terminal.
package struct Paint: Sendable {
    let isOn: Bool

    func bold(_ text: String) -> String { painted(text, "1") }
    func faint(_ text: String) -> String { painted(text, "2") }
    func red(_ text: String) -> String { painted(text, "1;31") }
    func green(_ text: String) -> String { painted(text, "32") }
    func blue(_ text: String) -> String { painted(text, "34") }

    func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: painted("error", "1;31")
        case .warning: painted("warning", "1;33")
        case .advice: painted("advice", "1;36")
        }
    }

    /// A text without its colours.
    package static func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

    private func painted(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

extension [UInt8] {
    /// A line without its line end.
    fileprivate func trimmedEnd(_ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        while end > line.lowerBound, self[end - 1] == .newline || self[end - 1] == .carriageReturn { end -= 1 }
        return line.lowerBound..<end
    }

    /// The first characters of a range; signs that are set above or below another do not count.
    fileprivate func prefix(of range: Range<Int>, _ characters: Int) -> Range<Int> {
        var (end, left) = (range.lowerBound, characters)
        while end < range.upperBound, left > 0 || !startsCharacter(end) {
            if startsCharacter(end) { left -= 1 }
            end += 1
        }
        return range.lowerBound..<end
    }

    /// The last characters of a range.
    fileprivate func suffix(of range: Range<Int>, _ characters: Int) -> Range<Int> {
        var (start, left) = (range.upperBound, characters)
        while start > range.lowerBound, left > 0 {
            start -= 1
            if startsCharacter(start) { left -= 1 }
        }
        return start..<range.upperBound
    }

    /// Whether a character that takes a column may start at an offset: none of the combining marks U+0300 to U+036F.
    private func startsCharacter(_ offset: Int) -> Bool {
        !self[offset].isContinuation && self[offset] != 0xCC
            && !(self[offset] == 0xCD && offset + 1 < count && self[offset + 1] < 0xB0)
    }
}
