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

    /// Names of mines as they are written, other names too.
    package static let names: Set<String> = Set(mines.flatMap { [$0.designation] + $0.other })

    /// The designation that a name with its hyphens and blanks left out or elsewhere stands for; nil where it is right as it is, or
    /// no mine's. The key is the name in lower case, its letters and digits only.
    package static let folded: [String: (designation: String, isVerified: Bool)] = {
        var folded: [String: (designation: String, isVerified: Bool)] = [:]
        for mine in mines where mine.designation.utf8.contains(where: \.isDigit) {
            let key = fold(mine.designation)
            if folded[key] == nil { folded[key] = (mine.designation, mine.isVerified) }
        }
        return folded
    }()

    package static func fold(_ name: String) -> String {
        String(decoding: name.utf8.filter { $0.isWordByte }, as: UTF8.self).lowercased()
    }

    private static let mines: [(designation: String, other: [String], isVerified: Bool)] = {
        var reader = YAMLReader(bytes, 0..<bytes.count)
        return (reader.read()?["mines"]?.items ?? []).compactMap { mine in
            guard let designation = mine["designation"]?.scalar else { return nil }
            return (designation, mine["also"]?.items?.compactMap(\.scalar) ?? [], mine["sure"]?.scalar == "verified")
        }
    }()
}
