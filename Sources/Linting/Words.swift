/// Words for messages.
package enum Words {
    /// `3 notes`, `1 note`.
    package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `a`, `a and b`, `a, b, and c`.
    static func list(_ items: [String], _ conjunction: String = "and") -> String {
        switch items.count {
        case 0: ""
        case 1: items[0]
        case 2: "\(items[0]) \(conjunction) \(items[1])"
        default: items.dropLast().joined(separator: ", ") + ", \(conjunction) \(items[items.count - 1])"
        }
    }

    /// What an ordinal in digits ends in: `st` for 21, `th` for 11.
    static func ordinalEnding(_ number: Int) -> String {
        if 11...13 ~= number % 100 { return "th" }
        return switch number % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
    }

    /// ` Did you mean “x”?`, or nothing.
    static func didYouMean(_ name: String?) -> String { name.map { " Did you mean \"\($0)\"?" } ?? "" }
}
