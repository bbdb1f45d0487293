import ProfileSyntax

/// The ledger that a profile's prose would have: a figure for each total whose parts the prose lists, and which adds up.
package struct LedgerDraft: Sendable {
    package struct Figure: Sendable {
        /// Words with underscores, unlike every other figure's name: `retained_2022`.
        package let name: String
        package let unit: String?
        /// `2022`, `2022-04` or `2022-04-30`.
        package let asOf: String?
        package let isApproximate: Bool
        package let total: ExactDecimal
        /// The parts with their labels; what is taken away is negative.
        package let parts: [(label: String, value: ExactDecimal)]
        package let note: Int?
    }

    /// The figures that the ledger does not have yet, in the order of the text.
    package let figures: [Figure]

    package init(_ facts: ProfileFacts, _ bytes: [UInt8]) {
        var names = Set(facts.header.ledger.map(\.name))
        var totals = Set(facts.header.ledger.compactMap { $0.total.flatMap { ExactDecimal(plain: $0.value) } })
        let reader = Reader(prose: facts.prose, bytes: bytes)
        var figures: [Figure] = []
        for relation in facts.relations where relation.verdict == .holds && [.total, .subset].contains(relation.kind) {
            guard let number = relation.total.number, !totals.contains(relation.total.value),
                let sentence = facts.prose.sentence(of: number), relation.parts.allSatisfy({ $0.number != nil })
            else { continue }
            totals.insert(relation.total.value)
            let name = reader.name(sentence, besides: names)
            names.insert(name)
            figures.append(reader.figure(relation, number, sentence, name))
        }
        self.figures = figures
    }

    /// The figures as YAML, to stand below `figures:`.
    package var yaml: String {
        figures.map { figure in
            var lines = ["  \(figure.name):"]
            if let unit = figure.unit { lines.append("    unit: \(Self.scalar(unit))") }
            if let asOf = figure.asOf { lines.append("    as_of: \(asOf)") }
            if figure.isApproximate { lines.append("    approximate: true") }
            lines.append("    total: \(figure.total.plain)")
            let parts = figure.parts.map { "\(Self.scalar($0.label)): \($0.value.plain)" }
            lines.append("    parts: {\(parts.joined(separator: ", "))}")
            if let note = figure.note { lines.append("    note: \(note)") }
            return lines.joined(separator: "\n") + "\n"
        }.joined()
    }

    /// A text as a YAML scalar: plain where it can only be read as that text.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true
            && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789-/.’ ".unicodeScalars.contains($0) }
        return isPlain ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The edit that puts the figures behind those that are there, or below a new key `figures`; nil where there is no front
    /// matter to put them into, or nothing to put.
    package func edit(_ profile: Profile) -> Edit? {
        guard let front = profile.frontMatter, let root = front.root, front.problems.isEmpty, !figures.isEmpty else { return nil }
        guard let ledger = root["figures"] else {
            return Edit(front.content.upperBound..<front.content.upperBound, "figures:\n" + yaml)
        }
        guard let last = Self.lastByte(ledger), case .mapping(let entries) = ledger.value, !entries.isEmpty else { return nil }
        let line = profile.bytes[last...].firstIndex(of: .newline).map { $0 + 1 } ?? profile.bytes.count
        return line <= front.content.upperBound ? Edit(line..<line, yaml) : nil
    }

    /// Where the last scalar below a node ends.
    private static func lastByte(_ node: YAMLNode) -> Int? {
        switch node.value {
        case .mapping(let entries): entries.compactMap { max(lastByte($0.value) ?? 0, $0.key.range.upperBound) }.max()
        case .sequence(let items): items.compactMap { lastByte($0) }.max()
        default: node.range.upperBound
        }
    }
}

/// Names and describes the figures of a draft by the words around their totals.
private struct Reader {
    let prose: Prose
    let bytes: [UInt8]

    private static let deeds = [
        "retained", "retains", "retain", "destroyed", "cleared", "released", "stockpiled", "declared", "transferred", "produced",
        "killed", "casualties", "contributed", "exported", "removed", "stock", "stockpile", "used",
    ]

    /// What was done, and the year: `destroyed_2006`; a number behind it where that name is taken.
    func name(_ sentence: Int, besides taken: Set<String>) -> String {
        let words = prose.sentences[sentence].tokens.map { bytes.text(prose.tokens[$0].range).lowercased() }
        var name =
            words.first { Self.deeds.contains($0) }.map { ["retains", "retain"].contains($0) ? "retained" : $0 } ?? "total"
        if let year = prose.years(of: sentence).max() { name += "_\(year)" }
        guard taken.contains(name) else { return name }
        return (2...).lazy.map { "\(name)_\($0)" }.first { !taken.contains($0) } ?? name
    }

    func figure(_ relation: Relation, _ number: Int, _ sentence: Int, _ name: String) -> LedgerDraft.Figure {
        let total = prose.numbers[number]
        return LedgerDraft.Figure(
            name: name, unit: unit(total), asOf: date(sentence), isApproximate: total.hedge != nil, total: total.value,
            parts: labelled(relation.parts), note: note(behind: total, sentence))
    }

    private func words(_ number: Number) -> String {
        number.name.map { bytes.text(prose.tokens[$0].range) }.joined(separator: " ")
    }

    private func unit(_ number: Number) -> String? {
        number.measure.symbol ?? (number.name.isEmpty ? nil : words(number))
    }

    /// The labels are the parts' names without `mines`; those that have none, or one that is taken, are counted.
    private func labelled(_ parts: [Relation.Term]) -> [(label: String, value: ExactDecimal)] {
        var taken = Set<String>()
        return parts.enumerated().map { place, part in
            let name = part.number.map { words(prose.numbers[$0]) } ?? ""
            let short = name.split(separator: " ").filter { !["mines", "mine", "landmines"].contains($0) }.joined(separator: " ")
            let label = short.isEmpty || taken.contains(short) ? "part \(place + 1)" : short
            taken.insert(label)
            return (label, part.isTaken ? -part.value : part.value)
        }
    }

    /// The one date of a sentence; nil where it has none, several, or a span.
    private func date(_ sentence: Int) -> String? {
        let dates = prose.sentences[sentence].dates
        guard dates.count == 1, let date = dates.first.map({ prose.dates[$0] }), date.last == nil, let year = date.first.year
        else { return nil }
        let text = [year] + [date.first.month, date.first.day].prefix { $0 != nil }.compactMap { $0 }
        return text.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    }

    /// The number of the first marker behind the total in its sentence.
    private func note(behind number: Number, _ sentence: Int) -> Int? {
        prose.tokens[number.tokens.upperBound..<prose.sentences[sentence].tokens.upperBound]
            .first { $0.kind == .marker && $0.value > 0 }.map { Int($0.value) }
    }
}
