import ProfileFacts
import ProfileSyntax

/// The front matter in its one form; see decisions 10 to 13.
struct FrontMatterLayout {
    init(_ profile: Profile, _ frontMatter: FrontMatter) {}
    func text() -> [UInt8]? { nil }
}
