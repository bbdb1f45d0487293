/// Text in XML 1.0.
enum XMLText {
    /// A start tag, or with `isEmpty` a whole element.
    static func tag(_ name: String, _ attributes: [(String, String)] = [], isEmpty: Bool = false) -> String {
        "<" + name + attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined() + (isEmpty ? "/>" : ">")
    }

    /// Characters that XML cannot hold become U+FFFD; line ends and tabs are references, as attributes would lose them.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n", "\r", "\t": "&#\(scalar.value);"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
