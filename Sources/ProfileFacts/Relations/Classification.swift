/// Classes that exclude each other: nobody is both killed and injured, a boy and a woman, a civilian and a soldier.
enum Classification {
    /// The words of each class, by classification. Classes have bits of their own, and `children` those of `boys` and `girls`.
    private static let classes: [[(bits: Int, words: String)]] = [
        [
            (1, "killed dead died deaths fatalities"), (2, "injured wounded hurt injuries"),
            (4, "unknown unclear known unrecorded"),
        ],
        [
            (1, "men man"), (2, "women woman"), (4, "boys boy"), (8, "girls girl"), (12, "children child minors"),
            (3, "adults adult"), (5, "male males"), (10, "female females"),
        ],
        [(1, "civilian civilians"), (2, "military soldiers soldier"), (4, "deminers deminer"), (8, "police policemen")],
        [
            (1, "antipersonnel anti-personnel"), (2, "antivehicle anti-vehicle antitank anti-tank"),
            (4, "erw uxo ordnance"), (8, "ied ieds improvised"), (16, "submunitions submunition"),
        ],
    ]
    private static let devices = 3

    /// A classification in the upper bits, a class of it in the lower eight; 0 for words of none.
    private static let classOf: HashTable<Int> = {
        let words = classes.enumerated().flatMap { place, classes in
            classes.flatMap { bits, words in
                words.split(separator: " ").map { (Lexicon.hash($0), (place + 1) << 8 | bits) }
            }
        }
        return HashTable(words, filler: 0)
    }()

    /// Whether each of some spans of tokens tells of a class of its own, all of one classification.
    ///
    /// - Parameter mayShare: whether what is counted can hold devices of several classes, as areas can; `only` excludes that.
    static func areExclusive(_ spans: [Range<Int>], _ view: SentenceView, mayShare: Bool) -> Bool {
        guard spans.count >= 2 else { return false }
        let found = spans.map { span in
            span.compactMap { view.token($0)?.isWord == true ? classOf.value(view.prose.tokens[$0].word) : 0 }.filter { $0 != 0 }
        }
        return classes.indices.contains { classification in
            guard classification != devices || !mayShare else { return false }
            let bits = found.map { words in words.filter { $0 >> 8 == classification + 1 }.reduce(0) { $0 | $1 & 0xFF } }
            return !bits.contains(0) && bits.reduce(0, |) == bits.reduce(0, +)
        }
    }
}
