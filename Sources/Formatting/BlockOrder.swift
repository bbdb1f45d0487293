import ProfileSyntax

/// The order in which the blocks of the top level are written. Decision 9: the notes come last, by their numbers, each with the
/// comments above it.
struct BlockOrder {
    /// Indices of blocks, without empty lines.
    let indices: [Int]

    init(_ profile: Profile) {
        let blocks = profile.blocks
        let all = profile.children(of: nil).filter { blocks[$0].kind != .blank }
        indices = profile.footnoteForm == .markdown ? Self.notesLast(all, blocks) ?? all : all
    }

    private static func notesLast(_ all: [Int], _ blocks: [Block]) -> [Int]? {
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
        return order == all || isSafe(body, all, blocks) ? order : nil
    }

    /// Whether the blocks of the body stay what they are without the notes between them: two lists would become one, and code
    /// whose fence is not closed would swallow what follows.
    private static func isSafe(_ body: [Int], _ all: [Int], _ blocks: [Block]) -> Bool {
        if let last = all.last, blocks[last].kind == .code || blocks[last].kind == .comment { return false }
        for (first, second) in zip(body, body.dropFirst()) {
            if case .list = blocks[first].kind, blocks[first].kind == blocks[second].kind || blocks[second].kind == .code {
                return false
            }
            if blocks[first].kind == .blockQuote, blocks[second].kind == .blockQuote { return false }
        }
        return true
    }
}
