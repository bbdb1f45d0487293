import ProfileFacts
import ProfileSyntax
import Testing

@Suite("Numerals")
struct NumeralTests {
    private func read(_ text: String) -> Numeral? { Numeral(Array(text.utf8), at: 0, to: text.utf8.count) }

    @Test(
        "Digits with thousands and a decimal point",
        arguments: [
            ("4,492", "4492"), ("1486 mines", "1486"), ("70.38", "70.38"), ("1,234,567.5.", "1234567.5"), ("12, 13", "12"),
            ("2003.", "2003"),
        ])
    func numbers(_ text: String, _ value: String) {
        #expect(read(text)?.value.plain == value)
    }

    @Test("Commas that do not part thousands make no number", arguments: ["29,4775", "1234,567", "33,50"])
    func malformed(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test("Half a unit is that of the last printed digit", arguments: [("147", "0.5"), ("70.38", "0.005"), ("26.5", "0.05")])
    func halfUnit(_ text: String, _ half: String) {
        #expect(read(text)?.halfUnit.plain == half)
    }
}

@Suite("Tables")
struct TableTests {
    private func cells(_ row: String) -> [Table.Cell] {
        let text = "| a | b | c |\n| - | - | - |\n\(row)\n\n[^1]: N."
        return ProfileFacts(Profile(parsing: Array(text.utf8))).tables.first?.rows.first ?? []
    }

    @Test("Numbers are read past emphasis, footnote markers, asterisks, currencies and units")
    func numbers() {
        let values = cells("| **1,486**[^1] | US$70.38 | 147 km²* |").map { $0.numeral?.value.plain }
        #expect(values == ["1486", "70.38", "147"])
        #expect(cells("| 187[^1] | 5 mines | 12 |").map { $0.numeral?.value.plain } == ["187", "5", "12"])
    }

    @Test("Dashes are nothing; words, percentages, hedged and malformed numbers are no numbers")
    func others() {
        #expect(cells("| – | - |  |").map(\.content) == [.nothing, .nothing, .nothing])
        #expect(cells("| Unknown | 12% | about 40 |").map(\.content) == [.other, .other, .other])
        #expect(cells("| 29,4775 | 2001–2003 | PMN-2 |").map(\.content) == [.other, .other, .other])
    }

    @Test("Escaped pipes are text, and rows may lack their outer pipes")
    func pipes() {
        #expect(cells("x \\| y | 2 | 3").map { $0.numeral?.value.plain } == [nil, "2", "3"])
    }
}
