import ProfileFacts
import ProfileSyntax

/// A profile in its published form, as one HTML page that needs nothing else: no script, no other file.
///
/// Accessible as WCAG 2.2 asks: its language is given, headings have no gaps, markers and notes are linked both ways by links
/// with names, tables have header cells.
package struct HTMLPage {
    private let profile: Profile
    private var text: HTMLText
    private var notes: [Int] = []
    /// The level of the heading above.
    private var level = 1
    /// The words of the heading above.
    private var heading = ""
    private var identifiers: Set<String> = ["notes"]

    /// The whole page. Throws ``PageHead/Problem``.
    package static func page(_ profile: Profile, topics: [Topic] = Topic.known) throws(PageHead.Problem) -> String {
        let head = try PageHead(profile, topics: topics)
        var writer = HTMLPage(profile)
        let body = writer.children(of: nil) + writer.endnotes()
        let title = HTMLText.escaped("\(head.country): \(head.topic.title)")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(String(decoding: EmbeddedConfig.bytes("publish/page.css"), as: UTF8.self))</style>
            </head>
            <body>
            <main>
            <header>
            <h1>\(HTMLText.escaped(head.country))</h1>
            <p class="topic">\(HTMLText.escaped(head.topic.title))</p>
            <p class="updated">Last updated: <time datetime="\(head.lastUpdated.iso)">\(head.lastUpdated.prose)</time></p>
            </header>
            \(body)</main>
            </body>
            </html>

            """
    }

    private init(_ profile: Profile) {
        self.profile = profile
        text = HTMLText(profile, notes: Set(profile.blocks.compactMap { $0.label?.number }))
    }

    // MARK: - Blocks

    private mutating func children(of parent: Int?) -> String {
        var html = ""
        var caption: Int?
        let children = profile.children(of: parent).filter { ![.blank, .comment].contains(profile.blocks[$0].kind) }
        for (number, index) in children.enumerated() {
            let next = number + 1 < children.count ? profile.blocks[children[number + 1]].kind : nil
            if next == .table, isCaption(index) {
                caption = index
                continue
            }
            html += block(index, isTop: parent == nil, caption: caption)
            caption = nil
        }
        return html
    }

    private mutating func block(_ index: Int, isTop: Bool, caption: Int?) -> String {
        let block = profile.blocks[index]
        switch block.kind {
        case .blank, .comment: return ""
        case .thematicBreak: return "<hr>\n"
        case .heading(let level):
            return isTop ? self.heading(index, level) : element("p", element("strong", words(index), end: ""))
        case .paragraph: return element("p", words(index))
        case .code:
            let lines = ShownText.codeLines(of: block, in: profile).map(HTMLText.escaped)
            return lines.isEmpty ? "" : "<pre><code>" + lines.joined(separator: "\n") + "</code></pre>\n"
        case .table: return table(index, caption)
        case .blockQuote: return element("blockquote", children(of: index), line: "\n")
        case .list(let isOrdered): return list(index, isOrdered)
        case .listItem: return children(of: index)
        case .note where block.label?.number != nil:
            notes.append(index)
            return ""
        case .note:
            // A note named by a word is no footnote of a page; it stays where it is.
            return element("p", HTMLText.escaped(block.label.map { profile.text($0.range) } ?? "")) + children(of: index)
        }
    }

    /// An element with its content; nothing where that is empty.
    private func element(_ name: String, _ content: String, attributes: String = "", line: String = "", end: String = "\n")
        -> String
    {
        content.isEmpty ? "" : "<\(name)\(attributes)>\(line)\(content)</\(name)>\(end)"
    }

    private mutating func words(_ index: Int) -> String {
        text.html(ShownText.pieces(of: profile.blocks[index], in: profile))
    }

    private mutating func heading(_ index: Int, _ level: Int) -> String {
        let html = words(index)
        guard !html.isEmpty else { return "" }
        self.level = max(2, min(level, self.level + 1))
        heading = ShownText.pieces(of: profile.blocks[index], in: profile).plain
        return element("h\(self.level)", html, attributes: " id=\"\(identifier(heading))\"")
    }

    private mutating func identifier(_ heading: String) -> String {
        var name = CountryFileName.of(heading)
        if name.isEmpty || name.hasPrefix("note-") || name.hasPrefix("reference-") { name = "section-" + name }
        var unique = name
        var count = 2
        while !identifiers.insert(unique).inserted {
            unique = "\(name)-\(count)"
            count += 1
        }
        return unique
    }

    private mutating func list(_ index: Int, _ isOrdered: Bool) -> String {
        var items = ""
        for item in profile.children(of: index) where profile.blocks[item].kind == .listItem {
            let children = profile.children(of: item).filter { !profile.blocks[$0].isBlank }
            // A paragraph and lists below it need no paragraphs of their own.
            let isPlain =
                children.allSatisfy { child in
                    if case .list = profile.blocks[child].kind { child != children.first } else { child == children.first }
                } && children.first.map { profile.blocks[$0].isParagraph } ?? false
            if isPlain, let first = children.first {
                var content = words(first)
                for child in children.dropFirst() { content += "\n" + block(child, isTop: false, caption: nil) }
                items += element("li", content)
            } else {
                items += element("li", self.children(of: item), line: "\n")
            }
        }
        guard isOrdered else { return element("ul", items, line: "\n") }
        let first = profile.firstNumber(ofList: index)
        return element("ol", items, attributes: first == 1 ? "" : " start=\"\(first)\"", line: "\n")
    }

    // MARK: - Tables

    /// Whether a paragraph before a table names it: it starts with `Table`, or all of it is emphasised.
    private func isCaption(_ index: Int) -> Bool {
        guard profile.blocks[index].isParagraph else { return false }
        let pieces = ShownText.pieces(of: profile.blocks[index], in: profile)
        if pieces.plain.hasPrefix("Table ") { return pieces.plain.utf8.count <= 200 }
        guard case .open(let first)? = pieces.first, case .close(let last)? = pieces.last else { return false }
        return first.range == last.range && (first.kind == .strong || first.kind == .emphasis)
    }

    private mutating func table(_ index: Int, _ caption: Int?) -> String {
        let grid = TableGrid(profile, index)
        let plain = grid.rows.map { $0.map { ShownText.pieces(of: $0, of: profile.blocks[index], in: profile).plain } }
        let captionHTML = caption.map { words($0) } ?? ""
        guard let heads = plain.first else { return element("p", captionHTML) }
        let bodies = plain.dropFirst()
        func isNumeric(_ column: Int) -> Bool {
            grid.alignments[column] == .right
                || bodies.contains { Self.isNumber($0[column]) }
                    && bodies.allSatisfy { $0[column].isEmpty || Self.isNumber($0[column]) }
        }
        let classes = grid.alignments.indices.map {
            isNumeric($0) ? " class=\"number\"" : grid.alignments[$0] == .center ? " class=\"center\"" : ""
        }
        let hasRowHeads = !bodies.isEmpty && grid.columns > 1 && bodies.allSatisfy { !$0[0].isEmpty && !Self.isNumber($0[0]) }
        var rows: [String] = []
        for (number, row) in grid.rows.enumerated() {
            var cells = ""
            for (column, cell) in row.enumerated() {
                let html = text.html(ShownText.pieces(of: cell, of: profile.blocks[index], in: profile))
                let isHead = !html.isEmpty && (number == 0 || column == 0 && hasRowHeads)
                let scope = isHead ? " scope=\"\(number == 0 ? "col" : "row")\"" : ""
                let name = isHead ? "th" : "td"
                cells += "<\(name)\(scope)\(classes[column])>\(html)</\(name)>"
            }
            rows.append("<tr>\(cells)</tr>\n")
        }
        let name =
            caption.map { ShownText.pieces(of: profile.blocks[$0], in: profile).plain }
            ?? (heading.isEmpty ? heads.joined(separator: ", ") : heading)
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(HTMLText.escaped(name))\">\n<table>\n"
            + element("caption", captionHTML) + "<thead>\n\(rows[0])</thead>\n"
            + element("tbody", rows.dropFirst().joined(), line: "\n") + "</table>\n</div>\n"
    }

    private static func isNumber(_ cell: String) -> Bool {
        var hasDigit = false
        for byte in cell.utf8 {
            if byte.isDigit { hasDigit = true } else if byte.isASCIILetter || byte >= 0x80 { return false }
        }
        return hasDigit
    }

    // MARK: - Notes

    /// The notes, which come last wherever the profile has them, each with links back to its markers.
    private mutating func endnotes() -> String {
        var bodies: [(number: Int, html: String)] = []
        while !notes.isEmpty {
            let index = notes.removeFirst()
            guard let number = profile.blocks[index].label?.number else { continue }
            bodies.append((number, children(of: index)))
        }
        guard !bodies.isEmpty else { return "" }
        var items = ""
        var seen = Set<Int>()
        for (number, html) in bodies {
            let isFirst = seen.insert(number).inserted
            let back = isFirst ? text.backLinks(number) : ""
            // The links stand at the end of the note's last paragraph.
            let text = html.isEmpty ? "<p>(This note has no text.)</p>\n" : html
            let content =
                back.isEmpty
                ? text : text.hasSuffix("</p>\n") ? text.dropLast(5) + " " + back + "</p>\n" : text + element("p", back)
            items += "<li\(isFirst ? " id=\"\(HTMLText.note(number))\"" : "") value=\"\(number)\">\n\(content)</li>\n"
        }
        return "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ol>\n"
            + items + "</ol>\n</section>\n"
    }
}
