import ProfileSyntax

/// Brings the layout of a profile to one form; see `STYLE.md` for the decisions, whose numbers stand here.
package enum LayoutFormatter {
    /// The formatter would have changed more than layout, which is a mistake in it; the text is left alone.
    package struct NotEquivalent: Error {}

    /// The text in its one form. Throws ``NotEquivalent`` where what is not layout would differ, or formatting again would
    /// change the text again.
    package static func format(_ bytes: [UInt8]) throws(NotEquivalent) -> [UInt8] {
        let formatted = layOut(bytes)
        guard inked(bytes) == inked(formatted), layOut(formatted) == formatted else { throw NotEquivalent() }
        return formatted
    }

    private static func layOut(_ bytes: [UInt8]) -> [UInt8] {
        let profile = Profile(parsing: bytes)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 1)
        appendLines(0..<profile.bodyStart, of: profile, keepingSpaces: false, isText: false, to: &text)
        for (index, block) in profile.blocks.enumerated() where block.next == index + 1 {
            switch block.kind {
            case .blank:
                // Decision 3; an empty line of a quotation, a list or a note may carry its sign.
                if bytes[block.range].contains(where: { !$0.isWhitespace }) {
                    appendLines(block.range, of: profile, keepingSpaces: false, isText: false, to: &text)
                } else if !text.isEmpty, text.last == .newline {
                    text.append(.newline)
                }
            case .code, .comment:
                appendLines(block.range, of: profile, keepingSpaces: true, isText: false, to: &text)
            default:
                appendLines(block.range, of: profile, keepingSpaces: false, isText: block.kind == .paragraph, to: &text)
            }
        }
        // Decision 4.
        while text.last == .newline { text.removeLast() }
        if !text.isEmpty { text.append(.newline) }
        return text
    }

    private static func appendLines(
        _ range: Range<Int>, of profile: Profile, keepingSpaces: Bool, isText: Bool, to text: inout [UInt8]
    ) {
        let bytes = profile.bytes
        var start = range.lowerBound
        while start < range.upperBound {
            let line = start..<min(profile.lines.range(profile.lines.line(at: start)).upperBound, range.upperBound)
            var end = line.upperBound
            while end > line.lowerBound, bytes[end - 1] == .newline || bytes[end - 1] == .carriageReturn { end -= 1 }
            let written = end
            if !keepingSpaces { while end > line.lowerBound, bytes[end - 1].isBlank { end -= 1 } }
            text += bytes[line.lowerBound..<end]
            // Two spaces before another line of the paragraph are a line break.
            if isText, written - end >= 2, end > line.lowerBound, line.upperBound < range.upperBound { text += [.space, .space] }
            if end < line.upperBound, bytes[line.upperBound - 1] == .newline { text.append(.newline) }
            start = line.upperBound
        }
    }

    /// All that is no layout.
    private static func inked(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { !$0.isWhitespace } }
}
