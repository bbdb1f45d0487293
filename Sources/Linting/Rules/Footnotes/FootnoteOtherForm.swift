import ProfileFacts
import ProfileSyntax

/// Footnotes in the form that the team does not use.
enum FootnoteOtherForm: Rule {
    static let about = RuleDescription(
        name: "footnote-other-form", group: .footnotes, severity: .warning,
        summary: "The footnotes are not in the form that the settings want.",
        rationale: """
            Both forms are read: `[^1]` with `[^1]: Source.`, and the published `[1]` with `[1] Source.` A team that keeps to one of
            them says so in its settings, `footnotes: {form: markdown}` or `bracket`; without that, this rule finds nothing.
            """,
        fix: "safe: writes all markers and notes in the wanted form",
        examples: [
            .pass("Found.[1]\n\n[1] A source."),
            .pass("Found.[^1]\n\n[^1]: A source.").under("footnotes: {form: markdown}"),
            .find("Found.⟦[1]⟧\n\n[1] A source.", mended: "Found.[^1]\n\n[^1]: A source.").under("footnotes: {form: markdown}"),
            .find("Found.⟦[^1]⟧\n\n[^1]: A source.", mended: "Found.[1]\n\n[1] A source.").under("footnotes: {form: bracket}"),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        let footnotes = subject.facts.footnotes
        let wanted: FootnoteForm
        switch subject.options.form {
        case .any: return
        case .markdown: wanted = .markdown
        case .bracket: wanted = .bracket
        }
        guard footnotes.form != wanted, !footnotes.notes.isEmpty,
            let first = footnotes.markers.first?.range ?? footnotes.notes.first?.label.range
        else { return }
        // What is not properly written is put right first.
        let isProper =
            footnotes.markers.allSatisfy { $0.problem == nil } && footnotes.notes.allSatisfy { $0.label.problem == nil }
        var edits: [Edit] = []
        for marker in footnotes.markers { edits += marker.number.map { [Edit(marker.range, wanted.marker($0))] } ?? [] }
        for note in footnotes.notes { edits += note.number.map { [Edit(note.label.range, wanted.label($0))] } ?? [] }
        report.add(
            first, "The settings want footnotes in the form \(wanted.marker(1)); this profile has \(footnotes.form.marker(1)).",
            fixes: isProper ? [Fix("Write all footnotes in the form \(wanted.marker(1))", .safe, edits)] : [])
    }
}
