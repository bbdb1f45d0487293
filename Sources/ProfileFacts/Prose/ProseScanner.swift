import ProfileSyntax

/// Cuts the text of leaf blocks into tokens, in one pass over its bytes.
struct ProseScanner {
    private let bytes: [UInt8]
    private let lexicon = Lexicon.table
    private(set) var tokens: [Token] = []
    private(set) var numerals: [Numeral] = []
    private(set) var malformed: [MalformedNumber] = []

    // Where the scanner is.
    private var inlines: ArraySlice<Inline> = []
    private var end = 0
    private var quoteEnd = -1
    private var emphasisEnd = -1
    /// Jumps that are due at the ends of links: from their text's end to their own.
    private var jumps: [(from: Int, to: Int)] = []
    /// Where the next jump is due and the next inline starts; beyond every offset where there is none.
    private var (nextJump, nextInline) = (Int.max, Int.max)
    private var isGlued = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tokens.reserveCapacity(bytes.count / 5)
        numerals.reserveCapacity(bytes.count / 64)
    }

    mutating func addBullet(at offset: Int, depth: Int) {
        tokens.append(Token(.bullet, offset..<offset, [], value: Int32(depth)))
    }

    /// Reads a leaf block.
    mutating func scan(_ profile: Profile, _ block: Block) {
        let first = tokens.count
        inlines = profile.inlines(of: block)
        (quoteEnd, emphasisEnd) = (-1, -1)
        jumps.removeAll(keepingCapacity: true)
        (nextJump, nextInline) = (Int.max, inlines.first?.range.lowerBound ?? Int.max)
        var offset = 0
        for segment in profile.segments(of: block) {
            end = segment.upperBound
            offset = max(offset, segment.lowerBound)
            isGlued = false
            while offset < end { offset = scanToken(offset) }
        }
        readWords(from: first)
    }

    /// Looks up the words that have not been yet: one after the other, so that no look into memory waits for another.
    private mutating func readWords(from first: Int) {
        tokens.withUnsafeMutableBufferPointer { tokens in
            for index in first..<tokens.count where tokens[index].isUnread {
                tokens[index] = tokens[index].read(as: lexicon.value(tokens[index].word))
            }
        }
    }

    /// Reads the token at an offset, or skips a sign that is none; returns where to go on.
    private mutating func scanToken(_ start: Int) -> Int {
        if start >= nextJump || start >= nextInline, let next = passSigns(start) { return next }
        let byte = bytes[start]
        if byte.isBlank {
            isGlued = false
            return start + 1
        }
        if byte.isDigit { return scanNumeral(start) }
        if byte.isASCIILetter { return scanWord(start) }
        return byte < 0x80 ? scanSign(start, byte) : scanBeyondASCII(start)
    }

    /// Passes the ends of links and the starts of inlines that stand at or before an offset; where to go on, unless there.
    private mutating func passSigns(_ start: Int) -> Int? {
        while let jump = jumps.last, start >= jump.from {
            jumps.removeLast()
            nextJump = jumps.last?.from ?? Int.max
            if start < jump.to { return jump.to }
        }
        while let inline = inlines.first, inline.range.lowerBound <= start {
            inlines.removeFirst()
            nextInline = inlines.first?.range.lowerBound ?? Int.max
            if inline.range.lowerBound == start, let next = enter(inline) { return next }
        }
        return nil
    }

    /// What an inline does to the scan; the offset behind it where none of it is read.
    private mutating func enter(_ inline: Inline) -> Int? {
        switch inline.kind {
        case .marker(let number, _):
            add(.marker, inline.range, value: Int32(number ?? -1))
            return inline.range.upperBound
        case .code, .url, .image:
            add(.opaque, inline.range)
            return inline.range.upperBound
        case .comment, .htmlTag: return inline.range.upperBound
        case .link:
            jumps.append((inline.content.upperBound, inline.range.upperBound))
            nextJump = inline.content.upperBound
            return inline.content.lowerBound
        case .quotation:
            quoteEnd = max(quoteEnd, inline.range.upperBound)
            return nil
        case .emphasis, .strong:
            emphasisEnd = max(emphasisEnd, inline.range.upperBound)
            return nil
        case .unmatchedBracket, .unmatchedQuote: return nil
        }
    }

    private mutating func add(
        _ kind: Token.Kind, _ range: Range<Int>, _ extra: Token.Flags = [], roles: WordRoles = [], value: Int32 = 0,
        dateWord: DateWord = .none, word: UInt64 = 0
    ) {
        var flags = extra
        if isGlued { flags.insert(.isGlued) }
        if range.lowerBound < quoteEnd { flags.insert(.isQuoted) }
        if range.lowerBound < emphasisEnd { flags.insert(.isEmphasised) }
        tokens.append(Token(kind, range, flags, roles: roles, value: value, dateWord: dateWord, word: word))
        isGlued = true
    }

    // MARK: - Words

    private mutating func scanWord(_ start: Int) -> Int {
        let letters = WordLetters(bytes, at: start, to: end)
        guard letters.offset >= end || bytes[letters.offset] == .space else { return scanCompound(start, letters) }
        // Nearly every word is letters and a blank.
        addWord(start..<letters.offset, letters.hash, letters.hasLowerCase)
        isGlued = false
        return letters.offset + 1
    }

    /// Reads on in a word that has more than letters: `stockpile-destruction`, `L.26`, `Côte`.
    private mutating func scanCompound(_ start: Int, _ first: WordLetters) -> Int {
        var letters = first
        var hyphen: Int?
        var flags: Token.Flags = []
        loop: repeat {
            let offset = letters.offset
            let byte = bytes[offset]
            var length = 1
            switch byte {
            case 0x30...0x39:
                if !flags.contains(.hasDigits), !letters.hasLowerCase, offset - start <= 3,
                    lexicon.value(hash(start..<offset)).roles.contains(.currency)
                        || CurrencyCode.stands(at: start..<offset, bytes, to: end)
                {
                    break loop
                }
                flags.insert(.hasDigits)
            case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"), UInt8(ascii: "&"):
                guard offset + 1 < end, bytes[offset + 1].isASCIILetter || bytes[offset + 1].isDigit else { break loop }
                if offset - start <= 9, isPartOfPeriod(start..<offset, before: offset + 1) { break loop }
                if byte == UInt8(ascii: "-"), hyphen == nil { hyphen = offset }
            case UInt8(ascii: "."):
                guard isInnerStop(offset, wordStart: start) else { break loop }
            case 0x80...:
                // A curly apostrophe between letters is part of the word, all other punctuation beyond ASCII ends it.
                if byte == 0xE2, bytes.has("\u{2019}", at: offset) {
                    guard offset + 3 < end, bytes[offset + 3].isASCIILetter else { break loop }
                } else if isPunctuation(offset) {
                    break loop
                }
                length = Self.characterLength(byte)
            default: break loop
            }
            letters.pass(bytes, behind: min(offset + length, end), to: end)
        } while letters.offset < end
        let word = start..<letters.offset
        guard letters.offset > first.offset else { return addWord(word, first.hash, first.hasLowerCase) }
        let number = hyphen.flatMap { hyphened(start, $0, letters.offset) }
        return addWord(word, hash(word), letters.hasLowerCase, flags, number: number)
    }

    private func hash(_ range: Range<Int>) -> UInt64 { WordHash.of(bytes[range]) }

    /// Adds a word; returns its end.
    /// - Parameter number: the number that it writes, if the lexicon does not have it: `twenty-five`.
    @discardableResult private mutating func addWord(
        _ word: Range<Int>, _ hash: UInt64, _ hasLowerCase: Bool, _ flags: Token.Flags = [], number: Int32? = nil
    ) -> Int {
        var flags = flags
        let first = bytes[word.lowerBound]
        if first &- 0x41 < 26 || first >= 0xC3 { flags.insert(.isCapitalised) }
        if !hasLowerCase { flags.insert(.isUpperCase) }
        if let number, lexicon.value(hash).roles.isEmpty {
            add(.word, word, flags, roles: .cardinal, value: number, word: hash)
        } else {
            add(.word, word, flags, roles: Token.unread, word: hash)
        }
        return word.upperBound
    }

    /// Whether a hyphen joins a word to a date: `mid-2020`, `late-November`, `November-December 2009`.
    private func isPartOfPeriod(_ word: Range<Int>, before start: Int) -> Bool {
        let next = bytes[start]
        guard next.isDigit || next &- 0x41 < 26 else { return false }
        let roles = lexicon.value(hash(word)).roles
        if roles.contains(.partOfPeriod) { return true }
        guard roles.contains(.month), bytes[word.lowerBound] &- 0x41 < 26 else { return false }
        var offset = start
        while offset < end, bytes[offset].isASCIILetter { offset += 1 }
        return offset > start && lexicon.value(hash(start..<offset)).roles.contains(.month)
    }

    /// `twenty-five`
    private func hyphened(_ start: Int, _ hyphen: Int, _ end: Int) -> Int32? {
        let tens = lexicon.value(hash(start..<hyphen))
        guard tens.roles.contains(.cardinal), tens.value >= 20 else { return nil }
        let units = lexicon.value(hash((hyphen + 1)..<end))
        guard units.roles.contains(.cardinal), 1...9 ~= units.value else { return nil }
        return tens.value + units.value
    }

    /// Whether a full stop stands inside a word: `L.26`, `U.S.`, `e.g.`
    private func isInnerStop(_ offset: Int, wordStart: Int) -> Bool {
        guard offset + 1 < end else { return false }
        let next = bytes[offset + 1]
        if next.isDigit { return offset - wordStart <= 4 }
        let isLetterBefore = offset == wordStart + 1 || bytes[offset - 2] == UInt8(ascii: ".")
        if isLetterBefore { return next.isASCIILetter && (offset + 2 >= end || !bytes[offset + 2].isASCIILetter) }
        return next == UInt8(ascii: "-") && offset + 2 < end && bytes[offset + 2].isASCIILetter
    }

    // MARK: - Numbers

    private mutating func scanNumeral(_ start: Int) -> Int {
        if let offset = scanLookAlike(start) { return offset }
        guard let numeral = Numeral(bytes, at: start, to: end) else { return scanMalformed(start) }
        let next = numeral.range.upperBound
        guard next < end else { return add(numeral) }
        let byte = bytes[next]
        if byte == UInt8(ascii: "."), next + 1 < end, bytes[next + 1].isDigit { return scanCode(start) }
        if byte == UInt8(ascii: ","), next + 2 < end, bytes[next + 1] == byte, bytes[next + 2].isDigit {
            return scanMalformed(start)
        }
        if byte.isASCIILetter || byte >= 0x80 && !isPunctuation(next) {
            // A unit, a scale or an ordinal's ending may be glued to a number; anything else makes it a name.
            let offset = wordEnd(next)
            let roles = lexicon.value(hash(next..<offset)).roles
            let isEnding = offset - next == 2 && ["st", "nd", "rd", "th"].contains(bytes.text(next..<offset).lowercased())
            guard isEnding || !roles.isDisjoint(with: [.unit, .scale]) else { return scanCode(start) }
        }
        return add(numeral)
    }

    /// The end of the letters and digits from an offset on.
    private func wordEnd(_ start: Int) -> Int {
        var offset = start
        while offset < end, bytes[offset].isWordByte, bytes[offset] < 0x80 || !isPunctuation(offset) { offset += 1 }
        return offset
    }

    private mutating func add(_ numeral: Numeral) -> Int {
        add(.numeral, numeral.range, value: Int32(numerals.count))
        numerals.append(numeral)
        return numeral.range.upperBound
    }

    /// `9M27K3`, `158FZ`, `12.05.2010`, `15MSP`
    private mutating func scanCode(_ start: Int) -> Int {
        var offset = start
        while offset < end {
            let byte = bytes[offset]
            let isInner =
                (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")) && offset + 1 < end
                && bytes[offset + 1].isWordByte && bytes[offset + 1] < 0x80
            guard isInner || byte.isWordByte && (byte < 0x80 || !isPunctuation(offset)) else { break }
            offset += 1
        }
        add(.word, start..<offset, [.hasDigits], dateWord: bytes.has("MSP", at: offset - 3) ? .shortMeeting : .none)
        return offset
    }

    /// A number with a letter where a digit should be: `1,O00`, `2OO5`.
    private mutating func scanLookAlike(_ start: Int) -> Int? {
        var offset = start
        while offset < end, bytes[offset].isDigit || bytes[offset] == UInt8(ascii: ",") { offset += 1 }
        guard offset < end, bytes[offset] == UInt8(ascii: "O") || bytes[offset] == UInt8(ascii: "o"), bytes[start].isDigit else {
            return nil
        }
        var digits: [UInt8] = []
        offset = start
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "O"), UInt8(ascii: "o"): digits.append(UInt8(ascii: "0"))
            case 0x30...0x39: digits.append(bytes[offset])
            case UInt8(ascii: ","):
                guard offset + 1 < end, bytes[offset + 1].isDigit || bytes[offset + 1] | 0x20 == UInt8(ascii: "o") else {
                    return readLookAlike(start..<offset, digits)
                }
                digits.append(bytes[offset])
            default:
                return bytes[offset].isWordByte && !isPunctuation(offset) ? nil : readLookAlike(start..<offset, digits)
            }
            offset += 1
        }
        return readLookAlike(start..<offset, digits)
    }

    private mutating func readLookAlike(_ range: Range<Int>, _ digits: [UInt8]) -> Int? {
        guard digits.count >= 3, digits.filter(\.isDigit).count > 2, let numeral = Numeral(digits, at: 0, to: digits.count),
            numeral.range.count == digits.count
        else { return nil }
        return add(MalformedNumber(kind: .letter, range: range, readings: [String(decoding: digits, as: UTF8.self)]))
    }

    /// A number whose commas do not part its thousands.
    private mutating func scanMalformed(_ start: Int) -> Int {
        var offset = start
        while offset < end, bytes[offset].isDigit || bytes[offset] == UInt8(ascii: ",") { offset += 1 }
        while bytes[offset - 1] == UInt8(ascii: ",") { offset -= 1 }
        if offset < end, bytes[offset].isASCIILetter {
            // "33,5000m2"
            guard lexicon.value(hash(offset..<wordEnd(offset))).roles.contains(.unit) else { return scanCode(start) }
        }
        return add(MalformedNumber(commas: start..<offset, bytes))
    }

    private mutating func add(_ number: MalformedNumber) -> Int {
        malformed.append(number)
        add(.numeral, number.range, value: Int32(-malformed.count))
        return number.range.upperBound
    }

    // MARK: - Signs

    private mutating func scanSign(_ start: Int, _ byte: UInt8) -> Int {
        let kind: Token.Kind
        switch byte {
        case UInt8(ascii: ","): kind = .comma
        case UInt8(ascii: ";"): kind = .semicolon
        case UInt8(ascii: ":"): kind = .colon
        case UInt8(ascii: "."):
            var last = start
            while last + 1 < end, bytes[last + 1] == byte { last += 1 }
            add(last > start ? .ellipsis : .fullStop, start..<last + 1)
            return last + 1
        case UInt8(ascii: "?"): kind = .questionMark
        case UInt8(ascii: "!"): kind = .exclamationMark
        case UInt8(ascii: "("): kind = .openParenthesis
        case UInt8(ascii: ")"): kind = .closeParenthesis
        case UInt8(ascii: "["): kind = .openBracket
        case UInt8(ascii: "]"): kind = .closeBracket
        case UInt8(ascii: "-"):
            // Two or three hyphens are how a typewriter makes a dash.
            var last = start
            while last + 1 < end, bytes[last + 1] == byte { last += 1 }
            add(last > start ? .emDash : .hyphen, start..<last + 1, value: Int32(byte))
            return last + 1
        case UInt8(ascii: "/"): kind = .slash
        case UInt8(ascii: "%"): kind = .percent
        case UInt8(ascii: "$"): kind = .currencySign
        case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = .quotationMark
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"): return start + 1
        default: kind = .sign
        }
        add(kind, start..<start + 1, value: Int32(byte))
        return start + 1
    }

    private mutating func scanBeyondASCII(_ start: Int) -> Int {
        guard isPunctuation(start) else { return scanWord(start) }
        let length = Self.characterLength(bytes[start])
        let range = start..<min(start + length, end)
        if bytes[start] == 0xC2 {
            switch bytes[start + 1] {
            case 0xA0: isGlued = false
            case 0xA3, 0xA5: add(.currencySign, range, value: Int32(bytes[start + 1]))
            default: add(.sign, range)
            }
            return range.upperBound
        }
        guard range.count == 3 else {
            add(.sign, range)
            return range.upperBound
        }
        switch (bytes[start + 1], bytes[start + 2]) {
        case (0x80, 0x80...0x8A), (0x80, 0xAF): isGlued = false
        case (0x80, 0x8B...0x8F): break
        case (0x80, 0x90...0x92): add(.hyphen, range)
        case (0x80, 0x93): add(.enDash, range)
        case (0x80, 0x94), (0x80, 0x95): add(.emDash, range)
        case (0x80, 0x98...0x9F): add(.quotationMark, range)
        case (0x80, 0xA6): add(.ellipsis, range)
        case (0x82, _): add(.currencySign, range, value: Int32(bytes[start + 2]))
        default: add(.sign, range)
        }
        return range.upperBound
    }

    /// Whether the character beyond ASCII at an offset is a space or a sign, not a letter.
    private func isPunctuation(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case 0xC2: offset + 1 < bytes.count && bytes[offset + 1] != 0xB2 && bytes[offset + 1] != 0xB3
        case 0xC3: offset + 1 < bytes.count && bytes[offset + 1] == 0x97
        case 0xE2: offset + 1 < bytes.count && (0x80...0x8B).contains(bytes[offset + 1])
        default: false
        }
    }

    private static func characterLength(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}
