import ProfileSyntax
import TestSupport
import Testing

@Suite("Front matter")
struct FrontMatterTests {
    private func read(_ yaml: String) -> (Profile, FrontMatter?) {
        let profile = Profile(parsing: Array("---\n\(yaml)\n---\n\nText.\n".utf8))
        return (profile, profile.frontMatter)
    }

    @Test("Every key and value has its exact bytes, with characters of several bytes before it")
    func ranges() throws {
        let (profile, front) = read(
            "# é 中 🙂\ncountry: \"Côte d’Ivoire\" # where\ntreaty:\n  status: state-party\nparts: {PMN-1: 45425, 'a b': -2}\nlist: [x, y.z]"
        )
        let root = try #require(front?.root)
        #expect(front?.problems == [])
        #expect(root.entries?.map { profile.text($0.key.range) } == ["country", "treaty", "parts", "list"])
        #expect(root["country"].map { profile.text($0.range) } == "\"Côte d’Ivoire\"")
        #expect(root["country"]?.scalar == "Côte d’Ivoire")
        #expect(root["treaty"]?["status"].map { profile.text($0.range) } == "state-party")
        #expect(root["parts"]?.entries?.map { profile.text($0.value.range) } == ["45425", "-2"])
        #expect(root["parts"]?.entries?.map(\.name) == ["PMN-1", "a b"])
        #expect(root["list"]?.items?.map { profile.text($0.range) } == ["x", "y.z"])
    }

    @Test("Words that YAML 1.1 takes for booleans stay words")
    func words() {
        let (_, front) = read("country: NO\nother: yes")
        #expect(front?.root?["country"]?.scalar == "NO")
        #expect(front?.root?["other"]?.scalar == "yes")
    }

    @Test(
        "What cannot be read is told with its place",
        arguments: [
            ("a: 1\nb: [1, 2", "", ""), ("a: *x", "alias", "*x"), ("a:\n\tb: 1", "tab", "\t"),
            ("- a\n- b", "notAMapping", "- a\n- b"),
        ])
    func problems(_ yaml: String, _ kind: String, _ text: String) throws {
        let (profile, front) = read(yaml)
        let problem = try #require(front?.problems.first)
        #expect(front?.root == nil)
        if kind.isEmpty {
            guard case .syntax = problem.kind else { return #expect(Bool(false), "a syntax problem") }
        } else {
            #expect("\(problem.kind)" == kind)
            #expect(profile.text(problem.range) == text || kind == "notAMapping")
        }
    }

    @Test("A second document, a nest too deep and an alias bomb are problems, not crashes")
    func attacks() {
        let deep = read("a: " + String(repeating: "[", count: 5_000)).1
        #expect(deep?.problems.isEmpty == false)
        let nested = read("a: " + String(repeating: "{b: ", count: 100) + "1" + String(repeating: "}", count: 100)).1
        #expect(nested?.problems.first?.kind == .tooDeep)
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1..<40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(read(bomb).1?.problems.first?.kind == .alias)
        #expect(read("a: 1\n--- # again\nb: 2").1?.problems.first?.kind == .severalDocuments)
    }

    @Test("Without its closing line the front matter ends at the first empty line")
    func unclosed() {
        let profile = Profile(parsing: Array("---\ntopic: x\n\n## Policy\n\nText.\n".utf8))
        #expect(profile.frontMatter?.problems.first?.kind == .unclosed)
        #expect(profile.blocks.contains { $0.isHeading })
    }

    @Test("A text without front matter has none")
    func none() {
        #expect(Profile(parsing: Array("Text.\n\n---\n".utf8)).frontMatter == nil)
        #expect(Profile(parsing: Array("----\na: 1\n---\n".utf8)).frontMatter == nil)
    }
}

@Suite("Positions")
struct PositionTests {
    @Test("Columns count characters as a reader sees them; UTF-16 columns count code units")
    func columns() {
        let bytes = Array("ab\r\ne\u{301}🙂中x\r\n".utf8)
        var finder = PositionFinder(bytes, LineTable(bytes))
        let x = 4 + 3 + 4 + 3
        #expect(finder.position(at: 0) == Position.start)
        let place = finder.position(at: x)
        #expect((place.line, place.column, place.offset, place.utf16Column) == (2, 4, x, 6))
    }

    @Test("Asking one after the other gives the same as asking alone")
    func incremental() {
        let bytes = Array("é🙂 one é two 中\nthree é\n".utf8)
        let offsets = bytes.indices.filter { !bytes[$0].isContinuation }
        var together = PositionFinder(bytes, LineTable(bytes))
        for offset in offsets {
            var alone = PositionFinder(bytes, LineTable(bytes))
            #expect(together.position(at: offset) == alone.position(at: offset))
        }
    }

    @Test("Columns are those of the text's characters, whatever letters and signs stand before a place")
    func allCharacters() {
        var generator = Generator(mixing: 11)
        let parts = [
            "a", " ", "é", "ß", "č", "“", "’", "–", "…", "\u{A0}", "\u{AD}", "e\u{301}", "中", "🙂", "ǆ", "\u{200D}", "я", "\r",
        ]
        for _ in 0..<500 {
            let text = (0..<generator.below(12)).map { _ in generator.pick(parts) }.joined()
            let bytes = Array(text.utf8)
            var finder = PositionFinder(bytes, LineTable(bytes))
            let place = finder.position(at: bytes.count)
            #expect(place.column == text.count + 1, "\(text.debugDescription)")
            #expect(place.utf16Column == text.utf16.count + 1, "\(text.debugDescription)")
        }
    }

    @Test("A byte order mark takes no column")
    func byteOrderMark() {
        let bytes = Array("\u{FEFF}ab".utf8)
        var finder = PositionFinder(bytes, LineTable(bytes))
        #expect(finder.position(at: 4).column == 2)
    }
}
