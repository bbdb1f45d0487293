/// The text of a block in pandoc's Markdown as a profile writes it: quotation marks, dashes and ellipses as characters again (pandoc
/// writes `"`, `--`, `...` for them), escapes and attributes that a profile does not need taken away; emphasis and links stay.
struct PandocText {
    private let source: [Character]
    private let isCell: Bool
    /// Where each sign that closes something stands last, so that no search for one is in vain.
    private var last: [Character: Int] = [:]
    /// Where the last single quotation mark stands that may close a quotation.
    private let lastClosingQuote: Int
    private var offset = 0
    private var text: [String] = []
    /// Where in ``text`` brackets opened.
    private var brackets: [Int] = []
    /// How many brackets have opened whose backslash stays.
    private var keptBrackets = 0

    static func converted(_ text: String, isCell: Bool = false) -> String {
        var reader = PandocText(source: Array(text), isCell: isCell)
        while reader.offset < reader.source.count { reader.step() }
        return reader.text.joined().trimmed
    }

    private init(source: [Character], isCell: Bool) {
        self.source = source
        self.isCell = isCell
        for (offset, character) in source.enumerated() where ">)}^~".contains(character) { last[character] = offset }
        lastClosingQuote =
            source.indices.last { offset in
                source[offset] == "'" && offset > 0 && !source[offset - 1].isWhitespace && offset + 1 == source.count
                    || source[offset] == "'" && offset > 0 && !source[offset - 1].isWhitespace && !source[offset + 1].isLetter
                        && !source[offset + 1].isNumber
            } ?? -1
    }

    private func character(_ offset: Int) -> Character { source.indices.contains(offset) ? source[offset] : "\n" }
    private var next: Character { character(offset + 1) }
    private var previous: Character { text.last?.last ?? "\n" }

    private mutating func take(_ count: Int, as words: String) {
        text.append(words)
        offset += count
    }

    private func has(_ words: String, at offset: Int? = nil) -> Bool {
        source[min(offset ?? self.offset, source.count)...].starts(with: words)
    }

    private func first(_ wanted: Character, from start: Int, unless stops: (Character) -> Bool = { _ in false }) -> Int? {
        guard start <= last[wanted] ?? -1 else { return nil }
        var offset = start
        while offset < source.count, source[offset] != wanted {
            if stops(source[offset]) { return nil }
            offset += source[offset] == "\\" ? 2 : 1
        }
        return offset < source.count ? offset : nil
    }

    private mutating func step() {
        switch source[offset] {
        case "\\": escape()
        case "`": code()
        case "\"": take(1, as: opensQuotation ? "“" : "”")
        case "'": take(1, as: opensQuotation && closesLater ? "‘" : "’")
        case "-" where has("---"): take(3, as: "—")
        case "-" where has("--"): take(2, as: "–")
        case "." where has("..."): take(3, as: "…")
        case "<": angle()
        case "[" where next == "^": take(2, as: "[^")
        case "[":
            brackets.append(text.count)
            take(1, as: "[")
        case "]": closeBracket()
        case "^":
            script("^", ["0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹"])
        case "~" where next != "~" && character(offset - 1) != "~":
            script("~", ["0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉"])
        default: take(1, as: String(source[offset]))
        }
    }

    // MARK: - Escapes

    private mutating func escape() {
        switch next {
        case " ": take(2, as: "\u{A0}")
        case "\n": take(1, as: " ")
        case "_" where previous.isLetter && character(offset + 2).isLetter: take(2, as: "_")
        case "*", "_", "`", "<", "\\": take(2, as: "\\\(next)")
        case "|" where isCell: take(2, as: "\\|")
        // A number in brackets and a caret would be markers.
        case "[" where character(offset + 2).isNumber || character(offset + 2) == "^" || character(offset + 2) == "\\":
            keptBrackets += 1
            take(2, as: "\\[")
        case "]" where keptBrackets > 0:
            keptBrackets -= 1
            take(2, as: "\\]")
        case let sign where sign.isASCII && !sign.isLetter && !sign.isNumber: take(2, as: String(sign))
        default: take(1, as: "\\")
        }
    }

    // MARK: - Quotation marks

    private var opensQuotation: Bool {
        let before = previous
        return before.isWhitespace || "([{“‘—–/*_".contains(before) && !(before == "*" && !character(offset - 2).isWhitespace)
    }

    /// Whether a single quotation mark that may close stands further on; otherwise this is an apostrophe: `’90s`.
    private var closesLater: Bool {
        let next = character(offset + 1)
        return !next.isNumber && !next.isWhitespace && lastClosingQuote > offset
    }

    // MARK: - Code, addresses, attributes

    private mutating func code() {
        var after = offset
        while character(after) == "`" { after += 1 }
        let ticks = String(repeating: "`", count: after - offset)
        var close = after
        while close < source.count, !(has(ticks, at: close) && character(close + ticks.count) != "`") { close += 1 }
        guard close < source.count else { return take(after - offset, as: ticks) }
        take(close + ticks.count - offset, as: String(source[offset..<close + ticks.count]))
    }

    /// `<https://example.org>` is the bare address; comments are left out.
    private mutating func angle() {
        if has("<!--") {
            var end = offset + 4
            while end < source.count, !has("-->", at: end) { end += 1 }
            return take(min(end + 3, source.count) - offset, as: "")
        }
        guard let end = first(">", from: offset + 1, unless: { $0.isWhitespace || $0 == "<" }) else { return take(1, as: "\\<") }
        let address = String(source[offset + 1..<end])
        let isAddress = address.contains("://") || address.contains("@")
        take(end + 1 - offset, as: isAddress ? address : String(source[offset...end]))
    }

    private mutating func closeBracket() {
        let start = brackets.popLast()
        take(1, as: "]")
        if character(offset) == "(", start != nil, let end = first(")", from: offset) {
            take(end + 1 - offset, as: String(source[offset...end]))
            skipAttributes()
        } else if character(offset) == "{", let start, skipAttributes() {
            // A span such as `[text]{.underline}` is its text.
            text[start] = ""
            text[text.count - 1] = ""
        }
    }

    @discardableResult
    private mutating func skipAttributes() -> Bool {
        guard character(offset) == "{", let end = first("}", from: offset) else { return false }
        offset = end + 1
        return true
    }

    /// `m^2^` is m², `H~2~O` is H₂O; other words above or below the line are words.
    private mutating func script(_ sign: Character, _ digits: [Character: String]) {
        guard let end = first(sign, from: offset + 1, unless: \.isWhitespace), end > offset + 1 else {
            return take(1, as: String(sign))
        }
        let words = source[offset + 1..<end]
        let raised = words.compactMap { digits[$0] }
        take(end + 1 - offset, as: raised.count == words.count ? raised.joined() : Self.converted(String(words)))
    }
}
