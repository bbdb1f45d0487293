import ProfileFacts
import Testing

@Suite("Exact decimals")
struct ExactDecimalTests {
    private func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(plain: text)) }

    @Test(
        "Numbers are read and written as they are",
        arguments: ["0", "7", "294775", "-540", "70.38", "0.03472", "-0.5", "123456789012345678"])
    func roundTrip(_ text: String) throws {
        #expect(try number(text).plain == text)
    }

    @Test("Trailing zeros behind the point make no difference to the value")
    func zeros() throws {
        #expect(try number("147.0") == number("147"))
        #expect(try number("1.50").plain == "1.5")
        #expect(try number("-0") == .zero)
    }

    @Test(
        "Anything else is no number",
        arguments: ["", "-", ".", ".5", "5.", "1,000", "1e3", "1.2.3", "12abc", "--1", "1-", "1234567890123456789"])
    func none(_ text: String) {
        #expect(ExactDecimal(plain: text) == nil)
    }

    @Test("Sums and differences are exact where binary fractions are not")
    func arithmetic() throws {
        #expect(try number("0.1") + number("0.2") == number("0.3"))
        #expect(try number("70.38") + number("30.11") + number("46.47") == number("146.96"))
        #expect(try number("3000") - number("540") == number("2460"))
        #expect(try number("1") - number("1.001") == number("-0.001"))
        #expect(try -number("5") + number("5") == .zero)
        #expect(try number("26500000").hundredth == number("265000"))
    }

    @Test("Order is by value, not by digits")
    func order() throws {
        #expect(try number("9.9") < number("10"))
        #expect(try number("-10") < number("-9.9"))
        #expect(try !(number("1.0") < number("1")))
        #expect(try number("-7").magnitude == number("7"))
    }

    @Test(
        "Thousands are grouped as prose writes them",
        arguments: [("7", "7"), ("999", "999"), ("1000", "1,000"), ("294775", "294,775"), ("-1234567.25", "−1,234,567.25")])
    func grouped(_ text: String, _ expected: String) throws {
        #expect(try number(text).grouped == expected)
    }
}
