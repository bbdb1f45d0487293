/// The name of a country's file, without its ending.
package enum CountryFileName {
    /// The country in lower-case ASCII with hyphens: `cote-divoire` for Côte d’Ivoire.
    package static func of(_ country: String) -> String {
        let hyphen = UInt8(ascii: "-")
        var name: [UInt8] = []
        for scalar in country.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": name.append(UInt8(scalar.value))
            case "'", "’", "‘", ".", ",", "(", ")": continue
            case " ", "-", "–", "/", "_": if name.last != hyphen, !name.isEmpty { name.append(hyphen) }
            default: name += (letters[Character(scalar)] ?? "").utf8
            }
        }
        return String(decoding: name.last == hyphen ? name.dropLast() : name[...], as: UTF8.self)
    }

    private static let letters: [Character: String] = {
        var letters: [Character: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i"]
        for (plain, accented) in [
            ("a", "áàâãäåāă"), ("c", "çćč"), ("e", "éèêëēěė"), ("g", "ğ"), ("i", "íìîïī"), ("n", "ñńň"), ("o", "óòôõöōő"),
            ("r", "ř"), ("s", "šśşș"), ("t", "țţ"), ("u", "úùûüūů"), ("y", "ýÿ"), ("z", "žźż"),
        ] {
            for letter in accented { letters[letter] = plain }
        }
        return letters
    }()
}
