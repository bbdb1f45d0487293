import ProfileFacts
import ProfileSyntax

/// What one block or passage says, so far as the decisions of `STYLE.md` may not change it.
struct Meaning {
    /// A number as a fact, without the place where it stands.
    struct Quantity: Equatable {
        let kind: Number.Kind
        let value: ExactDecimal
        let upper: ExactDecimal?
        let decimals: Int
        let scale: Int
        let hedge: Number.Hedge?
        let measure: Number.Measure
        let isQuoted: Bool
    }

    struct Day: Equatable {
        let first: ProseDate.Parts
        let last: ProseDate.Parts?
        let isQuoted: Bool
    }

    /// What kind of block it is, where, with its label and whatever in it is no prose.
    var shape: UInt64
    var text: UInt64 = 0
    var numbers: [Quantity] = []
    var dates: [Day] = []
    /// Where it stands, for the report.
    var offset: Int

    /// The blocks of a profile, the notes last by their numbers; and the numbers of all notes in the order of the text, with -1 for
    /// those inside something else.
    static func blocks(_ profile: Profile) -> (blocks: [Meaning], labels: [Int]) {
        var labels: [Int] = []
        var noteEnd = -1
        var (body, notes): ([Meaning], [(number: Int, units: [Meaning])]) = ([], [])
        // A comment belongs to what stands below it.
        var comments: [Meaning] = []
        for (index, block) in profile.blocks.enumerated() {
            if let label = block.label { labels.append(block.parent < 0 ? label.number ?? Int.max : -1) }
            if block.isNote, block.parent < 0 {
                noteEnd = block.next
                notes.append((block.label?.number ?? Int.max, comments))
                comments = []
            }
            guard let unit = unit(block, profile) else { continue }
            if index < noteEnd {
                notes[notes.count - 1].units.append(unit)
            } else if block.isComment, block.parent < 0 {
                comments.append(unit)
            } else {
                body += comments + [unit]
                comments = []
            }
        }
        return (body + sorted(notes).flatMap { $0.1 } + comments, labels)
    }

    /// The passages of a profile, those of notes last by their numbers, which ``blocks(_:)`` gives.
    static func passages(_ prose: Prose, _ labels: [Int]) -> [Prose.Passage] {
        sorted(prose.passages.map { passage in (passage.note.map { $0 < labels.count ? labels[$0] : Int.max } ?? -1, passage) })
            .map { $0.1 }
    }

    private static func sorted<Unit>(_ items: [(number: Int, Unit)]) -> [(number: Int, Unit)] {
        let isSorted = zip(items, items.dropFirst()).allSatisfy { $0.number <= $1.number }
        if isSorted { return items }
        return items.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }.map { $0.element }
    }

    /// A block that is no empty line; nil for one that is.
    private static func unit(_ block: Block, _ profile: Profile) -> Meaning? {
        var hash = Hash()
        switch block.kind {
        case .blank:
            // The sign of an empty item, quotation or note.
            guard block.parent >= 0, profile.blocks[block.parent].isContainer else { return nil }
            let ink = profile.bytes[block.range].filter { !$0.isWhitespace && $0 != UInt8(ascii: ">") }
            if ink.isEmpty { return nil }
            hash.add(ink)
        case .heading(let level): hash.add(UInt8(truncatingIfNeeded: level))
        case .paragraph: hash.add(.init(ascii: "p"))
        case .list(let ordered): hash.add(.init(ascii: ordered ? "o" : "u"))
        case .listItem, .blockQuote, .thematicBreak: hash.add(.init(ascii: "x"))
        case .table:
            for row in profile.segments(of: block) { add(row: row, profile.bytes, to: &hash) }
        case .code, .comment:
            hash.add(profile.bytes[block.range].filter { $0 != .carriageReturn && $0 != .newline })
        case .note:
            if let label = block.label { hash.add(profile.bytes[label.range]) }
        }
        for inline in profile.inlines(of: block) {
            switch inline.kind {
            case .link: hash.add(profile.bytes[inline.content.upperBound..<inline.range.upperBound])
            case .image, .htmlTag, .comment, .code, .url: hash.add(profile.bytes[inline.range].filter { !$0.isWhitespace })
            default: continue
            }
        }
        // How deep it stands, and in what.
        var parent = block.parent
        while parent >= 0 {
            switch profile.blocks[parent].kind {
            case .list: hash.add(.init(ascii: "l"))
            case .listItem: hash.add(.init(ascii: "i"))
            case .blockQuote: hash.add(.init(ascii: "q"))
            default: hash.add(.init(ascii: "n"))
            }
            parent = profile.blocks[parent].parent
        }
        return Meaning(shape: hash.value, offset: block.range.lowerBound)
    }

    /// A row's cells without the blanks around them; the row of dashes by its colons.
    private static func add(row: Range<Int>, _ bytes: [UInt8], to hash: inout Hash) {
        var ink = bytes[row].filter { !$0.isWhitespace }
        if ink.first == UInt8(ascii: "|") { ink.removeFirst() }
        if ink.last == UInt8(ascii: "|") { ink.removeLast() }
        if ink.allSatisfy({ "-:|".utf8.contains($0) }) {
            var before: UInt8 = 0
            ink.removeAll { byte in
                defer { before = byte }
                return byte == UInt8(ascii: "-") && before == byte
            }
        }
        hash.add(ink)
        hash.add(0)
    }
}

/// FNV-1a.
struct Hash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always) mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }
}

/// Reads the text of passages with everything folded that the decisions may change.
struct TextFolding {
    let bytes: [UInt8]
    let prose: Prose

    func read(_ passage: Prose.Passage) -> Meaning {
        var unit = Meaning(
            shape: 0, offset: passage.tokens.isEmpty ? 0 : prose.tokens[passage.tokens.lowerBound].range.lowerBound)
        var hash = Hash()
        var starts: [Int: Int] = [:]
        for sentence in prose.sentences[passage.sentences] {
            for number in prose.numbers[sentence.numbers] {
                unit.numbers.append(
                    .init(
                        kind: number.kind, value: number.value, upper: number.upper, decimals: number.decimals,
                        scale: number.scale,
                        hedge: number.hedge, measure: number.measure, isQuoted: number.isQuoted))
            }
            for date in prose.dates[sentence.dates] {
                unit.dates.append(.init(first: date.first, last: date.last, isQuoted: date.isQuoted))
                if !date.isQuoted, date.tokens.allSatisfy({ prose.tokens[$0].isOwn }) {
                    starts[date.tokens.lowerBound] = date.tokens.upperBound
                }
            }
        }
        var index = passage.tokens.lowerBound
        while index < passage.tokens.upperBound {
            if let end = starts[index] {
                // Decisions 22 and 23: a date is what it says, which is compared as a fact.
                hash.add(.init(ascii: "D"))
                index = end
            } else {
                index = add(index, in: passage.tokens, to: &hash)
            }
            hash.add(0)
        }
        unit.text = hash.value
        return unit
    }

    /// Adds the token at an index; returns the index of the next one.
    private func add(_ index: Int, in passage: Range<Int>, to hash: inout Hash) -> Int {
        let token = prose.tokens[index]
        hash.add(token.foreignFlags)
        switch token.kind {
        // Decision 20.
        case .quotationMark:
            switch bytes[token.range.lowerBound..<token.range.upperBound].last {
            case 0x98 where token.range.count == 3, 0x99 where token.range.count == 3: hash.add(UInt8(ascii: "'"))
            case 0x9C where token.range.count == 3, 0x9D where token.range.count == 3: hash.add(UInt8(ascii: "\""))
            default: hash.add(bytes[token.range])
            }
        case .bullet: hash.add(UInt8(truncatingIfNeeded: token.value))
        // Decision 27: of a marker, only the blanks that were left in it may go.
        case .marker: hash.add(bytes[token.range].lazy.filter { !$0.isWhitespace })
        case _ where !token.isOwn: hash.add(bytes[token.range])
        // Decision 26.
        case .numeral: hash.add(bytes[token.range].lazy.filter { token.value < 0 || $0.isDigit || $0 == UInt8(ascii: ".") })
        // Decision 22.
        case .hyphen, .enDash: hash.add(UInt8(ascii: "-"))
        // Decision 24.
        case .ellipsis: hash.add(UInt8(ascii: "."))
        // Decision 25.
        case .percent: hash.add(UInt8(ascii: "%"))
        case .word: return addWord(index, in: passage, to: &hash)
        default: hash.add(bytes[token.range])
        }
        return index + 1
    }

    private func addWord(_ index: Int, in passage: Range<Int>, to hash: inout Hash) -> Int {
        let token = prose.tokens[index]
        if let end = PercentForm.end(ofWord: index, prose, bytes, in: passage) {
            hash.add(UInt8(ascii: "%"))
            return end
        }
        // Decision 28.
        if token.has(.unit), bytes.has("²", at: token.range.upperBound - 2) {
            hash.add(bytes[token.range.dropLast(2)])
            hash.add(UInt8(ascii: "2"))
            return index + 1
        }
        // Decision 21.
        var offset = token.range.lowerBound
        while offset < token.range.upperBound {
            if bytes[offset] == 0xE2, bytes.has("’", at: offset) {
                hash.add(UInt8(ascii: "'"))
                offset += 3
            } else {
                hash.add(bytes[offset])
                offset += 1
            }
        }
        return index + 1
    }
}
