import ProfileSyntax

/// The mines of `Config/reference/munitions.yml`, one a line there, found by searching the bytes.
package enum MunitionReference {
    static let bytes = EmbeddedConfig.bytes("reference/munitions.yml")

    /// Whether a mine is called by a word and a number with a blank between: `PMR 2A`, `MAI 75`.
    static func knows(_ head: String, _ number: String) -> Bool {
        let wanted = Array("\(head) \(number)".utf8)
        var offset = 0
        while let found = bytes.firstOffset(of: wanted, from: offset) {
            let before = found > 0 ? bytes[found - 1] : .space
            let behind = found + wanted.count < bytes.count ? bytes[found + wanted.count] : .space
            if !before.isWordByte, before != UInt8(ascii: "-"), !behind.isWordByte { return true }
            offset = found + 1
        }
        return false
    }
}
