import Linting
import ProfileSyntax
import TestSupport
import Testing

@Suite("Applying fixes")
struct FixApplierTests {
    private func apply(_ fixes: [Fix], to text: String) -> (String, [Int]) {
        let (bytes, applied) = FixApplier.apply(fixes, to: Array(text.utf8))
        return (String(decoding: bytes, as: UTF8.self), applied)
    }

    @Test("Edits are applied wherever they stand in a fix")
    func order() {
        let fix = Fix("swap", .safe, [Edit(4..<5, "1"), Edit(0..<1, "2")])
        #expect(apply([fix], to: "1 + 2") == ("2 + 1", [0]))
    }

    @Test("Of two fixes that touch the same bytes the earlier one is applied, and the other whole or not at all")
    func overlap() {
        let first = Fix("first", .safe, [Edit(0..<3, "A")])
        let second = Fix("second", .safe, [Edit(2..<4, "B"), Edit(6..<7, "C")])
        #expect(apply([first, second], to: "abcdefg") == ("Adefg", [0]))
        #expect(apply([second, first], to: "abcdefg") == ("Adefg", [1]))
    }

    @Test("Two insertions at one place are not both applied")
    func insertions() {
        let one = Fix("one", .safe, [.insert("x", at: 1)])
        let two = Fix("two", .safe, [.insert("y", at: 1)])
        #expect(apply([one, two], to: "ab") == ("axb", [0]))
    }

    @Test("Neighbouring edits are both applied")
    func neighbours() {
        let one = Fix("one", .safe, [Edit(0..<1, "x")])
        let two = Fix("two", .safe, [Edit(1..<2, "y")])
        #expect(apply([one, two], to: "ab") == ("xy", [0, 1]))
    }

    @Test("A fix beyond the end of the text is not applied")
    func beyond() {
        #expect(apply([Fix("far", .safe, [Edit(1..<9, "x")])], to: "ab") == ("ab", []))
    }
}

@Suite("Mending")
struct MenderTests {
    private let mender = Mender(Linter(), unsafe: false)
    private let placing = Mender(
        Linter((try? RuleSelection(selecting: ["footnotes", "front-matter", "structure"], ignoring: [])) ?? .all), unsafe: false)

    private func mended(_ text: String) -> String {
        String(decoding: mender.mend(Array(text.utf8), fileName: "belarus.md").bytes, as: UTF8.self)
    }

    @Test(
        "A comma is a decimal point where no thousands can be meant, and only there",
        arguments: [
            ("Average exchange rate for 2014: US$1=AMD416,67. Oanda.", "Average exchange rate for 2014: US$1=AMD416.67. Oanda."),
            ("Average exchange rate for 2015: €1=US$1,1096. Oanda.", "Average exchange rate for 2015: €1=US$1.1096. Oanda."),
            ("The rate was RUB1=US$0,03472 then.", "The rate was RUB1=US$0.03472 then."),
            ("It cleared 0,03 square kilometers there.", "It cleared 0.03 square kilometers there."),
            ("It destroyed 41,67 mines.", "It destroyed 41,67 mines."),
            ("It spent US$29,4775 there.", "It spent US$29,4775 there."),
        ])
    func decimalCommas(_ before: String, _ after: String) {
        #expect(mended(Texts.profile(before)) == Texts.profile(after))
    }

    @Test("A gap before a missing note is closed, and the missing note's number is kept")
    func missingNoteKeepsItsNumber() {
        let text = Texts.profile("One.[^2] Two.[^22] Three.[^23]\n\n[^2]: First.\n\n[^23]: Third.")
        let expected = Texts.profile("One.[^1] Two.[^22] Three.[^2]\n\n[^1]: First.\n\n[^2]: Third.")
        #expect(mended(text) == expected)
        let seed = Texts.profile("One.[^1] Two.[^2] Three.[^3]\n\n[^1]: First.\n\n[^3]: Third.")
        #expect(mended(seed) == seed)
    }

    @Test("A missing note's marker moves with its neighbours where all are one too high")
    func missingNoteInAShiftedRun() {
        let shifted = Texts.profile("A.[^2] B.[^3] C.[^4] D.[^5]\n\n[^2]: A.\n\n[^3]: B.\n\n[^5]: D.")
        #expect(mended(shifted) == Texts.profile("A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: A.\n\n[^2]: B.\n\n[^4]: D."))
        let fromTwo = Texts.profile("A.[^1] B.[^3] C.[^4] D.[^5]\n\n[^1]: A.\n\n[^3]: B.\n\n[^5]: D.")
        #expect(mended(fromTwo) == Texts.profile("A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: A.\n\n[^2]: B.\n\n[^4]: D."))
    }

    @Test("Renumbering takes the ledger and its comments along")
    func ledger() {
        let head =
            "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\nfigures:\n  retained: # Form D\n    total: 4492\n    note: "
        let tail = " # the source\n---\n\n## Policy\n\n"
        let before = head + "4" + tail + "One.[^1] Two.[^4]\n\n[^1]: First.\n\n[^4]: Second.\n"
        let after = head + "2" + tail + "One.[^1] Two.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n"
        #expect(mended(before) == after)
    }

    @Test("Repeated markers stay with their note when it is renumbered")
    func repeatedMarkers() {
        let before = Texts.profile("| a | b |\n| --- | --- |\n| 1[^3] | 2[^3] |\n\n[^3]: A source.")
        let after = Texts.profile("| a | b |\n| --- | --- |\n| 1[^1] | 2[^1] |\n\n[^1]: A source.")
        #expect(mended(before) == after)
    }

    @Test("Only the fixes of chosen rules are applied")
    func chosenRules() throws {
        let only = Mender(Linter(try RuleSelection(selecting: ["footnote-placement"], ignoring: [])), unsafe: false)
        let outcome = only.mend(Array(Texts.profile("One[^2].\n\n[^2]: First").utf8), fileName: nil)
        #expect(String(decoding: outcome.bytes, as: UTF8.self) == Texts.profile("One.[^2]\n\n[^2]: First"))
        #expect(outcome.applied == ["footnote-placement"])
    }

    @Test("What a note says of which text is compared, not how it is numbered")
    func meaning() {
        let a = Profile(parsing: Array("One.[^1] Two.[^2]\n\n[^1]: First.\n\n[^2]: Second.".utf8))
        let renumbered = Profile(parsing: Array("One[^7]. Two.[^8]\n\n[^8]: Second\n\n[^7]: First.".utf8))
        let swapped = Profile(parsing: Array("One.[^2] Two.[^1]\n\n[^1]: First.\n\n[^2]: Second.".utf8))
        let lost = Profile(parsing: Array("One.[^1] Two.\n\n[^1]: First.\n\n[^2]: Second.".utf8))
        #expect(FootnoteMeaning.isSame(a, renumbered))
        #expect(!FootnoteMeaning.isSame(a, swapped))
        #expect(!FootnoteMeaning.isSame(a, lost))
    }

    /// How many errors each rule finds.
    private func errors(_ bytes: [UInt8]) -> [String: Int] {
        mender.findings(bytes).filter { $0.severity == .error }.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
    }

    @Test("What was mended is checked again, and no rule finds more errors in it than before")
    func noNewErrors() {
        let examples = Catalogue.rules.flatMap { $0.about.examples.map { Array(MarkedText($0.markedFile).text.utf8) } }
        let files = (Repository.seeds + Repository.mutants + Repository.files("Profiles", ending: ".md")).compactMap(
            Repository.bytes)
        var mended = 0
        for bytes in examples + files {
            let outcome = mender.mend(bytes, fileName: "belarus.md")
            guard outcome.bytes != bytes else { continue }
            mended += 1
            let before = errors(bytes)
            for (rule, count) in errors(outcome.bytes) {
                #expect(count <= before[rule, default: 0], "\(rule) in \(String(decoding: outcome.bytes, as: UTF8.self))")
            }
        }
        #expect(mended > 30)
    }

    private func expectSound(_ bytes: [UInt8], _ comment: Comment) {
        let outcome = mender.mend(bytes, fileName: "belarus.md")
        #expect(outcome.verdict == .settled, comment)
        let again = mender.mend(outcome.bytes, fileName: "belarus.md")
        #expect(again.bytes == outcome.bytes, comment)
        #expect(again.applied.isEmpty, comment)
        // Fixes that change words are proved otherwise.
        let placed = placing.mend(bytes, fileName: "belarus.md")
        #expect(FootnoteMeaning.isSame(Profile(parsing: bytes), Profile(parsing: placed.bytes)), comment)
        let profile = Profile(parsing: bytes)
        for finding in mender.findings(bytes) {
            for range in [finding.range] + finding.labels.map(\.range) + finding.fixes.flatMap({ $0.edits.map(\.range) }) {
                let isInside = range.lowerBound >= 0 && range.upperBound <= bytes.count
                #expect(isInside, comment)
                guard isInside, !profile.oddities.contains(where: { $0.kind == .invalidUTF8 }) else { continue }
                for offset in [range.lowerBound, range.upperBound] where offset < bytes.count {
                    #expect(!bytes[offset].isContinuation, "\(finding.rule) is on character boundaries, \(comment)")
                }
            }
        }
    }

    @Test(
        "Safe fixes of real profiles settle, are made once, and keep each text's note",
        arguments: Repository.seeds + Repository.mutants + Repository.files("Profiles", ending: ".md"))
    func realTexts(_ path: String) throws {
        expectSound(try #require(Repository.bytes(path)), "\(path)")
    }

    @Test("Safe fixes of every rule's examples settle, are made once, and keep each text's note")
    func examples() {
        for rule in Catalogue.rules {
            for example in rule.about.examples {
                expectSound(Array(MarkedText(example.markedFile).text.utf8), "\(rule.about.name)")
            }
        }
    }

    @Test("Safe fixes of 1,000 generated profiles settle, are made once, and keep each text's note")
    func generated() {
        for seed in 0..<1_000 {
            var generator = Generator(seed: UInt64(seed) &+ 77)
            let text = Array(generator.profile().utf8)
            expectSound(text, "seed \(seed)")
            if seed % 4 == 0 { expectSound(generator.damaged(text), "seed \(seed), damaged") }
        }
    }

    @Test("Unsafe fixes of generated profiles come to an end too")
    func unsafe() {
        let bold = Mender(Linter(), unsafe: true)
        for seed in 0..<2_000 {
            var generator = Generator(seed: UInt64(seed) &+ 999)
            let outcome = bold.mend(Array(generator.profile().utf8), fileName: "belarus.md")
            #expect(outcome.verdict == .settled, "seed \(seed)")
        }
    }
}

extension Mender {
    fileprivate func findings(_ bytes: [UInt8]) -> [Finding] { Linter().check(bytes, fileName: "belarus.md") }
}
