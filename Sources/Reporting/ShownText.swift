/// Texts from files and file names, made harmless where they are printed.
extension String {
    /// The text without what would break a line, hide in it or command a terminal: controls, those for the direction of the text
    /// among them, stand as `<U+001B>`.
    package var onOneLine: String {
        guard hasHidden else { return self }
        return unicodeScalars.map { $0.isHidden ? "<U+\($0.hexadecimal)>" : String($0) }.joined()
    }

    /// The text on one line, with what Markdown would take for its own signs escaped.
    var asMarkdown: String {
        onOneLine.map { "\\`*_{}[]<>|~$&#!^".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// Whether anything in it is hidden.
    var hasHidden: Bool {
        guard !isPrintable else { return false }
        return utf8.withContiguousStorageIfAvailable { bytes in
            for (index, byte) in bytes.enumerated() {
                // Nearly all bytes are of plain letters, and what is hidden beyond them starts with one of three.
                if byte >= 0x20, byte < 0x7F { continue }
                if byte < 0x80 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF, Self.hidesCharacter(bytes[index...]) {
                    return true
                }
            }
            return false
        } ?? unicodeScalars.contains(where: \.isHidden)
    }

    /// Whether the character that some bytes start with is hidden.
    private static func hidesCharacter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        String(decoding: bytes.prefix(3), as: UTF8.self).unicodeScalars.first?.isHidden ?? false
    }
}

extension Unicode.Scalar {
    /// Controls, those for the direction of the text among them.
    var isHidden: Bool {
        switch value {
        case ..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// At least four digits.
    var hexadecimal: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
