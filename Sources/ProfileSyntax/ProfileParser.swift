extension Profile {
    /// Reads a profile. Any bytes give a tree; what is wrong with them is found in it.
    package init(parsing bytes: [UInt8]) {
        self.bytes = bytes
        lines = LineTable(bytes)
        oddities = OddityScan.scan(bytes)
        let start = bytes.has("\u{FEFF}", at: 0) ? 3 : 0
        frontMatter = FrontMatter(bytes, lines, from: start)
        bodyStart = frontMatter?.range.upperBound ?? start

        let notes = NoteSurvey(bytes, lines, from: bodyStart)
        footnoteForm = notes.form
        var (blocks, segments) = BlockParser(bytes, lines, notes: notes).parse(from: bodyStart)
        var text = InlineParser(bytes, form: notes.form)
        for index in blocks.indices where blocks[index].holdsText {
            blocks[index].inlines = text.parse(segments[blocks[index].segments])
        }
        (self.blocks, self.segments) = (blocks, segments)
        inlines = text.inlines
    }
}

extension Block {
    /// Whether the block's text holds inlines.
    package var holdsText: Bool {
        switch kind {
        case .heading, .paragraph, .table: true
        default: false
        }
    }
}

extension Profile {
    /// What is inside one line of a text in the published form, in the order of the text.
    package static func publishedInlines(_ line: [UInt8]) -> [Inline] {
        var parser = InlineParser(line, form: .bracket)
        _ = parser.parse([0..<line.count])
        return parser.inlines
    }
}
