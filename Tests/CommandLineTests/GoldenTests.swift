import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Each report as it is kept in `Tests/Golden`. With `FOOTING_WRITE_GOLDEN=1` the tests write these files anew; read the difference.
@Suite("Golden reports")
struct GoldenTests {
    private let isWriting = getenv("FOOTING_WRITE_GOLDEN") != nil

    private func check(_ text: String, _ name: String) {
        let path = "Tests/Golden/\(name).txt"
        if isWriting, let file = fopen(Repository.root + "/" + path, "w") {
            fputs(text, file)
            fclose(file)
        }
        let golden = Repository.bytes(path).map { String(decoding: $0, as: UTF8.self) }
        #expect(
            text == golden, "\(path): if it is to be so, write it anew: FOOTING_WRITE_GOLDEN=1 swift test --filter GoldenTests")
    }

    @Test("A report is as it is kept", arguments: OutputSample.formats)
    func report(_ format: String) async throws {
        let version = try await Footing.run("--version").output.filter { !$0.isNewline }
        let outcome = try await OutputSample.report(format, in: OutputSample.scratch())
        #expect(outcome.code == 1)
        #expect(outcome.errors.isEmpty)
        // The pages of rules have tests of their own.
        let text = outcome.output.replacing("\"semanticVersion\" : \"\(version)\"", with: "\"semanticVersion\" : \"0.0.0\"")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("To waive a finding, put a comment") ? "            \"text\" : \"…\"" : String(line)
        }
        check(lines.joined(separator: "\n"), format)
    }

    @Test("The statistics are as they are kept", arguments: ["text", "json"])
    func statistics(_ format: String) async throws {
        check(try await OutputSample.report(format, "--statistics", in: OutputSample.scratch()).output, "statistics-\(format)")
    }

    @Test("What is said of what was mended is as it is kept")
    func fixes() async throws {
        check(try await OutputSample.report("concise", "--fix", "--show-fixes", in: OutputSample.scratch()).output, "fixes")
    }
}
