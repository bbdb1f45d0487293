import ProfileSyntax

/// Decides which fixes go into a text, and puts them there: the only place that does.
package enum FixApplier {
    /// Applies fixes to a text, each whole or not at all. A fix that touches what an earlier one touches is left for the next
    /// round. Returns the text and the indices of the fixes that were applied.
    package static func apply(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], applied: [Int]) {
        var edits: [(edit: Edit, fix: Int)] = []
        for (index, fix) in fixes.enumerated() { edits += fix.edits.map { ($0, index) } }
        edits.sort {
            ($0.edit.range.lowerBound, $0.edit.range.upperBound, $0.fix) < (
                $1.edit.range.lowerBound, $1.edit.range.upperBound, $1.fix
            )
        }

        var rejected = Set<Int>()
        var last: Edit?
        for (edit, fix) in edits where !rejected.contains(fix) {
            if edit.range.upperBound > bytes.count || last.map({ touches($0, edit) }) == true {
                rejected.insert(fix)
            } else {
                last = edit
            }
        }
        let result = bytes.applying(edits.lazy.filter { !rejected.contains($0.fix) }.map(\.edit))
        return (result, fixes.indices.filter { !rejected.contains($0) && !fixes[$0].edits.isEmpty })
    }

    /// Whether two edits, the first starting no later, touch the same bytes or insert at one place.
    private static func touches(_ first: Edit, _ second: Edit) -> Bool {
        second.range.lowerBound < first.range.upperBound || second.range.lowerBound == first.range.lowerBound
    }
}
