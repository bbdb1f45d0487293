import ProfileFacts
import TestSupport
import Testing

import Linting

@Suite("Slips")
struct SlipTests {
    private func reasons(_ total: String, _ parts: [String]) throws -> [String] {
        let values = try parts.enumerated().map { ("part \($0.offset + 1)", try #require(ExactDecimal(plain: $0.element))) }
        return Slip.candidates(total: try #require(ExactDecimal(plain: total)), parts: values).map(\.reason)
    }

    @Test("Swapped digits, one wrong digit, a part left out and one counted twice are told apart")
    func kinds() throws {
        #expect(try reasons("4429", ["1486", "1687", "1319"]) == ["two digits of 4,429 are swapped: 4,492 would fit"])
        #expect(try reasons("35774", ["35774", "3000"]).contains("the total leaves out part 2, 3,000"))
        #expect(try reasons("35774", ["35774", "3000"]).contains("one digit of 35,774 is wrong: 38,774 would fit"))
        #expect(try reasons("17", ["4", "6", "1"]).contains("the total counts part 2, 6, twice"))
        #expect(try reasons("1000", ["217", "390"]) == [])
        #expect(try reasons("607", ["217", "390"]) == [])
    }

    @Test("A part with a slip is found too")
    func parts() throws {
        #expect(
            try reasons("294775", ["45245", "114384", "12799", "64843", "57324"]).contains(
                "two digits of 45,245 are swapped: 45,425 would fit"))
        #expect(try reasons("100", ["46", "45"]) == ["two digits of 45 are swapped: 54 would fit"])
    }
}
