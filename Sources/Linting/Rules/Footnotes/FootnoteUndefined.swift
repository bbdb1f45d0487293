import ProfileFacts
import ProfileSyntax

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
        guard !footnotes.undefined.isEmpty else { return }
        let numbers = footnotes.notesOf.numbers
        // The highest number of a note up to each: the first that is above a number is where its note belongs.
        var highest: [Int] = []
        for note in footnotes.notes { highest.append(max(highest.last ?? 0, note.number ?? 0)) }
        var reported = Set<Int>()
        for marker in footnotes.undefined {
            guard let number = marker.number, reported.insert(number).inserted else { continue }
            let again = (footnotes.markersOf[number] ?? []).dropFirst().map {
                Label(footnotes.markers[$0].range, "marked here again")
            }
            let next = highest.partitioningIndex { $0 > number }
            report.add(
                marker.range, message(subject.text(marker.range)), labels: again, fixes: stub(number, before: next, subject),
                evidence: neighbours(of: number, among: numbers))
        }
    }

    private static func message(_ marker: String) -> String {
        "The marker \(marker) has no note. Add the note, or correct the marker."
    }

    /// Where a number would stand among the sorted numbers of the notes.
    private static func neighbours(of number: Int, among numbers: [Int]) -> [String] {
        guard let first = numbers.first, let last = numbers.last else { return ["The profile has no notes."] }
        let above = numbers.partitioningIndex { $0 > number }
        if above == numbers.count { return ["The last note is \(last)."] }
        return above == 0 ? ["The first note is \(first)."] : ["The notes go from \(numbers[above - 1]) to \(numbers[above])."]
    }

    private static func stub(_ number: Int, before next: Int, _ subject: Subject) -> [Fix] {
        let footnotes = subject.facts.footnotes
        let end = "\(subject.profile.lineEnd)"
        let note = footnotes.form.label(number) + " Source to be added."
        let title = "Add an empty note \(number)"
        if next < footnotes.notes.count {
            return [Fix(title, .unsafe, [.insert(note + end + end, at: footnotes.notes[next].range.lowerBound)])]
        }
        if let last = footnotes.end { return [Fix(title, .unsafe, [.insert(end + end + note, at: last)])] }
        // Behind code or a comment that is not closed, the note would be part of it.
        let leaf = subject.profile.blocks.last { !$0.isContainer && $0.kind != .blank }
        guard leaf?.kind != .code, leaf?.kind != .comment else { return [] }
        let bytes = subject.profile.bytes
        return [Fix(title, .unsafe, [.insert(end + end + note, at: bytes.trimmed(0..<bytes.count).upperBound)])]
    }
}
