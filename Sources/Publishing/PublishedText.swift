import ProfileFacts
import ProfileSyntax

/// A profile in its published form, as plain text: title line, topic line, `Last updated: …`, headings as bare lines, `  • ` before
/// bullets, `[n]` for markers, and behind three empty lines the notes.
///
/// Rows of tables are lines with tabs between their cells; quotations are indented by four.
package struct PublishedText {
    private let profile: Profile
    private var text = ""
    /// What opens the next line: the bullet of an item, the number of a note.
    private var pending: String?
    /// Whether no empty line stands before the next line.
    private var isRightBelow = false
    /// How many items of lists, one in another, the current place is in.
    private var depth = 0
    private var isInQuotation = false
    private var isInNote = false
    /// The outermost list that the current place is in, and that the line above is in.
    private var list: Int?
    private var listAbove: Int?
    /// ``depth`` in the line above.
    private var depthAbove = 0
    /// The notes, which come last wherever the profile has them.
    private var notes: [Int] = []

    private init(_ profile: Profile) { self.profile = profile }

    /// The whole page, with one line end at its end. Throws ``PageHead/Problem``.
    package static func page(_ profile: Profile, topics: [Topic] = Topic.known) throws(PageHead.Problem) -> String {
        let head = try PageHead(profile, topics: topics)
        var lines = "\(head.country)\n\n\(head.topic.title)\n\nLast updated: \(head.lastUpdated.prose)\n"
        let body = body(of: profile)
        if !body.isEmpty { lines += body.hasPrefix("\n") ? body : "\n" + body }
        return lines
    }

    /// The page below its head.
    package static func body(of profile: Profile) -> String {
        var writer = PublishedText(profile)
        for index in profile.children(of: nil) { writer.write(index) }
        if !writer.notes.isEmpty { writer.text += "\n\n" }
        while !writer.notes.isEmpty { writer.writeNote(writer.notes.removeFirst()) }
        return writer.text
    }

    /// A block at the top level as the page shows it.
    package static func text(of index: Int, in profile: Profile) -> String {
        var writer = PublishedText(profile)
        if profile.blocks[index].label?.number != nil { writer.writeNote(index) } else { writer.write(index) }
        while !writer.notes.isEmpty { writer.writeNote(writer.notes.removeFirst()) }
        return writer.text.last == "\n" ? String(writer.text.dropLast()) : writer.text
    }

    // MARK: - Lines

    private mutating func put(_ words: String) {
        guard !words.isEmpty else { return }
        if !text.isEmpty, !isRightBelow { text += "\n" }
        isRightBelow = false
        if let opening = pending {
            text += opening
            pending = nil
            if list != nil, !isInNote { depth += 1 }
        } else if !isInNote {
            text += String(repeating: " ", count: depth > 0 ? 2 * depth + 2 : isInQuotation ? 4 : 0)
        }
        text += words + "\n"
        listAbove = list
        depthAbove = depth
    }

    // MARK: - Blocks

    private mutating func write(_ index: Int) {
        let block = profile.blocks[index]
        switch block.kind {
        case .blank, .comment, .thematicBreak: return
        case .heading, .paragraph: put(ShownText.pieces(of: block, in: profile).plain)
        case .code:
            // A page has no code; its lines are quoted.
            let wasInQuotation = isInQuotation
            isInQuotation = true
            for line in ShownText.codeLines(of: block, in: profile) { put(line.onOneLine) }
            isInQuotation = wasInQuotation
        case .table: writeTable(index)
        case .blockQuote:
            let wasInQuotation = isInQuotation
            isInQuotation = true
            writeChildren(of: index)
            isInQuotation = wasInQuotation
        case .list(let isOrdered): writeList(index, isOrdered: isOrdered)
        case .listItem: writeChildren(of: index)
        case .note where block.label?.number != nil && !isInNote: notes.append(index)
        case .note:
            // A note named by a word is no footnote of a page; it stays where it is.
            let label = block.label.map { profile.text($0.range) } ?? ""
            pending = (pending ?? "") + label + " "
            writeChildren(of: index)
            if pending != nil {
                pending = nil
                put(label)
            }
        }
    }

    private mutating func writeChildren(of index: Int) {
        for child in profile.children(of: index) { write(child) }
    }

    private mutating func writeList(_ index: Int, isOrdered: Bool) {
        let outer = list
        list = outer ?? index
        let outerDepth = depth
        var number = isOrdered ? profile.firstNumber(ofList: index) : 0
        // A list goes on right below its last item, and opens right below the item that it is in.
        var joins = outerDepth > 0 && depthAbove == outerDepth
        for item in profile.children(of: index) where profile.blocks[item].kind == .listItem {
            let bullet = isOrdered ? "\(number). " : "• "
            number += 1
            let opening = pending
            pending = isInNote ? (opening ?? "") + bullet : String(repeating: " ", count: 2 * outerDepth + 2) + bullet
            // A list's first item stands right behind the list in the order of the blocks.
            let before = profile.blocks[item == index + 1 ? max(index - 1, 0) : item - 1]
            isRightBelow = joins && listAbove == list && before.kind != .blank && !isInNote
            writeChildren(of: item)
            // An item that opens with a list shows the bullets of that.
            let first = profile.children(of: item).first { !profile.blocks[$0].isBlank }
            joins = pending == nil && first.map { if case .list = profile.blocks[$0].kind { false } else { true } } ?? false
            depth = outerDepth
            // An empty item does not take the number of its note with it.
            pending = isInNote && pending != nil ? opening : nil
            isRightBelow = false
        }
        list = outer
    }

    private mutating func writeNote(_ index: Int) {
        guard let label = profile.blocks[index].label else { return }
        let number = "[" + profile.text(label.content) + "]"
        isInNote = true
        pending = number + " "
        writeChildren(of: index)
        if pending != nil {
            pending = nil
            put(number)
        }
        isInNote = false
    }

    // MARK: - Tables

    private mutating func writeTable(_ index: Int) {
        let grid = TableGrid(profile, index)
        var rows = grid.rows.map { row in row.map { ShownText.pieces(of: $0, of: profile.blocks[index], in: profile).plain } }
        rows.removeAll { $0.allSatisfy(\.isEmpty) }
        let columns = (0..<grid.columns).filter { column in rows.contains { !$0[column].isEmpty } }
        let isTable = rows.count > 1 && columns.count > 1 && depth == 0 && pending == nil && !isInNote && !isInQuotation
        for (number, row) in rows.enumerated() {
            if isTable {
                isRightBelow = number > 0
                put(columns.map { row[$0] }.joined(separator: "\t"))
            } else {
                put(row.filter { !$0.isEmpty }.joined(separator: " "))
            }
        }
    }
}
