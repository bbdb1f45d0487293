import ProfileFacts
import ProfileSyntax
import TestSupport
import Testing

@Suite("Words")
struct WordTests {
    private func prose(_ text: String) -> Prose { Prose(Profile(parsing: Array(text.utf8))) }

    @Test(
        "A word has the hash that it is looked up by, whatever its length, its case and what joins its parts",
        arguments: [
            "a", "mines", "landmine", "landmines", "antipersonnel", "internationalisation", "Antipersonnel", "STOCKPILE",
            "mine-affected", "Côte", "d’Ivoire", "stockpile-destruction", "M18A1", "it's", "and/or",
        ])
    func hashes(_ word: String) throws {
        for text in [word, "The \(word) was", "of \(word).", "(\(word))", "\(word)\n"] {
            let tokens = prose(text).tokens
            #expect(tokens.contains { $0.word == Lexicon.hash(word) }, "\(text): \(tokens.map(\.word))")
        }
    }

    @Test("Words that differ have other hashes")
    func different() {
        var generator = Generator(mixing: 5)
        var words: Set<String> = []
        for _ in 0..<20_000 {
            words.insert(
                String(decoding: (0...generator.below(14)).map { _ in UInt8(0x61 + generator.below(26)) }, as: UTF8.self))
        }
        #expect(Set(words.map { Lexicon.hash($0) }).count == words.count)
    }

    @Test("A number written with a hyphen is read; a word that only looks like one is not")
    func hyphened() {
        let tokens = prose("It has twenty-five mines of ninety-nine, and twenty-odd others, with one-five.").tokens
        #expect(tokens.filter { $0.has(.cardinal) }.map(\.value) == [25, 99])
    }

    @Test("The dates of a text keep the parts that cannot be")
    func parts() throws {
        #expect(ProseDate.Parts().year == nil && ProseDate.Parts().month == nil && ProseDate.Parts().day == nil)
        for (year, month, day) in [(0, 0, 0), (1997, 13, 39), (2199, 99, 99), (1800, 1, 1)] {
            let parts = ProseDate.Parts(year: year, month: month, day: day)
            #expect((parts.year, parts.month, parts.day) == (year, month, day))
        }
        let date = try #require(prose("It joined on 2003-09-00.").dates.first)
        #expect((date.first.year, date.first.month, date.first.day) == (2003, 9, 0))
    }

    @Test("A form of the house's list starts where its first two words stand together in a sentence")
    func starts() {
        func starts(_ text: String) -> Int { prose(text).places.termStarts.count }
        let phrase = TermReference.shared.terms
        let text = "The state has land mines here."
        let places = prose(text)
        #expect(
            places.places.termStarts.contains { place in
                phrase.phrase(at: place.token, places.tokens, Array(text.utf8), before: places.tokens.count) != nil
            })
        #expect(starts("They gave back the land. Mines stayed.") == 0)
        #expect(starts("> The state has land mines here.") == 0)
    }

    @Test("A note's label comes out of its block as it went in")
    func labels() throws {
        let text = "A.[^1]\n\n[^1]: One.\n\n[^x]: Two.\n"
        let labels = Profile(parsing: Array(text.utf8)).blocks.compactMap(\.label)
        try #require(labels.count == 2)
        #expect((labels[0].number, labels[0].range, labels[0].content) == (1, 8..<13, 10..<11))
        #expect(labels[0].problem == nil)
        #expect((labels[1].number, labels[1].range, labels[1].content) == (nil, 20..<25, 22..<23))
        #expect(labels[1].problem == .notANumber)
    }
}
