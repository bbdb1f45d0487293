import ProfileSyntax

/// The order in which the blocks of the top level are written. Decision 9: the notes come last, by their numbers, each with the
/// comments above it.
struct BlockOrder {
    /// Indices of blocks, without empty lines.
    let indices: [Int]

    init(_ profile: Profile, isText: Bool) {
        let blocks = profile.blocks
        let all = profile.children(of: nil).filter { !blocks[$0].isBlank }
        indices = isText && profile.footnoteForm == .markdown ? Self.notesLast(all, profile) ?? all : all
    }

    private static func notesLast(_ all: [Int], _ profile: Profile) -> [Int]? {
        let blocks = profile.blocks
        var body: [Int] = []
        var notes: [(number: Int, blocks: [Int])] = []
        var comments: [Int] = []
        for index in all {
            switch blocks[index].kind {
            case .comment: comments.append(index)
            case .note:
                notes.append((blocks[index].label?.number ?? Int.max, comments + [index]))
                comments = []
            default:
                body += comments + [index]
                comments = []
            }
        }
        notes = notes.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }.map { $0.element }
        let order = body + notes.flatMap { $0.blocks } + comments
        return order == all || isSafe(body, order, profile) ? order : nil
    }

    /// Whether all blocks stay what they are in a new order: two lists would become one, code or a comment without an end would
    /// swallow what follows, and a line of dashes at the start opens front matter.
    private static func isSafe(_ body: [Int], _ order: [Int], _ profile: Profile) -> Bool {
        let blocks = profile.blocks
        if let last = blocks.last(where: { $0.kind != .blank }), last.kind == .code || last.kind == .comment { return false }
        if profile.frontMatter == nil, let first = order.first, blocks[first].kind == .thematicBreak { return false }
        for (first, second) in zip(body, body.dropFirst()) {
            if case .list = blocks[first].kind, blocks[first].kind == blocks[second].kind || blocks[second].kind == .code {
                return false
            }
            if blocks[first].isBlockQuote, blocks[second].isBlockQuote { return false }
        }
        return true
    }
}
