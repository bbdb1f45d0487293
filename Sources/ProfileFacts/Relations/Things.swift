import ProfileSyntax

/// Nouns that count the same things.
package enum Things {
    /// Nouns of devices, of people by what befell them or who they are, of states, and of people by what they do.
    private static let groups = [
        "mines mine landmines landmine munitions devices items weapons explosives antipersonnel antivehicle",
        """
        casualties casualty people persons person victims civilians soldiers men women children boys girls adults deminers survivors \
        deaths injuries fatalities males females personnel combatants staff dead killed injured wounded hurt refugees students \
        villagers peacekeepers militants minors teenagers members
        """,
        "states countries parties signatories members nations governments",
        """
        people persons participants delegates trainees members employees staff teachers pupils students trainers instructors volunteers \
        workers farmers officers officials soldiers police policemen engineers experts guards doctors nurses medics drivers \
        journalists representatives deminers surveyors
        """,
    ]
    private static let (devices, people) = (0b01, 0b10)

    /// The groups of a noun, a bit for each, under its hash; 0 for all others.
    private static let groupsOf: HashTable<Int> = {
        var groupsOf: [UInt64: Int] = [:]
        for (index, group) in groups.enumerated() {
            for noun in group.split(separator: " ") { groupsOf[Lexicon.hash(noun), default: 0] |= 1 << index }
        }
        return HashTable(groupsOf.map { ($0.key, $0.value) }, filler: 0)
    }()

    /// Whether a noun names devices or people, each of which is of one kind.
    static func areDevicesOrPeople(_ noun: Token?) -> Bool {
        noun.map { groupsOf.value($0.word) & (devices | people) != 0 } ?? false
    }

    static func arePeople(_ noun: Token?) -> Bool { noun.map { groupsOf.value($0.word) & people != 0 } ?? false }

    static func areDevices(_ noun: Token?) -> Bool { noun.map { groupsOf.value($0.word) & devices != 0 } ?? false }

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

    private static func isOneGroup(_ one: UInt64, _ other: UInt64) -> Bool { groupsOf.value(one) & groupsOf.value(other) != 0 }

    package static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (one.lowercased(), other.lowercased())
        if one == other || one + "s" == other || other + "s" == one { return true }
        return isOneGroup(Lexicon.hash(one), Lexicon.hash(other))
    }
}
