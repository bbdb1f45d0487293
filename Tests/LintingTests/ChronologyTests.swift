import Linting
import ProfileSyntax
import TestSupport
import Testing

/// Which date of a list is out of order.
@Suite("Chronologies")
struct ChronologyTests {
    private func blamed(_ years: [Int], numbered: Bool = false) throws -> (years: [String], mended: String) {
        let items = years.enumerated().map { (numbered ? "\($0.offset + 1). " : "- ") + "\($0.element): Work." }
        let text = Array(Texts.profile(items.joined(separator: "\n")).utf8)
        let linter = Linter(try RuleSelection(selecting: ["chronology-order"], ignoring: []))
        let mended = Mender(linter, unsafe: true).mend(text, fileName: "belarus.md").bytes
        let found = linter.check(text, fileName: "belarus.md").map { String(decoding: text[$0.range], as: UTF8.self) }
        return (found, String(decoding: mended, as: UTF8.self))
    }

    @Test(
        "The one date that the others are in order without is blamed, in rising and in falling lists",
        arguments: [
            ([2010, 2015, 2011, 2012, 2013], ["2015"]), ([2010, 2011, 2012, 2015, 2013], ["2013"]),
            ([2010, 2011, 2013, 2012], ["2012"]), ([2014, 2010, 2011, 2012], ["2014"]), ([2013, 2012, 2010, 2011], ["2011"]),
            ([2016, 2015, 2011, 2014, 2013], ["2011"]), ([2018, 2019, 2017], ["2017"]), ([2010, 2012, 2011, 2013], ["2011"]),
            ([2010, 2011, 2012], []), ([2012, 2011, 2010], []), ([2010, 2010, 2011], []), ([2011, 2010], []),
            ([2010, 2013, 2011, 2014, 2012], []), ([2013, 2011, 2014, 2010, 2012], []),
        ])
    func blame(_ years: [Int], _ blamed: [String]) throws { #expect(try self.blamed(years).years == blamed) }

    @Test("Items are sorted, but not those that are numbered")
    func numbered() throws {
        let list = try blamed([2010, 2012, 2011, 2013])
        #expect(list.mended.contains("- 2010: Work.\n- 2011: Work.\n- 2012: Work.\n- 2013: Work."))
        let numbered = try blamed([2010, 2012, 2011, 2013], numbered: true)
        #expect(numbered.years == ["2011"])
        #expect(numbered.mended.contains("1. 2010: Work.\n2. 2012: Work.\n3. 2011: Work.\n4. 2013: Work."))
    }

    @Test("A year that only begins a name dates nothing")
    func names() throws {
        let text = Texts.profile("- 2019 grant: five mines.\n- 2017 grant: three mines.\n- 2020 grant: one mine.")
        let linter = Linter(try RuleSelection(selecting: ["chronology-order"], ignoring: []))
        #expect(linter.check(Array(text.utf8), fileName: "belarus.md").isEmpty)
    }
}
