import ProfileFacts
import ProfileSyntax

/// Makes a profile of a published text: a title line, a topic line, `Last updated: …`, headings as bare lines, `[n]` markers, and
/// the notes at the end.
package struct Importer {
    /// Why a text cannot be imported, at a line counted from one.
    package struct Problem: Error, Equatable {
        package let line: Int
        package let message: String
    }

    private enum Line {
        case heading(String, level: Int)
        case bullet(String, depth: Int)
        case note(String)
        /// Another paragraph of the note above.
        case noteContinuation(String)
        case paragraph(String)
    }

    private let topic: Topic
    private let country: String
    private let lastUpdated: CalendarDate
    private let body: [Line]

    /// Reads a published text. Throws ``Problem`` where it lacks its first three lines.
    package init(_ bytes: [UInt8]) throws(Problem) {
        if let wrong = Profile(parsing: bytes).oddities.first(where: { $0.kind == .invalidUTF8 }) {
            throw Problem(
                line: LineTable(bytes).line(at: wrong.range.lowerBound) + 1, message: "This is not UTF-8. Save the text as UTF-8."
            )
        }
        let start = bytes.has("\u{FEFF}", at: 0) ? 3 : 0
        let lines = bytes.text(start..<bytes.count).split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        var written = lines.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }.map { ($0.offset + 1, $0.element) }[
            ...]
        func trimmed(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

        guard let (titleLine, title) = written.popFirst() else { throw Problem(line: 1, message: "The text is empty.") }
        country = trimmed(title)
        let (topicLine, name) = written.popFirst() ?? (titleLine, "")
        guard let topic = Topic.known.first(where: { $0.title.lowercased() == trimmed(name).lowercased() }) else {
            let known = Topic.known.map(\.title).joined(separator: " or ")
            throw Problem(line: topicLine, message: "The line below the title names the topic: \(known).")
        }
        self.topic = topic
        let label = "last updated:"
        guard let (updatedLine, updated) = written.popFirst(), trimmed(updated).lowercased().hasPrefix(label) else {
            throw Problem(line: topicLine + 1, message: "After the topic comes a line such as “Last updated: 28 September 2022”.")
        }
        let day = String(trimmed(updated).dropFirst(label.count))
        guard let date = CalendarDate(prose: day) else {
            throw Problem(
                line: updatedLine,
                message: "“\(day.drop { $0 == " " })” is no day. Write it as in “Last updated: 28 September 2022”.")
        }
        lastUpdated = date

        let texts = written.map(\.1)
        let notesStart = Self.notesStart(texts)
        body = texts.enumerated().map { index, line in
            Self.read(line, isAmongNotes: index >= notesStart, next: index + 1 < texts.count ? texts[index + 1] : nil, topic)
        }
    }

    /// The file's name below its topic's folder.
    package var fileName: String { CountryFileName.of(country) + ".md" }

    /// The name of the topic's folder.
    package var folder: String { topic.name }

    // MARK: - Lines

    /// The first of the lines at the end that start with notes.
    private static func notesStart(_ lines: [String]) -> Int {
        lines.firstIndex { isNote($0) } ?? lines.count
    }

    private static func isNote(_ line: String) -> Bool {
        guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return false }
        let digits = line[line.index(after: line.startIndex)..<close]
        let after = line[line.index(after: close)...]
        return !digits.isEmpty && digits.count <= 4 && digits.allSatisfy { $0.isASCII && $0.isNumber }
            && (after.isEmpty || after.hasPrefix(" "))
    }

    private static func read(_ line: String, isAmongNotes: Bool, next: String?, _ topic: Topic) -> Line {
        let indent = line.prefix { $0 == " " || $0 == "\t" }.count
        let text = String(line.drop { $0.isWhitespace })
        if isAmongNotes { return isNote(line) ? .note(text) : .noteContinuation(text) }
        for bullet in ["•", "◦", "▪", "·", "–"] where text.hasPrefix(bullet + " ") || text.hasPrefix(bullet + "\t") {
            return .bullet(String(text.dropFirst().drop { $0.isWhitespace }), depth: max(0, (indent - 2) / 2))
        }
        if let level = headingLevel(text, indent, next, topic) { return .heading(text, level: level) }
        return .paragraph(text)
    }

    /// A heading is a line that the topic knows as one, or a short line without a full stop before a text.
    private static func headingLevel(_ text: String, _ indent: Int, _ next: String?, _ topic: Topic) -> Int? {
        let known = topic.sections.map(\.heading)
        if known.contains(text) { return 2 }
        guard indent == 0, text.count <= 80, let last = text.last, last.isLetter || last.isNumber || last == ")",
            text.first?.isUppercase == true,
            let next, next.count > text.count, !isNote(next)
        else { return nil }
        return NearestName.of(text, among: known) == nil ? 3 : 2
    }

    // MARK: - The profile

    /// The profile's text.
    package func profile() -> [UInt8] {
        Array(frontMatter().utf8) + markdownBody()
    }

    private func frontMatter() -> String {
        """
        ---
        topic: \(topic.name)
        country: \(Self.yaml(country))
        last_updated: \(lastUpdated.iso)
        ---


        """
    }

    /// A text as a YAML scalar: plain where that is read back as it is.
    private static func yaml(_ text: String) -> String {
        let plain = text.first?.isLetter == true && !text.contains { ":#\"\\[]{},".contains($0) }
        return plain
            ? text
            : "\""
                + text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
                .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }

    private func markdownBody() -> [UInt8] {
        var text = ""
        var isInList = false
        for line in body {
            switch line {
            case .bullet(let words, let depth):
                if !isInList, !text.isEmpty { text += "\n" }
                text += String(repeating: "  ", count: depth) + "- " + words + "\n"
                isInList = true
                continue
            case .heading(let words, let level):
                text += separator(text) + String(repeating: "#", count: level) + " " + words + "\n"
            case .note(let words): text += separator(text) + words + "\n"
            case .noteContinuation(let words): text += separator(text) + "    " + words + "\n"
            case .paragraph(let words): text += separator(text) + Self.escapedStart(words) + "\n"
            }
            isInList = false
        }
        return Self.withMarkdownFootnotes(Array(text.utf8))
    }

    private func separator(_ text: String) -> String { text.isEmpty ? "" : "\n" }

    /// A paragraph whose first sign would make it something else in Markdown gets a backslash before that sign.
    private static func escapedStart(_ text: String) -> String {
        let block = Profile(parsing: Array(text.utf8)).blocks.first
        switch block?.kind {
        case .paragraph?, .note?, nil: return text
        case .list(ordered: true)?:
            let digits = text.prefix { $0.isNumber }
            return digits + "\\" + text.dropFirst(digits.count)
        default: return "\\" + text
        }
    }

    /// Turns the footnotes of the published form into `[^n]`, and takes from the other signs what meaning Markdown would give them.
    private static func withMarkdownFootnotes(_ bytes: [UInt8]) -> [UInt8] {
        let profile = Profile(parsing: bytes)
        var edits: [Edit] = []
        for block in profile.blocks {
            if let label = block.label, let number = label.number {
                edits.append(Edit(label.range, FootnoteForm.markdown.label(number)))
            }
            for inline in profile.inlines(of: block) {
                switch inline.kind {
                case .marker(let number?, nil) where profile.footnoteForm == .bracket:
                    edits.append(Edit(inline.range, FootnoteForm.markdown.marker(number)))
                case .emphasis, .strong, .code, .htmlTag, .comment, .link, .image:
                    edits.append(.insert("\\", at: inline.range.lowerBound))
                default: continue
                }
            }
        }
        return bytes.applying(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    // MARK: - Updating

    /// Brings a profile up to date with the published text. What a page does not carry stays as the profile has it: other
    /// front matter, comments, and the markup of every block whose text is the same.
    package func update(_ old: [UInt8]) -> [UInt8] {
        let before = Profile(parsing: old)
        let after = Profile(parsing: profile())
        let front = before.frontMatter?.root == nil ? Array(after.bytes[..<after.bodyStart]) : updatedFrontMatter(before)
        return front + ProfileMerge.body(of: before, updatedBy: after)
    }

    private func updatedFrontMatter(_ profile: Profile) -> [UInt8] {
        guard let front = profile.frontMatter, let root = front.root else { return [] }
        var edits: [Edit] = []
        var missing = ""
        func set(_ key: String, _ value: String, unless isSame: (String) -> Bool) {
            guard let node = root[key] else { return missing += "\(key): \(value)\n" }
            if let text = node.scalar, !isSame(text) { edits.append(Edit(node.range, node.range.isEmpty ? " " + value : value)) }
        }
        set("topic", topic.name) { $0 == topic.name }
        set("country", Self.yaml(country)) { name in
            name == country
                || StateReference.named(name)?.names.contains { CountryFileName.of($0) == CountryFileName.of(country) } == true
        }
        set("last_updated", lastUpdated.iso) { $0 == lastUpdated.iso }
        edits.append(.insert(missing, at: front.content.upperBound))
        return Array(profile.bytes[..<profile.bodyStart]).applying(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
}
