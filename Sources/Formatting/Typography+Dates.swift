import ProfileFacts
import ProfileSyntax

extension Typography {
    /// Decisions 22 and 23: `3 September 2003`, `1996–1997`, `29–30 May 2010`.
    mutating func settle(_ date: ProseDate) {
        guard !date.isQuoted, !isPlain(date), !isJoinedByWord(date), date.tokens.allSatisfy({ isOwn($0) }), !isNumeric(date),
            date.tokens.dropLast().allSatisfy({ gap(behind: $0) != nil }),
            let text = date.isMonthFirst ? dayBeforeMonth(date) : inOrder(date)
        else { return }
        replace(date.range, with: text)
    }

    /// `30 to 31 May 2016`
    private func isJoinedByWord(_ date: ProseDate) -> Bool { date.tokens.contains { prose.tokens[$0].has([.to, .and]) } }

    /// Whether a date is nothing but a day, a full month and a year, a blank apart, as most are.
    private func isPlain(_ date: ProseDate) -> Bool {
        var end = date.range.lowerBound
        for index in date.tokens {
            let token = prose.tokens[index]
            guard end == token.range.lowerBound || end + 1 == token.range.lowerBound && bytes[end] == .space else { return false }
            switch token.kind {
            case .numeral: if bytes[token.range.lowerBound] == UInt8(ascii: "0") { return false }
            case .word:
                if !token.has(.month) || CalendarDate.monthName(Int(token.value)).utf8.count != token.range.count { return false }
            default: return false
            }
            end = token.range.upperBound
        }
        return !date.isMonthFirst
    }

    /// `2003-09-03`
    private func isNumeric(_ date: ProseDate) -> Bool {
        date.first.day != nil && !date.tokens.contains { prose.tokens[$0].has(.month) }
    }

    /// `September 3, 2003`, `September 3–5, 2003`: the day goes before the month where the year says that it is a day.
    private func dayBeforeMonth(_ date: ProseDate) -> String? {
        guard let year = date.first.year, let month = date.first.month, let day = date.first.day, 1...31 ~= day else {
            return nil
        }
        let days = date.last?.day.map { "\(day)–\($0)" } ?? "\(day)"
        return "\(days) \(CalendarDate.monthName(month)) \(year)"
    }

    /// The parts of a date whose order is right: full months, plain days, en dashes.
    private func inOrder(_ date: ProseDate) -> String? {
        var text = ""
        let isBehindThe = date.tokens.lowerBound > 0 && prose.tokens[date.tokens.lowerBound - 1].has(.article)
        for index in date.tokens {
            let token = prose.tokens[index]
            switch token.kind {
            case .numeral:
                let digits = self.text(index)
                if !text.isEmpty, !text.hasSuffix("–") { text += " " }
                text += digits.count == 2 && digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
            case .enDash, .hyphen, .emDash:
                text += "–"
            case .word where token.has(.month):
                if !text.isEmpty, !text.hasSuffix("–") { text += " " }
                text += CalendarDate.monthName(Int(token.value))
            case .word:
                // “the 3rd of September” would lose its sense without its ending.
                if isBehindThe { return nil }
            case .comma, .fullStop:
                continue
            default:
                return nil
            }
        }
        return text
    }
}
