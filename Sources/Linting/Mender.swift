import ProfileFacts
import ProfileSyntax

/// Mends a text: applies fixes, reads it again, and repeats until nothing changes.
package struct Mender: Sendable {
    /// What came of mending a text.
    package struct Outcome: Sendable {
        package enum Verdict: Sendable, Equatable {
            /// No fix is left to apply.
            case settled
            /// The fixes undo each other, or never come to an end; the text is as it was.
            case goesInCircles(rules: [String])
            /// A safe fix would have changed which note belongs to which text; the text is as it was.
            case notEquivalent(rules: [String])
        }
        package let verdict: Verdict
        package let bytes: [UInt8]
        /// The rules whose fixes were applied, one entry a fix.
        package let applied: [String]
        /// What is left to report in ``bytes``, and what is held back.
        package let gated: FindingGate.Outcome
        package var findings: [Finding] { gated.passed }
    }

    private static let mostRounds = 100
    /// How many bytes more than four times its own a text may come to: fixes that double it each time would fill the memory first.
    private static let mostGrowth = 65_536

    private let linter: Linter
    private let allowed: Set<Applicability>

    package init(_ linter: Linter, unsafe: Bool) {
        self.linter = linter
        allowed = unsafe ? [.safe, .unsafe] : [.safe]
    }

    /// Mends what a gate lets through.
    package func mend(_ bytes: [UInt8], fileName: String?, change: Change? = nil, gate: FindingGate = .open) -> Outcome {
        func check(_ bytes: [UInt8]) -> FindingGate.Outcome {
            let profile = Profile(parsing: bytes)
            return gate.outcome(linter.check(profile, fileName: fileName, change: change), in: profile)
        }
        let found = check(bytes)
        var findings = found
        var text = bytes
        var seen: Set<[UInt8]> = [bytes]
        var applied: [String] = []
        while true {
            // What moves and renumbers goes before what changes words, so that each can be proved for what it is.
            let fixable = findings.passed.filter { finding in finding.fixes.contains { allowed.contains($0.applicability) } }
            let changesWords = fixable.allSatisfy(\.group.changesWords)
            let chosen = fixable.filter { $0.group.changesWords == changesWords }.compactMap { finding in
                finding.fixes.first { allowed.contains($0.applicability) }.map { (finding.rule, $0) }
            }
            if chosen.isEmpty { break }
            let (next, done) = FixApplier.apply(chosen.map(\.1), to: text)
            if done.isEmpty || next == text { break }
            let rules = done.map { chosen[$0].0 }
            guard allowed.contains(.unsafe) || isProved(text, next, changesWords: changesWords) else {
                return Outcome(verdict: .notEquivalent(rules: unique(rules)), bytes: bytes, applied: [], gated: found)
            }
            guard seen.insert(next).inserted, seen.count <= Self.mostRounds, next.count <= bytes.count * 4 + Self.mostGrowth
            else {
                return Outcome(verdict: .goesInCircles(rules: unique(rules)), bytes: bytes, applied: [], gated: found)
            }
            text = next
            applied += rules
            findings = check(text)
        }
        return Outcome(verdict: .settled, bytes: text, applied: applied, gated: findings)
    }

    private func isProved(_ text: [UInt8], _ next: [UInt8], changesWords: Bool) -> Bool {
        let (before, after) = (Profile(parsing: text), Profile(parsing: next))
        return changesWords ? FootnoteMeaning.hasSameMarkers(before, after) : FootnoteMeaning.isSame(before, after)
    }

    private func unique(_ rules: [String]) -> [String] { Set(rules).sorted() }
}

/// What the footnotes of a profile say: which note belongs to which text. A safe fix may renumber, sort and move, but never
/// change this.
package enum FootnoteMeaning {
    /// A marked text – the last words before the marker – and its note's text, without signs that fixes may move.
    struct Pair: Hashable {
        let marked: [UInt8]
        let note: [UInt8]
    }

    package static func isSame(_ a: Profile, _ b: Profile) -> Bool { pairs(a) == pairs(b) }

    /// Whether the same markers and notes stand in the same order.
    static func hasSameMarkers(_ a: Profile, _ b: Profile) -> Bool {
        let (first, second) = (Footnotes(a), Footnotes(b))
        return first.markers.map(\.number) == second.markers.map(\.number)
            && first.notes.map(\.number) == second.notes.map(\.number)
    }

    static func pairs(_ profile: Profile) -> Set<Pair> {
        let footnotes = Footnotes(profile)
        var pairs: Set<Pair> = []
        for (index, marker) in footnotes.markers.enumerated() {
            guard let number = marker.number else { continue }
            // Markers beside each other mark one text.
            var start = marker.range.lowerBound
            var before = index
            while before > 0, words(footnotes.markers[before - 1].range.upperBound..<start, profile, []).isEmpty {
                before -= 1
                start = footnotes.markers[before].range.lowerBound
            }
            let blockStart = profile.content(of: profile.blocks[marker.block]).lowerBound
            let floor = before > 0 ? max(blockStart, footnotes.markers[before - 1].range.upperBound) : blockStart
            let marked = Array(words(max(min(floor, start), start - 400)..<start, profile, []).suffix(60))
            let notes = footnotes.notesOf[number] ?? []
            if notes.isEmpty { pairs.insert(Pair(marked: marked, note: [])) }
            for note in notes {
                pairs.insert(Pair(marked: marked, note: words(footnotes.notes[note].text, profile, footnotes.markers)))
            }
        }
        for note in footnotes.unreferenced {
            pairs.insert(Pair(marked: [], note: words(note.text, profile, footnotes.markers)))
        }
        return pairs
    }

    /// The bytes of words in a range: no spaces, signs or markers.
    private static func words(_ range: Range<Int>, _ profile: Profile, _ markers: [Footnotes.Marker]) -> [UInt8] {
        guard range.lowerBound < range.upperBound else { return [] }
        var next = markers.partitioningIndex { $0.range.upperBound > range.lowerBound }
        var words: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            if next < markers.count, markers[next].range.lowerBound <= offset {
                offset = markers[next].range.upperBound
                next += 1
                continue
            }
            let byte = profile.bytes[offset]
            // Curly marks and dashes begin with E2 80: signs, not words.
            if byte == 0xE2, offset + 2 < range.upperBound, profile.bytes[offset + 1] == 0x80 {
                offset += 3
                continue
            }
            if byte.isWordByte { words.append(byte) }
            offset += 1
        }
        return words
    }
}

extension RuleGroup {
    /// Whether the fixes of its rules change words and numbers, not what belongs to what.
    fileprivate var changesWords: Bool {
        switch self {
        case .totals, .dates, .style, .changes: true
        case .footnotes, .frontMatter, .structure: false
        }
    }
}
