import ProfileFacts
import ProfileSyntax

/// Makes a profile of a published text: a title line, a topic line, `Last updated: …`, headings as bare lines, `[n]` markers, and
/// the notes at the end – or of what pandoc makes of a word processor's file, which opens with the same three lines.
package struct Importer {
    /// What a profile is made of.
    package enum Source: String, CaseIterable, Sendable {
        /// A published text.
        case text
        /// What `pandoc -t markdown` writes.
        case markdown
    }

    /// Why a text cannot be imported, at a line and a column counted from one.
    package struct Problem: Error, Equatable {
        package let line: Int
        package var column = 1
        package let message: String
    }

    private let head: PageHead
    private let body: [PageBlock]

    /// Reads a text; what it is made of is seen by its headings and notes where it is not given. Throws ``Problem`` where it
    /// lacks its first three lines.
    package init(_ bytes: [UInt8], from source: Source? = nil, topics: [Topic] = Topic.known) throws(Problem) {
        if let wrong = NotUTF8(bytes) {
            throw Problem(line: wrong.place.line, column: wrong.place.column, message: NotUTF8.message)
        }
        let profile = Profile(parsing: bytes)
        let start = bytes.has("\u{FEFF}", at: 0) ? 3 : 0
        if source == .markdown || source == nil && PandocReader.isMarkdown(profile) {
            if profile.frontMatter?.root?["topic"] != nil { throw Problem(line: 1, message: "This is a profile already.") }
            var reader = PandocReader(bytes.text(start..<bytes.count))
            head = try Self.head(reader.head, topics)
            body = reader.blocks(head.topic)
        } else {
            let lines = PageReader.lines(bytes.text(start..<bytes.count))
            head = try Self.head(lines, topics)
            body = PageReader.blocks(Array(lines.dropFirst(3)), head.topic)
        }
    }

    private static func head(_ lines: [PageReader.Line], _ topics: [Topic]) throws(Problem) -> PageHead {
        func words(_ index: Int) -> String {
            lines.count > index ? lines[index].text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
        }
        guard let title = lines.first else { throw Problem(line: 1, message: "The text is empty.") }
        let topicLine = lines.count > 1 ? lines[1].number : title.number
        guard let topic = topics.first(where: { $0.title.lowercased() == words(1).lowercased() }) else {
            let titles = topics.map(\.title)
            if titles.contains(where: { $0.lowercased() == words(0).lowercased() }) {
                throw Problem(
                    line: title.number,
                    message:
                        "The title is missing: the country. What a word processor calls a title, pandoc keeps with --standalone.")
            }
            throw Problem(line: topicLine, message: unknownTopic(words(1), titles))
        }
        let label = "last updated:"
        guard lines.count > 2, words(2).lowercased().hasPrefix(label) else {
            throw Problem(line: topicLine + 1, message: "After the topic comes a line such as “Last updated: 28 September 2022”.")
        }
        let day = words(2).dropFirst(label.count).drop { $0 == " " }
        guard let date = CalendarDate(prose: String(day)) else {
            throw Problem(
                line: lines[2].number, message: "“\(day)” is no day. Write it as in “Last updated: 28 September 2022”.")
        }
        return PageHead(country: words(0), topic: topic, lastUpdated: date)
    }

    private static func unknownTopic(_ words: String, _ titles: [String]) -> String {
        let known = titles.joined(separator: ", ")
        if words.isEmpty { return "The topic is missing: a line below the title. Known: \(known)." }
        let nearest = NearestName.of(words, among: titles).map { "Did you mean “\($0)”?" }
        return "“\(words)” is no topic that is known here; the line below the title names the topic. "
            + (nearest ?? "Known: \(known). A topic of your own has a file in Config/topics.")
    }

    /// The file's name below its topic's folder.
    package var fileName: String { CountryFileName.of(head.country) + ".md" }

    /// The name of the topic's folder.
    package var folder: String { head.topic.name }

    // MARK: - The profile

    /// The profile's text.
    package func profile() -> [UInt8] {
        let front =
            "---\ntopic: \(head.topic.name)\ncountry: \(Self.yaml(head.country))\nlast_updated: \(head.lastUpdated.iso)\n---\n"
        let body = MarkdownWriter.body(body)
        return Array(front.utf8) + (body.isEmpty ? [] : [.newline] + body)
    }

    /// A text as a YAML scalar: plain where that is read back as it is.
    private static func yaml(_ text: String) -> String {
        let plain =
            text.first?.isLetter == true
            && text.unicodeScalars.allSatisfy { !":#\"\\[]{},".unicodeScalars.contains($0) && !$0.isControl }
        if plain { return text }
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.isControl:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return "\"" + quoted + "\""
    }

    // MARK: - Updating

    /// Brings a profile up to date with the published text. What a page does not carry stays as the profile has it: other
    /// front matter, comments, and the markup of every block whose text is the same.
    package func update(_ old: [UInt8]) -> [UInt8] {
        let before = Profile(parsing: old)
        let after = Profile(parsing: profile())
        let front = before.frontMatter?.root == nil ? Array(after.bytes[..<after.bodyStart]) : updatedFrontMatter(before)
        // Where the page shows what the profile says, the profile stays as it is.
        let isSame = PublishedText.body(of: before).utf8.elementsEqual(PublishedText.body(of: after).utf8)
        return front + (isSame ? Array(old[before.bodyStart...]) : ProfileMerge.body(of: before, updatedBy: after))
    }

    private func updatedFrontMatter(_ profile: Profile) -> [UInt8] {
        guard let front = profile.frontMatter, let root = front.root else { return [] }
        var edits: [Edit] = []
        var missing = ""
        func set(_ key: String, _ value: String, unless isSame: (String) -> Bool) {
            guard let node = root[key] else { return missing += "\(key): \(value)\n" }
            if let text = node.scalar, !isSame(text) { edits.append(Edit(node.range, node.range.isEmpty ? " " + value : value)) }
        }
        set("topic", head.topic.name) { $0 == head.topic.name }
        set("country", Self.yaml(head.country)) { name in
            name == head.country
                || StateReference.named(name)?.names.contains { CountryFileName.of($0) == CountryFileName.of(head.country) }
                    == true
        }
        set("last_updated", head.lastUpdated.iso) { $0 == head.lastUpdated.iso }
        edits.append(.insert(missing, at: front.content.upperBound))
        return Array(profile.bytes[..<profile.bodyStart]).applying(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
}

extension Unicode.Scalar {
    /// A control character, which YAML holds in quotation marks only.
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}
