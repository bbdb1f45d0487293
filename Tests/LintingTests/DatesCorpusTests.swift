import Linting
import ProfileFacts
import ProfileSyntax
import TestSupport
import Testing

/// The sentences of `Tests/Corpora/dates-*.txt`.
@Suite("Sentences with dates")
struct DatesCorpusTests {
    private func findings(_ body: String, _ country: String) -> [Finding] {
        Linter().check(Array(Texts.profile(body, country: country).utf8), fileName: nil)
            .filter { $0.group == .dates && $0.severity != .advice }
    }

    @Test("Nothing is reported where nothing is wrong")
    func silent() {
        let sentences = Corpus.silent("dates-silent.txt")
        var loud = 0
        for sentence in sentences {
            for finding in findings(sentence.text, sentence.country) {
                loud += 1
                Issue.record("line \(sentence.line): \(finding.rule): \(finding.message)")
            }
        }
        print("Dates: \(loud) false alarms in \(sentences.count) sentences in which nothing is wrong")
        #expect(sentences.count >= 150)
    }

    @Test("What is right is not reported; with another date or place in one spot the rule of its kind reports it")
    func judged() {
        let sentences = Corpus.judged("dates-judged.txt")
        #expect(sentences.count == Corpus.lines("dates-judged.txt").count)
        var (loud, missed) = (0, 0)
        for sentence in sentences {
            for finding in findings(sentence.right, sentence.country) {
                loud += 1
                Issue.record("line \(sentence.line), right: \(finding.rule): \(finding.message)")
            }
            if !findings(sentence.wrong, sentence.country).contains(where: { $0.rule == sentence.kind }) {
                missed += 1
                Issue.record("line \(sentence.line), wrong: \(sentence.wrong)")
            }
        }
        print(
            "Dates: of \(sentences.count) sentences, each right and wrong, \(sentences.count - missed) found where wrong, "
                + "\(loud) false alarms")
        #expect(sentences.count >= 250)
        for (kind, count) in Dictionary(grouping: sentences, by: \.kind).mapValues(\.count) {
            #expect(Catalogue.rule(named: kind)?.about.group == .dates, "\(kind)")
            #expect(count >= 5, "\(kind) has \(count) wordings")
        }
    }
}
