import ProfileSyntax

/// A piece of a line as it is shown, and the columns that it takes.
struct LinePiece {
    let text: String
    let columns: Int

    private init(_ text: String, columns: Int? = nil) {
        self.text = text
        self.columns = columns ?? Width.of(text)
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>, isPrintable: Bool) {
        let text = bytes.text(range)
        if isPrintable {
            self.init(text, columns: range.count)
        } else {
            self.init(
                text.hasHidden ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isHidden ? " " : $0 })) : text)
        }
    }

    /// The first characters of a range.
    init(_ bytes: [UInt8], _ range: Range<Int>, first characters: Int) {
        let plain = range.lowerBound..<min(range.upperBound, range.lowerBound + characters)
        let isPrintable = bytes[plain].isPrintable
        self.init(bytes, isPrintable ? plain : bytes.prefix(of: range, characters), isPrintable: isPrintable)
    }

    /// The last characters of a range.
    init(_ bytes: [UInt8], _ range: Range<Int>, last characters: Int) {
        let plain = max(range.lowerBound, range.upperBound - characters)..<range.upperBound
        let isPrintable = bytes[plain].isPrintable
        self.init(bytes, isPrintable ? plain : bytes.suffix(of: range, characters), isPrintable: isPrintable)
    }

    /// As much of it as fits some columns, with an ellipsis for what does not.
    func cut(to width: Int, keepingEnd: Bool) -> LinePiece {
        guard columns > width else { return self }
        let kept = max(width - 1, 0)
        if text.isPrintable {
            let part = text.utf8.index(text.startIndex, offsetBy: keepingEnd ? columns - kept : kept)
            return LinePiece(keepingEnd ? "…" + text[part...] : text[..<part] + "…", columns: kept + 1)
        }
        if Width.ofNarrow(text) != nil {
            let scalars = text.unicodeScalars
            return LinePiece(keepingEnd ? "…" + String(scalars.suffix(kept)) : String(scalars.prefix(kept)) + "…")
        }
        var used = 1
        func fits(_ character: Character) -> Bool {
            used += Width.of(character)
            return used <= width
        }
        if !keepingEnd { return LinePiece(text.prefix(while: fits) + "…") }
        var start = text.endIndex
        while start > text.startIndex {
            let before = text.index(before: start)
            guard fits(text[before]) else { break }
            start = before
        }
        return LinePiece("…" + text[start...])
    }
}

/// How many columns a text takes on a terminal.
package enum Width {
    package static func of(_ text: String) -> Int {
        ofNarrow(text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// The columns of a text of letters of Latin script and typographic signs, of which each is a character and a column; nil for any
    /// other.
    static func ofNarrow(_ text: String) -> Int? {
        if text.isPrintable { return text.utf8.count }
        var columns = 0
        for scalar in text.unicodeScalars {
            guard isNarrow(scalar) else { return nil }
            columns += 1
        }
        return columns
    }

    private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x24F, 0x2010...0x2027: true
        default: false
        }
    }

    package static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x20...0x7E: return 1
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }
}

extension Sequence<UInt8> {
    /// Whether all are ASCII characters that take a column each. No loop ends early, so that many bytes are looked at in one step.
    var isPrintable: Bool {
        withContiguousStorageIfAvailable { bytes in
            var others: UInt8 = 0
            for byte in bytes { others |= byte &- 0x20 < 0x5F ? 0 : 1 }
            return others == 0
        } ?? allSatisfy { $0 &- 0x20 < 0x5F }
    }
}

extension String {
    /// Whether all of it are ASCII characters that take a column each.
    var isPrintable: Bool { utf8.isPrintable }
}

extension [UInt8] {
    /// The first characters of a range; signs that are set above or below another do not count.
    fileprivate func prefix(of range: Range<Int>, _ characters: Int) -> Range<Int> {
        var (end, left) = (range.lowerBound, characters)
        while end < range.upperBound, left > 0 || !startsCharacter(end) {
            if startsCharacter(end) { left -= 1 }
            end += 1
        }
        return range.lowerBound..<end
    }

    /// The last characters of a range.
    fileprivate func suffix(of range: Range<Int>, _ characters: Int) -> Range<Int> {
        var (start, left) = (range.upperBound, characters)
        while start > range.lowerBound, left > 0 {
            start -= 1
            if startsCharacter(start) { left -= 1 }
        }
        return start..<range.upperBound
    }

    /// Whether a character that takes a column may start at an offset: none of the combining marks U+0300 to U+036F.
    private func startsCharacter(_ offset: Int) -> Bool {
        !self[offset].isContinuation && self[offset] != 0xCC
            && !(self[offset] == 0xCD && offset + 1 < count && self[offset + 1] < 0xB0)
    }
}
