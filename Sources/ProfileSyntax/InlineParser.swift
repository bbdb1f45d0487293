/// Finds what is inside the text of one leaf block: footnote markers, quotations, emphasis, links, code, comments, and the
/// brackets and quotation marks that have no partner. One pass; every stack is searched so that the time stays linear.
struct InlineParser {
    private let bytes: [UInt8]
    private let form: FootnoteForm
    private(set) var inlines: [Inline] = []

    // What is open at the current place of the block.
    private var brackets: [(sign: UInt8, start: Int)] = []
    private var quotes: [(kind: Inline.Quotation, start: Int, length: Int, bracketsBelow: Int)] = []
    private var delimiters: [(sign: UInt8, start: Int, count: Int)] = []
    private var delimiterCount: (star: Int, underscore: Int) = (0, 0)
    /// Lengths of backtick runs that have no closing run in this block, and whether `-->` and `>` are missing too.
    private var missingBackticks: Set<Int> = []
    private var missingCommentEnd = false
    private var missingTagEnd = -1

    private var segment = 0..<0
    private var blockStart = 0
    private var blockEnd = 0

    init(_ bytes: [UInt8], form: FootnoteForm) {
        self.bytes = bytes
        self.form = form
        inlines.reserveCapacity(64)
    }

    /// Reads a block's segments; returns the indices of the inlines found.
    mutating func parse(_ segments: ArraySlice<Range<Int>>) -> Range<Int> {
        let first = inlines.count
        guard let start = segments.first?.lowerBound, let end = segments.last?.upperBound else { return first..<first }
        blockStart = start
        blockEnd = end
        var next = start
        for segment in segments {
            self.segment = segment
            next = max(next, segment.lowerBound)
            next = scan(from: next)
        }
        endBlock()
        if inlines.count - first > 1 { sort(from: first) }
        return first..<inlines.count
    }

    private mutating func sort(from first: Int) {
        for index in first + 1..<inlines.count where inlines[index].range.lowerBound < inlines[index - 1].range.lowerBound {
            inlines[first...].sort {
                ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
            }
            return
        }
    }

    /// Scans the current segment; returns where the next one may start, which is later than its start where a code span or a
    /// comment runs on.
    private mutating func scan(from start: Int) -> Int {
        let end = segment.upperBound
        var offset = start
        while true {
            offset = skippingPlain(offset, to: end)
            guard offset < end else { break }
            switch bytes[offset] {
            case UInt8(ascii: "\\"): offset += 2
            case UInt8(ascii: "["): offset = openBracket(offset)
            case UInt8(ascii: "]"): offset = closeBracket(offset)
            case UInt8(ascii: "("):
                brackets.append((bytes[offset], offset))
                offset += 1
            case UInt8(ascii: ")"):
                closeParenthesis(offset)
                offset += 1
            case UInt8(ascii: "*"), UInt8(ascii: "_"): offset = emphasis(offset)
            case UInt8(ascii: "`"): offset = code(offset)
            case UInt8(ascii: "<"): offset = tag(offset)
            case UInt8(ascii: ":"): offset = url(offset)
            case UInt8(ascii: "\""): offset = straightQuote(offset, .straightDouble)
            case UInt8(ascii: "'"): offset = straightQuote(offset, .straightSingle)
            case 0xE2: offset = curlyQuote(offset)
            default: offset += 1
            }
        }
        return offset
    }

    /// Past the bytes that start no inline: most of a text.
    private func skippingPlain(_ start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            let plain = EightBytes(bytes, at: offset).leadingPlain
            offset += plain
            if plain < 8 {
                if offset >= end || Self.isSign(bytes[offset]) { break }
                offset += 1
            }
        }
        return min(offset, end)
    }

    /// Whether a byte may start an inline.
    @inline(__always) private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"),
            0xE2:
            true
        default: false
        }
    }

    private func byte(before offset: Int) -> UInt8 { offset > segment.lowerBound ? bytes[offset - 1] : .newline }
    private func byte(at offset: Int) -> UInt8 { offset < segment.upperBound ? bytes[offset] : .newline }

    private mutating func add(_ kind: Inline.Kind, _ range: Range<Int>, _ content: Range<Int>? = nil) {
        inlines.append(Inline(kind: kind, range: range, content: content ?? range))
    }

    // MARK: - Markers, brackets, links

    private mutating func openBracket(_ start: Int) -> Int {
        let reader = MarkerReader(bytes: bytes, form: form, start: segment.lowerBound, end: segment.upperBound)
        if let sign = reader.read(at: start), isMarker(sign) {
            let problem = sign.problem ?? (sign.form == form ? nil : .otherForm)
            add(.marker(number: sign.number, problem: problem), sign.range, sign.content)
            return sign.range.upperBound
        }
        brackets.append((UInt8(ascii: "["), start))
        return start + 1
    }

    private func isMarker(_ sign: MarkerReader.Sign) -> Bool {
        if sign.form == .markdown { return true }
        let next = byte(at: sign.range.upperBound)
        if next == UInt8(ascii: "(") || next == UInt8(ascii: ":") && form == .markdown { return false }
        let isGlued =
            sign.range.lowerBound > segment.lowerBound && MarkerReader.canCarryMarker(byte(before: sign.range.lowerBound))
        // A number that a speaker's words were given in brackets stands between spaces.
        return isGlued || form == .bracket && quotes.isEmpty
    }

    private mutating func closeBracket(_ offset: Int) -> Int {
        guard let start = popBracket(UInt8(ascii: "["), closing: offset) else { return offset + 1 }
        guard byte(at: offset + 1) == UInt8(ascii: "("), let close = linkEnd(offset + 2) else { return offset + 1 }
        let isImage = start > segment.lowerBound && bytes[start - 1] == UInt8(ascii: "!")
        add(isImage ? .image : .link, (isImage ? start - 1 : start)..<close, start + 1..<offset)
        return close
    }

    /// Past the parenthesis that closes a link's destination.
    private func linkEnd(_ start: Int) -> Int? {
        var depth = 0
        for offset in start..<min(segment.upperBound, start + 2048) {
            switch bytes[offset] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { return offset + 1 }
                depth -= 1
            default: continue
            }
        }
        return nil
    }

    private mutating func closeParenthesis(_ offset: Int) {
        if popBracket(UInt8(ascii: "("), closing: nil) != nil { return }
        guard quotes.isEmpty, !isEnumerator(offset) else { return }
        add(.unmatchedBracket, offset..<offset + 1)
    }

    /// The start of the nearest open bracket of a sign; those opened inside it are left without a partner.
    private mutating func popBracket(_ sign: UInt8, closing: Int?) -> Int? {
        let floor = quotes.last?.bracketsBelow ?? 0
        // No bracket is searched for further back than a sentence could hold them.
        let lowest = max(floor, brackets.count - 16)
        guard lowest < brackets.count, let index = (lowest..<brackets.count).last(where: { brackets[$0].sign == sign }) else {
            if let closing, quotes.isEmpty { add(.unmatchedBracket, closing..<closing + 1) }
            return nil
        }
        let start = brackets[index].start
        for left in brackets[(index + 1)...] where quotes.isEmpty { add(.unmatchedBracket, left.start..<left.start + 1) }
        brackets.removeSubrange(index...)
        return start
    }

    /// `a)`, `2)` and `iv)` open the items of a list.
    private func isEnumerator(_ offset: Int) -> Bool {
        var start = offset
        while start > segment.lowerBound, bytes[start - 1].isASCIILetter || bytes[start - 1].isDigit { start -= 1 }
        let length = offset - start
        guard 1...4 ~= length, start == segment.lowerBound || bytes[start - 1].isBlank else { return false }
        let word = bytes[start..<offset]
        return length == 1 || length == 2 && word.allSatisfy(\.isDigit) || word.allSatisfy { "ivxIVX".utf8.contains($0) }
    }

    // MARK: - Emphasis

    private mutating func emphasis(_ start: Int) -> Int {
        let sign = bytes[start]
        var after = start
        while after < segment.upperBound, bytes[after] == sign { after += 1 }
        let count = after - start
        guard count <= 3 else { return after }
        let before = byte(before: start)
        let next = byte(at: after)
        let inWord = sign == UInt8(ascii: "_") && before.isWordByte && next.isWordByte
        if !before.isWhitespace, !inWord, closeEmphasis(sign, start, count) { return after }
        if !next.isWhitespace, !inWord {
            delimiters.append((sign, start, count))
            if sign == UInt8(ascii: "*") { delimiterCount.star += 1 } else { delimiterCount.underscore += 1 }
        }
        return after
    }

    private mutating func closeEmphasis(_ sign: UInt8, _ start: Int, _ count: Int) -> Bool {
        guard sign == UInt8(ascii: "*") ? delimiterCount.star > 0 : delimiterCount.underscore > 0 else { return false }
        while let opener = delimiters.popLast() {
            if opener.sign == UInt8(ascii: "*") { delimiterCount.star -= 1 } else { delimiterCount.underscore -= 1 }
            guard opener.sign == sign else { continue }
            let used = min(opener.count, count)
            let range = opener.start + opener.count - used..<start + used
            add(used == 1 ? .emphasis : .strong, range, opener.start + opener.count..<start)
            return true
        }
        return false
    }

    // MARK: - Code, comments, tags, addresses

    private mutating func code(_ start: Int) -> Int {
        let after = run(UInt8(ascii: "`"), from: start)
        let length = after - start
        guard !missingBackticks.contains(length) else { return after }
        var offset = after
        while offset < blockEnd {
            guard bytes[offset] == UInt8(ascii: "`") else {
                offset += 1
                continue
            }
            let close = run(UInt8(ascii: "`"), from: offset)
            if close - offset == length {
                add(.code, start..<close, after..<offset)
                return close
            }
            offset = close
        }
        missingBackticks.insert(length)
        return after
    }

    private func run(_ sign: UInt8, from start: Int) -> Int {
        var offset = start
        while offset < blockEnd, bytes[offset] == sign { offset += 1 }
        return offset
    }

    private mutating func tag(_ start: Int) -> Int {
        if bytes.has("<!--", at: start) {
            guard !missingCommentEnd, start + 4 <= blockEnd else { return start + 1 }
            if let close = bytes.first("-->", in: start + 4..<blockEnd) {
                add(.comment, start..<close + 3, start + 4..<close)
                return close + 3
            }
            missingCommentEnd = true
            return start + 1
        }
        let next = byte(at: start + 1)
        guard next.isASCIILetter || next == UInt8(ascii: "/"), missingTagEnd != segment.upperBound else { return start + 1 }
        var offset = start + 1
        while offset < segment.upperBound, bytes[offset] != UInt8(ascii: "<") {
            if bytes[offset] == UInt8(ascii: ">") {
                let isAddress = bytes.first("://", in: start..<offset) != nil
                add(isAddress ? .url : .htmlTag, start..<offset + 1, start + 1..<offset)
                return offset + 1
            }
            offset += 1
        }
        if offset == segment.upperBound { missingTagEnd = offset }
        return start + 1
    }

    /// A bare address, recognised by its `://`.
    private mutating func url(_ colon: Int) -> Int {
        guard bytes.has("://", at: colon), colon + 3 < segment.upperBound else { return colon + 1 }
        var start = colon
        while start > segment.lowerBound, colon - start < 8, bytes[start - 1].isASCIILetter { start -= 1 }
        guard start < colon else { return colon + 1 }
        var end = colon + 3
        while end < segment.upperBound, isAddressByte(end) { end += 1 }
        while end > colon + 3, ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
        add(.url, start..<end)
        return end
    }

    private func isAddressByte(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case ...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: ")"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
            false
        case 0xE2: !(bytes.has("“", at: offset) || bytes.has("”", at: offset) || bytes.has("’", at: offset))
        default: true
        }
    }

    // MARK: - Quotations

    private mutating func curlyQuote(_ offset: Int) -> Int {
        guard offset + 2 < segment.upperBound, bytes[offset + 1] == 0x80 else { return offset + 1 }
        switch bytes[offset + 2] {
        case 0x9C: openQuote(.curlyDouble, offset, 3)
        case 0x98: openQuote(.curlySingle, offset, 3)
        case 0x9D:
            if !closeQuote(.curlyDouble, offset, 3) { add(.unmatchedQuote(.curlyDouble), offset..<offset + 3) }
        case 0x99:
            // An apostrophe, unless it ends a word and a single quotation is open.
            if !byte(before: offset).isWhitespace, !byte(at: offset + 3).isWordByte || isQuoteMark(offset + 3),
                quotes.last?.kind == .curlySingle
            {
                _ = closeQuote(.curlySingle, offset, 3)
            }
        default: break
        }
        return offset + 3
    }

    /// Whether the character at an offset is a curly quotation mark or a dash: no part of a word though it is beyond ASCII.
    private func isQuoteMark(_ offset: Int) -> Bool {
        offset >= segment.lowerBound && offset + 2 < segment.upperBound && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
    }

    private mutating func straightQuote(_ offset: Int, _ kind: Inline.Quotation) -> Int {
        let before = byte(before: offset)
        let next = byte(at: offset + 1)
        let opens =
            before.isWhitespace || "([{/-".utf8.contains(before) || isQuoteMark(offset - 3)
        if kind == .straightSingle {
            if opens, next.isWordByte {
                openQuote(kind, offset, 1)
            } else if !next.isWordByte, !before.isWhitespace, quotes.last?.kind == kind {
                _ = closeQuote(kind, offset, 1)
            }
            return offset + 1
        }
        let isOpen = quotes.contains { $0.kind == kind }
        if isOpen, !(opens && !next.isWhitespace && quotes.last?.kind != kind) {
            _ = closeQuote(kind, offset, 1)
        } else if !next.isWhitespace, !before.isDigit || opens {
            openQuote(kind, offset, 1)
        } else if !before.isDigit {
            add(.unmatchedQuote(kind), offset..<offset + 1)
        }
        return offset + 1
    }

    private mutating func openQuote(_ kind: Inline.Quotation, _ offset: Int, _ length: Int) {
        // Quotations are nested a few deep; more openings than that are openings without an end.
        if quotes.count >= 8, let lost = quotes.first {
            reportUnclosed(lost)
            quotes.removeFirst()
        }
        quotes.append((kind, offset, length, brackets.count))
    }

    private mutating func closeQuote(_ kind: Inline.Quotation, _ offset: Int, _ length: Int) -> Bool {
        guard let index = quotes.lastIndex(where: { $0.kind == kind }) else { return false }
        let opened = quotes[index]
        for lost in quotes[(index + 1)...] { reportUnclosed(lost) }
        quotes.removeSubrange(index...)
        if brackets.count > opened.bracketsBelow { brackets.removeSubrange(opened.bracketsBelow...) }
        add(.quotation(kind), opened.start..<offset + length, opened.start + opened.length..<offset)
        return true
    }

    /// Single marks without an end are apostrophes.
    private mutating func reportUnclosed(_ quote: (kind: Inline.Quotation, start: Int, length: Int, bracketsBelow: Int)) {
        guard quote.kind == .curlyDouble || quote.kind == .straightDouble else { return }
        add(.unmatchedQuote(quote.kind), quote.start..<quote.start + quote.length)
    }

    private mutating func endBlock() {
        let judged =
            quotes.first(where: { $0.kind == .curlyDouble || $0.kind == .straightDouble })?.bracketsBelow ?? brackets.count
        for bracket in brackets.prefix(judged) { add(.unmatchedBracket, bracket.start..<bracket.start + 1) }
        for quote in quotes { reportUnclosed(quote) }
        brackets.removeAll(keepingCapacity: true)
        quotes.removeAll(keepingCapacity: true)
        delimiters.removeAll(keepingCapacity: true)
        delimiterCount = (0, 0)
        if !missingBackticks.isEmpty { missingBackticks.removeAll() }
        missingCommentEnd = false
        missingTagEnd = -1
    }
}
