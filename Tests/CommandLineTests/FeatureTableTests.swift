import TestSupport
import Testing

/// `Tests/FEATURES.md` held against the tests that it names.
@Suite("The table of features")
struct FeatureTableTests {
    private struct Row {
        let number: Int
        let isCore: Bool
        let mark: Substring
        let test: Substring
    }

    private struct Group {
        let name: Substring
        let text: Substring
        let rows: [Row]
    }

    private static let text = String(decoding: Repository.bytes("Tests/FEATURES.md") ?? [], as: UTF8.self)

    private static let groups: [Group] = text.split(separator: "\n## ").dropFirst().map { part in
        let rows = part.matches(of: /(?m)^\| (\d+)(\*?) \| [^|]+ \| ([^|]+) \| ([^|]*?) ?\|$/).map {
            Row(number: Int($0.output.1) ?? 0, isCore: !$0.output.2.isEmpty, mark: $0.output.3, test: $0.output.4)
        }
        return Group(name: part.prefix { $0 != "\n" }, text: part, rows: rows)
    }

    private static func count(_ rows: [Row]) -> String {
        ["Y", "P", "N", "–"].map { mark in "\(mark) \(rows.count { $0.mark == mark })" }.joined(separator: ", ")
    }

    @Test("Each feature stands once, in order, with one of four marks, and the counts are right")
    func counts() {
        let rows = Self.groups.flatMap(\.rows)
        #expect(rows.map(\.number) == Array(1...141))
        #expect(rows.allSatisfy { ["Y", "P", "N", "–"].contains($0.mark) })
        for group in Self.groups { #expect(group.text.contains("\n\(group.name): \(Self.count(group.rows)).\n")) }
        #expect(Self.text.hasSuffix("\nOf all 141: \(Self.count(rows)).\n"))
    }

    @Test("Each feature that is there, or a part of it, names a test, and no other does; each named test is in the named file")
    func tests() throws {
        let paths = Repository.files("Tests", ending: ".swift")
        for row in Self.groups.flatMap(\.rows) {
            #expect(row.test.isEmpty == ["N", "–"].contains(row.mark), "\(row.number)")
            if row.test.isEmpty { continue }
            let parts = row.test.split(separator: " › ")
            try #require(parts.count == 2, "\(row.number)")
            let files = paths.filter { $0.hasSuffix("/\(parts[0]).swift") }
            #expect(files.count == 1, "\(row.number): \(parts[0])")
            let code = files.compactMap(Repository.bytes).map { String(decoding: $0, as: UTF8.self) }.joined()
            let names = code.split(separator: "@Test(").dropFirst().map { $0.drop { $0.isWhitespace }.dropFirst() }
            #expect(names.count { $0.hasPrefix(parts[1]) } == 1, "\(row.number): \(parts[1])")
        }
    }

    @Test("Each core feature that is missing has its reason")
    func reasons() {
        for group in Self.groups {
            let missing = group.rows.filter { $0.isCore && ["N", "P"].contains($0.mark) }.map(\.number)
            let told = group.text.matches(of: /(?m)^- (\d+): \S.*\.$/).map { Int($0.output.1) ?? 0 }
            #expect(told == missing, "\(group.name)")
        }
    }
}
