import ProfileFacts
import TestSupport
import Testing

@Suite("Reference data")
struct ReferenceTests {
    private func text(_ path: String) throws -> String {
        String(decoding: try #require(Repository.bytes("Config/reference/" + path)), as: UTF8.self)
    }

    private func meetings(_ text: String) -> [String] { Meeting.read(Array(text.utf8)).problems.map(\.description) }

    @Test("The files of Config/reference have no mistakes, and the program carries them as they are")
    func clean() throws {
        let meetings = Meeting.read(Array(try text("meetings.yml").utf8))
        #expect(meetings.problems == [])
        #expect(meetings.meetings.count == MeetingReference.carried.all.count)
        #expect(meetings.meetings.count > 90)
        let treaties = TreatyRules.read(Array(try text("treaties.yml").utf8))
        #expect(treaties.problems == [])
        #expect(Set(treaties.rules.map(\.treaty)) == Set(Treaty.allCases).subtracting([.other]))
        let resolutions = Resolution.read(Array(try text("resolutions.yml").utf8))
        #expect(resolutions.problems == [])
        #expect(resolutions.resolutions.count > 30)
        #expect(StateReference.problems(Array(try text("states.yml").utf8)) == [])
    }

    @Test("A meeting that a user adds is read")
    func added() throws {
        let line =
            "- {treaty: mine-ban, kind: meeting, ordinal: 23, city: Lusaka, country: Zambia, start: 2026-11-23, end: 2026-11-27, sure: unsure}\n"
        let read = Meeting.read(Array((try text("meetings.yml") + line).utf8))
        #expect(read.problems == [])
        #expect(read.meetings.last?.city == "Lusaka")
        #expect(read.meetings.count == MeetingReference.carried.all.count + 1)
    }

    @Test("A mistake is told with its line, and the other entries are still read")
    func mistakes() {
        let good =
            "- {treaty: mine-ban, kind: meeting, ordinal: 1, city: Maputo, country: Mozambique, start: 1999-05-03, end: 1999-05-07, sure: verified}\n"
        func second(_ text: String) -> String { "# a comment\n" + good + text + "\n" + good }
        func problems(_ text: String) -> [String] { meetings(second(text)) }
        let start = "- {treaty: mine-ban, kind: meeting, ordinal: 2, city: Geneva, country: Switzerland, "
        #expect(
            problems(start + "start: 2000-09-31, end: 2000-10-02, sure: verified}").first?.hasPrefix(
                "line 3: `start: 2000-09-31`") == true)
        #expect(
            problems(start + "start: 2000-09-11, end: 2000-09-01, sure: verified}") == [
                "line 3: `end: 2000-09-01` is before `start: 2000-09-11`"
            ])
        #expect(
            problems(start + "start: 2000-09-11, end: 2000-09-15, sure: certain}").first?.contains("must be one of verified")
                == true)
        #expect(
            problems(start + "start: 2000-09-11, end: 2000-09-15, sure: verified, towns: x}").first?.contains("`towns` is no key")
                == true)
        #expect(
            problems(start + "star: 2000-09-11, end: 2000-09-15, sure: verified}").contains {
                $0.contains("did you mean `start`?")
            })
        #expect(
            problems(start + "start: 11 September 2000, end: 2000-09-15, sure: verified}").first?.contains("YYYY-MM-DD") == true)
        #expect(problems("- {treaty: mine-ban, kind: summit}").first?.hasPrefix("line 3: ") == true)
        #expect(problems("- {treaty: [mine-ban, kind: meeting}").first?.contains("the YAML cannot be read") == true)
        #expect(meetings("treaty: mine-ban\n") == ["line 1: the file must be a list of entries, each with - before it"])
        #expect(Meeting.read(Array(second(start + "sure: verified}").utf8)).meetings.count == 2)
    }

    @Test("A state with a mistake is told with its line")
    func states() {
        let line =
            "- {iso3: BLR, name: Belarus, title: Belarus, acceded: 2003-09-31, entry_into_force: 2004-03-01, sure: verified}\n"
        let problems = StateReference.problems(Array(line.utf8))
        #expect(problems.map(\.line) == [1])
        #expect(problems.first?.message.contains("there is no day 31") == true)
    }

    @Test("The entry into force of every state follows from its deposit by the treaty's rule, but for successors")
    func consistent() throws {
        let rules = try #require(TreatyReference.rules(of: .mineBan))
        var (checked, successors) = (0, 0)
        for state in StateReference.all {
            guard let consent = state.consent, let entry = state.entryIntoForce else { continue }
            if consent.what == .succession {
                successors += 1
                continue
            }
            #expect(rules.entryIntoForce(deposited: consent.date) == entry, "\(state.name)")
            checked += 1
        }
        #expect(checked == 164)
        #expect(successors == 2)
    }
}
