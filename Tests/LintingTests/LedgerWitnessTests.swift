import Linting
import TestSupport
import Testing

/// What the ledger may mend in the prose, and what speaks against it.
@Suite("The ledger as a witness")
struct LedgerWitnessTests {
    private let mender = Mender(Linter(), unsafe: false)

    private func mended(_ ledger: String, _ body: String) -> String {
        let head =
            "---\ntopic: mine-ban-policy\ncountry: Jordan\nlast_updated: 2013-10-14\nfigures:\n\(ledger)\n---\n\n## Policy\n\n"
        let text = String(decoding: mender.mend(Array((head + body + "\n").utf8), fileName: "jordan.md").bytes, as: UTF8.self)
        #expect(text.hasPrefix(head))
        return String(text.dropFirst(head.count).dropLast())
    }

    private static let stock = "  stock:\n    total: 92342\n    parts: {M14: 18672, M35: 22648, M18A1: 3415, PMN: 47607}"
    private static let list = "18,672 M14 mines, 22,648 M35 mines, 3,415 M18A1 mines, and 47,607 PMN mines."

    @Test(
        "With the ledger's number damaged in the prose, no other number is taken for it",
        arguments: ["923,42", "92,3425", "92,3420", "92,34Z", "a lot of"])
    func damaged(_ number: String) {
        let body = "It declared \(number) mines: \(Self.list)\n\nIn all, 91,342 mines were destroyed, leaving 1,000 for training."
        #expect(mended(Self.stock, body) == body)
    }

    @Test("A ledger that was raised does not mend a sum of the prose that holds, nor any other number")
    func raised() {
        let raised = Self.stock.replacing("92342", with: "93342").replacing("18672", with: "19672")
        let body = "It declared 92,342 mines: \(Self.list)\n\nIn all, 91,342 mines were destroyed, leaving 1,000 for training."
        #expect(mended(raised, body) == body)
    }

    @Test("A slip that the ledger's sum contradicts is mended, but not one that is told in two places")
    func told() {
        let body = "It declared 92,432 mines: \(Self.list)"
        #expect(mended(Self.stock, body) == body.replacing("92,432", with: "92,342"))
        let again = body + "\n\nIt reported 92,432 mines again in 2001."
        #expect(mended(Self.stock, again) == again)
    }

    @Test("A total that has its list in its own sentence is not held against the list of another total's note")
    func swappedNotes() {
        let ledger =
            "  stock:\n    total: 3339\n    parts: {PMN: 1591, POMZ-2M: 915, PMN-2: 466, OZM-72: 367}\n"
            + "  destroyed:\n    total: 3084\n    parts: {PMN: 1521, POMZ-2M: 815, PMN-2: 416, OZM-72: 332}"
        let body = """
            It reported 3,339 mines, consisting of 1,591 PMN mines, 915 POMZ-2M mines, 466 PMN-2 mines, and 367 OZM-72 mines.[^1] It \
            destroyed 3,084 of them.[^2]

            [^1]: Composed of 1,521 PMN mines, 815 POMZ-2M mines, 416 PMN-2 mines, and 332 OZM-72 mines.

            [^2]: Jordan Article 7 Report, 2012.
            """
        #expect(mended(ledger, body) == body)
    }
}
