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

    /// What names of mines that hold a digit start with or are – `OZM`, `POMZ-2M` – and what is called by the first: `MON-type`.
    static let heads: WordSet = {
        let numbered = names.filter { $0.utf8.contains { $0.isDigit } && !$0.utf8.contains(.space) }
        let families = Set(numbered.map { $0.prefix { $0.isUppercase } }.filter { $0.utf8.count >= 3 }.map(String.init))
        return WordSet(numbered.union(families).union(families.map { $0 + "-type" }))
    }()

    /// Two numbers with a hyphen that end a mine's name: the `65-98` of `Sakaramiina 65-98`.
    static let rangeLike: Set<String> = Set(
        names.compactMap { name in
            name.split(separator: " ").last.flatMap { last in
                last.contains("-") && last.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") } ? String(last) : nil
            }
        })

    /// The designation that a name with its hyphens and blanks left out or elsewhere stands for; nil where it is right as it is, or
    /// no mine's. The key is the name in lower case, its letters and digits only.
    package static let folded: [String: (designation: String, isVerified: Bool)] = {
        var folded: [String: (designation: String, isVerified: Bool)] = [:]
        // Another name that is written with a hyphen is folded too: PMN1 is PMN-1.
        let written =
            mines.map { ([$0.designation], $0.isVerified) } + mines.map { ($0.other.filter { $0.contains("-") }, $0.isVerified) }
        for (names, isVerified) in written {
            for name in names where name.utf8.contains(where: \.isDigit) {
                let key = fold(name)
                if folded[key] == nil { folded[key] = (name, isVerified) }
            }
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
