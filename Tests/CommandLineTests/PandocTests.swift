import Subprocess
import TestSupport
import Testing

/// What editors write in a word processor comes in through pandoc.
@Suite("Pandoc", .serialized)
struct PandocTests {
    /// A Word file made of Markdown, and what pandoc reads in it.
    private func read(_ markdown: String, _ scratch: Scratch, _ pandoc: String, _ options: [String] = []) async throws -> String {
        let source = scratch.write("draft.md", markdown)
        // Without its list of abbreviations, pandoc writes no no-break spaces of its own.
        let none = scratch.write("none", "")
        let word = scratch.path + "/draft.docx"
        for arguments in [["--abbreviations", none, source, "-o", word], options + ["-t", "markdown", word, "-o", source]] {
            let outcome = try await Subprocess.run(
                .path(.init(pandoc)), arguments: Arguments(arguments), output: .discarded, error: .string(limit: 65536))
            #expect(outcome.terminationStatus == .exited(0), "\(outcome.standardError)")
        }
        return source
    }

    @Test(
        "A profile written in Word is imported with every word, marker and note, and brings the profile back by an update",
        arguments: Repository.files("Profiles", ending: ".md"))
    func profiles(_ path: String) async throws {
        guard let pandoc = Tool.path("pandoc") else { return }
        let scratch = Scratch()
        let published = try await Footing.run("publish", path).output
        let profile = String(decoding: try #require(Repository.bytes(path)), as: UTF8.self)
        let body = profile.split(separator: "\n---\n", maxSplits: 1)[1]
        let head = published.split(separator: "\n\n", maxSplits: 3).prefix(3).joined(separator: "\n\n")
        let word = try await read(head + "\n\n" + body, scratch, pandoc)
        let imported = try await Footing.run("import", word)
        #expect(try await Footing.run("publish", "-", input: imported.output).output == published)
        let copy = scratch.write("profile.md", profile)
        #expect(try await Footing.run("import", word, "--update", copy).code == 0)
        #expect(scratch.read("profile.md") == profile)
    }

    @Test("Titles, lists, tables, quotation marks, dashes and escapes of a Word file become those of a profile")
    func word() async throws {
        guard let pandoc = Tool.path("pandoc") else { return }
        let scratch = Scratch()
        let draft = """
            ---
            title: Côte d’Ivoire
            ---

            **Mine Ban Policy**

            Last updated: 28 September 2022

            **Policy**

            It *acceded* [sic] to the “Mine Ban Treaty,”[^1] it’s ‘said’ … in 1999–2003—really; the ’90s. US\\$5, #1, m^2^, H~2~O,
            [span]{.underline}, <https://example.org/a_b>, [link](https://example.org), 5 \\* 3 \\< 4, A \\| B, **bold** line\\
            break, a\\_b, \\[^7\\], "straight".

            It must not:

            - provide;
            - accept:
                1. one
                2. two

            a) letter
            b) letter

            > Quoted words that are so long that pandoc wraps them at seventy-two columns, surely.

            | Type | 2019 |
            |:-----|-----:|
            | A\\|B | 1,200 |
            | POMZ-2 | A long remark that goes on and on so that pandoc has to wrap it, as it does not fit into a line[^2] |

            # Use

            1. a

            2. b

            +------+---------------+
            | Type | Remarks       |
            +======+===============+
            | PMN  | One           |
            |      |               |
            |      | Two           |
            +------+---------------+

            ## Past use

            # Not a *heading*

            [^1]: See, ICBL, *Landmine Monitor Report 2006: Toward a Mine-Free World* (Ottawa: Mines Action Canada, July 2006), p. 189.

                Second “paragraph”.

            [^2]: Other.

            """
        let expected = """
            ---
            topic: mine-ban-policy
            country: Côte d’Ivoire
            last_updated: 2022-09-28
            ---

            ## Policy

            It *acceded* [sic] to the “Mine Ban Treaty,”[^1] it’s ‘said’ … in 1999–2003—really; the ’90s. US$5, #1, m², H₂O, span, \
            https://example.org/a_b, [link](https://example.org), 5 \\* 3 \\< 4, A | B, **bold** line break, a_b, \\[^7\\], “straight”.

            It must not:

            - provide;
            - accept:
              1. one
              2. two

            a) letter

            b) letter

            > Quoted words that are so long that pandoc wraps them at seventy-two columns, surely.

            | Type | 2019 |
            | --- | --- |
            | A\\|B | 1,200 |
            | POMZ-2 | A long remark that goes on and on so that pandoc has to wrap it, as it does not fit into a line[^2] |

            ## Use

            1. a
            2. b

            | Type | Remarks |
            | --- | --- |
            | PMN | One Two |

            ### Past use

            ## Not a *heading*

            [^1]: See, ICBL, *Landmine Monitor Report 2006: Toward a Mine-Free World* (Ottawa: Mines Action Canada, July 2006), p. 189.

                Second “paragraph”.

            [^2]: Other.

            """
        let imported = try await Footing.run("import", try await read(draft, scratch, pandoc, ["--standalone"]))
        #expect(imported.output == expected)
        let bare = try await Footing.run("import", try await read(draft, scratch, pandoc))
        #expect(bare.code == 2 && bare.errors.contains("The title is missing: the country."))
    }
}
