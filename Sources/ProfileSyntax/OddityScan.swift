/// Finds characters that a text should not hold, in one pass over the bytes.
package enum OddityScan {
    static func scan(_ bytes: [UInt8]) -> [Oddity] {
        var oddities: [Oddity] = []
        var offset = 0
        var isValid = true
        while offset < bytes.count {
            offset = skipPlain(bytes, from: offset)
            guard offset < bytes.count else { break }
            let byte = bytes[offset]
            if byte < 0x80 {
                if isControl(byte) {
                    oddities.append(Oddity(kind: byte == 0 ? .null : .control, range: offset..<offset + 1))
                }
                offset += 1
                continue
            }
            let length = characterLength(bytes, offset)
            if isValid, length == nil {
                isValid = false
                do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.span) } catch {
                    oddities.append(Oddity(kind: .invalidUTF8, range: error.byteOffsets))
                }
            }
            switch byte {
            case 0xCD...0xD3 where offset + 1 < bytes.count:
                if isLookAlike(bytes, offset) { oddities.append(Oddity(kind: .lookAlikeLetter, range: offset..<offset + 2)) }
                offset += length ?? 1
            case 0xE2, 0xEF:
                if offset + 2 < bytes.count, let kind = kind(byte, bytes[offset + 1], bytes[offset + 2]) {
                    oddities.append(Oddity(kind: kind, range: offset..<offset + 3))
                }
                offset += length ?? 1
            default:
                offset += length ?? 1
            }
        }
        return oddities
    }

    /// How many bytes the character beyond ASCII at an offset has; nil where the bytes there are not UTF-8 (RFC 3629, section 4).
    private static func characterLength(_ bytes: [UInt8], _ offset: Int) -> Int? {
        func byte(_ index: Int) -> UInt8 { offset + index < bytes.count ? bytes[offset + index] : 0 }
        let isShort = byte(1).isContinuation
        switch bytes[offset] {
        case 0xC2...0xDF: return isShort ? 2 : nil
        case 0xE0: return 0xA0...0xBF ~= byte(1) && byte(2).isContinuation ? 3 : nil
        case 0xED: return 0x80...0x9F ~= byte(1) && byte(2).isContinuation ? 3 : nil
        case 0xE1...0xEF: return isShort && byte(2).isContinuation ? 3 : nil
        case 0xF0: return 0x90...0xBF ~= byte(1) && byte(2).isContinuation && byte(3).isContinuation ? 4 : nil
        case 0xF1...0xF3: return isShort && byte(2).isContinuation && byte(3).isContinuation ? 4 : nil
        case 0xF4: return 0x80...0x8F ~= byte(1) && byte(2).isContinuation && byte(3).isContinuation ? 4 : nil
        default: return nil
        }
    }

    /// Goes past groups of eight bytes that are plain ASCII: no control character among them, nothing beyond.
    private static func skipPlain(_ bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            var offset = start
            while offset + 8 <= buffer.count {
                let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                // A borrow out of a byte below 0x20, or a carry out of 0x7F, sets its highest bit.
                let odd = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
                guard odd & 0x8080_8080_8080_8080 == 0 else { break }
                offset += 8
            }
            return offset
        }
    }

    /// A control character other than tab and the line ends; a carriage return inside a line is left to be.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != .tab && byte != .newline && byte != .carriageReturn || byte == 0x7F
    }

    private static func kind(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Oddity.Kind? {
        switch (first, second, third) {
        case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9), (0xE2, 0x80, 0x8E...0x8F): .bidirectionalControl
        case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0): .zeroWidth
        case (0xEF, 0xBB, 0xBF): .byteOrderMark
        default: nil
        }
    }

    /// Whether a Greek or Cyrillic letter touches a Latin letter and looks like one itself.
    private static func isLookAlike(_ bytes: [UInt8], _ offset: Int) -> Bool {
        let beforeIsLatin = offset > 0 && bytes[offset - 1].isASCIILetter
        let afterIsLatin = offset + 2 < bytes.count && bytes[offset + 2].isASCIILetter
        guard beforeIsLatin || afterIsLatin else { return false }
        return latin(for: bytes.text(offset..<offset + 2)) != nil
    }

    /// The Latin letter that a Greek or Cyrillic one looks like.
    package static func latin(for letter: String) -> String? {
        guard let letter = letter.unicodeScalars.first, let index = lookAlikes.firstIndex(of: letter) else { return nil }
        return String(latinLetters[index])
    }

    private static let lookAlikes = Array("АВЕЅІЈКМНОРСТУХавеѕіјкмнорстухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανυρχικ".unicodeScalars)
    private static let latinLetters = Array("ABESIJKMHOPCTYXabesijkmhopctyxABEZHIKMNOPTYXoavupxik")
}
