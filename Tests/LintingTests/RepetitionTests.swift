import Linting
import Testing

@Suite("What stands again and again")
struct RepetitionTests {
    private func findings(_ rule: String, _ body: String) throws -> [Finding] {
        let text = "---\ncountry: Belarus\n---\n\n## Policy\n\n\(body)\n"
        return try Linter(RuleSelection(selecting: [rule], ignoring: [])).check(Array(text.utf8), fileName: "belarus.md")
    }

    @Test("A misspelt word is found wherever it stands, between names that are none")
    func misspelt() throws {
        let names = ["Minsk", "Gomel", "Vitebsk", "Rechitsa", "Slonim", "Brest", "Lida", "Orsha"]
        let body = names.map { "In \($0), the goverment told \($0) of it." }.joined(separator: " ")
        #expect(try findings("misspelling", body).count == names.count)
    }

    @Test("One sentence that stands twice is found among hundreds that start alike, and no other")
    func sentences() throws {
        var sentences = (1...400).map { "The team of district \($0) cleared all mines from the fields around the village." }
        #expect(try findings("repeated-sentence", sentences.joined(separator: " ")).isEmpty)
        sentences.append(sentences[211])
        #expect(try findings("repeated-sentence", sentences.joined(separator: " ")).count == 1)
    }

    @Test("A long sentence that nothing starts as is no repetition")
    func alone() throws {
        let words = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel"]
        let body = words.map { "\($0) units destroyed all of the mines that they had kept until then." }.joined(separator: " ")
        #expect(try findings("repeated-sentence", body).isEmpty)
    }
}
