import Foundation
import Subprocess
import TestSupport
import Testing

/// Reports held against their schemas, their readers, and the rules of their formats.
@Suite("Report formats")
struct ReportFormatTests {
    private static let schemas = [
        "json": "Config/schema/findings.json", "sarif": "Tests/Schemas/sarif.json", "gitlab": "Tests/Schemas/gitlab.json",
        "rdjson": "Tests/Schemas/rdjson.json", "junit": "Tests/Schemas/junit.xsd", "checkstyle": "Tests/Schemas/checkstyle.xsd",
    ]

    /// What a validator says against a report; nil where it accepts it or is not installed.
    private func complaint(_ report: String, _ schema: String) async throws -> String? {
        let scratch = Scratch()
        let file = scratch.write("report", report)
        let schema = Repository.root + "/" + schema
        let isXML = schema.hasSuffix(".xsd")
        guard let client = Client.orSkip(isXML ? "xmllint" : "check-jsonschema", "a report against \(schema)") else { return nil }
        let arguments =
            isXML ? ["--noout", "--schema", schema, file] : ["--default-filetype", "json", "--schemafile", schema, file]
        let outcome = try await Footing.run(.path(.init(client)), arguments)
        return outcome.code == 0 ? nil : outcome.output + outcome.errors
    }

    @Test(
        "A validator accepts each report: with findings, without, of settings with a mistake, and with control characters",
        arguments: schemas.keys.sorted())
    func schema(_ format: String) async throws {
        let schema = try #require(Self.schemas[format])
        let scratch = OutputSample.scratch()
        let full = try await OutputSample.report(format, in: scratch).output
        #expect(try await complaint(full, schema) == nil)
        #expect(try await complaint(OutputSample.report(format, "Profiles/angola.md", in: scratch).output, schema) == nil)
        scratch.write("Profiles/a\u{1B}[31m\u{1}\n.md", Texts.profile("Lost\u{8}.[^1]"))
        #expect(try await complaint(OutputSample.report(format, in: scratch).output, schema) == nil)
        scratch.write("Config/footing.yml", "rulse: {}\n")
        let fault = try await OutputSample.report(format, in: scratch)
        #expect(fault.output.contains("rulse"))
        #expect(try await complaint(fault.output, schema) == nil)
    }

    @Test("The schemas refuse what they are to refuse")
    func refusal() async throws {
        guard Client.path("check-jsonschema") != nil, Client.path("xmllint") != nil else { return }
        for format in Self.schemas.keys {
            let report = try await OutputSample.report(format, in: OutputSample.scratch()).output
            let wrong = report.replacing("error", with: "errer").replacing("major", with: "majer").replacing(
                "ERROR", with: "ERRER")
            #expect(try await complaint(wrong, Self.schemas[format] ?? "") != nil, "\(format)")
        }
    }

    @Test("A line of jsonl is a finding of json")
    func lines() async throws {
        let scratch = OutputSample.scratch()
        let lines = try await OutputSample.report("jsonl", in: scratch).output.split(separator: "\n")
        let array = try await OutputSample.report("json", in: scratch).output
        #expect(try objects("[" + lines.joined(separator: ",") + "]") == objects(array))
        #expect(lines.count == 10)
    }

    private func objects(_ text: String) throws -> NSArray {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSArray)
    }

    @Test("A program that reads SARIF counts the findings by their levels")
    func sarif() async throws {
        guard let client = Client.orSkip("sarif", "a SARIF report and its reader") else { return }
        let scratch = OutputSample.scratch()
        _ = try await OutputSample.report("sarif=r.sarif", in: scratch)
        let summary = try await Footing.run(.path(.init(client)), ["summary", scratch.path + "/r.sarif"]).output
        let json = try objects(try await OutputSample.report("json", in: scratch).output)
        for (level, severity) in [("error", "error"), ("warning", "warning"), ("note", "advice")] {
            let count = json.count { ($0 as? NSDictionary)?["severity"] as? String == severity }
            #expect(summary.contains("\(level): \(count)\n"))
        }
    }

    @Test("Columns point to the same text in characters, UTF-16 code units and UTF-8 bytes, behind a byte order mark too")
    func columns() async throws {
        struct Place: Decodable { let line: Int, column: Int, offset: Int, utf16: Int, utf8: Int }
        struct Entry: Decodable { let path: String, start: Place, end: Place }
        let scratch = OutputSample.scratch()
        let text = OutputSample.texts[0].text
        scratch.write("Profiles/belarus.md", "\u{FEFF}" + text)
        let report = try await OutputSample.report("json", "Profiles/belarus.md", in: scratch).output
        let lines = text.components(separatedBy: "\n")
        let entries = try JSONDecoder().decode([Entry].self, from: Data(report.utf8))
        #expect(entries.count > 5)
        for entry in entries where entry.start.line == entry.end.line {
            let line = lines[entry.start.line - 1]
            let bytes = Array(("\u{FEFF}" + text).utf8)[entry.start.offset..<entry.end.offset]
            let marked = String(decoding: bytes, as: UTF8.self)
            #expect(String(Array(line)[entry.start.column - 1..<entry.end.column - 1]) == marked)
            #expect(String(decoding: Array(line.utf16)[entry.start.utf16 - 1..<entry.end.utf16 - 1], as: UTF16.self) == marked)
            #expect(String(decoding: Array(line.utf8)[entry.start.utf8 - 1..<entry.end.utf8 - 1], as: UTF8.self) == marked)
        }
    }

    @Test("A file name is the same once it is read back: from a URI, and from a workflow command")
    func names() async throws {
        let scratch = OutputSample.scratch()
        let sarif = try await OutputSample.report("sarif", in: scratch).output
        let uris = sarif.matches(of: /"uri" : "([^"]*)"/).map { String($0.output.1) }
        #expect(uris.contains { $0.removingPercentEncoding == OutputSample.odd })
        #expect(uris.allSatisfy { $0.contains("/") && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") } })
        let commands = try await OutputSample.report("github", in: scratch).output.split(separator: "\n")
        #expect(commands.allSatisfy { $0.wholeMatch(of: /::(error|warning|notice) [^:]*::.*/) != nil })
        let files = commands.compactMap { $0.firstMatch(of: /file=([^,:]*)[,:]/)?.output.1.removingPercentEncoding }
        #expect(files.contains(OutputSample.odd))
    }

    @Test("Services are told paths below the repository's root, wherever the check is run and however a path is named")
    func places() async throws {
        let scratch = OutputSample.scratch()
        #expect(try await Footing.run(.name("git"), ["init", "-q", scratch.path]).code == 0)
        for (folder, path) in [
            ("Profiles", "belarus.md"), ("", "./Profiles/../Profiles/belarus.md"), ("", scratch.path + "/Profiles/belarus.md"),
        ] {
            func report(_ format: String) async throws -> String {
                try await Footing.run("check", "--output-format", format, path, in: scratch.path + "/" + folder).output
            }
            #expect(try await report("gitlab").contains("\"path\" : \"Profiles/belarus.md\""))
            #expect(try await report("github").contains("file=Profiles/belarus.md,"))
            #expect(try await report("sarif").contains("\"uri\" : \"Profiles/belarus.md\""))
            #expect(try await report("json").contains("\"path\" : \"\(path)\""))
        }
    }

    @Test("A fingerprint stays while text moves and notes are renumbered, and no two findings have the same")
    func fingerprints() async throws {
        let scratch = Scratch()
        func fingerprints(_ body: String) async throws -> [String] {
            scratch.write("belarus.md", Texts.profile(body))
            let report = try await Footing.run(
                "check", "--select", "footnote-undefined", "--output-format", "json", "belarus.md", in: scratch.path
            ).output
            return report.matches(of: /"fingerprint" : "([0-9a-f]{16})"/).map { String($0.output.1) }
        }
        let before = try await fingerprints("Lost.[^1] Gone.[^2]")
        #expect(Set(before).count == 2)
        #expect(try await fingerprints("A paragraph that is new.\n\nLost.[^3] Gone.[^4]").suffix(2) == before.suffix(2))
    }

    @Test("Nothing in a text or a name commands the terminal")
    func control() async throws {
        let scratch = Scratch()
        scratch.write("Profiles/\u{1B}]0;x\u{7}.md", Texts.profile("Lost\u{1B}[31m.[^1]\n\n## A\u{1B}[2Jb\n\nText."))
        for format in ["text", "concise", "github", "markdown"] {
            let outcome = try await Footing.run("check", "--output-format", format, in: scratch.path)
            #expect(format == "github" || !outcome.output.contains("\u{1B}"), "\(format)")
            #expect(!outcome.output.isEmpty)
        }
        #expect(try await Footing.run("check", in: scratch.path).output.contains("<U+001B>]0;x<U+0007>.md:"))
    }
}
