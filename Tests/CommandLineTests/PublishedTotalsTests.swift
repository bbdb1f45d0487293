import TestSupport
import Testing

/// What published profiles say in sums, as `footing facts` reads it. They stand beside the repository, where they are there.
@Suite("Sums of published profiles", .enabled(if: !Repository.seeds.isEmpty, "no published profiles are beside the repository"))
struct PublishedTotalsTests {
    /// What a line of `footing facts` must say of a relation: what it is, its total, some of its parts.
    struct Expected: Sendable, CustomTestStringConvertible {
        let country: String
        let says: String
        var testDescription: String { "\(country): \(says)" }
    }

    static let expected = [
        ("Belarus", "total by note  294,775 agrees with 45,425; 114,384; 12,799; 64,843; 57,324"),
        ("Belarus", "subset by paragraph  217,133 agrees with 45,425; 114,384; 57,324"),
        ("Belarus", "balance by remainder  12,799 agrees with 294,775; −217,133; −64,843"),
        ("Belarus", "total by colon  4,492 agrees with 1,486; 1,687; 1,319"),
        ("Belarus", "part-of by years  2022-09-28 agrees with eighteen"),
        (
            "Russia",
            "count by including  10 agrees with PMN; PMN-2; PMN-4; PFM-1S; POMZ-2; OZM-72; MON-50; MON-90; MON-100; MON-200"
        ),
        ("Russia", "count by note  30 agrees with Afghanistan; Angola; Azerbaijan;"),
        ("Russia", "count by note  six agrees with MON-50; MON-90; OZM-72; POM-2; POM-2R; PMN-2"),
        ("Russia", "count by note  two agrees with TM-62M; TM-83"),
        ("Russia", "part-of by members  six agrees with MON-50; MON-90; PMN-2; OZM-72"),
        ("Russia", "balance by note  26.5 million agrees with 46 million; −19.5 million"),
        ("Russia", "conversion by rate  115.62 million agrees with 3.33 billion; 1; 0.03472"),
        ("Russia", "part-of by alone  10 million agrees with 464,000"),
        ("Russia", "duration  nine-year agrees with 3 December 1998–3 December 2007"),
        ("Russia", "duration  four years agrees with Article 4 of the Mine Ban Treaty"),
        ("Russia", "part-of by members  30 agrees with Libya; Syria; Ukraine"),
    ].map { Expected(country: $0.0, says: $0.1) }

    private func facts(_ country: String) async throws -> String {
        let published = try #require(
            Repository.seeds.first {
                String(decoding: Repository.bytes($0) ?? [], as: UTF8.self).hasPrefix(country)
            })
        let imported = try await Footing.run("import", published)
        return try await Footing.run("facts", "-", input: imported.output).output
    }

    @Test("Every sum is read and holds", arguments: expected)
    func read(_ expected: Expected) async throws {
        #expect(try await facts(expected.country).contains(expected.says))
    }

    @Test("No sum is held to be broken", arguments: ["Belarus", "Russia"])
    func holds(_ country: String) async throws {
        let text = try await facts(country)
        #expect(!text.contains("does not agree"))
        #expect(text.split(separator: "\n").count { $0.contains("agrees with") } == Self.expected.count { $0.country == country })
    }
}
