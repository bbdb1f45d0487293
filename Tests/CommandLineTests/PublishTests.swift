import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("Publish", .serialized)
struct PublishTests {
    static let tables = """
        \(Texts.frontMatter)## Policy

        It *did* **so**, see [the list](https://example.org/a?b=c&d=e) and https://example.org/x_y.[^1] “Quoted & <kept>.”[^2][^1]

        #### Past use

        > Words that are quoted.[^4]

        1. One.
        2. Two:
           - inner;

             with more
           - last.

        Table 1. Mines by year

        | Type | 2019 | 2020[^1] |
        | :-- | ---: | :-: |
        | PMN | 1,200 | none |
        | POMZ-2 | 300 | *some* |

        ## Policy

        |   | Value |
        | --- | --- |
        | 1 | 2 |

        [^2]: A note[^1] with two paragraphs.

            The second.

        [^1]: - A list.

        [^4]: `code`

        """

    @Test("A profile is published as text and as HTML, to the standard output or a file")
    func command() async throws {
        let scratch = Scratch()
        let path = scratch.write("belarus.md", Self.tables)
        let text = try await Footing.run("publish", path)
        #expect(
            text.code == 0
                && text.output.hasPrefix("Belarus\n\nMine Ban Policy\n\nLast updated: 28 September 2022\n\nPolicy\n\nIt did so"))
        #expect(try await Footing.run("publish", "-", "--to", "text", input: Self.tables).output == text.output)
        let html = try await Footing.run("publish", path, "--to", "html", "--output", scratch.path + "/belarus.html")
        #expect(
            html.code == 0 && html.output.isEmpty && scratch.read("belarus.html").hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">")
        )
    }

    @Test("A profile without country, topic or day is refused with the reason, and so is a file that is not there")
    func refused() async throws {
        let outcome = try await Footing.run("publish", "-", input: "Text.\n")
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(
            outcome.errors.hasPrefix("error: <stdin>: A page opens with the country, the topic and the day of the last update;"))
        #expect(try await Footing.run("publish", "/nowhere.md").errors == "error: /nowhere.md: there is no such file or folder\n")
    }

    @Test("tidy finds nothing to say about the HTML of this repository's profiles, of seeds, and of any other text")
    func validator() async throws {
        guard let tidy = Tool.path("tidy") else { return }
        let scratch = Scratch()
        var pages: [String] = []
        func add(_ profile: [UInt8]) async throws {
            let page = try await Footing.run("publish", "-", "--to", "html", input: String(decoding: profile, as: UTF8.self))
            if page.code == 0 { pages.append(scratch.write("\(pages.count).html", page.output)) }
        }
        try await add(Array(Self.tables.utf8))
        for path in Repository.files("Profiles", ending: ".md") { try await add(Repository.bytes(path) ?? []) }
        for path in Repository.seeds { try await add(Array(Footing.run("import", path).output.utf8)) }
        for seed in 0..<300 {
            var generator = Generator(mixing: UInt64(seed) &+ 91)
            let profile = Array((seed.isMultiple(of: 3) ? generator.hostileProfile() : generator.profile()).utf8)
            try await add(seed.isMultiple(of: 2) ? profile : generator.damaged(profile))
        }
        #expect(pages.count > 200)
        let outcome = try await Subprocess.run(
            .path(.init(tidy)), arguments: Arguments(["-quiet", "-errors"] + pages), output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20))
        #expect(outcome.terminationStatus == .exited(0), "\(outcome.standardError)")
        #expect(outcome.standardError == "")
    }

    @Test("In a browser the notes are clicked, forth and back, by pointer and by name, and the page is whole by itself")
    func browser() async throws {
        guard let driver = Tool.path("chromedriver"), let curl = Tool.path("curl"), Tool.path("chromium") != nil else { return }
        let scratch = Scratch()
        let profiles = Repository.files("Profiles", ending: ".md").map { Repository.bytes($0) ?? [] } + [Array(Self.tables.utf8)]
        try await Browser.with(driver: driver, curl: curl) { browser in
            for (index, profile) in profiles.enumerated() {
                let page = try await Footing.run("publish", "-", "--to", "html", input: String(decoding: profile, as: UTF8.self))
                try await browser.open(scratch.write("\(index).html", page.output))
                try await checkWhole(browser)
                for number in [1, 2, 4] {
                    try await browser.click("#reference-\(number)")
                    #expect(try await isInView(browser, "note-\(number)"))
                    try await browser.click("#note-\(number) a[role=doc-backlink]")
                    #expect(try await isInView(browser, "reference-\(number)"))
                    #expect(try await browser.computed("role", "#reference-\(number)") == "doc-noteref")
                    #expect(try await browser.computed("label", "#reference-\(number)") == "Note [\(number)]")
                    let back = try await browser.computed("label", "#note-\(number) a[role=doc-backlink]")
                    #expect(back?.hasPrefix("Back to note \(number) in the text") == true)
                }
            }
            try await checkTable(browser)
            try await browser.emulate(media: "print")
            #expect(
                try await browser.run("return getComputedStyle(document.querySelector('.back')).display") as? String == "none")
        }
    }

    /// Whether the address names an element and the element stands in the window.
    private func isInView(_ browser: Browser, _ identifier: String) async throws -> Bool {
        try await browser.run(
            """
            const box = document.getElementById('\(identifier)').getBoundingClientRect();
            return location.hash === '#\(identifier)' && document.querySelector(':target').id === '\(identifier)'
              && box.height > 0 && box.top >= 0 && box.top < innerHeight;
            """) as? Bool == true
    }

    private func checkWhole(_ browser: Browser) async throws {
        let wrong = try await browser.run(
            """
            const all = selector => [...document.querySelectorAll(selector)], wrong = [];
            const say = (isRight, what) => { if (!isRight) wrong.push(what); };
            say(document.compatMode === 'CSS1Compat', 'quirks');
            say(document.documentElement.lang === 'en', 'language');
            say(all('h1').length === 1 && document.title.startsWith(all('h1')[0].textContent), 'title');
            const levels = all('h1, h2, h3, h4, h5, h6').map(h => +h.tagName[1]);
            say(levels.every((level, i) => i === 0 ? level === 1 : level <= levels[i - 1] + 1), 'heading levels ' + levels);
            const ids = all('[id]').map(e => e.id);
            say(new Set(ids).size === ids.length, 'identifiers twice');
            for (const a of all('a')) {
              const href = a.getAttribute('href');
              say(href.startsWith('#') ? ids.includes(href.slice(1)) : href.startsWith('https://'), 'link ' + href);
            }
            say(all('script, link, img, iframe, object').length === 0, 'something else is loaded');
            say(performance.getEntriesByType('resource').length === 0, 'a resource is fetched');
            say(all('table').every(t => t.querySelector('th[scope=col]')), 'table without heads');
            say(document.documentElement.scrollWidth <= innerWidth, 'wider than the window');
            say(all('p, li, td, th').every(e => e.textContent.trim() || e.tagName === 'TD'), 'empty element');
            return wrong.join('; ');
            """)
        #expect(wrong as? String == "")
    }

    private func checkTable(_ browser: Browser) async throws {
        #expect(try await browser.computed("role", "table caption") == "caption")
        #expect(try await browser.computed("label", ".scroll") == "Table 1. Mines by year")
        let cells = try await browser.run(
            "return [...document.querySelectorAll('table')].map(t => [...t.rows].map(r => [...r.cells].map(c => c.tagName + (c.scope ? ':' + c.scope : '')).join(' ')).join('; ')).join('. ')"
        )
        #expect(
            cells as? String
                == "TH:col TH:col TH:col; TH:row TD TD; TH:row TD TD. TD TH:col; TD TD")
    }
}
