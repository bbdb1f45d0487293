/// Classes that exclude each other: nobody is both killed and injured, a boy and a woman, a civilian and a soldier.
enum Classification {
    /// The words of each class, by classification. Classes have bits of their own, and `children` those of `boys` and `girls`.
    private static let classes: [[(bits: Int, words: String)]] = [
        [(unknown, "unknown unclear unrecorded known survival fate")],
        [(1, "killed dead died deaths fatalities"), (2, "injured wounded hurt injuries")],
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
    /// What belongs to every classification: those of unknown fate or sex.
    private static let unknown = 0x80
    /// The bits of all classes there are besides the unknown, of outcomes and of age and sex.
    private static let complete = [1: 0b11, 2: 0b1111]

    /// A classification in the upper bits, from 1, a class of it in the lower eight; 0 for words of none.
    private static let classOf: HashTable<Int> = {
        let words = classes.enumerated().flatMap { place, classes in
            classes.flatMap { bits, words in
                words.split(separator: " ").map { (Lexicon.hash($0), (place + 1) << 8 | bits) }
            }
        }
        return HashTable(words, filler: 0)
    }()

    /// Parts of a whole of which none is part of another.
    struct Parts {
        /// Indices into the prose's numbers.
        let numbers: [Int]
        /// Whether there can be no others: killed, injured, and of unknown fate.
        let isComplete: Bool
    }

    /// The numbers of a region where each is told of a class of its own; nil where they are not.
    static func parts(in region: Range<Int>, of whole: Number, _ wholeView: SentenceView, _ view: SentenceView) -> Parts? {
        let numbers = view.quantities(region)
        guard 2...6 ~= numbers.count, let spans = spans(of: numbers, in: region, view) else { return nil }
        let saysOnly = spans.last?.contains { view.isWord($0, "only") } ?? false
        // Areas can hold devices of several classes, and incidents have several casualties.
        guard whole.name.isEmpty || saysOnly || whole.name.contains(where: { Things.areDevicesOrPeople(wholeView.token($0)) })
        else { return nil }
        guard let (classification, bits) = classification(of: spans, view) else {
            let isOfMines = whole.name.contains { Things.areDevices(wholeView.token($0)) } && areDesignated(spans, view)
            return isOfMines ? Parts(numbers: numbers, isComplete: false) : nil
        }
        return Parts(numbers: numbers, isComplete: complete[classification].map { bits == $0 | unknown } ?? false)
    }

    /// Whether each of some spans names a mine of its own: "250 were PMN and 850 were PMD-6".
    private static func areDesignated(_ spans: [Range<Int>], _ view: SentenceView) -> Bool {
        let names = spans.compactMap { span in
            span.compactMap { view.token($0) }.first { $0.isWord && ($0.hasDigits || $0.isUpperCase && $0.range.count >= 3) }
        }
        return names.count == spans.count && names.contains(where: \.hasDigits)
            && Set(names.map { view.bytes.text($0.range) }).count == spans.count
    }

    /// What stands around each number up to the next comma or `and`; nil where two share one.
    static func spans(of numbers: [Int], in region: Range<Int>, _ view: SentenceView) -> [Range<Int>]? {
        let cuts = view.topLevel(region).filter {
            view.kind($0) == .comma || view.kind($0) == .semicolon || view.has($0, .and)
        }
        let spans = numbers.map { number in
            let start = view.number(number).tokens.lowerBound
            return (cuts.last { $0 < start } ?? region.lowerBound)..<(cuts.first { $0 > start } ?? region.upperBound)
        }
        return zip(spans, spans.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) ? spans : nil
    }

    /// Whether some spans tell of all classes that a classification has.
    static func isComplete(_ spans: [Range<Int>], _ view: SentenceView) -> Bool {
        classification(of: spans, view).map { found in complete[found.index].map { found.bits | unknown == $0 | unknown } ?? false
        }
            ?? false
    }

    /// The classification of which each of some spans tells a class of its own, and the bits of them all.
    static func classification(of spans: [Range<Int>], _ view: SentenceView) -> (index: Int, bits: Int)? {
        guard spans.count >= 2 else { return nil }
        let found = spans.map { span in span.map { wordClass($0, view) }.filter { $0 != 0 } }
        for classification in classes.indices.dropFirst() {
            let bits = found.map { words in
                // "for 94 it was not known whether they were killed"
                words.contains { $0 >> 8 == 1 }
                    ? unknown : words.filter { $0 >> 8 == classification + 1 }.reduce(0) { $0 | $1 & 0xFF }
            }
            let all = bits.reduce(0, |)
            if !bits.contains(0), all == bits.reduce(0, +), all != unknown { return (classification, all) }
        }
        return nil
    }

    /// What ``classOf`` has for a token; of `known` only behind a `not`.
    private static func wordClass(_ index: Int, _ view: SentenceView) -> Int {
        guard let token = view.token(index), token.isWord, !view.isWord(index, "known") || view.isWord(index - 1, "not") else {
            return 0
        }
        return classOf.value(token.word)
    }
}
