/// A text that is not UTF-8: what it says cannot be told, so that it is told of and left alone.
package struct NotUTF8: Error, Equatable {
    package static let message = "This is not UTF-8, so the file cannot be read from here on. Save it as UTF-8."

    /// Where the first bytes stand that are no character.
    package let place: Position

    /// Nil for a text that is UTF-8 from end to end.
    package init?(_ bytes: [UInt8]) {
        do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.span) } catch {
            var finder = PositionFinder(bytes, LineTable(bytes))
            place = finder.position(at: error.byteOffsets.lowerBound)
            return
        }
        return nil
    }
}
