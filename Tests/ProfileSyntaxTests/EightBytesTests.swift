import ProfileSyntax
import TestSupport
import Testing

@Suite("Eight bytes at a time")
struct EightBytesTests {
    /// Texts of all bytes, letters and spaces more often than others.
    private func texts() -> [[UInt8]] {
        var generator = Generator(mixing: 3)
        return (0..<2_000).map { _ in
            (0..<generator.below(20)).map { _ in
                generator.chance(3) ? UInt8(generator.below(256)) : Array("aZ ,.-/059".utf8)[generator.below(10)]
            }
        }
    }

    @Test("The letters at a place are counted as one by one")
    func letters() {
        for text in texts() {
            for offset in 0...text.count {
                let rest = text[offset...].prefix(8)
                #expect(
                    EightBytes(text, at: offset).leadingLetters == rest.prefix { $0.isASCIILetter }.count, "\(text) \(offset)")
            }
        }
    }

    @Test("What starts no inline is counted as one by one")
    func plain() {
        for text in texts() {
            for offset in 0...text.count {
                let rest = text[offset...].prefix(8)
                let plain = rest.prefix { $0.isASCIILetter || $0.isDigit || Array(" ,-./".utf8).contains($0) }
                #expect(EightBytes(text, at: offset).leadingPlain == plain.count, "\(text) \(offset)")
            }
        }
    }

    @Test("The first of them are those of the text, with zeros behind")
    func first() {
        let text = Array("abcdefghij".utf8)
        for count in 0...8 {
            let bits = EightBytes(text, at: 1).first(count)
            let bytes: [UInt8] = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
            let wanted = Array(text[1..<1 + count]) + [UInt8](repeating: 0, count: 8 - count)
            #expect(bytes == wanted)
        }
    }
}
