#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the lines of a file start. A line ends with LF or CRLF; the last one may end with the file.
package struct LineTable: Sendable {
    /// The byte offset at which each line starts; the first is 0.
    package let starts: [Int]
    /// The file's size in bytes.
    package let end: Int

    package init(_ bytes: [UInt8]) {
        var starts: [Int] = [0]
        starts.reserveCapacity(bytes.count / 64 + 8)
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            var offset = 0
            while offset < buffer.count, let found = memchr(base + offset, 0x0A, buffer.count - offset) {
                offset = base.distance(to: UnsafeRawPointer(found)) + 1
                if offset < buffer.count { starts.append(offset) }
            }
        }
        self.starts = starts
        end = bytes.count
    }

    package var count: Int { starts.count }

    /// A line with its line end, by its zero-based index.
    package func range(_ line: Int) -> Range<Int> {
        starts[line]..<(line + 1 < starts.count ? starts[line + 1] : end)
    }

    /// The zero-based index of the line that holds an offset.
    package func line(at offset: Int) -> Int {
        max(starts.partitioningIndex { $0 > offset } - 1, 0)
    }
}

/// A place in a file as people and machines name it.
package struct Position: Sendable, Equatable, Hashable {
    /// The line, counted from one.
    package let line: Int
    /// The column in characters as a reader sees them, counted from one.
    package let column: Int
    /// The offset in UTF-8 bytes from the file's start.
    package let offset: Int
    /// The column in UTF-16 code units, counted from one.
    package let utf16Column: Int
    /// The column in UTF-8 bytes, counted from one.
    package let utf8Column: Int

    /// The start of a file.
    package static let start = Position(line: 1, column: 1, offset: 0, utf16Column: 1, utf8Column: 1)
}

/// Turns byte offsets into positions. Ask in ascending order where there are many: each answer starts from the one before it,
/// so that a line of any length is read once.
package struct PositionFinder {
    private let bytes: [UInt8]
    private let lines: LineTable
    private var last: Position

    package init(_ bytes: [UInt8], _ lines: LineTable) {
        self.bytes = bytes
        self.lines = lines
        last = .start
    }

    package mutating func position(at offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lines.line(at: offset)
        var start = lines.starts[line]
        var column = 1
        var utf16Column = 1
        if start == 0, bytes.has("\u{FEFF}", at: 0), offset >= 3 { start = 3 }
        let utf8Column = offset - start + 1
        if last.line == line + 1, last.offset <= offset, last.offset >= start {
            start = last.offset
            column = last.column
            utf16Column = last.utf16Column
        }
        let passed = bytes[start..<offset]
        if let columns = Self.plainCharacters(passed) {
            column += columns
            utf16Column += columns
        } else {
            let text = String(decoding: passed, as: UTF8.self)
            column += text.count
            utf16Column += text.utf16.count
        }
        last = Position(
            line: line + 1, column: column, offset: offset, utf16Column: utf16Column, utf8Column: utf8Column)
        return last
    }

    /// How many characters some bytes are where each is one by itself, and one unit of UTF-16 too: letters of Latin script, dashes and
    /// quotation marks; nil for any other.
    private static func plainCharacters(_ bytes: ArraySlice<UInt8>) -> Int? {
        var count = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case .carriageReturn: return nil
            case ..<0x80: index += 1
            case 0xC3...0xC9: index += 2
            case 0xE2 where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80 && 0x93...0x9E ~= bytes[index + 2]: index += 3
            default: return nil
            }
            count += 1
        }
        return index == bytes.endIndex ? count : nil
    }
}
