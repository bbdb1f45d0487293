import ProfileFacts
import ProfileSyntax

/// The published form of a profile's parts: what a reader of the page sees, as plain text.
package enum PublishedText {
    /// A top-level block as the page shows it, without markup: markers as `[n]`, links as their text.
    package static func text(of index: Int, in profile: Profile) -> String {
        let block = profile.blocks[index]
        switch block.kind {
        case .blank, .comment, .thematicBreak: return ""
        case .code: return profile.segments(of: block).map(profile.text).joined(separator: "\n")
        case .list, .listItem, .blockQuote:
            let bullet = block.kind == .listItem ? "  • " : ""
            return bullet + children(of: index, in: profile, separator: "\n")
        case .note:
            let label = block.label?.number.map { "[\($0)] " } ?? ""
            return label + children(of: index, in: profile, separator: "\n\n")
        case .heading, .paragraph, .table:
            return plain(block, in: profile)
        }
    }

    private static func children(of index: Int, in profile: Profile, separator: String) -> String {
        profile.children(of: index).map { text(of: $0, in: profile) }.filter { !$0.isEmpty }.joined(separator: separator)
    }

    private static func plain(_ block: Block, in profile: Profile) -> String {
        var hidden: [Range<Int>] = []
        var replaced: [Int: String] = [:]
        for inline in profile.inlines(of: block) {
            switch inline.kind {
            case .marker(let number?, _):
                replaced[inline.range.lowerBound] = FootnoteForm.bracket.marker(number)
                hidden.append(inline.range)
            case .emphasis, .strong, .link, .image, .code:
                hidden.append(inline.range.lowerBound..<inline.content.lowerBound)
                hidden.append(inline.content.upperBound..<inline.range.upperBound)
            case .comment, .htmlTag:
                hidden.append(inline.range)
            case .marker, .url, .quotation, .unmatchedBracket, .unmatchedQuote: continue
            }
        }
        hidden.sort { $0.lowerBound < $1.lowerBound }
        var text: [UInt8] = []
        var next = hidden[...]
        for segment in profile.segments(of: block) {
            if !text.isEmpty { text.append(.space) }
            var offset = segment.lowerBound
            while offset < segment.upperBound {
                while let range = next.first, range.upperBound <= offset { next.removeFirst() }
                if let range = next.first, range.contains(offset) {
                    if let replacement = replaced[offset] { text += replacement.utf8 }
                    offset = min(range.upperBound, segment.upperBound)
                    continue
                }
                // A backslash takes the meaning of the sign behind it, and is not shown.
                if profile.bytes[offset] == UInt8(ascii: "\\"), offset + 1 < segment.upperBound, isSign(profile.bytes[offset + 1])
                {
                    offset += 1
                }
                text.append(profile.bytes[offset])
                offset += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !byte.isASCIILetter && !byte.isDigit }
}
