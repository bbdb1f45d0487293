/// Sentences of `Tests/Corpora`, one a line; empty lines and lines with `#` before them are left out.
package enum Corpus {
    /// A sentence in which nothing is wrong.
    package struct Silent: Sendable, CustomStringConvertible {
        /// One-based.
        package let line: Int
        /// The country of the profile that it stands in.
        package let country: String
        package let text: String
        package var description: String { "line \(line)" }
    }

    /// A sentence that is right with one number and wrong with another in its place.
    package struct Judged: Sendable, CustomStringConvertible {
        /// One-based.
        package let line: Int
        /// What the sentence states: for totals, a kind of relation.
        package let kind: String
        /// The country of the profile that it stands in.
        package let country: String
        package let right: String
        package let wrong: String
        package var description: String { "line \(line)" }
    }

    package static func silent(_ file: String) -> [Silent] {
        lines(file).map { line in
            guard line.text.hasPrefix("@"), let bar = line.text.firstRange(of: " | ") else {
                return Silent(line: line.number, country: usualCountry, text: line.text)
            }
            return Silent(
                line: line.number, country: String(line.text[..<bar.lowerBound].dropFirst()),
                text: String(line.text[bar.upperBound...]))
        }
    }

    private static let usualCountry = "Belarus"

    /// Reads `kind | Sentence with {right|wrong}.` and `kind @Country | …`; a line of another shape is left out, so that the count of lines tells of it.
    package static func judged(_ file: String) -> [Judged] {
        lines(file).compactMap { line -> Judged? in
            guard let bar = line.text.firstRange(of: " | "), let open = line.text.firstIndex(of: "{"),
                let close = line.text[open...].firstIndex(of: "}")
            else { return nil }
            let choices = line.text[line.text.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
            guard choices.count == 2 else { return nil }
            let (before, after) = (line.text[bar.upperBound..<open], line.text[line.text.index(after: close)...])
            let head = line.text[..<bar.lowerBound].split(separator: "@", maxSplits: 1)
            return Judged(
                line: line.number, kind: head[0].split(separator: " ").joined(),
                country: head.count > 1 ? String(head[1]) : usualCountry,
                right: String(before + choices[0] + after),
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
