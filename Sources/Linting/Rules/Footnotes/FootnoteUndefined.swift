import ProfileFacts

/// A marker without a note.
enum FootnoteUndefined: Rule {
    static let about = RuleDescription(
        name: "footnote-undefined", group: .footnotes, severity: .error,
        summary: "A footnote marker has no note.",
        rationale: """
            A reader who follows the marker finds nothing: a source was lost, or the marker's number is wrong. The numbers of the
            other footnotes are kept until the note is there, so that renumbering never hides that it is missing.
            """,
        fix: "unsafe: puts an empty note to be filled in at its place in the order",
        examples: [
            .pass("Mines were found.[^1]\n\n[^1]: Interview, Minsk, 5 May 2010."),
            .find("Mines were found.⟦[^1]⟧ They were cleared."),
            .find("Found.[^1] Cleared.⟦[^2]⟧ Seen.[^3]\n\n[^1]: First source.\n\n[^3]: Third source."),
            .find("Found.[1] Cleared.⟦[2]⟧ Seen.[3]\n\n[1] First source.\n\n[3] Third source."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let footnotes = subject.facts.footnotes
        var reported = Set<Int>()
        for marker in footnotes.undefined {
            guard let number = marker.number, reported.insert(number).inserted else { continue }
            let again = (footnotes.markersOf[number] ?? []).dropFirst().map {
                Label(footnotes.markers[$0].range, "marked here again")
            }
            report.add(
                marker.range, message(subject.text(marker.range)), labels: again, fixes: stub(number, subject),
                evidence: neighbours(of: number, footnotes))
        }
    }

    private static func message(_ marker: String) -> String {
        "The marker \(marker) has no note. Add the note, or correct the marker."
    }

    private static func neighbours(of number: Int, _ footnotes: Footnotes) -> [String] {
        let numbers = footnotes.notesOf.keys.sorted()
        guard let last = numbers.last else { return ["The profile has no notes."] }
        let below = numbers.last { $0 < number }
        let above = numbers.first { $0 > number }
        if let below, let above { return ["The notes go from \(below) to \(above)."] }
        return above == nil ? ["The last note is \(last)."] : ["The first note is \(numbers[0])."]
    }

    private static func stub(_ number: Int, _ subject: Subject) -> [Fix] {
        let footnotes = subject.facts.footnotes
        let end = "\(subject.profile.lineEnd)"
        let note = footnotes.form.label(number) + " Source to be added."
        let title = "Add an empty note \(number)"
        if let next = footnotes.notes.filter({ ($0.number ?? 0) > number }).min(by: { $0.range.lowerBound < $1.range.lowerBound })
        {
            return [Fix(title, .unsafe, [.insert(note + end + end, at: next.range.lowerBound)])]
        }
        if let last = footnotes.notes.map(\.range.upperBound).max() {
            return [Fix(title, .unsafe, [.insert(end + end + note, at: last)])]
        }
        // Behind code or a comment that is not closed, the note would be part of it.
        let leaf = subject.profile.blocks.last { !$0.isContainer && $0.kind != .blank }
        guard leaf?.kind != .code, leaf?.kind != .comment else { return [] }
        let bytes = subject.profile.bytes
        return [Fix(title, .unsafe, [.insert(end + end + note, at: bytes.trimmed(0..<bytes.count).upperBound)])]
    }
}
