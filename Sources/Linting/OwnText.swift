import ProfileFacts
import ProfileSyntax

/// A profile's own prose, which house style speaks of: not what it quotes, and no titles.
extension Subject {
    func token(_ index: Int) -> Token { facts.prose.tokens[index] }

    func word(_ index: Int) -> String { text(facts.prose.tokens[index].range) }

    /// The bytes from one token to another, both included.
    func range(_ tokens: Range<Int>) -> Range<Int> { facts.prose.range(of: tokens) }

    /// Whether nothing but a blank or a line end stands between a token and the one before it.
    func followsBlank(_ index: Int) -> Bool {
        let gap = token(index - 1).range.upperBound..<token(index).range.lowerBound
        return gap.count < 64 && profile.bytes[gap].allSatisfy { $0.isWhitespace || $0 == 0xC2 || $0 == 0xA0 }
    }

    /// A text with its first letter as that of another.
    func cased(_ text: String, like index: Int) -> String {
        guard token(index).isCapitalised, let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }
}

extension Applicability {
    /// As the files of `Config/reference` name it.
    init?(named name: String?) {
        guard let name, let value = Applicability(rawValue: name) else { return nil }
        self = value
    }
}
