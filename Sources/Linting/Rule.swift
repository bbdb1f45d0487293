import ProfileFacts
import ProfileSyntax

/// The groups of rules; a group's name selects all its rules.
package enum RuleGroup: String, Sendable, CaseIterable {
    case footnotes, totals, dates
    case frontMatter = "front-matter"
    case structure, style, changes
}

/// A rule: what it looks for, why, with examples – and the check.
///
/// Rules are pure: what they need is in the subject. A rule reads no file, no clock and no environment, and never scans the
/// text again: if it would have to, a fact is missing.
package protocol Rule: Sendable {
    static var about: RuleDescription { get }
    static func check(_ subject: Subject, _ report: inout Report)
}

/// All that `footing explain` tells about a rule. Its examples are its tests. It is a class, for it is passed on with each finding.
package final class RuleDescription: Sendable {
    /// Words with hyphens; never changed and never used again.
    package let name: String
    package let group: RuleGroup
    /// The severity of its findings where a finding has no reason to differ.
    package let severity: Severity
    /// One line: what it finds.
    package let summary: String
    /// Why it matters.
    package let rationale: String
    /// What its fixes do and how safe they are; nil where it has none.
    package let fix: String?
    package let examples: [RuleExample]

    package init(
        name: String, group: RuleGroup, severity: Severity, summary: String, rationale: String, fix: String?,
        examples: [RuleExample]
    ) {
        (self.name, self.group, self.severity) = (name, group, severity)
        (self.summary, self.rationale, self.fix) = (summary, rationale, fix)
        self.examples = examples
    }
}

/// A text that a rule must pass or find.
///
/// Where a rule must find something, `⟦` and `⟧` stand around what it must point to. The text is a profile's body, put below
/// a front matter and a heading, unless it is a whole `file`.
package struct RuleExample: Sendable {
    package enum Verdict: Sendable { case pass, find }
    package let verdict: Verdict
    package let text: String
    /// The text after `--fix`, where that mends it.
    package let mended: String?
    package let isWholeFile: Bool
    /// The file's name, for rules that look at it.
    package let fileName: String
    /// The file as it was before the change, for rules on changes.
    package private(set) var before: String?
    /// Settings under which the example holds, as they stand in `Config/footing.yml`.
    package private(set) var settings: String?

    package static func pass(_ text: String) -> Self {
        Self(verdict: .pass, text: text, mended: nil, isWholeFile: false, fileName: "belarus.md")
    }

    package static func find(_ text: String, mended: String? = nil) -> Self {
        Self(verdict: .find, text: text, mended: mended, isWholeFile: false, fileName: "belarus.md")
    }

    package static func pass(file text: String, named name: String = "belarus.md") -> Self {
        Self(verdict: .pass, text: text, mended: nil, isWholeFile: true, fileName: name)
    }

    package static func find(file text: String, named name: String = "belarus.md", mended: String? = nil) -> Self {
        Self(verdict: .find, text: text, mended: mended, isWholeFile: true, fileName: name)
    }

    /// The example as a change of an earlier text.
    package func after(_ before: String) -> Self {
        var example = self
        example.before = before
        return example
    }

    /// The example under settings other than the usual ones.
    package func under(_ settings: String) -> Self {
        var example = self
        example.settings = settings
        return example
    }
}

/// What a rule looks at. It is a class, for every rule is given it.
package final class Subject: Sendable {
    package let profile: Profile
    package let facts: ProfileFacts
    /// The last part of the file's path; nil for a text that has none.
    package let fileName: String?
    package let waivers: [Waiver]
    /// Waivers that waived nothing, known once all other rules have run.
    package let unusedWaivers: [Waiver]
    /// What the settings say to rules.
    package let options: RuleOptions
    /// What the profile was before, where a change is checked.
    package let change: Change?
    /// The numbers that the change replaced.
    package let changedNumbers: [ChangedNumber]

    package init(
        _ profile: Profile, fileName: String?, options: RuleOptions = RuleOptions(), change: Change? = nil,
        reading: ProfileFacts.Readings = .all
    ) {
        self.profile = profile
        self.fileName = fileName
        self.options = options
        self.change = change
        facts = ProfileFacts(profile, topics: options.topics, reference: options.reference, reading: reading)
        waivers = Waiver.read(profile)
        unusedWaivers = []
        changedNumbers = change.map { [facts] in ChangedNumber.read($0, profile, facts) } ?? []
    }

    /// The same with the waivers that waived nothing.
    init(_ subject: Subject, unusedWaivers: [Waiver]) {
        (profile, facts, fileName) = (subject.profile, subject.facts, subject.fileName)
        (options, change, changedNumbers) = (subject.options, subject.change, subject.changedNumbers)
        waivers = subject.waivers
        self.unusedWaivers = unusedWaivers
    }

    package func text(_ range: Range<Int>) -> String { profile.text(range) }

    /// Takes a block away with the empty lines behind it – before it, where it is the last – so that one empty line is left
    /// between its neighbours.
    package func removal(of index: Int) -> Edit {
        let blocks = profile.blocks
        let range = blocks[index].range
        let next = blocks[index].next
        if next < blocks.count, blocks[next].isBlank, blocks[next].range.lowerBound == range.upperBound {
            return .delete(range.lowerBound..<blocks[next].range.upperBound)
        }
        if index > 0, blocks[index - 1].isBlank, blocks[index - 1].range.upperBound == range.lowerBound {
            return .delete(blocks[index - 1].range.lowerBound..<range.upperBound)
        }
        // Without an empty line its neighbours would become one.
        return next < blocks.count ? Edit(range, "\(profile.lineEnd)") : .delete(range)
    }
}

/// Collects what rules find, one after the other.
package struct Report {
    /// The rule that reports.
    package internal(set) var rule: RuleDescription
    /// The findings of all rules so far.
    package internal(set) var findings: [Finding] = []

    package init(_ rule: RuleDescription) { self.rule = rule }

    package mutating func add(
        _ range: Range<Int>, _ message: String, severity: Severity? = nil, labels: [Label] = [], fixes: [Fix] = [],
        evidence: [String] = []
    ) {
        findings.append(
            Finding(
                rule: rule.name, group: rule.group, severity: severity ?? rule.severity, message: message, range: range,
                labels: labels,
                fixes: fixes, evidence: evidence))
    }
}
