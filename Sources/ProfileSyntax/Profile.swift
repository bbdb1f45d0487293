/// A profile as a lossless tree over its bytes.
///
/// Nothing is copied: every node is a half-open range of byte offsets. The front matter and the leaf blocks of the body lie
/// end to end, so that ``pieces`` put together are the file again, byte for byte.
package struct Profile: Sendable {
    package let bytes: [UInt8]
    package let lines: LineTable
    /// The front matter with its two `---` lines, if the file starts with one.
    package let frontMatter: FrontMatter?
    /// Where the body starts: behind the front matter, or behind a byte order mark.
    package let bodyStart: Int
    /// The form in which this profile writes its footnotes.
    package let footnoteForm: FootnoteForm
    /// The blocks of the body in the order of the text, each container before what it holds.
    package let blocks: [Block]
    /// The lines of text of the leaf blocks, without their indents, their quotation signs and their line ends.
    package let segments: [Range<Int>]
    /// What is inside the text: footnote markers, quotations, links …, in the order of their starts.
    package let inlines: [Inline]
    /// Characters that a text should not hold.
    package let oddities: [Oddity]

    package var lineEnd: StaticString {
        lines.count > 1 && lines.starts[1] >= 2 && bytes[lines.starts[1] - 2] == .carriageReturn ? "\r\n" : "\n"
    }

    package func text(_ range: Range<Int>) -> String { bytes.text(range) }

    /// The segments of a leaf block.
    package func segments(of block: Block) -> ArraySlice<Range<Int>> { segments[block.segments] }

    /// The inlines of a leaf block.
    package func inlines(of block: Block) -> ArraySlice<Inline> { inlines[block.inlines] }

    /// From the first to the last byte of a leaf's text; empty at its start where it has none.
    package func content(of block: Block) -> Range<Int> {
        guard let first = segments(of: block).first, let last = segments(of: block).last else {
            return block.range.lowerBound..<block.range.lowerBound
        }
        return first.lowerBound..<last.upperBound
    }

    /// The indices of the blocks directly inside a block, or of the top level for `nil`.
    package func children(of parent: Int?) -> BlockChildren {
        guard let parent else { return BlockChildren(blocks: blocks, index: 0, end: blocks.count) }
        return BlockChildren(blocks: blocks, index: parent + 1, end: blocks[parent].next)
    }

    /// Whether a block stands in a block quote, which is somebody's own words.
    package func isInBlockQuote(_ block: Int) -> Bool {
        var parent = blocks[block].parent
        while parent >= 0 {
            if blocks[parent].isBlockQuote { return true }
            parent = blocks[parent].parent
        }
        return false
    }

    /// The file cut into pieces that lie end to end: byte order mark and front matter, then each leaf block.
    package var pieces: [Range<Int>] {
        var pieces: [Range<Int>] = bodyStart > 0 ? [0..<bodyStart] : []
        for (index, block) in blocks.enumerated() where block.next == index + 1 { pieces.append(block.range) }
        return pieces
    }
}

/// The two ways to write a footnote.
package enum FootnoteForm: Sendable {
    /// `[^1]` and `[^1]: text`.
    case markdown
    /// `[1]` and `[1] text`, as in a published profile.
    case bracket

    /// A marker of a number in this form.
    package func marker(_ number: Int) -> String { self == .markdown ? "[^\(number)]" : "[\(number)]" }

    /// What opens the note of a number in this form, up to its text.
    package func label(_ number: Int) -> String { self == .markdown ? "[^\(number)]:" : "[\(number)]" }
}

/// A block of the body: whole lines.
package struct Block: Sendable {
    package enum Kind: Sendable, Equatable {
        case heading(level: Int)
        case paragraph
        case list(ordered: Bool)
        case listItem
        case blockQuote
        case table
        case code
        case comment
        case note
        case thematicBreak
        /// One or more empty lines.
        case blank
    }

    package var kind: Kind
    /// The block's lines with their line ends.
    package var range: Range<Int>
    /// Indices into ``Profile/segments``; empty for containers.
    package var segments = 0..<0
    /// Indices into ``Profile/inlines``; empty for containers.
    package var inlines = 0..<0
    /// The index of the container, or -1 at the top level.
    package var parent: Int
    /// The index of the block behind this one and all that it holds.
    package var next: Int
    /// What a note begins with.
    package var label: NoteLabel? {
        get { compactLabel.label }
        set { compactLabel = CompactLabel(newValue) }
    }
    private var compactLabel = CompactLabel(nil)

    init(kind: Kind, range: Range<Int>, parent: Int, next: Int) {
        (self.kind, self.range, self.parent, self.next) = (kind, range, parent, next)
    }

    package var isContainer: Bool {
        switch kind {
        case .list, .listItem, .blockQuote, .note: true
        default: false
        }
    }

    package var isHeading: Bool { if case .heading = kind { true } else { false } }
    package var isParagraph: Bool { if case .paragraph = kind { true } else { false } }
    package var isTable: Bool { if case .table = kind { true } else { false } }
    package var isNote: Bool { if case .note = kind { true } else { false } }
    package var isBlank: Bool { if case .blank = kind { true } else { false } }
    package var isComment: Bool { if case .comment = kind { true } else { false } }
    package var isBlockQuote: Bool { if case .blockQuote = kind { true } else { false } }
}

/// What a note begins with: `[^3]:`, or `[3]` in the published form.
package struct NoteLabel: Sendable, Equatable {
    /// Nil where the label is a word.
    package var number: Int?
    /// From the opening bracket to the colon.
    package var range: Range<Int>
    /// What stands between the brackets.
    package var content: Range<Int>
    /// What keeps it from being a proper label.
    package var problem: MarkerProblem?
}

/// A note's label, or none, in the room of two integers and a half: blocks are looked at by nearly all that read a profile.
private struct CompactLabel: Sendable {
    private var (start, end, contentStart, contentEnd): (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    /// -1 where the label is a word.
    private var number: Int32 = 0
    private var problem: MarkerProblem?

    init(_ label: NoteLabel?) {
        guard let label else { return }
        (start, end) = (UInt32(clamping: label.range.lowerBound), UInt32(clamping: label.range.upperBound))
        (contentStart, contentEnd) = (UInt32(clamping: label.content.lowerBound), UInt32(clamping: label.content.upperBound))
        number = Int32(clamping: label.number ?? -1)
        problem = label.problem
    }

    /// Nil for the empty range, which is no label's.
    var label: NoteLabel? {
        guard start < end else { return nil }
        return NoteLabel(
            number: number < 0 ? nil : Int(number), range: Int(start)..<Int(end), content: Int(contentStart)..<Int(contentEnd),
            problem: problem)
    }
}

/// What keeps something from being a proper footnote marker.
package enum MarkerProblem: Sendable, Equatable {
    /// `[^ 3]`, `[3 ]`
    case spaced
    /// `[^3` or `[^3)`
    case unclosed
    /// `[^３]`
    case fullWidthDigits
    /// `[^03]`
    case leadingZero
    /// `[^smith]`
    case notANumber
    /// `[3]` among `[^n]`, or `[^3]` among `[n]`
    case otherForm
    /// `[^3] text` where a note should start: the colon is missing
    case missingColon
}

/// Something inside a block's text.
package struct Inline: Sendable {
    package enum Kind: Sendable, Equatable {
        /// A footnote marker, or nearly one.
        case marker(number: Int?, problem: MarkerProblem?)
        case link, image, code, comment, htmlTag, url
        case emphasis, strong
        case quotation(Quotation)
        /// A bracket or parenthesis without its partner.
        case unmatchedBracket
        /// A double quotation mark without its partner.
        case unmatchedQuote(Quotation)
    }

    package enum Quotation: Sendable, Equatable {
        case curlyDouble, curlySingle, straightDouble, straightSingle
    }

    package var kind: Kind
    /// With the signs around it.
    package var range: Range<Int>
    /// Without the signs around it.
    package var content: Range<Int>

    package var isComment: Bool { if case .comment = kind { true } else { false } }
}

/// A character that a text should not hold.
package struct Oddity: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case invalidUTF8, null, control, bidirectionalControl, zeroWidth, byteOrderMark
        /// A Cyrillic or Greek letter in a word of Latin letters.
        case lookAlikeLetter
    }
    package var kind: Kind
    package var range: Range<Int>
}

/// The blocks directly inside a container.
package struct BlockChildren: Sequence, IteratorProtocol {
    let blocks: [Block]
    var index: Int
    let end: Int

    package mutating func next() -> Int? {
        guard index < end else { return nil }
        defer { index = blocks[index].next }
        return index
    }
}
