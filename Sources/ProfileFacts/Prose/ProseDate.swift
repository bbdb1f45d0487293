/// A day, a month or a year of the prose, or a span of them, as written; the parts of a day that cannot be are kept.
package struct ProseDate: Sendable, Equatable {
    package struct Parts: Sendable, Equatable {
        // Dates are passed on and on, so one takes four bytes; the least number stands for a part that is not there.
        private var (years, months, days): (Int16, Int8, Int8) = (.min, .min, .min)

        package init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
            self.year = year
            self.month = month
            self.day = day
        }

        package var year: Int? {
            get { years == .min ? nil : Int(years) }
            set { years = newValue.map { Int16(clamping: $0) } ?? .min }
        }

        /// 1–12, or another number where it cannot be.
        package var month: Int? {
            get { months == .min ? nil : Int(months) }
            set { months = newValue.map { Int8(clamping: $0) } ?? .min }
        }

        package var day: Int? {
            get { days == .min ? nil : Int(days) }
            set { days = newValue.map { Int8(clamping: $0) } ?? .min }
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
