import ProfileSyntax

extension [Inline] {
    /// Whether a quotation starts or ends with the mark at a range.
    func contains(startingOrEnding mark: Range<Int>) -> Bool {
        let behind = partitioningIndex { $0.range.lowerBound > mark.lowerBound }
        return self[..<behind].reversed().prefix(64).contains { inline in
            guard case .quotation = inline.kind else { return false }
            return inline.range.lowerBound == mark.lowerBound || inline.range.upperBound == mark.upperBound
        }
    }
}

extension [UInt8] {
    /// The length of a space of any width at an offset; nil where there is none.
    func blankLength(at offset: Int) -> Int? {
        switch self[offset] {
        case .space, .tab, .newline, .carriageReturn: 1
        case 0xC2: has("\u{A0}", at: offset) ? 2 : nil
        case 0xE2:
            offset + 2 < count && self[offset + 1] == 0x80 && (0x80...0x8A ~= self[offset + 2] || self[offset + 2] == 0xAF)
                ? 3 : nil
        default: nil
        }
    }
}
