import ProfileFacts
import ProfileSyntax

/// What is known of a profile's past: its text before the change that is checked.
package struct Change: Sendable {
    package let before: Profile
    package let facts: ProfileFacts
    /// The day of the check.
    package let today: CalendarDate?

    package init(before bytes: [UInt8], today: CalendarDate?, options: RuleOptions = RuleOptions()) {
        before = Profile(parsing: bytes)
        facts = ProfileFacts(before, topics: options.topics, reference: options.reference)
        self.today = today
    }
}
