extension Generator {
    private static let inlines = [
        "4492", "4,492", "September 3, 2003", "3 Sept. 2003", "2003-2006", "1996–97", "pp. 12-14", "71 percent", "50 %", "US$ 5",
        "$5", "1 200",
        "PMN-2", "PMN2", "Resolution 65-98", "km2", "\"a 'b' c\"", "'tis", "don't", "...", ". . .", " -- ", " - ", "—", "\u{A0}",
        "\u{200B}",
        "e\u{301}", "🇧🇾", "**a *b** c*", "***", "_a__b_", "`` ` ``", "`", "[a](b \"c\")", "![i](j)", "[a][b]", "[x]: y", "<br>",
        "<b>c</b>",
        "<!--x-->", "-->", "<https://e.org/?a=b&c>", "&amp;", "\\*", "\\[^1]", "\\", "|", "\t", "  ", "[^1][^2]", " [^1] .",
        "[^1],", "“a.”[^1]",
        "“[^2]”", "([^1])", "[1]", "[2].", "[sic]", "#", "(", ")", "]", "}", "a total of 10 mines: 4 PMN and 6 PMN-2",
        "from 5 to 7 mines",
        "approximately 4.5 million", "No. 4", "1,2,3", "12,34", "0.5", "½", "3/4", "10-year", "21:53 UTC",
    ]

    private static let starts = [
        "", "", "", "- ", "* ", "+ ", "1. ", "7) ", "> ", "> > ", "    ", "\t", "# ", "### ", "- > ", "1. - ", "> 1. ", "  ",
        "[^1]: ", "[^2]:", "[3] ",
        "    - ", "| ", "---", "===", "```", "~~~", "<!-- ", "***", ": ", "- [ ] ", "[^1] ",
    ]

    /// A profile whose body is Markdown at its worst: any sign at any place, nested, cut, unclosed.
    package mutating func hostileProfile() -> String {
        let end = pick(["\n", "\n", "\n", "\r\n"])
        var text =
            "---\ntopic: mine-ban-policy\ncountry: Belarus\n"
            + pick(["", "iso3: 'BLR'\n", "# a comment\n", "treaty: {status: state-party}\n"])
        text += "last_updated:   2022-09-28\n---\n"
        for _ in 0...below(14) {
            if !chance(3) { text += "\n" }
            text += pick(Self.starts)
            if chance(8) {
                let columns = 1 + below(3)
                for row in 0...2 + below(2) {
                    let cells = (0..<columns).map { _ in row == 1 ? pick(["---", ":-:", "--:"]) : pick(Self.inlines) }
                    text += "| " + cells.joined(separator: " | ") + pick([" |\n", "\n"])
                }
            }
            for _ in 0..<below(7) { text += pick(Self.inlines) + pick([" ", " ", "", ". ", "\n", "  \n"]) }
            text += "\n"
        }
        for number in 1...3 where !chance(4) {
            text += "\n[^\(number)]: " + pick(Self.inlines) + pick([".", "", "\n\n    More."]) + "\n"
        }
        return end == "\n" ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
    }
}
