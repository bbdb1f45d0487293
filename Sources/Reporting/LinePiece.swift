import ProfileSyntax

/// A piece of a line as it is shown, and the columns that it takes.
struct LinePiece {
    let bytes: ArraySlice<UInt8>
    let columns: Int
    /// Whether each of its characters is a scalar and a column.
    private let isNarrow: Bool

    private init(narrow bytes: ArraySlice<UInt8>, columns: Int) {
        (self.bytes, self.columns, isNarrow) = (bytes, columns, true)
    }

    private init(wide text: String) { (bytes, columns, isNarrow) = (Array(text.utf8)[...], Width.of(text), false) }

    private init(_ bytes: ArraySlice<UInt8>) {
        if let columns = bytes.narrowColumns {
            self.init(narrow: bytes, columns: columns)
        } else {
            let text = String(decoding: bytes, as: UTF8.self)
            self.init(
                wide: text.hasHidden ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isHidden ? " " : $0 })) : text
            )
        }
    }

    /// The first characters of a range.
    init(_ bytes: [UInt8], _ range: Range<Int>, first characters: Int) {
        self.init(bytes[bytes.prefix(of: range, characters)])
    }

    /// The last characters of a range.
    init(_ bytes: [UInt8], _ range: Range<Int>, last characters: Int) {
        self.init(bytes[bytes.suffix(of: range, characters)])
    }

    /// As much of it as fits some columns, with an ellipsis for what does not.
    func cut(to width: Int, keepingEnd: Bool) -> LinePiece {
        guard columns > width else { return self }
        let kept = max(width - 1, 0)
        guard isNarrow else { return LinePiece(wide: Self.cut(String(decoding: bytes, as: UTF8.self), kept, keepingEnd)) }
        let place = bytes.index(ofCharacter: keepingEnd ? columns - kept : kept)
        let ellipsis = "…".utf8
        return LinePiece(narrow: keepingEnd ? ellipsis + bytes[place...] : bytes[..<place] + ellipsis, columns: kept + 1)
    }

    private static func cut(_ text: String, _ columns: Int, _ keepingEnd: Bool) -> String {
        var used = 0
        func fits(_ character: Character) -> Bool {
            used += Width.of(character)
            return used <= columns
        }
        if !keepingEnd { return text.prefix(while: fits) + "…" }
        var start = text.endIndex
        while start > text.startIndex {
            let before = text.index(before: start)
            guard fits(text[before]) else { break }
            start = before
        }
        return "…" + text[start...]
    }
}

/// How many columns a text takes on a terminal.
package enum Width {
    package static func of(_ text: String) -> Int {
        text.utf8.narrowColumns ?? text.reduce(0) { $0 + of($1) }
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

    /// The columns of letters of Latin script and typographic signs, of which each is a character and a column; nil for any other.
    fileprivate var narrowColumns: Int? {
        withContiguousStorageIfAvailable { bytes in
            if bytes.isPrintable { return bytes.count }
            var (columns, index) = (0, 0)
            while index < bytes.count {
                let length = bytes[index] &- 0x20 < 0x5F ? 1 : bytes.narrowCharacter(at: index)
                guard length > 0 else { return nil }
                index += length
                columns += 1
            }
            return columns
        } ?? nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes the character beyond ASCII at an index takes, if it is U+00A0 to U+024F or U+2010 to U+2027 but no soft hyphen;
    /// 0 for any other.
    fileprivate func narrowCharacter(at index: Int) -> Int {
        guard index + 1 < count, self[index + 1].isContinuation else { return 0 }
        switch (self[index], self[index + 1]) {
        case (0xC2, 0xAD): return 0
        case (0xC2, 0xA0...), (0xC3...0xC8, _), (0xC9, ...0x8F): return 2
        case (0xE2, 0x80): return index + 2 < count && 0x90...0xA7 ~= self[index + 2] ? 3 : 0
        default: return 0
        }
    }
}

extension String {
    /// Whether all of it are ASCII characters that take a column each.
    var isPrintable: Bool { utf8.isPrintable }
}

extension ArraySlice<UInt8> {
    /// Where a character starts, counted from 0.
    fileprivate func index(ofCharacter number: Int) -> Int {
        var left = number
        return indices.first { place in
            guard !self[place].isContinuation else { return false }
            left -= 1
            return left < 0
        } ?? endIndex
    }
}

extension [UInt8] {
    /// The first characters of a range; signs that are set above or below another do not count.
    fileprivate func prefix(of range: Range<Int>, _ characters: Int) -> Range<Int> {
        let plain = range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + characters)
        if self[plain].isPrintable { return plain }
        var (end, left) = (range.lowerBound, characters)
        while end < range.upperBound, left > 0 || !startsCharacter(end) {
            if startsCharacter(end) { left -= 1 }
            end += 1
        }
        return range.lowerBound..<end
    }

    /// The last characters of a range.
    fileprivate func suffix(of range: Range<Int>, _ characters: Int) -> Range<Int> {
        let plain = Swift.max(range.lowerBound, range.upperBound - characters)..<range.upperBound
        if self[plain].isPrintable { return plain }
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
