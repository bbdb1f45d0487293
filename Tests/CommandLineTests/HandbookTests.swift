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

    @Test(
        "The handbook has each rule once, in the form in which footing explain tells of it alone",
        arguments: ["markdown", "text"])
    func parts(_ format: String) async throws {
        let book = try await explain("--all", "--output-format", format).output
        for name in Catalogue.rules.map({ $0.about.name }) + ["settings"] {
            let part = try await explain(name, "--output-format", format).output
            #expect(book.contains("\n" + part) || book.hasPrefix(part), "\(name)")
        }
        let headings = book.split(separator: "\n").filter { $0.hasPrefix("### ") }
        #expect(format == "text" || headings.count == Catalogue.rules.count + 1)
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
        #expect(entries.map(\.name) == Catalogue.rules.map { $0.about.name } + ["settings"])
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
        let plain = try await read("plain")
        let code = plain.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }.joined(
            separator: "\n")
        for rule in Catalogue.rules.map({ $0.about }) {
            let said = [rule.summary, rule.rationale.replacing("\n", with: " "), rule.fix.map { "Fix: " + $0 } ?? ""]
            for text in said { #expect(plain.contains(text.replacing("`", with: "")), "\(rule.name): \(text)") }
            for example in rule.examples
            where !example.text.unicodeScalars.contains(where: {
                $0.value == 0xFEFF || $0.value < 0x20 && $0 != "\n" || $0.properties.isBidiControl
            }) {
                let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
                #expect(code.contains(lines.joined(separator: "\n")), "\(rule.name): \(example.text)")
            }
        }
        let page = try await read("html")
        let links = page.matches(of: /href="#([^"]*)"/).map { $0.output.1 }
        #expect(links.count > Catalogue.rules.count)
        for link in links { #expect(page.contains("id=\"\(link)\"")) }
    }

    @Test("A name that is none is refused with the nearest; a rule and all rules are not to be had together")
    func names() async throws {
        let outcome = try await explain("footnote-sequnce")
        #expect(outcome.code == 2 && outcome.errors.contains("Did you mean \"footnote-sequence\"?"))
        #expect(try await explain().code == 2)
        #expect(try await explain("term", "--all").code == 2)
    }
}
