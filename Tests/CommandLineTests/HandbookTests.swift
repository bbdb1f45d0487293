import Foundation
import Linting
import TestSupport
import Testing

/// `footing explain`: one rule, and all of them.
@Suite("Handbook")
struct HandbookTests {
    private func explain(_ arguments: String...) async throws -> Footing.Outcome {
        try await Footing.run(.path(.init(Footing.path)), ["explain"] + arguments)
    }

    @Test("The handbook has each rule in the form in which footing explain tells of it alone")
    func parts() async throws {
        let book = Data(try await explain("--all", "--output-format", "markdown").output.utf8)
        for name in Catalogue.rules.map({ $0.about.name }) + ["settings", "topics", "reference"] {
            let part = try await explain(name, "--output-format", "markdown").output
            #expect(book.range(of: Data("\n\(part)".utf8)) != nil, "\(name)")
        }
        let pages = Data(try await explain("--all").output.utf8)
        #expect(pages.range(of: Data(try await explain("term").output.utf8)) != nil)
    }

    @Test("No page has two empty lines in a row, and only rules that can be waived tell how")
    func spacing() async throws {
        let pages = try await explain("front-matter-value").output + explain("update-not-bumped").output
        #expect(pages.contains("\n  becomes\n") && pages.contains("\n  and there is\n"))
        #expect(!pages.contains("\n\n\n"))
        #expect(try await !explain("reference").output.contains("waive"))
    }

    @Test("For other programs, each rule has what its page says")
    func json() async throws {
        struct Entry: Decodable {
            struct Example: Decodable { let verdict: String, text: String, mended: String? }
            let name: String, group: String, severity: String, summary: String, rationale: String, fix: String?
            let examples: [Example]
        }
        let book = try await explain("--all", "--output-format", "json").output
        let entries = try JSONDecoder().decode([Entry].self, from: Data(book.utf8))
        #expect(entries.map(\.name) == Catalogue.rules.map { $0.about.name } + ["settings", "topics", "reference"])
        for (entry, rule) in zip(entries, Catalogue.rules) {
            #expect(entry.group == rule.about.group.rawValue && entry.severity == rule.about.severity.rawValue)
            #expect(entry.summary == rule.about.summary && entry.fix == rule.about.fix)
            #expect(entry.examples.map(\.text) == rule.about.examples.map(\.text))
            #expect(entry.examples.map(\.mended) == rule.about.examples.map(\.mended))
        }
        let one = try await explain("footnote-sequence", "--output-format", "json").output
        #expect(try JSONDecoder().decode(Entry.self, from: Data(one.utf8)).name == "footnote-sequence")
    }

    @Test("A reader of Markdown takes from the handbook what the rules say, sign by sign, and finds its links")
    func pandoc() async throws {
        guard let pandoc = Tool.path("pandoc") else { return }
        let book = try await explain("--all", "--output-format", "markdown").output
        func read(_ form: String) async throws -> String {
            try await Footing.run(.path(.init(pandoc)), ["-f", "gfm", "-t", form, "--wrap=none"], input: book).output
        }
        let lines = Set(try await read("plain").split(separator: "\n"))
        let blocks = try codeBlocks(try await read("json"))
        for rule in Catalogue.rules.map({ $0.about }) {
            var said = ["\(rule.summary) (\(rule.severity.rawValue), group \(rule.group.rawValue))", rule.rationale]
            if let fix = rule.fix { said.append("Fix: " + fix) }
            for text in said.map({ $0.replacing("`", with: "").replacing("\n", with: " ") }) {
                #expect(lines.contains(text[...]), "\(rule.name): \(text)")
            }
            for example in rule.examples where !example.text.unicodeScalars.contains(where: Self.isHidden) {
                #expect(blocks.contains(example.text), "\(rule.name): \(example.text)")
            }
        }
        let page = try await read("html")
        let links = page.matches(of: /href="#([^"]*)">/).map { $0.output.1 }
        #expect(links.count > Catalogue.rules.count)
        let places = Set(page.matches(of: /<h[23] id="([^"]*)"/).map { $0.output.1 })
        #expect(Set(links) == places)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFEFF || scalar.value < 0x20 && scalar != "\n" || scalar.properties.isBidiControl
    }

    /// The texts of the code blocks in pandoc's JSON.
    private func codeBlocks(_ json: String) throws -> Set<String> {
        let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary
        let blocks = document?["blocks"] as? [NSDictionary] ?? []
        return Set(blocks.compactMap { ($0["c"] as? NSArray)?.lastObject as? String })
    }

    @Test("A name that is none is refused with the nearest; a rule and all rules are not to be had together")
    func names() async throws {
        let outcome = try await explain("footnote-sequnce")
        #expect(outcome.code == 2 && outcome.errors.contains("Did you mean \"footnote-sequence\"?"))
        #expect(try await explain().code == 2)
        #expect(try await explain("term", "--all").code == 2)
    }
}
