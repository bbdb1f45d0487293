/// A day, a month or a year of the prose, or a span of them, as written; the parts of a day that cannot be are kept.
package struct ProseDate: Sendable, Equatable {
    package struct Parts: Sendable, Equatable {
        package var year: Int?
        /// 1–12
        package var month: Int?
        package var day: Int?

        package init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    package let first: Parts
    /// The end of a span: `30 November–4 December 2009`.
    package let last: Parts?
    /// Half-open range of byte offsets.
    package let range: Range<Int>
    /// Indices into ``Prose/tokens``.
    package let tokens: Range<Int>
    /// `September 3, 2003`
    package let isMonthFirst: Bool
    package let isQuoted: Bool
}
