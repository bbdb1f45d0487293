import Formatting
import TestSupport
import Testing

@Suite("Typography")
struct TypographyTests {
    private func format(_ text: String) throws -> String {
        String(decoding: try LayoutFormatter.format(Array((text + "\n").utf8)), as: UTF8.self).trimmed
    }

    /// Each text becomes the other, and that one stays.
    private func expect(_ rows: [(String, String)], sourceLocation: SourceLocation = #_sourceLocation) throws {
        for (before, after) in rows {
            let (once, again) = (try format(before), try format(after))
            #expect(once == after, sourceLocation: sourceLocation)
            #expect(again == after, sourceLocation: sourceLocation)
        }
    }

    private func expectKept(_ texts: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        try expect(texts.map { ($0, $0) }, sourceLocation: sourceLocation)
    }

    @Test("Decision 14: emphasis has stars")
    func emphasis() throws {
        try expect([("See _Landmine Monitor_ and __that__.", "See *Landmine Monitor* and **that**.")])
        try expectKept(["See snake_case_names and *_both_*.", "`_code_` stays."])
    }

    @Test("Decision 20: quotations have curly marks, and keep their words")
    func quotations() throws {
        try expect([
            ("It had \"fully fulfilled\" them.", "It had “fully fulfilled” them."),
            (
                "It said \"the 'smart' mines on September 3, 2003 - 294775 of them...\" then.",
                "It said “the ‘smart’ mines on September 3, 2003 - 294775 of them...” then."
            ),
            ("The 'smart' mines.", "The ‘smart’ mines."),
        ])
        try expectKept([
            "It had \"fully fulfilled them.", "A mine of 5\" is small.", "`\"code\"` stays.", "See *The \"Smart\" Mine*.",
            "> He said \"so\" on September 3, 2003.",
        ])
    }

    @Test("Decision 21: apostrophes are curly")
    func apostrophes() throws {
        try expect([
            ("The parties' duty, Russia's mines, the '90s.", "The parties’ duty, Russia’s mines, the ’90s.")
        ])
        try expectKept(["It said “the parties' duty.”"])
    }

    @Test("Decision 22: ranges have an en dash; names and numbers of things do not")
    func ranges() throws {
        try expect([
            ("See pp. 854-855 and pp. 1,186 - 1,187.", "See pp. 854–855 and pp. 1,186–1,187."),
            ("In 1996-1997 and May 2010-March 2011.", "In 1996–1997 and May 2010–March 2011."),
            ("On 29-30 May 2010 it laid 10-12 mines.", "On 29–30 May 2010 it laid 10–12 mines."),
            ("From 30 November - 4 December 2009.", "From 30 November–4 December 2009."),
            ("In November-December 2009.", "In November–December 2009."),
        ])
        try expectKept([
            "It has 65-98 and 43-86 mines. A March-through of May-flies took place.",
            "The Sakaramiina 65-98 and PMN-2 mines, UN Resolution 60-80, a 10-year plan, +41-22-917.",
            "Law 158-375 and Article 7-5 and 2003-09-03.",
        ])
    }

    @Test("Decision 23: dates are day, month, year")
    func dates() throws {
        try expect([
            ("It acceded on September 3, 2003, then left.", "It acceded on 3 September 2003, then left."),
            ("On 3rd September 2003, on 03 September 2003.", "On 3 September 2003, on 3 September 2003."),
            (
                "In November, 2019 and on 21 Oct. 2004 and 1 Sept 2005.",
                "In November 2019 and on 21 October 2004 and 1 September 2005."
            ),
            ("On September 3-5, 2003.", "On 3–5 September 2003."),
            ("On September\n3, 2003 it acceded.", "On 3 September 2003 it acceded."),
        ])
        try expectKept([
            "The 3rd of September 2003 came.", "In September 30 mines were found.", "On September 3 it acceded.",
            "See *Report of September 3, 2003*.", "It said “on September 3, 2003.”", "On 03/09/2003.",
        ])
    }

    @Test("Decision 24: an ellipsis is one character")
    func ellipsis() throws {
        try expect([("And so on...", "And so on…")])
        try expectKept(["It said “and so on...”", "And ....", "Three. . . dots."])
    }

    @Test("Decision 25: percentages have the form of most")
    func percent() throws {
        try expect([
            ("About 74 percent were destroyed, 26% kept.", "About 74% were destroyed, 26% kept."),
            ("About 74 % were.", "About 74% were."),
            ("About 74 per cent were, 20 percent, and 6% too.", "About 74 percent were, 20 percent, and 6 percent too."),
        ])
        try expect([
            ("600 mines (60 percent) and 400 mines (40%).", "600 mines (60%) and 400 mines (40%)."),
            ("Some 9 percent were: 6 mines (60%) and 4 (40 percent).", "Some 9 percent were: 6 mines (60%) and 4 (40%)."),
        ])
        try expectKept(["About 74 percent were (26% in the north).", "It said “74 percent,” and 26% did.", "Ten percent and 5%."])
    }

    @Test("Decision 26: commas part the thousands of quantities only")
    func thousands() throws {
        try expect([
            ("It destroyed 294775 antipersonnel mines.", "It destroyed 294,775 antipersonnel mines."),
            (
                "It destroyed 294 775 mines, 1486 PMN mines, and 57324 in 2006.",
                "It destroyed 294,775 mines, 1,486 PMN mines, and 57324 in 2006."
            ),
            ("It cost US$115620000.5 or 12345.67 km².", "It cost US$115,620,000.5 or 12,345.67 km²."),
            ("A total of 294775 were destroyed.", "A total of 294,775 were destroyed."),
            ("Of its 5536 MON-type and 5 536 OZM types.", "Of its 5,536 MON-type and 5,536 OZM types."),
            ("It destroyed 3084 of these antipersonnel mines.", "It destroyed 3,084 of these antipersonnel mines."),
            (
                "It has mines, of which 30150 were laid, leaving 15 960, for example, 18200 in Tajikistan.",
                "It has mines, of which 30,150 were laid, leaving 15,960, for example, 18,200 in Tajikistan."
            ),
            ("Plants: 21400 at Abovyan, and 13 600 at Hrazdan.", "Plants: 21,400 at Abovyan, and 13,600 at Hrazdan."),
            (
                "It had 801618 Sakaramiina 65-98 mines and 228 145 Putkimiina 43-86 mines.",
                "It had 801,618 Sakaramiina 65-98 mines and 228,145 Putkimiina 43-86 mines."
            ),
        ])
        try expectKept([
            "The law project 11994-2004, file 24775 in Minsk, calendar year 2011, and the 2017 Mine Ban Treaty request.",
            "He lives at Lenina 5, 220050 Minsk.",
            "In 2004, 2004 mines were found, by Law 158375, Resolution 1325, Article 1234, and Form 12345.",
            "See p. 1069, No. 12345, #158375, and 9M27K3.", "The 0123456 code.", "It said “294775 mines.”",
        ])
    }

    @Test("Decision 27: one plain space between words, none before what closes")
    func spaces() throws {
        try expect([
            ("The  Republic\tof\u{A0}Belarus\u{202F}acceded.", "The Republic of Belarus acceded."),
            ("The treaty , however ; it ( then ) left .", "The treaty, however; it (then) left."),
            ("A mine — of fragments — was used.", "A mine—of fragments—was used."),
            ("The treaty\n, however.", "The treaty, however."),
            ("It said “so  much” then.", "It said “so much” then."),
        ])
        try expectKept(["`a  b` and <a  b> stay.", "A ratio of 1 : 3 and .5 of .NET.", "- [ ] to do"])
    }

    @Test("Decision 28: areas are square")
    func areas() throws {
        try expect([("It cleared 12 km2 and 5,000 m2 there.", "It cleared 12 km² and 5,000 m² there.")])
    }

    @Test("Decision 29: no space behind a currency")
    func currency() throws {
        try expect([("It cost US$ 115.62 million (EUR 5 million).", "It cost US$115.62 million (EUR5 million).")])
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
