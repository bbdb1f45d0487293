import TestSupport
import Testing

@Suite("The style guide")
struct StyleGuideTests {
    private func text(_ path: String) throws -> String { String(decoding: try #require(Repository.bytes(path)), as: UTF8.self) }

    @Test("Every numbered decision has a test that cites it, and no test cites another number")
    func decisions() throws {
        let decided = try text("Sources/Formatting/STYLE.md").matches(of: /(?m)^\| (\d+) \|/).map { String($0.output.1) }
        #expect(decided.count > 20)
        #expect(Set(decided).count == decided.count, "a number is used once")
        var cited: Set<String> = []
        for path in Repository.files("Tests/FormattingTests", ending: ".swift") {
            cited.formUnion(try text(path).matches(of: /@Test\("Decision (\d+):/).map { String($0.output.1) })
        }
        #expect(cited == Set(decided))
    }
}
