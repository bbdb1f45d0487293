import ProfileFacts
import ProfileSyntax

/// A note that does not end in a full stop.
enum FootnoteTerminator: Rule {
    static let about = RuleDescription(
        name: "footnote-terminator", group: .footnotes, severity: .advice,
        summary: "A note does not end in a full stop.",
        rationale:
            "House style: every note ends in a full stop, or in a closing mark behind one. A note without it may have lost its end.",
        fix: "safe: adds the full stop, where the note ends in a word",
        examples: [
            .pass("Found.[^1]\n\n[^1]: Interview, Minsk, 5 May 2010."),
            .pass("Found.[^1]\n\n[^1]: He said, “We destroyed all.”"),
            .pass("Found.[^1]\n\n[^1]: See https://example.org/report"),
            .find(
                "Found.[^1]\n\n[^1]: Interview, Minsk, 5 May ⟦2010⟧", mended: "Found.[^1]\n\n[^1]: Interview, Minsk, 5 May 2010."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let bytes = subject.profile.bytes
        for note in subject.facts.footnotes.notes where !note.text.isEmpty {
            guard let number = note.number, let last = lastParagraph(note, subject.profile) else { continue }
            let paragraph = subject.profile.blocks[last]
            let end = subject.profile.content(of: paragraph).upperBound
            guard end > note.text.lowerBound, !endsProperly(bytes, end) else { continue }
            let endsInAddress = subject.profile.inlines(of: paragraph).contains {
                $0.range.upperBound == end && $0.kind != .emphasis
            }
            guard !endsInAddress else { continue }
            var word = end
            while word > note.text.lowerBound, bytes[word - 1].isWordByte { word -= 1 }
            let endsInWord = word < end
            report.add(
                endsInWord ? word..<end : end - 1..<end, "Note \(number) does not end in a full stop.",
                fixes: endsInWord ? [Fix("Add a full stop", .safe, [.insert(".", at: end)])] : [])
        }
    }

    /// The paragraph that ends a note; nil where something else does.
    private static func lastParagraph(_ note: Footnotes.Note, _ profile: Profile) -> Int? {
        var last: Int?
        for child in profile.children(of: note.block) where !profile.blocks[child].isBlank { last = child }
        return last.flatMap { profile.blocks[$0].isParagraph ? $0 : nil }
    }

    /// A sentence's end, any closing marks aside.
    private static func endsProperly(_ bytes: [UInt8], _ end: Int) -> Bool {
        if bytes.has("…", at: end - 3) || bytes.has("”", at: end - 3) || bytes.has("’", at: end - 3) { return true }
        return ".!?)]\"'*_>`".utf8.contains(bytes[end - 1])
    }
}
