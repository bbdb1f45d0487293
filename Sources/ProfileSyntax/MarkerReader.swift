/// Reads footnote markers, and what is nearly one. The one place that knows how a marker is written.
struct MarkerReader {
    /// Whether a number in brackets directly behind a byte belongs to it: not behind a blank, nor at the start of a table's cell or an
    /// image.
    static func canCarryMarker(_ byte: UInt8) -> Bool {
        !byte.isWhitespace && byte != UInt8(ascii: "!") && byte != UInt8(ascii: "|")
    }

    struct Sign {
        var form: FootnoteForm
        var number: Int?
        var problem: MarkerProblem?
        /// From the opening to the closing bracket.
        var range: Range<Int>
        /// What stands between the brackets, without the caret.
        var content: Range<Int>
    }

    let bytes: [UInt8]
    let form: FootnoteForm
    /// Where the line's text starts, behind a note's label and the signs of lists and quotations, and where it ends.
    let start: Int
    let end: Int

    /// A longer run of digits is no footnote's number.
    private static let mostDigits = 6

    /// The marker that starts with the bracket at an offset.
    func read(at start: Int) -> Sign? {
        guard start + 1 < end else { return nil }
        var spaced = false
        var offset = skip(start + 1, &spaced)
        guard offset < end else { return nil }
        let hasCaret = bytes[offset] == UInt8(ascii: "^")
        if hasCaret { offset = skip(offset + 1, &spaced) }

        let digits = readDigits(offset)
        guard digits.count > 0 else { return hasCaret && !spaced ? readWord(start, offset) : nil }
        let content = offset..<digits.end
        var close = digits.end
        var closeSpaced = false
        close = skip(close, &closeSpaced)

        let unclosed: Bool
        let upper: Int
        if close < end, bytes[close] == UInt8(ascii: "]") {
            unclosed = false
            upper = close + 1
            spaced = spaced || closeSpaced
        } else {
            // `[3` with more text before a bracket is a word of an editor, such as `[3 more]`.
            guard !spaced, hasCaret ? !isNumber(after: content.upperBound) : isAlone(content.upperBound, glued: start) else {
                return nil
            }
            unclosed = true
            let wrong =
                close == content.upperBound && close < end
                && (bytes[close] == UInt8(ascii: ")") || bytes[close] == UInt8(ascii: "}"))
            upper = wrong ? close + 1 : content.upperBound
        }
        guard digits.count <= (hasCaret ? Self.mostDigits : 3) else { return nil }
        let problem: MarkerProblem? =
            unclosed
            ? .unclosed : digits.isFullWidth ? .fullWidthDigits : spaced ? .spaced : digits.hasLeadingZero ? .leadingZero : nil
        return Sign(
            form: hasCaret ? .markdown : .bracket, number: digits.value, problem: problem, range: start..<upper, content: content)
    }

    /// Whether the digits before an offset go on as a longer number or a word: `[^4,492`, `[^4th`.
    private func isNumber(after offset: Int) -> Bool {
        guard offset < end else { return false }
        if bytes[offset].isWordByte { return !bytes.has("”", at: offset) && !bytes.has("’", at: offset) }
        return offset + 1 < end && (bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: "."))
            && bytes[offset + 1].isDigit
    }

    /// Whether `[3` stands at the end of a word and is followed by none: `mines.[3 In`.
    private func isAlone(_ after: Int, glued start: Int) -> Bool {
        guard form == .bracket, start > self.start, Self.canCarryMarker(bytes[start - 1]) else { return false }
        guard after < end else { return true }
        // The end of a table's cell is one, too.
        guard bytes[after].isBlank || bytes[after] == UInt8(ascii: "|") else { return false }
        // No closing bracket before the next opening one.
        for offset in after..<end {
            if bytes[offset] == UInt8(ascii: "]") { return false }
            if bytes[offset] == UInt8(ascii: "[") { return true }
        }
        return true
    }

    private func skip(_ offset: Int, _ spaced: inout Bool) -> Int {
        let after = bytes.skippingBlanks(offset, to: end)
        if after > offset { spaced = true }
        return after
    }

    private func readWord(_ start: Int, _ label: Int) -> Sign? {
        var offset = label
        while offset < end, offset - label < 64, bytes[offset] != UInt8(ascii: "]") {
            guard bytes[offset].isWordByte || bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "_") else {
                return nil
            }
            offset += 1
        }
        guard offset > label, offset < end, bytes[offset] == UInt8(ascii: "]") else { return nil }
        return Sign(form: .markdown, number: nil, problem: .notANumber, range: start..<offset + 1, content: label..<offset)
    }

    private func readDigits(_ start: Int) -> (count: Int, value: Int, end: Int, isFullWidth: Bool, hasLeadingZero: Bool) {
        var offset = start
        var count = 0
        var value = 0
        var isFullWidth = false
        var hasLeadingZero = false
        while offset < end, count <= Self.mostDigits {
            let digit: Int
            if bytes[offset].isDigit {
                digit = Int(bytes[offset] & 0x0F)
                offset += 1
            } else if offset + 2 < end, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC, 0x90...0x99 ~= bytes[offset + 2] {
                digit = Int(bytes[offset + 2] - 0x90)
                offset += 3
                isFullWidth = true
            } else {
                break
            }
            if count == 0, digit == 0 { hasLeadingZero = true }
            value = value * 10 + digit
            count += 1
        }
        return (count, value, offset, isFullWidth, hasLeadingZero)
    }
}

/// What a first look at the lines tells about a profile's footnotes: which form they have, and which notes there are.
package struct NoteSurvey: Sendable {
    package private(set) var form = FootnoteForm.markdown
    /// The numbers of the notes that are properly written in the markdown form.
    package private(set) var defined: Set<Int> = []

    init(_ bytes: [UInt8], _ lines: LineTable, from bodyStart: Int) {
        var brackets = 0
        for line in lines.line(at: min(bodyStart, bytes.count))..<lines.count {
            let range = lines.range(line)
            var offset = range.lowerBound
            while offset < range.upperBound, bytes[offset].isBlank || bytes[offset] == UInt8(ascii: ">") { offset += 1 }
            guard offset < range.upperBound, bytes[offset] == UInt8(ascii: "[") else { continue }
            let isCaret = offset + 1 < range.upperBound && bytes[offset + 1] == UInt8(ascii: "^")
            let digits = offset + (isCaret ? 2 : 1)
            let after = bytes.skippingDigits(digits, to: range.upperBound)
            guard after > digits, bytes.has("]", at: after) else { continue }
            if isCaret, bytes.has("]:", at: after) {
                if let number = bytes.number(in: digits..<after) { defined.insert(number) }
            } else if !isCaret, after - digits <= 3, after + 1 == range.upperBound || bytes[after + 1].isWhitespace {
                brackets += 1
            }
        }
        if brackets > defined.count {
            form = .bracket
        } else if brackets == 0, defined.isEmpty {
            form = Self.markersAlone(bytes, from: bodyStart)
        }
    }

    /// The form where there are markers but no notes.
    private static func markersAlone(_ bytes: [UInt8], from start: Int) -> FootnoteForm {
        var bracket = false
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == UInt8(ascii: "[") {
                if bytes[offset + 1] == UInt8(ascii: "^") { return .markdown }
                let after = bytes.skippingDigits(offset + 1, to: bytes.count)
                let glued = offset > 0 && MarkerReader.canCarryMarker(bytes[offset - 1])
                if glued, 1...3 ~= after - offset - 1, bytes.has("]", at: after), !bytes.has("](", at: after) { bracket = true }
            }
            offset += 1
        }
        return bracket ? .bracket : .markdown
    }
}
