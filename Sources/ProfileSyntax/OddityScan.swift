/// Finds characters that a text should not hold, in one pass over the bytes.
package enum OddityScan {
    static func scan(_ bytes: [UInt8]) -> [Oddity] {
        var oddities: [Oddity] = []
        do throws(UTF8.ValidationError) {
            let text = try UTF8Span(validating: bytes.span)
            if text.isKnownASCII, !bytes.contains(where: isControl) { return [] }
        } catch {
            oddities.append(Oddity(kind: .invalidUTF8, range: error.byteOffsets))
        }
        var offset = 0
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
            switch byte {
            case 0xCD...0xD3 where offset + 1 < bytes.count:
                if isLookAlike(bytes, offset) { oddities.append(Oddity(kind: .lookAlikeLetter, range: offset..<offset + 2)) }
                offset += 2
            case 0xE2, 0xEF:
                if offset + 2 < bytes.count, let kind = kind(byte, bytes[offset + 1], bytes[offset + 2]) {
                    oddities.append(Oddity(kind: kind, range: offset..<offset + 3))
                }
                offset += 3
            default:
                offset += 1
            }
        }
        return oddities
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
