import ProfileFacts
import ProfileSyntax

/// Works out the typographic edits of a profile's prose: decisions 14 and 20 to 29 of `STYLE.md`, whose numbers stand here.
///
/// What is quoted, set in italics as a title, in a block quote or in code stays as it is, but for the marks around quotations.
/// Edits replace whole facts – a date, a number, the gap between two tokens – and never overlap.
struct Typography {
    let bytes: [UInt8]
    let profile: Profile
    let prose: Prose
    private(set) var edits: [Edit] = []
    private var wantsPercentSign = (text: true, parentheses: true)
    private var hasApostrophes = true

    /// The edits in the order of their places.
    static func edits(_ profile: Profile, _ prose: Prose) -> [Edit] {
        var typography = Typography(bytes: profile.bytes, profile: profile, prose: prose)
        return typography.work()
    }

    private mutating func work() -> [Edit] {
        hasApostrophes = bytes.firstOffset(of: [UInt8(ascii: "'")], from: 0) != nil
        wantsPercentSign = PercentForm.prefersSign(prose, bytes)
        for passage in prose.ownPassages {
            for sentence in prose.sentences[passage.sentences] {
                for date in prose.dates[sentence.dates] { settle(date) }
                for index in sentence.numbers { settle(index) }
            }
            var followsNumber = false
            for index in passage.tokens {
                switch prose.tokens[index].kind {
                case .numeral:
                    followsNumber = true
                    continue
                case .word:
                    if followsNumber || hasApostrophes, isOwn(index) { settleWord(index, in: passage.tokens, followsNumber) }
                default: settleToken(index, in: passage.tokens)
                }
                followsNumber = false
            }
        }
        for (index, block) in profile.blocks.enumerated() where block.holdsText && !block.isTable {
            if profile.inlines(of: block).isEmpty || profile.isInBlockQuote(index) { continue }
            settleQuotations(block)
            settleEmphasis(block)
        }
        edits.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        // Of edits that overlap the wider one stands; it holds what the others would do.
        var end = 0
        edits.removeAll { edit in
            if edit.range.lowerBound < end { return true }
            end = max(end, edit.range.upperBound)
            return false
        }
        return edits
    }

    mutating func replace(_ range: Range<Int>, with text: String) {
        guard !bytes[range].elementsEqual(text.utf8) else { return }
        edits.append(Edit(range, text))
    }

    /// Whether a token is the profile's own text: neither quoted nor part of a title.
    func isOwn(_ index: Int) -> Bool { prose.tokens[index].isOwn }

    func text(_ index: Int) -> String { bytes.text(prose.tokens[index].range) }

    /// The bytes between a token and the next one; nil where more than blanks stand there.
    func gap(behind index: Int) -> Range<Int>? {
        let range = prose.tokens[index].range.upperBound..<prose.tokens[index + 1].range.lowerBound
        guard range.count < 64 else { return nil }
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard let length = bytes.blankLength(at: offset) else { return nil }
            offset += length
        }
        return range
    }

    // MARK: - Single signs and words

    private mutating func settleToken(_ index: Int, in passage: Range<Int>) {
        let token = prose.tokens[index]
        switch token.kind {
        case .quotationMark:
            if token.range.count == 1, bytes[token.range.lowerBound] == UInt8(ascii: "'"), isOwn(index) {
                settleApostrophe(index, in: passage)
            }
        case .ellipsis:
            // Decision 24.
            if token.range.count == 3, bytes[token.range.lowerBound] == UInt8(ascii: "."), isOwn(index) {
                replace(token.range, with: "…")
            }
        case .percent:
            if isOwn(index), index > passage.lowerBound, prose.tokens[index - 1].kind == .numeral {
                settlePercentSign(index, in: passage)
            }
        case .comma, .semicolon, .colon, .fullStop, .questionMark, .exclamationMark, .closeParenthesis:
            if !token.isGlued, index > passage.lowerBound, isOwn(index), isOwn(index - 1) {
                settleSpaceBefore(index, in: passage)
            }
        case .openParenthesis:
            // Decision 27.
            if index + 1 < passage.upperBound, isOwn(index), !prose.tokens[index + 1].isGlued,
                prose.tokens[index + 1].kind != .closeParenthesis, prose.tokens[index + 1].kind != .bullet,
                let gap = gap(behind: index)
            {
                replace(gap, with: "")
            }
        case .emDash:
            settleDash(index, in: passage)
        default: break
        }
    }

    private mutating func settleWord(_ index: Int, in passage: Range<Int>, _ follows: Bool) {
        let token = prose.tokens[index]
        // Decision 28.
        if follows, token.has(.unit), token.range.count <= 3, text(index) == "km2" || text(index) == "m2" {
            replace(token.range, with: text(index) == "km2" ? "km²" : "m²")
            return
        }
        if follows { settlePercentWord(index, in: passage) }
        // Decision 21.
        guard hasApostrophes, token.range.count > 2 else { return }
        for offset in token.range where bytes[offset] == UInt8(ascii: "'") { replace(offset..<offset + 1, with: "’") }
    }

    /// Decision 21: an apostrophe behind a word, or before a decade.
    private mutating func settleApostrophe(_ index: Int, in passage: Range<Int>) {
        let token = prose.tokens[index]
        let follows = token.isGlued && index > passage.lowerBound && prose.tokens[index - 1].isWord
        let next = index + 1 < passage.upperBound ? prose.tokens[index + 1] : nil
        let isDecade = !token.isGlued && next?.isGlued == true && next?.hasDigits == true
        guard follows && next?.isGlued != true || follows && next?.isWord != true || isDecade else { return }
        let isPaired = profile.inlines.contains(startingOrEnding: token.range)
        if !isPaired { replace(token.range, with: "’") }
    }

    /// Decision 27: no space before a sign that closes.
    private mutating func settleSpaceBefore(_ index: Int, in passage: Range<Int>) {
        let token = prose.tokens[index]
        let before = prose.tokens[index - 1]
        let next = index + 1 < passage.upperBound ? prose.tokens[index + 1] : nil
        guard before.kind != .bullet, before.kind != .openParenthesis, before.kind != .marker,
            !before.isBreak || before.kind == .closeParenthesis,
            let gap = gap(behind: index - 1)
        else { return }
        // `: 3`, `.5` and `:-` are no punctuation of a sentence.
        if token.kind != .closeParenthesis, let next, next.isGlued, next.kind != .quotationMark, next.kind != .marker { return }
        if token.kind == .colon, before.kind == .numeral { return }
        replace(gap, with: "")
    }

    /// Decision 27: no spaces around an em dash between words.
    private mutating func settleDash(_ index: Int, in passage: Range<Int>) {
        let token = prose.tokens[index]
        guard token.range.count == 3, bytes.has("—", at: token.range.lowerBound), index > passage.lowerBound,
            index + 1 < passage.upperBound, isOwn(index), isOwn(index - 1), isOwn(index + 1),
            prose.tokens[index - 1].isWord || prose.tokens[index - 1].kind == .closeParenthesis, prose.tokens[index + 1].isWord,
            !token.isGlued, !prose.tokens[index + 1].isGlued, let before = gap(behind: index - 1), let behind = gap(behind: index)
        else { return }
        replace(before, with: "")
        replace(behind, with: "")
    }

    // MARK: - Percent

    /// Decision 25.
    private mutating func settlePercentSign(_ index: Int, in passage: Range<Int>) {
        guard let gap = gap(behind: index - 1) else { return }
        if wantsPercentSign.text || PercentForm.isInParentheses(index, prose, in: passage) {
            replace(gap, with: "")
        } else {
            replace(gap.lowerBound..<prose.tokens[index].range.upperBound, with: " percent")
        }
    }

    /// Decision 25.
    private mutating func settlePercentWord(_ index: Int, in passage: Range<Int>) {
        guard let end = PercentForm.end(ofWord: index, prose, bytes, in: passage), let gap = gap(behind: index - 1) else {
            return
        }
        let range = gap.lowerBound..<prose.tokens[end - 1].range.upperBound
        let wantsSign =
            wantsPercentSign.text || wantsPercentSign.parentheses && PercentForm.isInParentheses(index, prose, in: passage)
        replace(range, with: wantsSign ? "%" : " percent")
    }

    // MARK: - Quotations

    /// Decision 20: curly marks around quotations, where all of a paragraph's double marks have partners.
    private mutating func settleQuotations(_ block: Block) {
        let inlines = profile.inlines(of: block)
        func isStraight(_ kind: Inline.Kind) -> Bool {
            kind == .quotation(.straightDouble) || kind == .quotation(.straightSingle)
        }
        guard inlines.contains(where: { isStraight($0.kind) }),
            !inlines.contains(where: { if case .unmatchedQuote = $0.kind { true } else { false } })
        else { return }
        let straight = inlines.filter { isStraight($0.kind) }
        let titles = inlines.filter { $0.kind == .emphasis || $0.kind == .strong }
        for quotation in straight {
            guard
                !titles.contains(where: {
                    $0.content.lowerBound < quotation.range.lowerBound && $0.content.contains(quotation.range.upperBound)
                })
            else { continue }
            let isDouble = quotation.kind == .quotation(.straightDouble)
            if !isDouble, quotation.content.isEmpty || bytes[quotation.content.lowerBound].isDigit { continue }
            replace(quotation.range.lowerBound..<quotation.content.lowerBound, with: isDouble ? "“" : "‘")
            replace(quotation.content.upperBound..<quotation.range.upperBound, with: isDouble ? "”" : "’")
        }
    }

    // MARK: - Emphasis

    /// Decision 14: stars, not underscores, where nothing else of the kind touches them.
    private mutating func settleEmphasis(_ block: Block) {
        for inline in profile.inlines(of: block) where inline.kind == .emphasis || inline.kind == .strong {
            let (range, content) = (inline.range, inline.content)
            let count = content.lowerBound - range.lowerBound
            guard bytes[range.lowerBound] == UInt8(ascii: "_"), count == range.upperBound - content.upperBound, !content.isEmpty,
                !bytes[content].contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "\\") }
                ),
                range.lowerBound == 0 || !"*_\\".utf8.contains(bytes[range.lowerBound - 1]),
                range.upperBound == bytes.count || !"*_".utf8.contains(bytes[range.upperBound])
            else { continue }
            let stars = String(repeating: "*", count: count)
            replace(range.lowerBound..<content.lowerBound, with: stars)
            replace(content.upperBound..<range.upperBound, with: stars)
        }
    }
}
