/// The name of a country's file, without its ending.
package enum CountryFileName {
    /// The country in lower-case ASCII with hyphens: `cote-divoire` for Côte d’Ivoire.
    package static func of(_ country: String) -> String {
        var name = ""
        for scalar in country.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
            case "'", "’", "‘", ".", ",", "(", ")": continue
            case " ", "-", "–", "/", "_": if !name.hasSuffix("-"), !name.isEmpty { name += "-" }
            default: name += letters[Character(scalar)] ?? ""
            }
        }
        return name.hasSuffix("-") ? String(name.dropLast()) : name
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
