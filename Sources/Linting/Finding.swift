import ProfileSyntax

/// How bad a finding is.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Style; never fails a run by default.
    case advice
    /// Very likely wrong, or in need of an editor's eye.
    case warning
    /// Provably wrong.
    case error

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .advice ? 0 : self == .warning ? 1 : 2 }
}

/// How far a fix may be trusted.
package enum Applicability: String, Sendable, CaseIterable {
    /// The text already asserts what the fix writes: `--fix` applies it.
    case safe
    /// The fix is likely right but needs a human's judgement: `--unsafe-fixes` applies it.
    case unsafe
    /// One of several ways out, shown and never applied.
    case hint
}

/// One replacement in a text.
package typealias Edit = ProfileSyntax.Edit

/// A way to mend a finding: all of its edits, or none.
package struct Fix: Sendable {
    /// What it does, as an order: `Move the marker behind the full stop`.
    package let title: String
    package let applicability: Applicability
    package let edits: [Edit]

    package init(_ title: String, _ applicability: Applicability, _ edits: [Edit]) {
        self.title = title
        self.applicability = applicability
        self.edits = edits
    }
}

/// Another place that a finding speaks of.
package struct Label: Sendable {
    package let range: Range<Int>
    package let message: String

    package init(_ range: Range<Int>, _ message: String) {
        self.range = range
        self.message = message
    }
}

/// Something that a rule found at one place of a profile.
package struct Finding: Sendable {
    package let rule: String
    package let group: RuleGroup
    package let severity: Severity
    package let message: String
    /// Half-open range of byte offsets; empty where something is missing.
    package let range: Range<Int>
    package let labels: [Label]
    package let fixes: [Fix]
    /// What was read that led to the finding, in an editor's words.
    package let evidence: [String]
}

extension Finding {
    /// The finding as a team's settings have it.
    func settled(_ setting: Settings.RuleSetting) -> Finding {
        let trusted = setting.fix.map { level in
            guard let applicability = Applicability(rawValue: level.rawValue) else { return [Fix]() }
            return fixes.map { $0.applicability == .hint ? $0 : Fix($0.title, applicability, $0.edits) }
        }
        return Finding(
            rule: rule, group: group, severity: setting.level?.severity ?? severity, message: message, range: range,
            labels: labels, fixes: trusted ?? fixes, evidence: evidence)
    }
}
