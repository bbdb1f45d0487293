import ProfileSyntax

/// What a reader sees of a leaf block's text, piece by piece: signs of markup and comments are gone, escapes are taken away.
enum ShownPiece {
    case text(String)
    /// The end of a line inside a paragraph; a hard one breaks the line on the page too.
    case lineEnd(isHard: Bool)
    /// A footnote marker.
    case marker(Int)
    /// A bare address.
    case address(String)
    /// Emphasis, a link, an image or code starts, and ends.
    case open(Inline), close(Inline)
}

/// Walks over the text of a leaf block, or of a part of one.
struct ShownText {
    private let profile: Profile
    private let segments: ArraySlice<Range<Int>>
    private let inlines: ArraySlice<Inline>
    private let span: Range<Int>
    private var next: Int
    private var open: [Inline] = []
    private var text: [UInt8] = []
    private var pieces: [ShownPiece] = []

    /// The pieces of a leaf block.
    static func pieces(of block: Block, in profile: Profile) -> [ShownPiece] {
        var walk = ShownText(profile, block, profile.segments(of: block))
        return walk.walk()
    }

    /// The pieces of a range inside one line of a leaf block, such as a table's cell.
    static func pieces(of range: Range<Int>, of block: Block, in profile: Profile) -> [ShownPiece] {
        var walk = ShownText(profile, block, [range][...])
        return walk.walk()
    }

    /// The lines of a code block, without the fence that ends it.
    static func codeLines(of block: Block, in profile: Profile) -> [String] {
        var lines = profile.segments(of: block).map(profile.text)
        if let last = lines.last?.trimmed, last.hasPrefix("```") || last.hasPrefix("~~~"), Set(last).count == 1 {
            lines.removeLast()
        }
        return lines
    }

    private init(_ profile: Profile, _ block: Block, _ segments: ArraySlice<Range<Int>>) {
        self.profile = profile
        self.segments = segments
        inlines = profile.inlines(of: block)
        let start = segments.first?.lowerBound ?? 0
        span = start..<max(start, segments.last?.upperBound ?? 0)
        next = inlines.partitioningIndex { $0.range.lowerBound >= start }
    }

    private mutating func walk() -> [ShownPiece] {
        var offset = span.lowerBound
        for (index, segment) in zip(segments.indices, segments) {
            offset = max(offset, segment.lowerBound)
            while offset < segment.upperBound { offset = step(at: offset, to: segment.upperBound) }
            closeEnded(&offset)
            if index + 1 < segments.endIndex { endLine(segment) }
        }
        while let inline = open.popLast() { add(.close(inline)) }
        flush()
        return pieces
    }

    private mutating func step(at start: Int, to end: Int) -> Int {
        var offset = start
        if closeEnded(&offset) { return offset }
        while next < inlines.endIndex, inlines[next].range.lowerBound < offset { next += 1 }
        while next < inlines.endIndex, inlines[next].range.lowerBound == offset {
            let inline = inlines[next]
            next += 1
            if inline.range.upperBound <= span.upperBound, let after = show(inline) { return after }
        }
        if profile.bytes[offset] == UInt8(ascii: "\\"), open.last?.kind != .code, offset + 1 < end,
            profile.bytes[offset + 1].isPunctuation
        {
            offset += 1
        }
        text.append(profile.bytes[offset])
        return offset + 1
    }

    /// Where the text goes on behind what opens an inline, or behind all of it; nil where its signs are shown as they are.
    private mutating func show(_ inline: Inline) -> Int? {
        switch inline.kind {
        case .marker(let number?, nil), .marker(let number?, .otherForm?):
            add(.marker(number))
            return inline.range.upperBound
        case .marker(_?, .leadingZero?), .marker(_?, .fullWidthDigits?):
            text += Array("[".utf8) + profile.bytes[inline.content] + Array("]".utf8)
            return inline.range.upperBound
        case .marker:
            text += profile.bytes[inline.range]
            return inline.range.upperBound
        case .comment:
            return inline.range.upperBound
        case .htmlTag:
            if profile.text(inline.content).lowercased().hasPrefix("br") { add(.lineEnd(isHard: true)) }
            return inline.range.upperBound
        case .url:
            add(.address(profile.text(inline.content)))
            return inline.range.upperBound
        case .emphasis, .strong, .link, .image, .code:
            guard open.last.map({ inline.range.upperBound <= $0.content.upperBound }) ?? true else { return nil }
            open.append(inline)
            add(.open(inline))
            return inline.content.lowerBound
        case .quotation, .unmatchedBracket, .unmatchedQuote:
            return nil
        }
    }

    @discardableResult
    private mutating func closeEnded(_ offset: inout Int) -> Bool {
        var hasClosed = false
        while let inline = open.last, inline.content.upperBound <= offset {
            open.removeLast()
            add(.close(inline))
            offset = max(offset, inline.range.upperBound)
            hasClosed = true
        }
        return hasClosed
    }

    private mutating func endLine(_ segment: Range<Int>) {
        if text.last == UInt8(ascii: "\\"), profile.bytes[segment.upperBound - 1] == UInt8(ascii: "\\") {
            text.removeLast()
            return add(.lineEnd(isHard: true))
        }
        let blanks = segment.upperBound..<min(segment.upperBound + 2, profile.bytes.count)
        add(.lineEnd(isHard: blanks.count == 2 && blanks.allSatisfy { profile.bytes[$0] == .space }))
    }

    private mutating func add(_ piece: ShownPiece) {
        flush()
        pieces.append(piece)
    }

    private mutating func flush() {
        guard !text.isEmpty else { return }
        pieces.append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }
}

extension [ShownPiece] {
    /// As plain text on one line: markers as `[n]`, links as their text.
    var plain: String {
        var text = ""
        for piece in self {
            switch piece {
            case .text(let words), .address(let words): text += words
            case .lineEnd: text += " "
            case .marker(let number): text += FootnoteForm.bracket.marker(number)
            case .open, .close: continue
            }
        }
        return text.onOneLine
    }
}

extension Profile {
    /// The number that an ordered list starts with.
    func firstNumber(ofList list: Int) -> Int {
        let range = blocks[list].range
        guard let start = range.first(where: { bytes[$0].isDigit }) else { return 1 }
        return bytes.number(in: start..<bytes.skippingDigits(start, to: range.upperBound)) ?? 1
    }
}

extension String {
    /// Without line ends and tabs, and without white space at its ends.
    var onOneLine: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars).trimmed
    }

    /// Without white space at its ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension UInt8 {
    /// A sign of ASCII that a backslash can take the meaning from.
    var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIILetter && !isDigit }
}

extension [UInt8] {
    /// The text of a range without the backslashes that take the meaning from signs.
    func unescaped(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            if self[offset] == UInt8(ascii: "\\"), offset + 1 < range.upperBound, self[offset + 1].isPunctuation { offset += 1 }
            text.append(self[offset])
            offset += 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
