import ProfileFacts
import ProfileSyntax

/// Statements whose words are the same before and after a change, and whose numbers are not.
///
/// A statement is the text up to its markers. Years, days and months are not numbers here; a statement whose words are there
/// twice cannot be paired.
struct ChangedNumbers {
    struct Pair {
        let before: String
        let after: String
        /// In the text after the change.
        let range: Range<Int>
        /// The words of the statement, without digits.
        let words: String
        /// Whether the statement has other notes, or notes with another text.
        let isSourceChanged: Bool
    }

    let pairs: [Pair]

    init(_ change: Change, _ subject: Subject) {
        let before = Statement.read(change.before)
        let after = Statement.read(subject.profile)
        var known: [String: Statement?] = [:]
        for statement in before { known[statement.words] = known[statement.words] == nil ? .some(statement) : .some(nil) }
        var count: [String: Int] = [:]
        for statement in after { count[statement.words, default: 0] += 1 }
        pairs = after.flatMap { statement -> [Pair] in
            guard count[statement.words] == 1, case .some(.some(let old)) = known[statement.words],
                old.numbers.count == statement.numbers.count
            else { return [] }
            let isSourceChanged =
                Self.notes(old, change.facts.footnotes, change.before) != Self.notes(statement, subject.facts.footnotes, subject.profile)
            return zip(old.numbers, statement.numbers).compactMap { old, new in
                let texts = (change.before.text(old), subject.text(new))
                guard texts.0 != texts.1 else { return nil }
                return Pair(
                    before: texts.0, after: texts.1, range: new, words: statement.words, isSourceChanged: isSourceChanged)
            }
        }
    }

    /// The texts of the notes that a statement's markers point to.
    private static func notes(_ statement: Statement, _ footnotes: Footnotes, _ profile: Profile) -> [String] {
        statement.markers.flatMap { footnotes.notesOf[$0] ?? [] }.map { profile.text(footnotes.notes[$0].text) }
    }
}

/// The text of a paragraph up to a group of markers.
private struct Statement {
    let words: String
    let numbers: [Range<Int>]
    /// The numbers of the markers behind it.
    let markers: [Int]

    static func read(_ profile: Profile) -> [Statement] {
        profile.blocks.flatMap { block -> [Statement] in
            guard block.kind == .paragraph, block.parent < 0 || profile.blocks[block.parent].kind != .note else { return [] }
            let content = profile.content(of: block)
            var statements: [Statement] = []
            var start = content.lowerBound
            var end = content.lowerBound
            var markers: [Int] = []
            for inline in profile.inlines(of: block) {
                guard case .marker(let number?, _) = inline.kind else { continue }
                let isBeside = !markers.isEmpty && !profile.bytes[end..<inline.range.lowerBound].contains(where: \.isWordByte)
                if !isBeside {
                    if !markers.isEmpty { statements.append(Statement(profile, block, start, markers)) }
                    start = end
                    markers = []
                }
                markers.append(number)
                end = inline.range.upperBound
            }
            statements.append(Statement(profile, block, start, markers))
            if !markers.isEmpty { statements.append(Statement(profile, block, end, [])) }
            return statements
        }
    }

    /// A statement from an offset to the first marker behind it, or to the block's end.
    private init(_ profile: Profile, _ block: Block, _ start: Int, _ markers: [Int]) {
        let inlines = profile.inlines(of: block)
        let isMarker = { (inline: Inline) in if case .marker(.some, _) = inline.kind { true } else { false } }
        let marker = inlines.first { $0.range.lowerBound >= start && isMarker($0) }
        let end = max(start, marker?.range.lowerBound ?? profile.content(of: block).upperBound)
        let bytes = profile.bytes
        words = String(decoding: bytes[start..<end].lazy.filter { $0.isWordByte && !$0.isDigit }, as: UTF8.self)
        var hidden: [Range<Int>] = []
        for inline in inlines where inline.range.lowerBound < end && inline.range.upperBound > start {
            switch inline.kind {
            case .code, .comment, .url, .htmlTag, .image: hidden.append(inline.range)
            default: continue
            }
        }
        var numbers: [Range<Int>] = []
        var offset = start
        while offset < end {
            guard bytes[offset].isDigit else {
                offset += 1
                continue
            }
            var stop = offset + 1
            while stop < end, bytes[stop].isDigit || (bytes[stop] == UInt8(ascii: ",") || bytes[stop] == UInt8(ascii: "."))
                && stop + 1 < end && bytes[stop + 1].isDigit
            {
                stop += 1
            }
            let number = offset..<stop
            if !hidden.contains(where: { $0.contains(number.lowerBound) }), Self.isQuantity(number, bytes, start..<end) {
                numbers.append(number)
            }
            offset = stop
        }
        self.numbers = numbers
        self.markers = markers
    }

    /// Whether digits count something: they are no year, no day of a month and no part of a name.
    private static func isQuantity(_ number: Range<Int>, _ bytes: [UInt8], _ text: Range<Int>) -> Bool {
        func isJoined(_ byte: UInt8) -> Bool { byte.isWordByte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") }
        if number.lowerBound > text.lowerBound, isJoined(bytes[number.lowerBound - 1]) { return false }
        if number.upperBound < text.upperBound, isJoined(bytes[number.upperBound]) { return false }
        if number.count == 4, let year = bytes.number(in: number), 1900...2100 ~= year { return false }
        let before = bytes.text(max(text.lowerBound, number.lowerBound - 12)..<number.lowerBound)
        let after = bytes.text(number.upperBound..<min(text.upperBound, number.upperBound + 12))
        let near = [before.split(separator: " ").last, after.split(separator: " ").first]
        let isDay = near.contains { word in word.map { CalendarDate.month(named: String($0.filter(\.isLetter))) != nil } ?? false }
        return !isDay && !["p", "pp", "No", "Article", "Protocol", "Form"].contains { before.split { " .".contains($0) }.last == $0[...] }
    }
}
