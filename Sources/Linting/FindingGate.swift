import ProfileSyntax

/// Which findings of a profile are reported: those that a change brought, and of these, those that no baseline holds.
package struct FindingGate: Sendable {
    /// Lets everything through.
    package static let open = FindingGate()

    /// The profile before the change with what was found in it; nil where all findings count.
    private let earlier: (profile: Profile, findings: [Finding])?
    private let baseline: Baseline.Page

    package init() {
        earlier = nil
        baseline = Baseline.Page()
    }

    /// A gate for a change – nil where all findings count – and the part of a baseline that speaks of the profile.
    package init(_ linter: Linter, change: Change?, fileName: String?, baseline: Baseline.Page = Baseline.Page()) {
        earlier = change.map { ($0.before, linter.check($0.before, fileName: fileName)) }
        self.baseline = baseline
    }

    package struct Outcome: Sendable {
        package let passed: [Finding]
        /// How many findings the baseline holds.
        package let held: Int
        /// The baseline's entries, those taken counted down.
        package let left: Baseline.Page
    }

    package func outcome(_ findings: [Finding], in profile: Profile) -> Outcome {
        let brought = earlier.map { earlier in
            // What a change may do is only asked of the text after it.
            let (changes, others) = (findings.filter { $0.group == .changes }, findings.filter { $0.group != .changes })
            let new = FindingDifference.brought(others, in: profile, before: earlier.findings, in: earlier.profile)
            return (changes + new).sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
        let left = brought ?? findings
        guard !baseline.isEmpty else { return Outcome(passed: left, held: 0, left: baseline) }
        var page = baseline
        let isNew = page.take(FindingKey.of(left, in: profile))
        let passed = zip(left, isNew).filter(\.1).map(\.0)
        return Outcome(passed: passed, held: left.count - passed.count, left: page)
    }
}
