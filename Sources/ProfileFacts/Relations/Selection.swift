/// What a number is told of: all of some things, or some of them only.
enum Selection {
    /// `the four states`
    case all
    /// `two of the four states`: the index of the number that tells how many.
    case some(Int)
    /// `most of the four states`, `part of a stock of 3,000 mines`
    case unknown
}

extension SentenceView {
    /// Whether a number tells of all its things, or of what other ones are taken from.
    func selection(_ index: Int) -> Selection {
        guard holds(.of) else { return .all }
        var place = number(index).tokens.lowerBound - 1
        let first = max(range.lowerBound, place - 8)
        while place >= first, let token = token(place), token.isWord {
            if token.has(.of) {
                if let part = numberEnding(at: place) { return .some(part) }
                if isPart(place - 1) { return .unknown }
            } else if token.has(.nameEnd), !token.has([.article, .these]) {
                return .all
            }
            place -= 1
        }
        return .all
    }

    /// Whether a number is of things of which only some are told.
    func isTakenFrom(_ index: Int) -> Bool { if case .all = selection(index) { false } else { true } }

    /// Whether a sentence starts with a whole of which parts are told: `Of 117 casualties`, `Of the total of 117`.
    func opensWithOf(_ whole: Int) -> Bool {
        let start = range.lowerBound
        let lead = start..<max(start, number(whole).tokens.lowerBound)
        return isWord(start, "Of") && lead.count <= 5 && lead.allSatisfy { has($0, [.of, .article, .these, .total]) }
    }

    /// The quantity whose digits, unit or name stand right before a token.
    func numberEnding(at place: Int) -> Int? {
        numbers(in: max(range.lowerBound, place - 8)..<place).last {
            let number = number($0)
            return number.kind == .quantity && !number.isQuoted
                && (number.tokens.upperBound == place || number.name.upperBound == place && number.name.count <= 2)
        }
    }

    /// `one`, `most`, `some`, `half`, `part`: what an `of` behind it takes from a whole.
    private func isPart(_ index: Int) -> Bool {
        if has(index, [.vague, .most, .half, .fraction, .about, .except]) { return true }
        return ["one", "none", "any", "part", "parts", "majority", "minority", "each", "neither", "either", "much"].contains(
            token(index).map { bytes.text($0.range).lowercased() } ?? "")
    }
}
