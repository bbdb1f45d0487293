import Linting
import ProfileFacts
import ProfileSyntax
import TestSupport
import Testing

/// The sentences of `Tests/Corpora/totals-*.txt`.
@Suite("Sentences with totals")
struct TotalsCorpusTests {
    private static let rules = [
        "total": "total-mismatch", "subset": "total-mismatch", "part-of": "part-exceeds-total", "balance": "balance-mismatch",
        "count": "count-mismatch", "conversion": "conversion-mismatch", "percentage": "percentage-mismatch",
    ]

    private func findings(_ body: String) -> [Finding] {
        Linter().check(Array(Texts.profile(body).utf8), fileName: "belarus.md").filter { $0.group == .totals }
    }

    @Test("Nothing is reported where nothing is wrong")
    func silent() {
        let sentences = Corpus.silent("totals-silent.txt")
        let loud = sentences.filter { !findings($0.text).isEmpty }
        print("Totals: \(loud.count) false alarms in \(sentences.count) sentences in which nothing is wrong")
        #expect(loud.isEmpty)
        #expect(sentences.count >= 150)
    }

    @Test("What agrees is read and not reported; with another number in one place the rule of its kind reports it")
    func judged() throws {
        let sentences = Corpus.judged("totals-judged.txt")
        #expect(sentences.count == Corpus.lines("totals-judged.txt").count)
        var (loud, unread, missed): ([Corpus.Judged], [Corpus.Judged], [Corpus.Judged]) = ([], [], [])
        for sentence in sentences {
            let profile = Profile(parsing: Array(Texts.profile(sentence.right).utf8))
            let relations = ProfileFacts(profile).relations
            if !findings(sentence.right).isEmpty { loud.append(sentence) }
            if !relations.contains(where: { $0.kind.rawValue == sentence.kind && $0.verdict == .holds }) {
                unread.append(sentence)
            }
            let rule = try #require(Self.rules[sentence.kind], "line \(sentence.line)")
            if !findings(sentence.wrong).contains(where: { $0.rule == rule }) { missed.append(sentence) }
        }
        print(
            "Totals: of \(sentences.count) sentences, each right and wrong, \(sentences.count - missed.count) found where wrong,"
                + " \(sentences.count - unread.count) read where right, \(loud.count) false alarms")
        #expect(loud.isEmpty)
        #expect(unread.isEmpty)
        #expect(missed.isEmpty)
        #expect(2 * sentences.count >= 250)
        for (kind, count) in Dictionary(grouping: sentences, by: \.kind).mapValues(\.count) {
            #expect(count >= 10, "\(kind) has \(count) wordings")
        }
    }
}
