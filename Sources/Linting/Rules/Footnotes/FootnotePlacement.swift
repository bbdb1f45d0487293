import ProfileFacts
import ProfileSyntax

/// A marker before punctuation, after a space, or in a heading.
enum FootnotePlacement: Rule {
    static let about = RuleDescription(
        name: "footnote-placement", group: .footnotes, severity: .warning,
        summary: "A marker stands before punctuation, after a space, or in a heading.",
        rationale: """
            House style (Chicago Manual of Style, 14.26): the marker follows the closing punctuation and the closing quotation mark,
            with no space before it. A heading takes no marker, for headings are listed without their notes.
            """,
        fix: "safe: moves the marker behind the punctuation, or closes the space; a marker in a heading is left to the editor",
        examples: [
            .pass("Mines were found.[^1]\n\n[^1]: A source."),
            .pass("Mines from Libya, Syria,[^1] and Ukraine (all named).[^2]\n\n[^1]: A source.\n\n[^2]: Another source."),
            .pass("It holds 4,492 mines[^1]—all of them laid—and 1.5[^2] tonnes.\n\n[^1]: A source.\n\n[^2]: Another source."),
            .find("Mines were found⟦[^1]⟧.\n\n[^1]: A source.", mended: "Mines were found.[^1]\n\n[^1]: A source."),
            .find(
                "Mines were found⟦[^1][^2]⟧.\n\n[^1]: A.\n\n[^2]: B.", mended: "Mines were found.[^1][^2]\n\n[^1]: A.\n\n[^2]: B."
            ),
            .find(
                "It said “mines⟦[^1]⟧.” Then it left.\n\n[^1]: A source.",
                mended: "It said “mines.”[^1] Then it left.\n\n[^1]: A source."),
            .find(
                "It said so of its “borders.⟦[^1]⟧” Then it left.\n\n[^1]: A source.",
                mended: "It said so of its “borders.”[^1] Then it left.\n\n[^1]: A source."),
            .find(
                "It said “the law ‘On Mines…’⟦[^1]⟧”\n\n[^1]: A source.",
                mended: "It said “the law ‘On Mines…’”[^1]\n\n[^1]: A source."),
            .find("It said \"mines.⟦[^1]⟧\" Then\n\n[^1]: A source.", mended: "It said \"mines.\"[^1] Then\n\n[^1]: A source."),
            .find("Mines were found. ⟦[^1]⟧ Then\n\n[^1]: A source.", mended: "Mines were found.[^1] Then\n\n[^1]: A source."),
            .find("Mines were found ⟦[^1]⟧.\n\n[^1]: A source.", mended: "Mines were found.[^1]\n\n[^1]: A source."),
            .find("## Use⟦[^1]⟧\n\nNone is known.\n\n[^1]: A source."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let markers = subject.facts.footnotes.markers
        var index = 0
        while index < markers.count {
            // Markers beside each other are one run, which moves as a whole.
            var end = index + 1
            while end < markers.count, markers[end].range.lowerBound == markers[end - 1].range.upperBound { end += 1 }
            let run = markers[index].range.lowerBound..<markers[end - 1].range.upperBound
            check(run, markers[index], subject, &report)
            index = end
        }
    }

    private static func check(_ run: Range<Int>, _ marker: Footnotes.Marker, _ subject: Subject, _ report: inout Report) {
        let bytes = subject.profile.bytes
        let block = subject.profile.blocks[marker.block]
        let segments = subject.profile.segments(of: block)
        let line = segments.partitioningIndex { $0.upperBound >= run.upperBound }
        guard line < segments.endIndex, segments[line].lowerBound <= run.lowerBound else { return }
        let segment = segments[line]
        if marker.isInHeading {
            return report.add(run, "A heading takes no footnote marker. Put it behind the sentence that it sources.")
        }
        var start = run.lowerBound
        while start > segment.lowerBound, bytes[start - 1].isBlank { start -= 1 }
        let isSpaced = start < run.lowerBound && start > segment.lowerBound && bytes[start - 1] != UInt8(ascii: "|")
        let punctuation = closing(subject.profile, block, from: run.upperBound, to: segment.upperBound)
        guard isSpaced || !punctuation.isEmpty else { return }

        let gap = isSpaced ? start..<run.upperBound : run
        let fix: Fix
        let message: String
        if punctuation.isEmpty {
            message = "A marker follows the text without a space."
            fix = Fix("Close the space before the marker", .safe, [.delete(start..<run.lowerBound)])
        } else {
            let text = bytes.text(punctuation)
            let isMark = text.allSatisfy { "”’\"".contains($0) }
            message = "The marker stands before \(isMark ? "the closing quotation mark" : "“\(text)”"); it belongs behind it."
            fix = Fix(
                "Move the marker behind the punctuation", .safe,
                [.delete(gap), .insert(bytes.text(run), at: punctuation.upperBound)])
        }
        report.add(run, message, fixes: [fix])
    }

    /// The punctuation and closing quotation marks at an offset; empty where they hold none that a marker follows.
    private static func closing(_ profile: Profile, _ block: Block, from start: Int, to end: Int) -> Range<Int> {
        let bytes = profile.bytes
        var offset = start
        var hasPunctuation = false
        while offset < end, offset - start < 16 {
            switch bytes[offset] {
            case UInt8(ascii: "."), UInt8(ascii: ","):
                // Full stops of an ellipsis and decimal points are not the end of anything.
                if offset + 1 < end, bytes[offset + 1].isDigit || bytes[offset + 1] == UInt8(ascii: ".") { return start..<start }
                hasPunctuation = true
                offset += 1
            case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                hasPunctuation = true
                offset += 1
            case 0xE2 where bytes.has("”", at: offset):
                hasPunctuation = true
                offset += 3
            case 0xE2 where bytes.has("’", at: offset) && (hasPunctuation || bytes.has("’”", at: offset)):
                offset += 3
            case UInt8(ascii: "\"") where hasPunctuation || endsQuotation(offset, profile, block):
                hasPunctuation = true
                offset += 1
            default:
                return hasPunctuation ? start..<offset : start..<start
            }
        }
        return hasPunctuation ? start..<offset : start..<start
    }

    /// Whether a straight mark closes a quotation.
    private static func endsQuotation(_ mark: Int, _ profile: Profile, _ block: Block) -> Bool {
        profile.inlines(of: block).contains {
            if case .quotation = $0.kind { $0.range.upperBound == mark + 1 } else { false }
        }
    }
}
