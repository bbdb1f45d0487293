/// The numbers of a list of footnote markers or notes, each with the places of the list that have it.
package struct NumberIndex: Sendable {
    /// Each number once, from the lowest.
    package let numbers: [Int]
    /// Where each number's places start in ``places``; behind the last one stands their count.
    private let starts: [Int]
    private let places: [Int]

    /// An index of numbers in the order of their places.
    init(_ numbered: [(number: Int, place: Int)]) {
        var numbered = numbered
        // Most profiles number their footnotes in the order of the text.
        if !zip(numbered, numbered.dropFirst()).allSatisfy({ $0.number <= $1.number }) {
            numbered.sort { ($0.number, $0.place) < ($1.number, $1.place) }
        }
        var (numbers, starts, places): ([Int], [Int], [Int]) = ([], [], [])
        numbers.reserveCapacity(numbered.count)
        starts.reserveCapacity(numbered.count + 1)
        places.reserveCapacity(numbered.count)
        for (number, place) in numbered {
            if numbers.last != number {
                numbers.append(number)
                starts.append(places.count)
            }
            places.append(place)
        }
        starts.append(places.count)
        (self.numbers, self.starts, self.places) = (numbers, starts, places)
    }

    /// The places of a number, from the first; nil where it has none.
    package subscript(number: Int) -> ArraySlice<Int>? {
        guard let index = index(of: number) else { return nil }
        return places[starts[index]..<starts[index + 1]]
    }

    package func contains(_ number: Int) -> Bool { index(of: number) != nil }

    private func index(of number: Int) -> Int? {
        guard let lowest = numbers.first, let highest = numbers.last, lowest...highest ~= number else { return nil }
        // Where no number is left out below it, it stands at its distance from the lowest.
        let guess = number - lowest
        if guess < numbers.count, numbers[guess] == number { return guess }
        let index = numbers.partitioningIndex { $0 >= number }
        return numbers[index] == number ? index : nil
    }
}
