import ProfileSyntax

/// Turns what a block shows into HTML, and keeps count of the markers.
struct HTMLText {
    private let profile: Profile
    /// The numbers that have a note to link to.
    private let notes: Set<Int>
    /// How many markers of each number there are so far.
    private var markers: [Int: Int] = [:]

    init(_ profile: Profile, notes: Set<Int>) {
        self.profile = profile
        self.notes = notes
    }

    mutating func html(_ pieces: [ShownPiece]) -> String {
        // What is open, with what stands before it; what holds nothing is left out.
        var open: [(before: String, inline: Inline)] = []
        var html = ""
        for piece in pieces {
            let isInLink = open.contains { $0.inline.kind == .link }
            switch piece {
            case .text(let words): html += Self.escaped(words)
            case .lineEnd(let isHard): html += isHard ? "<br>\n" : " "
            case .marker(let number): html += marker(number, isInLink: isInLink)
            case .address(let address):
                html += isInLink || !Self.isSafe(address) ? Self.escaped(address) : Self.link(address, Self.escaped(address))
            case .open(let inline):
                open.append((html, inline))
                html = ""
            case .close:
                // In place: a paragraph may hold any number of links.
                guard var outer = open.popLast() else { continue }
                if !html.isEmpty { outer.before += element(outer.inline, html, inside: open.map(\.inline)) }
                html = outer.before
            }
        }
        return html.trimmed
    }

    /// Emphasis inside emphasis of its kind is none.
    private func element(_ inline: Inline, _ html: String, inside outer: [Inline]) -> String {
        func isBoth(_ inline: Inline) -> Bool {
            inline.kind == .strong && inline.content.lowerBound - inline.range.lowerBound == 3
        }
        let isEmphasised = outer.contains { $0.kind == .emphasis || isBoth($0) }
        switch inline.kind {
        case .emphasis: return isEmphasised ? html : "<em>\(html)</em>"
        case .strong:
            let words = isBoth(inline) && !isEmphasised ? "<em>\(html)</em>" : html
            return outer.contains { $0.kind == .strong } ? words : "<strong>\(words)</strong>"
        case .code: return "<code>\(html)</code>"
        case .link:
            // A link ends in `](address "title")`; in it no other link may stand.
            let target = min(inline.content.upperBound + 2, inline.range.upperBound - 1)..<inline.range.upperBound - 1
            let words = profile.bytes.unescaped(profile.bytes.trimmed(target)).split(separator: " ")
            let address = String(words.first ?? "").filter { $0 != "<" && $0 != ">" }
            return Self.isSafe(address) ? Self.link(address, html) : html
        default: return html
        }
    }

    /// Whether an address leads to a page or a mailbox, not to a script.
    private static func isSafe(_ address: String) -> Bool {
        let address = address.lowercased()
        return ["https://", "http://", "mailto:"].contains { address.hasPrefix($0) && address.utf8.count > $0.utf8.count }
    }

    private static func link(_ address: String, _ html: String) -> String {
        var encoded = ""
        for byte in address.utf8 {
            if byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}[]".utf8.contains(byte) {
                let hex = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (hex.utf8.count < 2 ? "0" : "") + hex
            } else {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return "<a href=\"\(escaped(encoded))\">\(html)</a>"
    }

    // MARK: - Footnotes

    static func note(_ number: Int) -> String { "note-\(number)" }

    private static func reference(_ number: Int, _ count: Int) -> String {
        "reference-\(number)" + (count > 1 ? "-\(count)" : "")
    }

    private mutating func marker(_ number: Int, isInLink: Bool) -> String {
        let shown = FootnoteForm.bracket.marker(number)
        guard notes.contains(number), !isInLink else { return "<sup class=\"reference\">\(shown)</sup>" }
        let count = markers[number, default: 0] + 1
        markers[number] = count
        return "<sup class=\"reference\"><a id=\"\(Self.reference(number, count))\" href=\"#\(Self.note(number))\" "
            + "role=\"doc-noteref\" aria-label=\"Note \(shown)\">\(shown)</a></sup>"
    }

    /// Links from a note to each of its markers.
    func backLinks(_ number: Int) -> String {
        let count = markers[number] ?? 0
        guard count > 0 else { return "" }
        return (1...count).map { place in
            let name = "Back to note \(number) in the text" + (count > 1 ? ", place \(place)" : "")
            let shown = "↩" + (count > 1 ? "\(place)" : "")
            return
                "<a class=\"back\" href=\"#\(Self.reference(number, place))\" role=\"doc-backlink\" aria-label=\"\(name)\">\(shown)</a>"
        }.joined(separator: " ")
    }

    // MARK: - Characters

    /// Text with the signs of HTML escaped, and without the characters that HTML does not allow.
    static func escaped(_ text: String) -> String {
        var html = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html.append(contentsOf: "&amp;".unicodeScalars)
            case "<": html.append(contentsOf: "&lt;".unicodeScalars)
            case ">": html.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": html.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n": html.append(" ")
            case "\r": continue
            default: html.append(isAllowed(scalar.value) ? scalar : "\u{FFFD}")
            }
        }
        return String(html)
    }

    private static func isAllowed(_ code: UInt32) -> Bool {
        code >= 0x20 && !(0x7F...0x9F).contains(code) && !(0xFDD0...0xFDEF).contains(code) && code & 0xFFFE != 0xFFFE
    }
}
