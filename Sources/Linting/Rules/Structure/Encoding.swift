import ProfileFacts
import ProfileSyntax

/// Bytes and characters that a text should not hold.
enum Encoding: Rule {
    static let about = RuleDescription(
        name: "encoding", group: .structure, severity: .error,
        summary: "The file holds bytes or characters that a text should not hold.",
        rationale: """
            A file that is not UTF-8 cannot be read. Control characters, invisible ones and letters that only look Latin come with
            copied text; searches and sums pass them over, and bidirectional controls can make a line read differently from what it
            says (CVE-2021-42574).
            """,
        fix:
            "safe: removes a byte order mark, or ends all lines alike; unsafe: removes invisible characters and writes the Latin letter",
        examples: [
            .pass("Côte d’Ivoire – 中 – Москва – Ελλάδα – 🙂."),
            .find(
                file:
                    "⟦\u{FEFF}⟧---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n",
                mended: "---\ntopic: mine-ban-policy\ncountry: Belarus\nlast_updated: 2022-09-28\n---\n\n## Policy\n\nText.\n"),
            .find("Be⟦\u{0}⟧larus."),
            .find("Belarus ⟦\u{202E}⟧surraleB."),
            .find("Bel\u{61}r⟦у⟧s."),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        checkLineEnds(subject, &report)
        // One finding for each kind: a file with a thousand of them needs one answer.
        var seen: [Oddity.Kind] = []
        for oddity in subject.profile.oddities where !seen.contains(oddity.kind) {
            seen.append(oddity.kind)
            let others = subject.profile.oddities.count { $0.kind == oddity.kind } - 1
            let more = others > 0 ? " There \(others == 1 ? "is 1 more" : "are \(others) more") in this file." : ""
            report.add(
                oddity.range, message(oddity, subject) + more, severity: severity(oddity.kind), fixes: fixes(oddity, subject))
        }
    }

    /// A file whose lines end in two ways; each way by itself is in order.
    private static func checkLineEnds(_ subject: Subject, _ report: inout Report) {
        let (bytes, lines) = (subject.profile.bytes, subject.profile.lines)
        var (feeds, returns): (Int, [Range<Int>]) = (0, [])
        for line in 0..<lines.count {
            let end = lines.range(line).upperBound
            guard end > 0, bytes[end - 1] == .newline else { continue }
            if end > 1, bytes[end - 2] == .carriageReturn { returns.append(end - 2..<end - 1) } else { feeds += 1 }
        }
        guard let first = returns.first, feeds > 0 else { return }
        report.add(
            first,
            "\(Words.count(returns.count, "line")) of this file end\(returns.count == 1 ? "s" : "") with CR LF, the others with LF.",
            severity: .advice, fixes: [Fix("End all lines with LF", .safe, returns.map { .delete($0) })])
    }

    private static func message(_ oddity: Oddity, _ subject: Subject) -> String {
        switch oddity.kind {
        case .invalidUTF8: NotUTF8.message
        case .null: "A NUL byte stands here. Remove it."
        case .control: "A control character stands here. Remove it."
        case .bidirectionalControl: "An invisible character that turns the direction of the text stands here. Remove it."
        case .zeroWidth: "An invisible character stands here. Remove it."
        case .byteOrderMark:
            oddity.range.lowerBound == 0
                ? "The file starts with a byte order mark, which UTF-8 does not need."
                : "An invisible character stands here. Remove it."
        case .lookAlikeLetter: "“\(subject.text(oddity.range))” in this word is not the Latin letter that it looks like."
        }
    }

    private static func severity(_ kind: Oddity.Kind) -> Severity {
        switch kind {
        case .invalidUTF8, .null, .bidirectionalControl: .error
        case .control, .zeroWidth, .byteOrderMark, .lookAlikeLetter: .warning
        }
    }

    private static func fixes(_ oddity: Oddity, _ subject: Subject) -> [Fix] {
        let all = subject.profile.oddities.filter { $0.kind == oddity.kind }
        switch oddity.kind {
        case .byteOrderMark where oddity.range.lowerBound == 0:
            return [Fix("Remove the byte order mark", .safe, [.delete(oddity.range)])]
        case .invalidUTF8:
            return []
        case .lookAlikeLetter:
            let edits = all.compactMap { found in OddityScan.latin(for: subject.text(found.range)).map { Edit(found.range, $0) } }
            return edits.isEmpty ? [] : [Fix("Write the Latin letter", .unsafe, edits)]
        default:
            return [Fix("Remove it", .unsafe, all.map { .delete($0.range) })]
        }
    }
}
