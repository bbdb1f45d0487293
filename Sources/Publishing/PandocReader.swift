import ProfileFacts
import ProfileSyntax

/// Reads what `pandoc -t markdown` makes of a word processor's file: the head as title and first paragraphs, wrapped lines, its
/// own kinds of tables, its escapes.
struct PandocReader {
    /// The lines of the head, with those that come from the front matter that `--standalone` writes.
    let head: [PageReader.Line]
    private let profile: Profile
    /// The blocks behind the head.
    private let body: [Int]
    private var blocks: [PageBlock] = []
    private var notes: [PageBlock] = []
    private var topic: Topic?
    /// How many levels the headings are moved, so that the highest is at 2.
    private var shift = 0

    /// Whether a text is Markdown and no published text: it has front matter; or headings with `#` or notes with `[^1]:`, and none
    /// with `[1]`.
    static func isMarkdown(_ profile: Profile) -> Bool {
        if profile.frontMatter != nil { return true }
        return profile.footnoteForm == .markdown
            && profile.children(of: nil).contains { index in
                let block = profile.blocks[index]
                return block.isHeading || block.label.map { profile.bytes[$0.range.lowerBound + 1] == UInt8(ascii: "^") } ?? false
            }
    }

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init).filter {
            !$0.hasPrefix(":::")
        }
        let profile = Profile(parsing: Array((PandocTables.asPipes(lines).joined(separator: "\n") + "\n").utf8))
        var head: [PageReader.Line] = []
        for key in ["title", "subtitle"] {
            if let words = profile.frontMatter?.root?[key]?.scalar?.onOneLine, !words.isEmpty {
                head.append(PageReader.Line(number: 1, text: PandocText.converted(words), emptyBefore: 0))
            }
        }
        var body = profile.children(of: nil).filter { ![.blank, .comment].contains(profile.blocks[$0].kind) }[...]
        while head.count < 3, let index = body.first, profile.blocks[index].holdsText {
            let number = profile.lines.line(at: profile.blocks[index].range.lowerBound) + 1
            for line in Self.lines(of: profile.blocks[index], in: profile) {
                head.append(PageReader.Line(number: number, text: line, emptyBefore: 0))
            }
            body.removeFirst()
        }
        self.profile = profile
        self.head = head
        self.body = Array(body)
    }

    /// What a block of the head shows, cut where a line is broken by hand.
    private static func lines(of block: Block, in profile: Profile) -> [String] {
        var text = ""
        for piece in ShownText.pieces(of: block, in: profile) {
            switch piece {
            case .text(let words), .address(let words): text += words
            case .lineEnd(let isHard): text += isHard ? "\n" : " "
            case .marker, .open, .close: continue
            }
        }
        return text.split(separator: "\n").map { PandocText.converted(withoutAttributes(String($0))) }.filter { !$0.isEmpty }
    }

    /// The blocks behind the head, the notes last.
    mutating func blocks(_ topic: Topic) -> [PageBlock] {
        self.topic = topic
        let levels = body.compactMap { index in
            if case .heading(let level) = profile.blocks[index].kind { level } else { nil }
        }
        shift = 2 - (levels.min() ?? 2)
        for index in body { read(index) }
        return blocks + notes
    }

    // MARK: - Blocks

    private mutating func read(_ index: Int) {
        let block = profile.blocks[index]
        switch block.kind {
        case .blank, .comment, .thematicBreak: return
        case .heading(let level):
            let words = PandocText.converted(Self.withoutAttributes(source(block)))
            if !words.isEmpty { blocks.append(.heading(words, level: min(level + shift, 6))) }
        case .paragraph: readParagraph(block)
        case .list(let isOrdered): readList(index, isOrdered, depth: 0)
        case .blockQuote:
            for text in texts(in: index) { blocks.append(.quotation(text)) }
        case .table: readTable(index)
        // Raw HTML is no part of the text.
        case .code where profile.text(block.range).hasPrefix("```{="): return
        case .code: blocks.append(.verbatim(profile.text(block.range).split(separator: "\n").map(String.init)))
        case .note: readNote(index)
        case .listItem: return
        }
    }

    /// The source of a block on one line.
    private func source(_ block: Block) -> String { Self.joined(profile.segments(of: block).map(profile.text)) }

    /// Lines as one, without the backslashes that break them by hand.
    private static func joined(_ lines: [String]) -> String {
        lines.map { $0.hasSuffix("\\") && !$0.hasSuffix("\\\\") ? String($0.dropLast()) : $0 }.joined(separator: " ")
    }

    /// `# Policy {#policy .unnumbered}`
    private static func withoutAttributes(_ heading: String) -> String {
        guard heading.hasSuffix("}"), let start = heading.lastIndex(of: "{"), heading[..<start].hasSuffix(" ") else {
            return heading
        }
        return String(heading[..<start])
    }

    private mutating func readParagraph(_ block: Block) {
        for text in paragraphs(block) {
            let plain = text.filter { $0 != "*" }
            let isHeading = topic?.sections.contains { $0.heading == plain } ?? false
            blocks.append(isHeading ? .heading(plain, level: 2) : .paragraph(text))
        }
    }

    /// A paragraph's text; several where its lines are the items of a list with letters or numbers in brackets.
    private func paragraphs(_ block: Block) -> [String] {
        let lines = profile.segments(of: block).map(profile.text)
        guard let first = lines.first, Self.opensItem(first) else {
            return [PandocText.converted(source(block))].filter { !$0.isEmpty }
        }
        var items: [[String]] = []
        for line in lines {
            if Self.opensItem(line) { items.append([]) }
            items[items.count - 1].append(line)
        }
        return items.map { PandocText.converted(Self.joined($0).split(separator: " ").joined(separator: " ")) }
    }

    /// `a.  text`, `iv. text`, `(1) text`
    private static func opensItem(_ line: String) -> Bool {
        guard let end = line.firstIndex(of: " ") else { return false }
        var label = line[..<end]
        guard line.utf8.count > 4, let last = label.popLast(), last == ")" || last == "." else { return false }
        let isInBrackets = label.first == "("
        if isInBrackets { label = label.dropFirst() }
        guard isInBrackets || line.prefix(4).hasSuffix(" ") else { return false }
        let isRoman = label.allSatisfy { "ivxIVX".contains($0) }
        return label.count == 1 && label.allSatisfy { $0.isASCII && $0.isLetter } || 1...4 ~= label.count && isRoman
            || isInBrackets && 1...3 ~= label.count && label.allSatisfy(\.isNumber)
    }

    /// The texts of all paragraphs in a container.
    private func texts(in index: Int) -> [String] {
        profile.blocks[index + 1..<profile.blocks[index].next].flatMap { block -> [String] in
            switch block.kind {
            case .paragraph: paragraphs(block)
            case .heading, .table, .code: [PandocText.converted(source(block))]
            default: []
            }
        }.filter { !$0.isEmpty }
    }

    private mutating func readList(_ index: Int, _ isOrdered: Bool, depth: Int) {
        var number = isOrdered ? profile.firstNumber(ofList: index) : 0
        for item in profile.children(of: index) where profile.blocks[item].kind == .listItem {
            var isOpen = false
            for child in profile.children(of: item) {
                let block = profile.blocks[child]
                if case .list(let isOrdered) = block.kind {
                    readList(child, isOrdered, depth: isOpen ? depth + 1 : depth)
                    isOpen = true
                    continue
                }
                for text in block.isContainer ? texts(in: child) : block.holdsText ? paragraphs(block) : [] {
                    blocks.append(
                        isOpen
                            ? .itemParagraph(text, depth: depth)
                            : .item(text, depth: depth, number: isOrdered ? number : nil, isApart: false))
                    isOpen = true
                }
            }
            number += 1
        }
    }

    private mutating func readTable(_ index: Int) {
        let grid = TableGrid(profile, index)
        let rows = grid.rows.map { row in row.map { PandocText.converted(profile.text($0), isCell: true) } }
        if grid.columns > 0 { blocks.append(.table(rows)) }
    }

    private mutating func readNote(_ index: Int) {
        guard let label = profile.blocks[index].label else { return }
        let texts = texts(in: index)
        notes.append(.note(label: profile.text(label.content), texts.first ?? ""))
        for text in texts.dropFirst() { notes.append(.noteParagraph(text)) }
    }
}
