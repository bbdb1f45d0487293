/// One replacement in a text.
package struct Edit: Sendable, Equatable {
    /// The bytes to replace; empty to insert.
    package let range: Range<Int>
    package let replacement: String

    package init(_ range: Range<Int>, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    package static func insert(_ text: String, at offset: Int) -> Edit { Edit(offset..<offset, text) }
    package static func delete(_ range: Range<Int>) -> Edit { Edit(range, "") }
}

extension [UInt8] {
    /// The bytes with edits made, which must be in the order of their places, inside the bytes, and apart from each other.
    package func applying(_ edits: some Sequence<Edit>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count + 64)
        var offset = 0
        for edit in edits {
            result += self[offset..<edit.range.lowerBound]
            result += edit.replacement.utf8
            offset = edit.range.upperBound
        }
        result += self[offset...]
        return result
    }
}
