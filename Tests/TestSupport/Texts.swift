import Linting
import ProfileFacts

/// A profile around a body, as every test has it.
package enum Texts {
    package static let frontMatter = """
        ---
        topic: mine-ban-policy
        country: Belarus
        last_updated: 2022-09-28
        ---


        """

    package static func profile(_ body: String, country: String = "Belarus") -> String {
        frontMatter.replacing("Belarus", with: country) + "## Policy\n\n" + body + "\n"
    }

    package static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

/// A text with the places that a rule must point to, marked with `⟦` and `⟧` in it.
package struct MarkedText: Sendable {
    /// The text without the marks.
    package let text: String
    /// The marked places in ``text``, as ranges of UTF-8 byte offsets.
    package let ranges: [Range<Int>]

    package init(_ marked: String) {
        var text: [UInt8] = []
        var starts: [Int] = []
        var ranges: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": starts.append(text.count)
            case "⟧": ranges.append((starts.popLast() ?? text.count)..<text.count)
            default: text += Array(String(scalar).utf8)
            }
        }
        self.text = String(decoding: text, as: UTF8.self)
        self.ranges = ranges
    }
}

extension RuleExample {
    /// The whole file that the example stands for, marks included.
    package var markedFile: String { isWholeFile ? text : Texts.profile(text) }

    package var mendedFile: String? { mended.map { isWholeFile ? $0 : Texts.profile($0) } }
}

extension RuleExample {
    /// The linter under whose settings the example holds.
    package func linter(_ selection: RuleSelection = .all) -> Linter {
        Linter(selection, settings: SettingsReader.read(Array((settings ?? "").utf8), version: "0.1.0").settings)
    }

    /// What the text was before, where the example is one of a change.
    package var change: Change? {
        before.map { Change(before: Array($0.utf8), today: CalendarDate(year: 2022, month: 10, day: 1)) }
    }
}
