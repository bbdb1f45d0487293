/// Numbers in words: `eighteen`, `twenty-five`, `two hundred and six`, `half a million`, `two dozen`.
enum NumberWords {
    struct Reading {
        var value: ExactDecimal
        /// The power of ten of the only scale word, where the number is a rounded one: `two million`.
        var scale = 0
        var decimals = 0
        /// The token behind the number.
        var end: Int
        var isFraction = false
    }

    static func read(_ tokens: [Token], _ start: Int, _ sentence: Range<Int>) -> Reading? {
        func token(_ index: Int) -> Token? { sentence.contains(index) ? tokens[index] : nil }
        func has(_ index: Int, _ roles: WordRoles) -> Bool { token(index)?.has(roles) == true }
        let first = tokens[start]
        if first.has(.half) { return readHalf(tokens, start, sentence) }
        if first.has(.article) {
            // "a hundred", "a dozen"; never "a third", "the million".
            guard first.range.count == 1, has(start + 1, [.scale, .dozen]), let word = token(start + 1), word.range.count > 2,
                !has(start + 2, .of) || word.has(.dozen)
            else { return nil }
            if word.has(.dozen) { return Reading(value: ExactDecimal(12), end: start + 2) }
            return Reading(value: ExactDecimal(1).scaled(by: Int(word.value)), scale: Int(word.value), end: start + 2)
        }
        guard first.has(.cardinal), !isPronoun(tokens, start, sentence) else { return nil }
        if has(start + 1, .fraction), token(start + 1)?.kind == .word {
            return Reading(value: ExactDecimal(Int(first.value)), end: start + 2, isFraction: true)
        }
        return readSum(tokens, start, sentence)
    }

    private static func readSum(_ tokens: [Token], _ start: Int, _ sentence: Range<Int>) -> Reading {
        var (total, group) = (0, 0)
        var words = 0
        var lastScale = 0
        var index = start
        loop: while index < sentence.upperBound {
            let token = tokens[index]
            if token.has(.cardinal) {
                // Two numbers side by side are two numbers, unless the second fills a hundred or a ten.
                guard
                    index == start || tokens[index - 1].has([.scale, .and])
                        || group % 100 >= 20 && group % 10 == 0 && token.value < 10
                else { break }
                group += Int(token.value)
            } else if token.has(.scale), token.range.count > 2, index > start, !tokens[index - 1].has(.and) {
                let power = Int(token.value)
                guard power <= 12, group > 0 || total > 0 else { break loop }
                if power == 2 {
                    group *= 100
                } else {
                    total += group * powerOfTen(power)
                    group = 0
                }
                lastScale = power
                words += 1
            } else if token.has(.dozen), index == start + 1 {
                return Reading(value: ExactDecimal(group * 12), end: index + 1)
            } else if token.has(.and), index + 1 < sentence.upperBound, tokens[index + 1].has(.cardinal), lastScale == 2,
                tokens[index - 1].has(.scale), group < 100_000, group % 100 == 0
            {
                index += 1
                continue
            } else {
                break
            }
            index += 1
        }
        if lastScale == 0, let half = readAndHalf(tokens, index, sentence) {
            let value = ExactDecimal(group) + ExactDecimal.halfUnit(decimals: 0)
            return Reading(value: value.scaled(by: half.scale), scale: half.scale, decimals: 1, end: half.end)
        }
        let value = total + group
        // "two million" is rounded; "two thousand five hundred" and "two hundred" are not.
        let isRounded = words == 1 && lastScale >= 3 && group == 0
        return Reading(value: ExactDecimal(value), scale: isRounded ? lastScale : 0, end: max(index, start + 1))
    }

    /// `and a half million`, behind a number; the power of ten is 0 for `and a half` alone.
    private static func readAndHalf(_ tokens: [Token], _ start: Int, _ sentence: Range<Int>) -> (scale: Int, end: Int)? {
        guard start + 2 < sentence.upperBound, tokens[start].has(.and), tokens[start + 1].has(.article),
            tokens[start + 2].has(.half)
        else { return nil }
        guard start + 3 < sentence.upperBound, tokens[start + 3].has(.scale), tokens[start + 3].range.count > 2 else {
            return (0, start + 3)
        }
        return (Int(tokens[start + 3].value), start + 4)
    }

    /// `half a million`, `half a dozen`; any other half is a fraction.
    private static func readHalf(_ tokens: [Token], _ start: Int, _ sentence: Range<Int>) -> Reading? {
        var index = start + 1
        if index < sentence.upperBound, tokens[index].has(.article) { index += 1 }
        guard index < sentence.upperBound, tokens[index].isWord else { return nil }
        if tokens[index].has(.dozen) { return Reading(value: ExactDecimal(6), end: index + 1) }
        guard tokens[index].has(.scale), tokens[index].range.count > 2 else { return nil }
        let power = Int(tokens[index].value)
        return Reading(value: ExactDecimal(5).scaled(by: power - 1), scale: power, decimals: 1, end: index + 1)
    }

    /// `one of`, `no one`, `one another`: no number is meant.
    private static func isPronoun(_ tokens: [Token], _ index: Int, _ sentence: Range<Int>) -> Bool {
        guard tokens[index].value == 1 else { return false }
        if index > sentence.lowerBound, tokens[index - 1].isWord {
            if tokens[index - 1].has([.these, .which, .except])
                || tokens[index - 1].has(.article) && tokens[index - 1].range.count == 3
            {
                return true
            }
            if tokens[index - 1].has([.numberSign, .comparison]) { return true }
        }
        guard index + 1 < sentence.upperBound else { return false }
        return tokens[index + 1].has(.of) || tokens[index + 1].has(.other) && tokens[index + 1].range.count == 7
    }

    static func powerOfTen(_ power: Int) -> Int {
        var result = 1
        for _ in 0..<min(power, 18) { result *= 10 }
        return result
    }
}
