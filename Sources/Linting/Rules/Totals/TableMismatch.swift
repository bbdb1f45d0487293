import ProfileFacts

/// A row or column headed Total that does not add up.
enum TableMismatch: Rule {
    static let about = RuleDescription(
        name: "table-mismatch", group: .totals, severity: .error,
        summary: "A Total row or column of a table does not add up.",
        rationale: """
            A table is read for its totals. A row named Total is the sum of the rows above it (or below, where it comes first), a
            column headed Total that of the columns before it, or behind it, where it comes first. Years, rates and percentages are not added; where a cell says
            Unknown, nothing is. Measures and money may differ by what rounding allows. A Total column is held against its row only
            where other rows of the table show that it is meant as their sum.
            """,
        fix: "unsafe: writes the sum",
        examples: [
            .pass(
                "| Type | Mines |\n| --- | ---: |\n| PMN | 1,486[^1] |\n| POMZ-2M | 1,687* |\n| POMZ-2 | – |\n| **Total** | **3,173** |\n\n[^1]: A source."
            ),
            .pass(
                "| Year | Killed | Injured | Total |\n| --- | --- | --- | --- |\n| 2001 | 2 | 3 | 5 |\n| 2002 | 1 | 4 | 5 |\n| Total | 3 | 7 | 10 |"
            ),
            .pass("| Area | Cleared |\n| --- | --- |\n| North | 70.38 km² |\n| South | 76.58 km² |\n| Total | 147 km² |"),
            .pass("| Type | Mines |\n| --- | --- |\n| PMN | 1,486 |\n| POMZ-2 | Unknown |\n| Total | 4,492 |"),
            .pass("| State | Area | Total |\n| --- | --- | --- |\n| A | 12 | 300 |\n| B | 14 | 200 |"),
            .pass("| Year | Total | Men | Children |\n| --- | --- | --- | --- |\n| 2001 | 9 | 4 | 5 |\n| 2002 | 8 | 6 | 4 |"),
            .find(
                "| Year | Total | Killed | Injured |\n| --- | --- | --- | --- |\n| 2001 | 5 | 2 | 3 |\n| 2002 | ⟦6⟧ | 1 | 4 |\n| 2003 | 4 | 2 | 2 |"
            ),
            .find("| Type | Mines |\n| --- | ---: |\n| PMN | 1,486 |\n| POMZ-2M | 1,687 |\n| Total | ⟦3,713⟧ |"),
            .find("| Type | 2001 | 2002 |\n| --- | --- | --- |\n| Total | 9 | ⟦12⟧ |\n| PMN | 4 | 5 |\n| POMZ-2 | 5 | 6 |"),
            .find(
                "| Year | Killed | Injured | Total |\n| --- | --- | --- | --- |\n| 2001 | 2 | 3 | 5 |\n| 2002 | 1 | 4 | ⟦6⟧ |\n| 2003 | 2 | 2 | 4 |"
            ),
        ])

    static func check(_ subject: Subject, _ report: inout Report) {
        for table in subject.facts.tables {
            var reported: Set<Int> = []
            foot(table, &reported, &report)
            crossFoot(table, reported, &report)
        }
    }

    private struct Part {
        let name: String
        let cell: Table.Cell
    }

    private struct Sum {
        let total: Table.Cell
        let parts: [Part]
        /// Whether the column's heading says that it holds money or a measure.
        let isMeasure: Bool
    }

    /// The columns under or above a row named Total.
    private static func foot(_ table: Table, _ reported: inout Set<Int>, _ report: inout Report) {
        let totals = table.rows.indices.filter { table.rows[$0].first?.isTotal == true }
        guard totals.count == 1, let total = totals.first, total == 0 || total == table.rows.count - 1 else { return }
        let parts = table.rows.enumerated().filter { $0.offset != total && $0.element.first?.isSubtotal != true }.map(\.element)
        for column in table.heads.indices.dropFirst() where isAdded(table.heads[column]) {
            let cells = parts.map { row in (row.first?.name ?? "", column < row.count ? row[column] : nil) }
            let cell = column < table.rows[total].count ? table.rows[total][column] : nil
            guard let sum = sum(cell, cells, isMeasure: isMeasure(table.heads[column])), !fits(sum) else { continue }
            reported.insert(sum.total.range.lowerBound)
            add(sum, "column", &report)
        }
    }

    /// The rows before a column headed Total, or behind it where it comes first, where as many of them fit as do not.
    private static func crossFoot(_ table: Table, _ reported: Set<Int>, _ report: inout Report) {
        guard let total = table.heads.lastIndex(where: \.isTotal), total > 0 else { return }
        let isFirst = total == 1
        let columns = table.heads.indices.dropFirst().filter {
            (isFirst ? $0 > total : $0 < total) && isAdded(table.heads[$0]) && !table.heads[$0].isTotal
        }
        let sums = table.rows.compactMap { row in
            let cells = columns.map { (table.heads[$0].name, $0 < row.count ? row[$0] : nil) }
            return sum(total < row.count ? row[total] : nil, cells, isMeasure: isMeasure(table.heads[total]))
        }
        let wrong = sums.filter { !fits($0) }
        guard wrong.count * 2 <= sums.count, !isFirst || sums.count - wrong.count >= 2 else { return }
        for sum in wrong where !reported.contains(sum.total.range.lowerBound) { add(sum, "row", &report) }
    }

    /// Whether the numbers of a column can be added.
    private static func isAdded(_ head: Table.Cell) -> Bool {
        !["%", "percent", "rate", "average", "mean", "median", "year", "date", "price", "ratio"].contains {
            head.name.contains($0)
        }
    }

    /// Whether a heading tells of money or a measure: `Amount ($)`, `US$`, `Cleared (km²)`.
    private static func isMeasure(_ head: Table.Cell) -> Bool {
        if ["$", "€", "£", "¥"].contains(where: { head.name.contains($0) }) { return true }
        return head.name.split { !$0.isLetter && $0 != "²" && !$0.isNumber }.contains {
            ["usd", "eur", "euro", "euros", "km²", "km2", "m²", "m2", "ha", "hectares", "tons", "tonnes"].contains($0)
        }
    }

    /// A total and its parts, where all of them are numbers or nothing and at least two are numbers.
    private static func sum(_ total: Table.Cell?, _ parts: [(String, Table.Cell?)], isMeasure: Bool) -> Sum? {
        guard let total, total.numeral != nil else { return nil }
        var cells: [Part] = []
        for (name, cell) in parts {
            guard let cell, cell.content != .nothing else { continue }
            guard cell.content != .other else { return nil }
            cells.append(Part(name: name, cell: cell))
        }
        return cells.count >= 2 ? Sum(total: total, parts: cells, isMeasure: isMeasure) : nil
    }

    private static func fits(_ sum: Sum) -> Bool {
        guard let total = sum.total.numeral else { return true }
        let numerals = sum.parts.compactMap { $0.cell.numeral }
        let gap = (computed(sum) - total.value).magnitude
        let isMeasure =
            sum.isMeasure || ([total] + numerals).contains { $0.decimals > 0 }
            || ([sum.total] + sum.parts.map { $0.cell }).contains(where: \.isMeasure)
        let slack = isMeasure ? ([total] + numerals).reduce(ExactDecimal.zero) { $0 + $1.halfUnit } : .zero
        return !(gap > slack)
    }

    private static func computed(_ sum: Sum) -> ExactDecimal {
        sum.parts.compactMap { $0.cell.numeral }.reduce(.zero) { $0 + $1.value }
    }

    private static func add(_ sum: Sum, _ direction: String, _ report: inout Report) {
        guard let total = sum.total.numeral else { return }
        let right = computed(sum)
        let gap = right - total.value
        let parts = sum.parts.compactMap { part in part.cell.numeral.map { (name: part.name, value: $0.value) } }
        let slip = Slip.candidates(total: total.value, parts: parts).first.map { " Perhaps \($0.reason)." } ?? ""
        let text = total.isGrouped || right.grouped == right.plain ? right.grouped : right.plain
        report.add(
            total.range,
            "This \(direction) adds up to \(right.grouped), but its total is \(total.value.grouped): \(gap.magnitude.grouped) too \(gap.isNegative ? "much" : "little").\(slip)",
            labels: sum.parts.prefix(12).map { Label($0.cell.range, $0.name) },
            fixes: [Fix("Write the sum, \(text)", .unsafe, [Edit(total.range, text)])])
    }
}
