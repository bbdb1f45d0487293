import ProfileFacts
import ProfileSyntax

/// The cells of a pipe table, every row as long as the longest.
struct TableGrid {
    /// The head, then the rows below the dashes; half-open ranges of byte offsets, empty for cells that a row does not have.
    let rows: [[Range<Int>]]
    let columns: Int
    /// Whether the dashes below the head align a column to the right or the centre.
    let alignments: [Alignment]

    enum Alignment { case left, center, right }

    init(_ profile: Profile, _ table: Int) {
        let lines = profile.segments(of: profile.blocks[table])
        var rows = lines.map { Table.cells($0, profile.bytes) }
        var alignments: [Alignment] = []
        if rows.count > 1 {
            alignments = rows.remove(at: 1).map { dashes in
                let isRight = !dashes.isEmpty && profile.bytes[dashes.upperBound - 1] == UInt8(ascii: ":")
                return isRight ? profile.bytes[dashes.lowerBound] == UInt8(ascii: ":") ? .center : .right : .left
            }
        }
        let columns = rows.map(\.count).max() ?? 0
        self.columns = columns
        self.rows = rows.map { $0 + Array(repeating: 0..<0, count: columns - $0.count) }
        self.alignments = alignments + Array(repeating: .left, count: max(0, columns - alignments.count))
    }
}
