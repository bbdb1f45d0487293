import ProfileSyntax

/// Digits that no reader can be sure of: commas that do not part thousands, a letter O for a zero.
package struct MalformedNumber: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// `29,4775`
        case commas
        /// `1,O00`
        case letter
        /// `4,5 million`
        case decimalComma
    }

    package let kind: Kind
    package let range: Range<Int>
    /// What the number may be, each as prose writes it; the first is the likeliest.
    package let readings: [String]

    /// Whether there is one reading only.
    package var isCertain: Bool { kind != .commas && readings.count == 1 }

    /// Whether one comma stands in it, as a decimal comma does.
    func hasOneComma(_ bytes: [UInt8]) -> Bool { bytes[range].count { $0 == UInt8(ascii: ",") } == 1 }

    /// `0,5`: no number with thousands starts so.
    func startsWithZero(_ bytes: [UInt8]) -> Bool { bytes.has("0,", at: range.lowerBound) }

    init(kind: Kind, range: Range<Int>, readings: [String]) {
        self.kind = kind
        self.range = range
        self.readings = readings
    }

    /// A comma for the decimal point, before a scale word or a unit.
    init(decimalComma range: Range<Int>, _ bytes: [UInt8]) {
        let text = String(bytes.text(range).map { $0 == "," ? "." : $0 })
        self.init(kind: .decimalComma, range: range, readings: [text])
    }

    /// Its commas at other places: all digits kept; or one as the decimal point; or a digit too many behind it.
    init(commas range: Range<Int>, _ bytes: [UInt8]) {
        let text = bytes.text(range)
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        var readings: [String] = []
        if let whole = ExactDecimal(plain: parts.joined()) { readings.append(whole.grouped) }
        if parts.count == 2, let last = parts.last {
            if 1...2 ~= last.count { readings.append(parts.joined(separator: ".")) }
            if last.count == 4, parts[0].count <= 3 { readings.append(parts[0] + "," + last.dropLast()) }
        }
        self.init(kind: .commas, range: range, readings: readings)
    }
}
