import ProfileSyntax

/// Nouns that count the same things.
package enum Things {
    private static let groups = [
        [
            "mines", "mine", "landmines", "landmine", "munitions", "devices", "items", "weapons", "explosives", "antipersonnel",
            "antivehicle",
        ],
        [
            "casualties", "casualty", "people", "persons", "person", "victims", "civilians", "soldiers", "men", "women",
            "children", "boys",
            "girls", "adults", "deminers", "survivors", "deaths", "injuries", "fatalities", "males", "females", "personnel",
            "combatants",
            "staff", "dead", "killed", "injured", "wounded", "hurt", "refugees", "students", "villagers", "peacekeepers",
            "militants", "minors", "teenagers",
        ],
        ["states", "countries", "parties", "signatories", "members", "nations", "governments"],
    ]

    /// The number of a noun's group, from 1, under the noun's hash; 0 for all others.
    private static let groupOf: HashTable<Int> = {
        let nouns = groups.enumerated().flatMap { index, group in group.map { (Lexicon.hash($0), index + 1) } }
        return HashTable(nouns, filler: 0)
    }()

    /// Whether a noun names devices or people, each of which is of one kind.
    static func areDevicesOrPeople(_ noun: Token?) -> Bool { noun.map { 1...2 ~= groupOf.value($0.word) } ?? false }

    /// Whether a part counts what a whole does: by one noun, by a mine's name, or by a participle or adjective ("27 dead").
    static func areSame(_ wholeView: SentenceView, _ whole: Number, _ partView: SentenceView, _ part: Number) -> Bool {
        guard let wholeNoun = wholeView.noun(whole), let partNoun = partView.noun(part) else { return true }
        if part.name.contains(where: { partView.prose.tokens[$0].hasDigits }) { return !wholeNoun.has(.kind) }
        if wholeNoun.has(.other) || partNoun.has(.other) { return true }
        if isSame(wholeNoun, partNoun, partView.bytes) { return true }
        return !partView.bytes.has("s", at: partNoun.range.upperBound - 1)
    }

    /// Whether two nouns of a text are one, but for the s of a plural, or of one group.
    static func isSame(_ one: Token, _ other: Token, _ bytes: [UInt8]) -> Bool {
        // Codes, such as mines' names, have no hash.
        if one.word == 0 || other.word == 0 {
            return bytes[one.range].elementsEqual(bytes[other.range]) { $0 | 0x20 == $1 | 0x20 }
        }
        if one.word == other.word { return true }
        let (short, long) = one.range.count < other.range.count ? (one.range, other.range) : (other.range, one.range)
        if short.count + 1 == long.count, bytes[long.upperBound - 1] | 0x20 == UInt8(ascii: "s"),
            bytes[short].elementsEqual(bytes[long].dropLast(), by: { $0 | 0x20 == $1 | 0x20 })
        {
            return true
        }
        return isOneGroup(one.word, other.word)
    }

    private static func isOneGroup(_ one: UInt64, _ other: UInt64) -> Bool {
        let group = groupOf.value(one)
        return group != 0 && group == groupOf.value(other)
    }

    package static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (one.lowercased(), other.lowercased())
        if one == other || one + "s" == other || other + "s" == one { return true }
        return isOneGroup(Lexicon.hash(one), Lexicon.hash(other))
    }
}
