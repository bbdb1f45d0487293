import ProfileSyntax

/// Puts a new body into an old profile, block by block.
enum ProfileMerge {
    /// The body that has the new one's texts, in its order, with the old bytes of every block whose text is the same. Comments
    /// of the old body stay above the block that they stood above; nothing of them is lost.
    static func body(of old: Profile, updatedBy new: Profile) -> [UInt8] {
        let oldItems = items(of: old)
        let newItems = items(of: new)
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in newItems.map(\.text).difference(from: oldItems.map(\.text)) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        // A block that only moved keeps its bytes too.
        var moved: [String: [Int]] = [:]
        for offset in removed.sorted().reversed() { moved[oldItems[offset].text, default: []].append(offset) }
        var parts: [ArraySlice<UInt8>] = []
        var i = 0
        for (j, item) in newItems.enumerated() {
            while i < oldItems.count, removed.contains(i) {
                parts += oldItems[i].comments
                i += 1
            }
            if inserted.contains(j) {
                parts.append(moved[item.text]?.popLast().map { oldItems[$0].bytes } ?? item.bytes)
            } else {
                parts += oldItems[i].comments
                parts.append(oldItems[i].bytes)
                i += 1
            }
        }
        while i < oldItems.count {
            parts += oldItems[i].comments
            if !removed.contains(i) { parts.append(oldItems[i].bytes) }
            i += 1
        }
        // The old body's own first and last lines stay as they are.
        let end: [UInt8] = Array("\(old.lineEnd)".utf8)
        var body: [UInt8] = []
        for part in parts where !part.isEmpty {
            body += end
            body += part
            if part.last != .newline { body += end }
        }
        return body
    }

    private struct Item {
        var text: String
        var bytes: ArraySlice<UInt8>
        /// The comments right above the block.
        var comments: [ArraySlice<UInt8>]
    }

    private static func items(of profile: Profile) -> [Item] {
        var items: [Item] = []
        var comments: [ArraySlice<UInt8>] = []
        for index in profile.children(of: nil) {
            let block = profile.blocks[index]
            switch block.kind {
            case .blank: continue
            case .comment: comments.append(profile.bytes[block.range])
            default:
                items.append(
                    Item(text: PublishedText.text(of: index, in: profile), bytes: profile.bytes[block.range], comments: comments))
                comments = []
            }
        }
        if !comments.isEmpty { items.append(Item(text: "\u{0}", bytes: [], comments: comments)) }
        return items
    }
}
