import ProfileFacts
import ProfileSyntax

/// The proof that a formatted text says what the original says: the same front matter, structure, numbers, dates and notes,
/// and the same text but for what the decisions of `STYLE.md` change.
package enum Equivalence {
    package static func prove(_ a: Profile, _ aProse: Prose, _ b: Profile, _ bProse: Prose) throws(NotEquivalent) {
        guard a.frontMatter?.meaning(a.bytes) == b.frontMatter?.meaning(b.bytes) else {
            throw NotEquivalent(reason: .frontMatter, line: 1)
        }
        let (first, second) = (Meaning.blocks(a), Meaning.blocks(b))
        for (index, block) in first.blocks.enumerated() {
            guard index < second.blocks.count, block.shape == second.blocks[index].shape else {
                throw difference(.structure, block, a)
            }
        }
        let (mine, others) = (Meaning.passages(aProse, first.labels), Meaning.passages(bProse, second.labels))
        guard first.blocks.count == second.blocks.count, mine.count == others.count else {
            throw NotEquivalent(reason: .structure, line: a.lines.count)
        }
        let (reader, other) = (TextFolding(bytes: a.bytes, prose: aProse), TextFolding(bytes: b.bytes, prose: bProse))
        for (passage, next) in zip(mine, others) {
            // The same bytes are read as the same facts.
            if a.footnoteForm == b.footnoteForm, let text = content(passage, a, aProse), let same = content(next, b, bProse),
                a.bytes[text] == b.bytes[same]
            {
                continue
            }
            let (before, after) = (reader.read(passage), other.read(next))
            guard before.numbers == after.numbers else { throw difference(.numbers, before, a) }
            guard before.dates == after.dates else { throw difference(.dates, before, a) }
            guard before.text == after.text else { throw difference(.text, before, a) }
        }
    }

    /// The bytes that a passage is read from; nil where it goes on in a list.
    private static func content(_ passage: Prose.Passage, _ profile: Profile, _ prose: Prose) -> Range<Int>? {
        let content = profile.content(of: profile.blocks[passage.block])
        guard let last = passage.tokens.last, prose.tokens[last].range.upperBound <= content.upperBound else { return nil }
        return content
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
