import ProfileFacts

/// The ledgers of many profiles as one table: a row for each figure, and one for each of its parts.
package struct FiguresTable: Encodable {
    package struct Row: Encodable, Sendable {
        let country: String
        let figure: String
        let unit: String?
        /// The number as the ledger writes it: of the figure, or of its part.
        let total: String
        /// The part's label; nil for the figure itself.
        let part: String?
        let asOf: String?
        let note: Int?

        private enum CodingKeys: String, CodingKey {
            case country, figure, unit, total, part, note
            case asOf = "as_of"
        }
    }

    private let rows: [Row]

    package init(_ rows: [Row]) { self.rows = rows }

    /// The rows of one profile.
    package static func rows(_ header: Header) -> [Row] {
        header.ledger.flatMap { figure -> [Row] in
            func row(_ total: String, _ part: String?) -> Row {
                Row(
                    country: header.country?.value ?? "", figure: figure.name, unit: figure.unit, total: total, part: part,
                    asOf: figure.asOf?.iso, note: figure.note?.value)
            }
            var rows = figure.total.map { [row($0.value, nil)] } ?? []
            for case .labelled(let label, let number) in figure.parts { rows.append(row(number.value, label)) }
            return rows
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for row in rows { try container.encode(row) }
    }

    package func json() throws -> String { try JSONText.pretty(self) }

    /// Comma-separated values as RFC 4180 has them, with LF at the ends of lines.
    package func csv() -> String {
        let heads = ["country", "figure", "unit", "total", "part", "as of", "note"]
        let lines = rows.map {
            [$0.country, $0.figure, $0.unit ?? "", $0.total, $0.part ?? "", $0.asOf ?? "", $0.note.map(String.init) ?? ""]
        }
        return ([heads] + lines).map { $0.map(Self.field).joined(separator: ",") + "\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
