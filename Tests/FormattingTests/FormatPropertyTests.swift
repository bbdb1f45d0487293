import Formatting
import Linting
import Publishing
import TestSupport
import Testing

/// What must hold of the formatter, whatever it is given: it settles, and keeps facts, notes and their markers.
@Suite("Properties of the formatter")
struct FormatPropertyTests {
    /// What people wrote must be formatted; rubbish may be left alone by the proof, which is told.
    @discardableResult
    private func check(_ bytes: [UInt8], _ name: String, isWritten: Bool = true) -> Bool {
        let violation = FormatProperties.violation(of: bytes, withRelations: isWritten) { try LayoutFormatter.format($0) }
        if let violation { Issue.record("\(name): \(violation)\n\(String(decoding: bytes, as: UTF8.self))") }
        let isLeftAlone = (try? LayoutFormatter.format(bytes)) == nil
        if isWritten { #expect(!isLeftAlone, "\(name) is left alone") }
        return isLeftAlone
    }

    @Test("Published profiles, as they are and imported", arguments: Repository.seeds)
    func seeds(_ path: String) throws {
        let bytes = try #require(Repository.bytes(path))
        check(bytes, path)
        check(try Importer(bytes).profile(), path)
    }

    @Test("Profiles with planted defects, with each line end")
    func mutants() throws {
        if Repository.mutants.isEmpty { print("Skipped: there are no profiles with planted defects.") }
        for path in Repository.mutants + Repository.files("Profiles", ending: ".md") {
            let bytes = try #require(Repository.bytes(path))
            check(bytes, path)
            check(
                bytes.split(separator: 0x0A, omittingEmptySubsequences: false).joined(separator: [0x0D, 0x0A]).map(\.self), path)
        }
    }

    @Test("The examples of all rules, before and after their fixes")
    func examples() {
        for rule in Catalogue.rules {
            for example in rule.about.examples {
                check(Array(MarkedText(example.markedFile).text.utf8), rule.about.name)
                if let mended = example.mendedFile { check(Array(mended.utf8), rule.about.name) }
            }
        }
    }

    @Test("Ten thousand generated profiles of hostile Markdown")
    func generated() {
        var leftAlone = 0
        for seed in 0..<10_000 {
            var generator = Generator(mixing: UInt64(seed) &+ 4_001)
            let text = Array((seed.isMultiple(of: 4) ? generator.profile() : generator.hostileProfile()).utf8)
            let damaged = seed.isMultiple(of: 5) ? generator.damaged(text) : text
            if check(damaged, "seed \(seed)", isWritten: false) { leftAlone += 1 }
        }
        print("Formatting: \(leftAlone) of 10,000 hostile texts were left alone, as their equivalence was not proved")
        #expect(leftAlone < 1_000)
    }

    @Test("The fuzzer asks what these tests ask, and what it found is kept")
    func fuzzer() throws {
        let fuzzer = String(decoding: try #require(Repository.bytes("Tests/Fuzzing/FormatFuzzer.swift")), as: UTF8.self)
        #expect(fuzzer.contains("FormatProperties.violation(of: bytes"))
        #expect(Repository.files("Tests/Fuzzing/corpus", ending: "").count > 20)
    }

    @Test("The texts that fuzzing found", arguments: Repository.files("Tests/Fuzzing/corpus", ending: ""))
    func corpus(_ path: String) throws {
        check(try #require(Repository.bytes(path)), path, isWritten: false)
    }
}
