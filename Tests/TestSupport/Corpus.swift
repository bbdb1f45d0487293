/// Sentences of `Tests/Corpora`, one a line; empty lines and lines with `#` before them are left out.
package enum Corpus {
    /// A sentence in which nothing is wrong.
    package struct Silent: Sendable, CustomStringConvertible {
        /// One-based.
        package let line: Int
        package let text: String
        package var description: String { "line \(line)" }
    }

    /// A sentence that is right with one number and wrong with another in its place.
    package struct Judged: Sendable, CustomStringConvertible {
        /// One-based.
        package let line: Int
        /// What the sentence states: for totals, a kind of relation.
        package let kind: String
        package let right: String
        package let wrong: String
        package var description: String { "line \(line)" }
    }

    package static func silent(_ file: String) -> [Silent] {
        lines(file).map { Silent(line: $0.number, text: $0.text) }
    }

    /// Reads `kind | Sentence with {right|wrong}.`; a line of another shape is left out, so that the count of lines tells of it.
    package static func judged(_ file: String) -> [Judged] {
        lines(file).compactMap { line -> Judged? in
            guard let bar = line.text.firstRange(of: " | "), let open = line.text.firstIndex(of: "{"),
                let close = line.text[open...].firstIndex(of: "}")
            else { return nil }
            let choices = line.text[line.text.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
            guard choices.count == 2 else { return nil }
            let (before, after) = (line.text[bar.upperBound..<open], line.text[line.text.index(after: close)...])
            return Judged(
                line: line.number, kind: String(line.text[..<bar.lowerBound]), right: String(before + choices[0] + after),
                wrong: String(before + choices[1] + after))
        }
    }

    /// The lines that hold a sentence.
    package static func lines(_ file: String) -> [(number: Int, text: String)] {
        let text = String(decoding: Repository.bytes("Tests/Corpora/" + file) ?? [], as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
            .map { (number: $0.offset + 1, text: String($0.element).replacing("\\n", with: "\n")) }
    }
}
