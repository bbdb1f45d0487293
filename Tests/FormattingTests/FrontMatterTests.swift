import Formatting
import Testing

@Suite("Front matter's form")
struct FrontMatterLayoutTests {
    private func format(_ lines: String) throws -> String {
        let text = String(decoding: try LayoutFormatter.format(Array("---\n\(lines)\n---\n\nText.\n".utf8)), as: UTF8.self)
        return String(text.dropFirst(4).dropLast(12))
    }

    @Test("Decision 10: keys stand in the topic's order, unknown ones behind them")
    func order() throws {
        #expect(
            try format(
                "zeta: 1\ntreaty:\n  acceded: 2003-09-03\n  status: state-party\nlast_updated: 2022-09-28\ncountry: Belarus\ntopic: mine-ban-policy"
            )
                == "topic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\ntreaty:\n  status: state-party\n  acceded: 2003-09-03\nzeta: 1"
        )
        #expect(
            try format("topic: mine-ban-policy\nfigures:\n  b:\n    note: 1\n    total: 3\n    unit: mines\n  a: {total: 1}")
                == "topic: mine-ban-policy\nfigures:\n  b:\n    unit: mines\n    total: 3\n    note: 1\n  a: {total: 1}")
    }

    @Test("Decision 11: one space behind colons and commas, two for an indent")
    func spacing() throws {
        #expect(try format("a:   1\nb:\n     c: { x: 1 ,y:  2 }\n     d: [ 1,2 ]") == "a: 1\nb:\n  c: {x: 1, y: 2}\n  d: [1, 2]")
        #expect(try format("a: 1\n\n\nb: 2") == "a: 1\n\nb: 2")
    }

    @Test("Decision 12: comments go with their keys")
    func comments() throws {
        #expect(
            try format("# the file\n\n# of the country\ncountry: Belarus   # a state\ntopic: mine-ban-policy\n# the end")
                == "# the file\n\ntopic: mine-ban-policy\n# of the country\ncountry: Belarus  # a state\n# the end")
        #expect(
            try format(
                "treaty:  # of 1997\n    acceded: 2003\n    # when it joined\n    signed: 1997\n    # more to come\ncountry: X")
                == "country: X\ntreaty:  # of 1997\n  acceded: 2003\n  # when it joined\n  signed: 1997\n  # more to come")
    }

    @Test("Decision 13: quotation marks stand where they are needed only")
    func quoting() throws {
        #expect(
            try format("a: 'Belarus'\nb: \"NO\"\nc: '1'\nd: 'x: y'\ne: '\"x\"'\nf: \"2003-09-03\"\ng: NO")
                == "a: Belarus\nb: \"NO\"\nc: \"1\"\nd: \"x: y\"\ne: '\"x\"'\nf: \"2003-09-03\"\ng: NO")
    }

    @Test(
        "Front matter that cannot be read or is out of the ordinary stays",
        arguments: [
            "b: 1\nb: 2", "a: &x 1\nb: !tag 2", "text: |\n   one\n   two", "a: [1,  # one\n  2]", "a:   [", "- a\n-   b",
            "a: >-\n  x",
            "b:   1\na: *x", "a:  'one\n  two'", "? a\n:  b", "{b:  1, a: 2}", "p: {PMN:1486,  x: 1}",
        ])
    func kept(_ lines: String) throws {
        #expect(try format(lines) == lines)
    }
}
