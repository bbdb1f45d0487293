import ProfileFacts
import ProfileSyntax

/// The proof that a formatted text says what the original says: the same front matter, structure, numbers, dates and notes,
/// and the same text but for what the decisions of `STYLE.md` change.
package enum Equivalence {
    package static func prove(_ a: Profile, _ aProse: Prose, _ b: Profile, _ bProse: Prose) throws(NotEquivalent) {
        guard a.frontMatter?.meaning(a.bytes) == b.frontMatter?.meaning(b.bytes) else {
            throw NotEquivalent(reason: .frontMatter, line: 1)
        }
        let (first, second) = (Meaning.read(a, aProse), Meaning.read(b, bProse))
        for (index, unit) in first.enumerated() {
            guard index < second.count, unit.shape == second[index].shape else { throw difference(.structure, unit, a) }
            let other = second[index]
            guard unit.numbers == other.numbers else { throw difference(.numbers, unit, a) }
            guard unit.dates == other.dates else { throw difference(.dates, unit, a) }
            guard unit.text == other.text else { throw difference(.text, unit, a) }
        }
        guard first.count == second.count else { throw NotEquivalent(reason: .structure, line: a.lines.count) }
    }

    private static func difference(_ reason: NotEquivalent.Reason, _ unit: Meaning, _ profile: Profile) -> NotEquivalent {
        NotEquivalent(reason: reason, line: profile.lines.line(at: unit.offset) + 1)
    }
}

extension FrontMatter {
    /// What the YAML says, whatever the order of its keys; its bytes where it cannot be read.
    func meaning(_ bytes: [UInt8]) -> [String] {
        guard let root, problems.isEmpty else { return [bytes.text(range).filter { !$0.isWhitespace }] }
        var lines: [String] = []
        root.addMeaning("", to: &lines)
        let comments = bytes.text(content).split(whereSeparator: \.isNewline).compactMap { line in
            line.firstIndex(of: "#").map { String(line[$0...].filter { !$0.isWhitespace }) }
        }
        return lines.sorted() + comments.sorted()
    }
}

extension YAMLNode {
    fileprivate func addMeaning(_ path: String, to lines: inout [String]) {
        switch value {
        case .scalar(let text, let isPlain):
            lines.append("\(path)=\(YAMLScalar.meaning(text, isPlain: isPlain))")
        case .sequence(let items):
            lines.append("\(path)[\(items.count)]")
            for (index, item) in items.enumerated() { item.addMeaning("\(path)[\(index)]", to: &lines) }
        case .mapping(let entries):
            lines.append("\(path){\(entries.count)}")
            var seen: [String: Int] = [:]
            for entry in entries {
                let again = seen[entry.name, default: 0]
                seen[entry.name] = again + 1
                entry.value.addMeaning("\(path)\u{0}\(entry.name)\u{1}\(again)", to: &lines)
            }
        }
    }
}
