/// What a number measures; numbers of different dimensions neither add up nor contradict each other.
package enum MeasureUnit: Int32, Sendable, CaseIterable {
    case squareKilometre = 1, hectare, squareMetre
    case kilometre, metre, centimetre, millimetre
    case tonne, kilogram, gram
    case year, month, week, day, hour, minute

    package enum Dimension: Sendable, Equatable { case area, length, mass, duration }

    package var dimension: Dimension {
        switch self {
        case .squareKilometre, .hectare, .squareMetre: .area
        case .kilometre, .metre, .centimetre, .millimetre: .length
        case .tonne, .kilogram, .gram: .mass
        case .year, .month, .week, .day, .hour, .minute: .duration
        }
    }

    /// As prose and the command's output write it.
    package var symbol: String {
        switch self {
        case .squareKilometre: "km²"
        case .hectare: "hectares"
        case .squareMetre: "m²"
        case .kilometre: "km"
        case .metre: "m"
        case .centimetre: "cm"
        case .millimetre: "mm"
        case .tonne: "tonnes"
        case .kilogram: "kg"
        case .gram: "g"
        case .year: "years"
        case .month: "months"
        case .week: "weeks"
        case .day: "days"
        case .hour: "hours"
        case .minute: "minutes"
        }
    }

    static let words: [(String, Int32)] = {
        let spellings: [(MeasureUnit, String)] = [
            (.squareKilometre, "km2 km² sqkm"), (.hectare, "hectare hectares ha"), (.squareMetre, "m2 m² sqm"),
            (.kilometre, "km kms kilometer kilometers kilometre kilometres"), (.metre, "meter meters metre metres"),
            (.centimetre, "cm centimeter centimeters centimetre centimetres"),
            (.millimetre, "mm millimeter millimeters millimetre millimetres"), (.tonne, "ton tons tonne tonnes"),
            (.kilogram, "kg kgs kilogram kilograms kilo kilos"), (.gram, "gram grams"), (.year, "year years"),
            (.month, "month months"), (.week, "week weeks"), (.day, "day days"), (.hour, "hour hours"),
            (.minute, "minute minutes"),
        ]
        return spellings.flatMap { unit, words in words.split(separator: " ").map { (String($0), unit.rawValue) } }
    }()
}
