/// Scalars of YAML 1.2: what a plain one means, and which text may be written plain.
enum YAMLScalar {
    /// A text's type and value.
    static func meaning(_ text: String, isPlain: Bool) -> String { isPlain && isTyped(text) ? "typed " + text : "text " + text }

    /// Whether a plain scalar is something else than text: a number, a truth value, nothing.
    static func isTyped(_ text: String) -> Bool {
        if ["", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"].contains(text) { return true }
        guard let first = text.utf8.first else { return true }
        return first.isDigitOrSign && text.utf8.contains { 0x30...0x39 ~= $0 }
            && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || "+-._:eExXabcdefABCDEFoOTZ".utf8.contains($0) }
            || text.lowercased().hasSuffix(".inf") || text.lowercased() == ".nan"
    }

    /// Whether a text keeps its meaning without quotation marks, in block and in flow.
    static func canBePlain(_ text: String) -> Bool {
        guard !isTyped(text), let first = text.utf8.first, let last = text.utf8.last else { return false }
        // Other readers of YAML take these words for truth values.
        if ["y", "n", "yes", "no", "on", "off"].contains(text.lowercased()) { return false }
        if "!&*-?[]{},#|>@`\"'%=:<. ".utf8.contains(first) || last == UInt8(ascii: " ") || last == UInt8(ascii: ":") {
            return false
        }
        var before: UInt8 = 0
        for byte in text.utf8 {
            if byte < 0x20 || "[]{},".utf8.contains(byte) { return false }
            if byte == UInt8(ascii: " "), before == UInt8(ascii: ":") { return false }
            if byte == UInt8(ascii: "#"), before == UInt8(ascii: " ") { return false }
            before = byte
        }
        return !text.contains("\u{FEFF}") && !text.contains("\u{2028}") && !text.contains("\u{2029}") && !text.contains("\u{85}")
    }
}

extension UInt8 {
    fileprivate var isDigitOrSign: Bool { 0x30...0x39 ~= self || "+-.".utf8.contains(self) }
}
