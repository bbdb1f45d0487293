/// Makes texts at random, the same ones for the same seed: profiles with everything that profiles hold, in any order, and
/// broken in every way.
package struct Generator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// Neighbouring seeds give texts that have nothing in common; those of ``init(seed:)`` give the same numbers, one later.
    package init(mixing seed: UInt64) {
        state = seed
        state = next()
    }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    package mutating func chance(_ one: Int) -> Bool { below(one) == 0 }
    package mutating func pick(_ items: [String]) -> String { items[below(items.count)] }

    private static let words = [
        "Belarus", "destroyed", "4,492", "antipersonnel mines", "(NATO)", "“fully fulfilled”", "*Landmine Monitor*", "in 2004",
        "PMN-2",
        "the parties’ duty", "[sic]", "[a link](https://example.org/a_b)", "`code [^1]`", "<!-- a comment -->", "é", "中", "🙂",
        "Москва",
        "\"straight\"", "‘single’", "(unclosed", "“unclosed", "[^", "[", "]", "**strong**", "_under_", "1–3",
        "https://example.org/x(y)",
    ]

    private static let blocks = [
        "## Use", "### Past use", "#### Deep", "# Title", "- item one\n- item two", "1. first\n2. second",
        "> quoted\n> on two lines",
        "| a | b |\n| --- | --- |\n| 1 | 2[^2] |", "```\ncode [^3]\n```", "<!-- note -->", "---", "    indented code",
        "<!-- unclosed",
        "- item\n\n  more of it\n\n  - nested", "~~~", ">", "-", "[^x]: named", "Text\\[^1]", "\\",
        "<!-- footing-ignore footnote-undefined: a reason -->",
    ]

    /// A sentence with markers at any place.
    private mutating func sentence(_ most: Int) -> String {
        var parts: [String] = []
        for _ in 0...below(6) { parts.append(pick(Self.words)) }
        var text = parts.joined(separator: " ")
        for _ in 0..<below(3) {
            let number = 1 + below(most)
            text += pick([
                "[^\(number)]", ".[^\(number)]", "[^\(number)].", " [^\(number)]", "[^ \(number)]", "[^\(number)", "[\(number)]",
                ".[^\(number)][^\(number)]",
            ])
        }
        return text + (chance(4) ? "" : ".")
    }

    /// A profile, whole or broken.
    package mutating func profile() -> String {
        let most = 1 + below(6)
        var parts: [String] = []
        for _ in 0...below(8) { parts.append(chance(3) ? pick(Self.blocks) : sentence(most)) }
        for number in 1...most where !chance(5) {
            let number = chance(6) ? 1 + below(most) : number
            let label = chance(12) ? pick(["[^ \(number)]:", "[^\(number)]", "[\(number)]", "  [^\(number)]:"]) : "[^\(number)]:"
            parts.append("\(label) \(chance(8) ? "" : sentence(most))")
            if chance(6) { parts.append("    A second paragraph.") }
        }
        if chance(3) { parts.swapAt(below(parts.count), below(parts.count)) }
        var text = parts.joined(separator: chance(8) ? "\n" : "\n\n")
        if chance(10) {
            text = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
        }
        var front = "topic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n"
        if chance(4) {
            front +=
                "figures:\n  retained:\n    total: 4492 # kept\n    parts: {PMN: 1486, POMZ-2: 3006}\n    note: \(1 + below(most))\n"
        }
        if chance(12) { front += pick(["\tbad: 1\n", "country: Belarus\n", "key: *alias\n", "[: x\n", "stauts: 1\n"]) }
        let head = chance(12) ? "" : "---\n\(front)" + (chance(20) ? "" : "---\n") + "\n"
        var whole = head + text + (chance(8) ? "" : "\n")
        if chance(10) { whole = whole.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
        if chance(20) { whole = "\u{FEFF}" + whole }
        return whole
    }

    /// A text with some of its bytes changed, removed or doubled.
    package mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) where !bytes.isEmpty {
            let place = below(bytes.count)
            switch below(4) {
            case 0: bytes[place] = UInt8(below(256))
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[below(bytes.count)], at: place)
            default: bytes.insert(contentsOf: Array(pick(Self.words).utf8), at: place)
            }
        }
        return bytes
    }
}
