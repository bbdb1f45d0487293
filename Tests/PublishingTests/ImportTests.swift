import Linting
import ProfileSyntax
import Publishing
import TestSupport
import Testing

@Suite("Import")
struct ImportTests {
    private let published = """
        Belarus

        Mine Ban Policy

        Last updated: 28 September 2022

        Policy

        Belarus acceded, and it [sic] is *bold*.[1] It did “this [later]” too.[2]

        Stockpiling and destruction

        It must not:

          • provide security;
          • accept orders.



        [1] A source.

        [2] See, Other source, p. 1.
        """

    private func imported(_ text: String) throws -> String {
        String(decoding: try Importer(Array(text.utf8)).profile(), as: UTF8.self)
    }

    @Test("A published text becomes a profile")
    func whole() throws {
        let expected = """
            ---
            topic: mine-ban-policy
            country: Belarus
            last_updated: 2022-09-28
            ---

            ## Policy

            Belarus acceded, and it [sic] is \\*bold\\*.[^1] It did “this [later]” too.[^2]

            ## Stockpiling and destruction

            It must not:

            - provide security;
            - accept orders.

            [^1]: A source.

            [^2]: See, Other source, p. 1.

            """
        #expect(try imported(published) == expected)
    }

    @Test("Windows line ends and a byte order mark make no difference")
    func lineEnds() throws {
        let windows = "\u{FEFF}" + published.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try imported(windows) == imported(published))
    }

    @Test(
        "A text without its first three lines is refused at the line that is wrong",
        arguments: [
            ("", 1), ("Belarus\n", 1), ("Belarus\n\nCluster Ban Policy\n\nLast updated: 1 May 2020", 3),
            ("Belarus\n\nMine Ban Policy\n\nPolicy", 4), ("Belarus\n\nMine Ban Policy\n\nLast updated: 31 June 2020", 5),
        ])
    func refused(_ text: String, _ line: Int) {
        #expect { try imported(text) } throws: { ($0 as? Importer.Problem)?.line == line }
    }

    @Test("An unknown topic is told as it was written, with the nearest or the known ones")
    func unknownTopic() {
        func message(_ topic: String) -> String? {
            do throws(Importer.Problem) { _ = try Importer(Array("Belarus\n\n\(topic)\n".utf8)) } catch { return error.message }
            return nil
        }
        #expect(
            message("Cluster Munitions")
                == "“Cluster Munitions” is no topic that is known here; the line below the title names the topic. "
                + "Known: Mine Ban Policy. A topic of your own has a file in Config/topics.")
        #expect(message("Mine Bann Policy")?.hasSuffix("Did you mean “Mine Ban Policy”?") == true)
        #expect(message("") == "The topic is missing: a line below the title. Known: Mine Ban Policy.")
    }

    @Test("Published profiles are imported with every marker and note", arguments: Repository.seeds)
    func seeds(_ path: String) throws {
        let text = String(decoding: try #require(Repository.bytes(path)), as: UTF8.self)
        let profile = Profile(parsing: try Importer(Array(text.utf8)).profile())
        #expect(profile.footnoteForm == .markdown)
        let shown = profile.children(of: nil).map { PublishedText.text(of: $0, in: profile) }.filter { !$0.isEmpty }.joined(
            separator: "\n\n")
        // All words behind the three lines of the head come through, in their order.
        let words = text.split { $0.isWhitespace }.map(String.init)
        let start = try #require(words.firstIndex(of: "updated:")) + 4
        #expect(shown.split { $0.isWhitespace }.map(String.init) == Array(words[start...]))
    }

    @Test("Any body is imported, and again by an update, whatever Markdown would make of it")
    func hostile() throws {
        for seed in 0..<2_000 {
            var generator = Generator(seed: UInt64(seed) &+ 13)
            let body = String(decoding: generator.damaged(Array(generator.profile().utf8)), as: UTF8.self)
            let page = Array("Belarus\n\nMine Ban Policy\n\nLast updated: 28 September 2022\n\n\(body)".utf8)
            guard let importer = try? Importer(page) else { continue }
            let profile = importer.profile()
            #expect(Profile(parsing: profile).frontMatter?.root?["country"]?.scalar == "Belarus", "seed \(seed)")
            #expect(importer.update(profile) == profile, "seed \(seed)")
        }
    }

    @Test("An update keeps what a page does not carry, and brings in what changed")
    func update() throws {
        let old = """
            ---
            topic: mine-ban-policy
            # the country
            country: Belarus
            iso3: BLR
            last_updated: 2021-01-01 # to be moved
            ---

            ## Policy

            <!-- keep me -->

            Belarus *acceded*.[^1]

            Old text.

            [^1]: A *source*.

            """
        let page =
            "Belarus\n\nMine Ban Policy\n\nLast updated: 28 September 2022\n\nPolicy\n\nBelarus acceded.[1]\n\nNew text.\n\n[1] A source.\n"
        let updated = String(decoding: try Importer(Array(page.utf8)).update(Array(old.utf8)), as: UTF8.self)
        var expected = old.split(separator: "2021-01-01", omittingEmptySubsequences: false).joined(separator: "2022-09-28")
        expected = expected.split(separator: "Old text.", omittingEmptySubsequences: false).joined(separator: "New text.")
        #expect(updated == expected)
    }

    @Test("An update from its own page changes nothing", arguments: Repository.files("Profiles", ending: ".md"))
    func sameUpdate(_ path: String) throws {
        let bytes = try #require(Repository.bytes(path))
        let profile = Profile(parsing: bytes)
        var page = "\(path.hasSuffix("belarus.md") ? "Belarus" : "Russian Federation")\n\nMine Ban Policy\n\n"
        page += "Last updated: \(path.hasSuffix("belarus.md") ? "28 September 2022" : "17 November 2021")\n\n"
        page += profile.children(of: nil).map { PublishedText.text(of: $0, in: profile) }.filter { !$0.isEmpty }.joined(
            separator: "\n\n")
        #expect(try Importer(Array(page.utf8)).update(bytes) == bytes)
    }
}
