import ProfileFacts
import ProfileSyntax

/// The first lines of a published page: the country, the topic, the day of the last update.
package struct PageHead: Sendable, Equatable {
    /// What keeps a profile from being published.
    package struct Problem: Error, Equatable {
        package let message: String
    }

    package let country: String
    package let topic: Topic
    package let lastUpdated: CalendarDate

    init(country: String, topic: Topic, lastUpdated: CalendarDate) {
        self.country = country
        self.topic = topic
        self.lastUpdated = lastUpdated
    }

    /// Reads a profile's front matter. Throws ``Problem`` where a page could not have its first lines.
    package init(_ profile: Profile, topics: [Topic]) throws(Problem) {
        let header = ProfileFacts.header(of: profile, topics: topics)
        let country = header.country?.value.onOneLine ?? ""
        guard let topic = header.topic?.value, !country.isEmpty, let updated = header.lastUpdated?.value, updated.day != nil
        else {
            throw Problem(
                message: "A page opens with the country, the topic and the day of the last update; "
                    + "the front matter lacks one of them, or it cannot be read. `footing check` tells which.")
        }
        self.init(country: country, topic: topic, lastUpdated: updated)
    }

    package static func == (a: Self, b: Self) -> Bool {
        (a.country, a.topic.name, a.lastUpdated) == (b.country, b.topic.name, b.lastUpdated)
    }
}
