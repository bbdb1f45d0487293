import ProfileSyntax

/// Plain text as Markdown that shows the same.
enum MarkdownText {
    /// A line of a published page: its markers become `[^n]`, and what Markdown would give another meaning gets a backslash.
    static func of(_ line: String, isCell: Bool = false) -> String {
        let bytes = Array(line.utf8)
        var edits: [Int: String] = [:]
        var skipped: [Range<Int>] = []
        for inline in Profile.publishedInlines(bytes) {
            switch inline.kind {
            case .marker(_?, nil):
                edits[inline.range.lowerBound] = "[^"
                skipped.append(inline.range)
            case .url where bytes[inline.range.lowerBound] != UInt8(ascii: "<"): skipped.append(inline.range)
            default: continue
            }
        }
        let meaning = Meaning(bytes)
        var text: [UInt8] = []
        var next = 0
        for offset in bytes.indices {
            while next < skipped.count, skipped[next].upperBound <= offset { next += 1 }
            let isSkipped = next < skipped.count && skipped[next].contains(offset)
            if let edit = edits[offset] {
                text += edit.utf8
                continue
            }
            if isSkipped ? meaning.isBackslash(offset) : meaning.isSign(offset, isCell: isCell) {
                text.append(UInt8(ascii: "\\"))
            }
            text.append(bytes[offset])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What signs of a line would mean.
    private struct Meaning {
        let bytes: [UInt8]
        /// How often each sign could open or close something.
        private var stars = 0
        private var underscores = 0
        private var tildes = 0
        private var backticks = 0
        private var lastClosingAngle = -1
        /// The brackets around a link's text, or around a caret and more.
        private var brackets: Set<Int> = []

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            var open: [Int] = []
            for (offset, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: "*") where isActive(offset): stars += 1
                case UInt8(ascii: "_") where isActive(offset): underscores += 1
                case UInt8(ascii: "~") where isDouble(offset): tildes += 1
                case UInt8(ascii: "`"): backticks += 1
                case UInt8(ascii: ">"): lastClosingAngle = offset
                case UInt8(ascii: "["): open.append(offset)
                case UInt8(ascii: "]"):
                    guard let start = open.popLast() else { continue }
                    if self.byte(offset + 1) == UInt8(ascii: "(") || self.byte(start + 1) == UInt8(ascii: "^") {
                        brackets.formUnion([start, offset])
                    }
                default: continue
                }
            }
        }

        private func byte(_ offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : .newline }

        private func isActive(_ offset: Int) -> Bool {
            if bytes[offset] == UInt8(ascii: "_"), byte(offset - 1).isWordByte, byte(offset + 1).isWordByte { return false }
            return !(byte(offset - 1).isWhitespace && byte(offset + 1).isWhitespace)
        }

        private func isDouble(_ offset: Int) -> Bool {
            byte(offset + 1) == UInt8(ascii: "~") || byte(offset - 1) == UInt8(ascii: "~")
        }

        /// Whether a backslash would be taken for an escape, or for the end of a line.
        func isBackslash(_ offset: Int) -> Bool {
            bytes[offset] == UInt8(ascii: "\\") && (offset + 1 == bytes.count || bytes[offset + 1].isPunctuation)
        }

        func isSign(_ offset: Int, isCell: Bool) -> Bool {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): isBackslash(offset)
            case UInt8(ascii: "*"): stars > 1 && isActive(offset)
            case UInt8(ascii: "_"): underscores > 1 && isActive(offset)
            case UInt8(ascii: "~"): tildes > 2 && isDouble(offset)
            // In a row, what opens in one cell could close in another.
            case UInt8(ascii: "`"): backticks > 1 || isCell
            case UInt8(ascii: "["): byte(offset + 1) == UInt8(ascii: "^") || brackets.contains(offset)
            case UInt8(ascii: "]"): brackets.contains(offset) || isCell && byte(offset + 1) == UInt8(ascii: "(")
            case UInt8(ascii: "|"): isCell
            case UInt8(ascii: "<"): opensTag(offset) || isCell && byte(offset + 1).isASCIILetter
            case UInt8(ascii: "&"): opensEntity(offset)
            default: false
            }
        }

        private func opensTag(_ offset: Int) -> Bool {
            let next = byte(offset + 1)
            return bytes.has("<!--", at: offset)
                || (next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "?")) && lastClosingAngle > offset
        }

        private func opensEntity(_ offset: Int) -> Bool {
            var end = offset + 1
            while end < bytes.count, end - offset < 32, bytes[end].isASCIILetter || bytes[end].isDigit || bytes[end] == 0x23 {
                end += 1
            }
            return end > offset + 1 && byte(end) == UInt8(ascii: ";")
        }
    }

    /// A text whose first sign would make it something else than a paragraph gets a backslash before that sign.
    static func escapedStart(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let place = placeOfBlockSign(bytes) else { return text }
        return String(decoding: bytes[..<place], as: UTF8.self) + "\\" + String(decoding: bytes[place...], as: UTF8.self)
    }

    private static func placeOfBlockSign(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first else { return nil }
        func ends(_ offset: Int) -> Bool { offset >= bytes.count || bytes[offset].isWhitespace }
        switch first {
        case UInt8(ascii: ">"): return 0
        case UInt8(ascii: "#"):
            let after = bytes.firstIndex { $0 != first } ?? bytes.count
            return after <= 6 && ends(after) ? 0 : nil
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="):
            let isBreak = bytes.allSatisfy { $0 == first || $0.isBlank }
            return isBreak || first != UInt8(ascii: "_") && ends(1) ? 0 : nil
        case UInt8(ascii: "~"), UInt8(ascii: "`"):
            return bytes.prefix(3).allSatisfy { $0 == first } && bytes.count >= 3 ? 0 : nil
        case UInt8(ascii: "["):
            // A label of a note or of a link's address.
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let after = bytes.skippingBlanks(close + 1, to: bytes.count)
            return after < bytes.count && bytes[after] == UInt8(ascii: ":") ? after : nil
        case let digit where digit.isDigit:
            let after = bytes.skippingDigits(0, to: bytes.count)
            guard after <= 9, after < bytes.count, bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")") else {
                return nil
            }
            return ends(after + 1) ? after : nil
        default: return nil
        }
    }

    /// A heading whose last signs would be taken for its closing ones gets a backslash before them.
    static func escapedEnd(ofHeading text: String) -> String {
        guard text.hasSuffix("#") else { return text }
        let words = text.reversed().drop { $0 == "#" }.reversed()
        return String(words) + "\\" + text.dropFirst(words.count)
    }
}
