import ProfileFacts
import ProfileSyntax
import TestSupport
import Testing

@Suite("Footnotes")
struct FootnotesTests {
    private func footnotes(_ text: String) -> Footnotes { Footnotes(Profile(parsing: Array(text.utf8))) }

    @Test("Markers and notes are paired, whatever their order")
    func pairs() {
        let footnotes = footnotes("A.[^2] B.[^1] C.[^2] D.[^4]\n\n[^1]: One.\n\n    More.\n\n[^2]: Two.\n\n[^3]: Three.")
        #expect(footnotes.order == [2, 1, 4])
        #expect(footnotes.undefined.map(\.number) == [4])
        #expect(footnotes.unreferenced.map(\.number) == [3])
        #expect(footnotes.properNumbers == [2: 1, 1: 2, 4: 4])
    }

    @Test("A number is kept while its marker or its note is missing")
    func held() {
        #expect(footnotes("A.[^1] B.[^22] C.[^23]\n\n[^1]: One.\n\n[^23]: C.").properNumbers == [1: 1, 22: 22, 23: 2])
        #expect(footnotes("A.[^1] C.[^3]\n\n[^1]: One.\n\n[^2]: Orphan.\n\n[^3]: C.").properNumbers == [1: 1, 3: 3])
    }

    @Test("Proper numbers are a bijection")
    func bijection() {
        for seed in 0..<2_000 {
            var generator = Generator(seed: UInt64(seed) &+ 5)
            let proper = footnotes(generator.profile()).properNumbers
            #expect(Set(proper.values).count == proper.count, "seed \(seed)")
        }
    }
}

@Suite("States")
struct StateTests {
    @Test("Every state is found by its code and by each of its names, as the whole file has it")
    func lookup() {
        #expect(StateReference.all.count == 197)
        for state in StateReference.all {
            #expect(StateReference.withISO3(state.iso3)?.name == state.name)
            for name in state.names { #expect(StateReference.named(name)?.iso3 == state.iso3, "\(name)") }
        }
    }

    @Test("No two states share a name or a code")
    func unique() {
        let names = StateReference.all.flatMap { Set($0.names) }
        #expect(Set(names).count == names.count)
        #expect(Set(StateReference.all.map(\.iso3)).count == StateReference.all.count)
    }

    @Test("Either apostrophe is read, and a part of a name is no name")
    func names() {
        #expect(StateReference.named("Côte d'Ivoire")?.iso3 == "CIV")
        #expect(StateReference.named("Côte d’Ivoire")?.iso3 == "CIV")
        #expect(StateReference.named("Niger")?.iso3 == "NER")
        #expect(StateReference.named("Ireland")?.iso3 == "IRL")
        #expect(StateReference.named("Atlantis") == nil)
        #expect(StateReference.nearest(to: "Belarsu") == "Belarus")
    }

    @Test(
        "A state's status is that of the day",
        arguments: [
            ("BLR", "2003-01-01", TreatyStatus.notParty), ("BLR", "2004-02-29", .notParty), ("BLR", "2004-03-01", .stateParty),
            ("UKR", "2000-01-01", .signatory), ("EST", "2025-12-26", .stateParty), ("EST", "2025-12-27", .withdrawn),
            ("RUS", "2021-11-17", .notParty),
        ])
    func status(_ code: String, _ day: String, _ expected: TreatyStatus) throws {
        let state = try #require(StateReference.withISO3(code))
        #expect(state.status(on: try CalendarDate(iso: day))?.status == expected)
    }

    @Test("What the reference is unsure of it does not tell")
    func unsure() throws {
        let lebanon = try #require(StateReference.withISO3("LBN"))
        #expect(lebanon.status(on: try CalendarDate(iso: "2026-05-01")) == nil)
    }
}

@Suite("Dates")
struct CalendarDateTests {
    @Test(
        "Days, months and years are read in the ISO form",
        arguments: ["2022-09-28", "2022-09", "2022", "2020-02-29", "2000-02-29"])
    func iso(_ text: String) throws {
        #expect(try CalendarDate(iso: text).iso == text)
    }

    @Test(
        "Other forms are none",
        arguments: ["28 September 2022", "2022-9-28", "22-09-28", "2022-09-28T00:00", "", "-", "2022-09-28-01"])
    func otherForms(_ text: String) {
        #expect(throws: CalendarDate.Mistake.form) { try CalendarDate(iso: text) }
    }

    @Test("Days and months that are not in the calendar are told apart")
    func impossible() {
        #expect(throws: CalendarDate.Mistake.day(31, last: 30)) { try CalendarDate(iso: "2022-06-31") }
        #expect(throws: CalendarDate.Mistake.day(29, last: 28)) { try CalendarDate(iso: "2021-02-29") }
        #expect(throws: CalendarDate.Mistake.day(29, last: 28)) { try CalendarDate(iso: "1900-02-29") }
        #expect(throws: CalendarDate.Mistake.day(0, last: 31)) { try CalendarDate(iso: "2021-01-00") }
        #expect(throws: CalendarDate.Mistake.month(13)) { try CalendarDate(iso: "2021-13-01") }
    }

    @Test(
        "Days as prose writes them",
        arguments: [
            "28 September 2022", "September 28, 2022", "28 Sept. 2022", "28th September 2022", "2022/09/28", "2022-9-28",
            "28-Sep-2022", "28th of September 2022", "2022 September 28", "28/09/2022", "9/28/2022", "28.9.2022",
        ])
    func prose(_ text: String) {
        #expect(CalendarDate(prose: text)?.iso == "2022-09-28")
    }

    @Test(
        "A day that can be read two ways is not read",
        arguments: ["09/10/2022", "September 2022", "31 June 2022", "28 Xember 2022", "28/13/2022", "28/09/22", "2022-13-28"])
    func ambiguous(_ text: String) {
        #expect(CalendarDate(prose: text) == nil)
    }

    @Test("Before means before every day that the other can mean")
    func order() throws {
        let year = try CalendarDate(iso: "2004")
        let day = try CalendarDate(iso: "2004-03-01")
        #expect(!year.isBefore(day) && !day.isBefore(year))
        #expect(try CalendarDate(iso: "2003-12").isBefore(year))
        #expect(try CalendarDate(iso: "2004-02-29").isBefore(day))
        #expect(!day.isBefore(day))
    }
}

@Suite("Names")
struct NameTests {
    @Test(
        "The nearest name is near",
        arguments: [("contry", "country"), ("stauts", "status"), ("last_update", "last_updated"), ("contryy", "country")])
    func near(_ name: String, _ expected: String) {
        #expect(NearestName.of(name, among: ["country", "status", "last_updated", "topic"]) == expected)
    }

    @Test("A name far from all has none", arguments: ["", "figures", "x"])
    func far(_ name: String) {
        #expect(NearestName.of(name, among: ["country", "status", "last_updated", "topic"]) == nil)
    }

    @Test(
        "Files are named for countries in lower-case ASCII",
        arguments: [
            ("Côte d’Ivoire", "cote-divoire"), ("Côte d'Ivoire", "cote-divoire"), ("Russian Federation", "russian-federation"),
            ("São Tomé and Príncipe", "sao-tome-and-principe"), ("Türkiye", "turkiye"), ("Guinea-Bissau", "guinea-bissau"),
        ])
    func fileNames(_ country: String, _ expected: String) {
        #expect(CountryFileName.of(country) == expected)
    }

    @Test("The built-in topic has its fields and sections")
    func topic() throws {
        let topic = try #require(Topic.named("mine-ban-policy"))
        #expect(topic.title == "Mine Ban Policy")
        #expect(topic.fields.filter(\.isRequired).map(\.name) == ["topic", "country", "last_updated"])
        #expect(topic.sections.first?.heading == "Policy")
        #expect(topic.sections.filter { !$0.follows.isEmpty }.count > 10)
    }
}

@Suite("Sections")
struct SectionTests {
    @Test("A section with text below a deeper heading is not empty")
    func empty() {
        let facts = ProfileFacts(
            Profile(parsing: Array("## A\n\n### B\n\nText.\n\n## C\n\n> ## quoted\n\n## D\n\n<!-- x -->\n".utf8)))
        #expect(facts.sections.map(\.heading) == ["A", "B", "C", "D"])
        #expect(facts.sections.map(\.isEmpty) == [false, false, false, true])
    }
}
