import ProfileSyntax

/// A list or a table whose items or rows each begin with a date.
package struct Chronology: Sendable {
    package struct Item: Sendable {
        package let span: DaySpan
        /// The date's bytes.
        package let date: Range<Int>
        /// The item's or the row's lines.
        package let lines: Range<Int>
    }

    package let items: [Item]
    /// Whether its items or rows are numbered, so that none can change places alone.
    package let isNumbered: Bool
    /// Whether most neighbours stand with the earlier one first.
    package let rises: Bool

    init(items: [Item], isNumbered: Bool = false) {
        (self.items, self.isNumbered) = (items, isNumbered)
        let orders = zip(items, items.dropFirst()).map { $0.span.order(to: $1.span) }
        rises = orders.count { $0 == .before } >= orders.count { $0 == .after }
    }

    /// The one item that is out of order, with the neighbour that shows it, where all others are in order; nil where all are, or where
    /// more are not, which is no chronology.
    package var misplaced: (item: Int, beside: Int)? {
        guard items.count >= 3 else { return nil }
        func isBroken(_ one: Int, _ other: Int) -> Bool {
            items.indices.contains(one) && items.indices.contains(other)
                && items[one].span.order(to: items[other].span) == (rises ? .after : .before)
        }
        let broken = (1..<items.count).filter { isBroken($0 - 1, $0) }
        guard let place = broken.first, broken.count == 1 else { return nil }
        if !isBroken(place - 1, place + 1) { return (place, place - 1) }
        return isBroken(place - 2, place) ? nil : (place - 1, place)
    }

    /// The items in the order of their dates; those that cannot be told apart stay as they are.
    package var sorted: [Item] {
        // Moving one at a time keeps those that cannot be told apart.
        var sorted: [Item] = []
        for item in items {
            let place = sorted.lastIndex { $0.span.order(to: item.span) != (rises ? .after : .before) }.map { $0 + 1 } ?? 0
            sorted.insert(item, at: place)
        }
        return sorted
    }

    static func read(
        _ profile: Profile, _ dates: [DateFact], _ tables: [Table], _ tableDates: [TableDate]
    ) -> [Chronology] {
        var found: [Chronology] = []
        for (index, block) in profile.blocks.enumerated() {
            guard case .list = block.kind else { continue }
            if let list = list(index, profile, dates) { found.append(list) }
        }
        return found + tables.compactMap { table($0, tableDates, profile) }
    }

    private static func list(_ index: Int, _ profile: Profile, _ dates: [DateFact]) -> Chronology? {
        var items: [Item] = []
        for child in profile.children(of: index) {
            let block = profile.blocks[child]
            guard block.kind == .listItem,
                let paragraph = profile.children(of: child).first(where: { profile.blocks[$0].isParagraph })
            else { continue }
            let start = profile.content(of: profile.blocks[paragraph]).lowerBound
            let next = dates.partitioningIndex { $0.range.lowerBound >= start }
            guard next < dates.count, let span = dates[next].span, opens(dates[next].range, start, profile) else {
                return nil
            }
            items.append(Item(span: span, date: dates[next].range, lines: block.range))
        }
        if case .list(ordered: let isOrdered) = profile.blocks[index].kind {
            return Chronology(items: items, isNumbered: isOrdered)
        }
        return Chronology(items: items)
    }

    /// Whether a date is what an item is told under: a preposition or an emphasis sign alone stands before it, and without a preposition a
    /// mark behind it. "2019 grant" is a name.
    private static func opens(_ date: Range<Int>, _ start: Int, _ profile: Profile) -> Bool {
        guard date.lowerBound - start <= 7 else { return false }
        let before = profile.text(start..<date.lowerBound).filter { !"*_ ".contains($0) }
        guard before.isEmpty else { return ["In", "On", "From", "By"].contains(before) }
        let behind = profile.bytes[date.upperBound...].first { !"*_ ".utf8.contains($0) }
        return behind.map { ":,;.()–—\n".utf8.contains($0) || $0 >= 0x80 } ?? true
    }

    /// A table whose first column holds nothing but dates, a row of totals aside.
    private static func table(_ table: Table, _ dates: [TableDate], _ profile: Profile) -> Chronology? {
        var items: [Item] = []
        for row in table.rows {
            guard let cell = row.first, !cell.isTotal, !cell.isSubtotal else {
                if row.first?.isTotal == true { continue }
                return nil
            }
            let next = dates.partitioningIndex { $0.range.lowerBound >= cell.range.lowerBound }
            guard next < dates.count, dates[next].fillsCell, dates[next].range.upperBound <= cell.range.upperBound,
                let span = dates[next].span
            else { return nil }
            items.append(
                Item(
                    span: span, date: dates[next].range,
                    lines: profile.lines.range(profile.lines.line(at: cell.range.lowerBound))))
        }
        return Chronology(items: items)
    }
}
