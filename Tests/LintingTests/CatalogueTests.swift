import Linting
import TestSupport
import Testing

@Suite("Catalogue")
struct CatalogueTests {
    @Test("Every rule's file is named in the catalogue")
    func complete() {
        let files = Repository.files("Sources/Linting/Rules", ending: ".swift")
        let names = files.compactMap { $0.split(separator: "/").last?.dropLast(6) }.map(String.init)
        #expect(names.count == Catalogue.rules.count)
        for name in names {
            #expect(Catalogue.rules.contains { String(describing: $0) == name }, "\(name) is missing in Catalogue.swift")
        }
    }

    @Test("Names are words with hyphens, used once, and no group has a rule's name")
    func names() {
        #expect(Set(Catalogue.names).count == Catalogue.names.count)
        for name in Catalogue.names { #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name)") }
    }

    @Test("No rule's name that was given out is gone: waivers, settings and baselines name it")
    func kept() throws {
        let text = String(decoding: try #require(Repository.bytes("Tests/Golden/rule-names.txt")), as: UTF8.self)
        let kept = text.split(separator: "\n").map(String.init)
        #expect(kept.filter { !Catalogue.isKnown($0) } == [])
        #expect(Catalogue.names.filter { !kept.contains($0) } == [], "put new names into Tests/Golden/rule-names.txt")
    }

    @Test("Every rule has examples of both kinds, and says what its fixes do", arguments: Catalogue.rules.map { $0.about.name })
    func documented(_ name: String) throws {
        let about = try #require(Catalogue.rule(named: name)?.about)
        #expect(about.examples.contains { $0.verdict == .find })
        #expect(about.examples.contains { $0.verdict == .pass })
        #expect(about.summary.hasSuffix("."))
        #expect(!about.rationale.isEmpty)
    }

    @Test("What a rule says of its fixes is what they are", arguments: Catalogue.rules.map { $0.about.name })
    func fixes(_ name: String) throws {
        let about = try #require(Catalogue.rule(named: name)?.about)
        var kinds: Set<Applicability> = []
        for example in about.examples {
            let text = MarkedText(example.markedFile).text
            let found = example.linter().check(Array(text.utf8), fileName: example.fileName, change: example.change)
            for finding in found where finding.rule == name {
                for fix in finding.fixes { kinds.insert(fix.applicability) }
            }
        }
        for kind in [Applicability.safe, .unsafe] {
            let isSaid = about.fix?.split(separator: " ").contains("\(kind.rawValue):") ?? false
            #expect(kinds.contains(kind) == isSaid, "\(kind.rawValue)")
        }
    }
}
