import ProfileSyntax

/// Reads the front matter into typed values. What cannot be read becomes a problem at its own place, and the rest is still read.
struct HeaderReader {
    private let profile: Profile
    private let notes: NumberIndex
    private let topics: [Topic]
    private let reference: Reference
    private var header = Header()
    /// The keys that lead to what is being read.
    private var path: [String] = []

    init(_ profile: Profile, notes: NumberIndex, topics: [Topic] = Topic.known, reference: Reference = .carried) {
        self.profile = profile
        self.notes = notes
        self.topics = topics
        self.reference = reference
    }

    consuming func read() -> Header {
        guard let frontMatter = profile.frontMatter else {
            report(
                .noFrontMatter, profile.bodyStart..<max(profile.bodyStart, profile.lines.range(0).upperBound))
            return header
        }
        for problem in frontMatter.problems { report(.yaml(problem.kind), problem.range) }
        guard let root = frontMatter.root ?? emptyRoot(frontMatter) else { return header }

        let topicNode = root["topic"]
        if let name = topicNode?.scalar, let topic = topics.first(where: { $0.name == name }), let topicNode {
            header.topic = .init(value: topic, range: topicNode.range)
        }
        let fields = header.topic?.value.fields ?? Topic.common
        read(root, fields, isOpen: header.topic == nil)
        header.sums = LedgerSum.read(header.ledger)
        checkCountry()
        checkStatus()
        return header
    }

    /// Front matter with nothing in it is a mapping without keys.
    private func emptyRoot(_ frontMatter: FrontMatter) -> YAMLNode? {
        guard frontMatter.problems.isEmpty else { return nil }
        return YAMLNode(value: .mapping([]), range: frontMatter.content.lowerBound..<frontMatter.content.lowerBound)
    }

    private mutating func report(_ kind: HeaderProblem.Kind, _ range: Range<Int>) {
        header.problems.append(HeaderProblem(kind: kind, range: range))
    }

    // MARK: - Keys

    /// The name of what is being read, or of a key of it: `treaty.signed`.
    private func name(of key: String...) -> String { (path + key).joined(separator: ".") }

    /// Reads the entries of a mapping; an open mapping may have other keys than the known ones, but not nearly known ones.
    private mutating func read(_ node: YAMLNode, _ fields: [Topic.Field], isOpen: Bool = false) {
        let entries = checkKeys(node, known: fields.map(\.name), isOpen: isOpen)
        for field in fields {
            guard let entry = entries.first(where: { $0.name == field.name }) else {
                if field.isRequired { report(.missingKey(name(of: field.name)), place(of: field, among: fields, entries)) }
                continue
            }
            readValue(entry, field)
        }
    }

    /// Where a missing field belongs: at the start of the line behind the field before it.
    private func place(of field: Topic.Field, among fields: [Topic.Field], _ entries: [YAMLNode.Entry]) -> Range<Int> {
        var offset = profile.frontMatter?.content.lowerBound ?? 0
        for earlier in fields.prefix(while: { $0.name != field.name }).reversed() {
            guard let entry = entries.first(where: { $0.name == earlier.name }) else { continue }
            let end = max(entry.key.range.upperBound, entry.value.range.upperBound)
            offset = profile.lines.range(profile.lines.line(at: max(end - 1, 0))).upperBound
            break
        }
        return offset..<offset
    }

    /// Reports duplicate and unknown keys; gives the first entry of each name.
    private mutating func checkKeys(_ node: YAMLNode, known: [String]?, isOpen: Bool = false) -> [YAMLNode.Entry] {
        let entries = node.entries ?? []
        lazy var free = (known ?? []).filter { name in !entries.contains { $0.name == name } }
        // Few keys are found sooner by looking at them all.
        let areFew = entries.count <= 16
        var places: [String: Int] = [:]
        var kept: [YAMLNode.Entry] = []
        kept.reserveCapacity(entries.count)
        for entry in entries {
            if let earlier = areFew
                ? kept.first(where: { $0.name == entry.name }) : places[entry.name].map({ kept[$0] })
            {
                let isSame = profile.text(entry.value.range) == profile.text(earlier.value.range)
                report(
                    .duplicateKey(name(of: entry.name), first: earlier.key.range, isSame: isSame, lines: lines(of: entry)),
                    entry.key.range)
                continue
            }
            if !areFew { places[entry.name] = kept.count }
            kept.append(entry)
            guard let known, !known.contains(entry.name) else { continue }
            let nearest = NearestName.of(entry.name, among: free)
            if !isOpen || nearest != nil {
                report(.unknownKey(name(of: entry.name), nearest: nearest, known: known), entry.key.range)
            }
        }
        return kept
    }

    /// The whole lines of an entry that has lines of its own.
    private func lines(of entry: YAMLNode.Entry) -> Range<Int>? {
        let first = profile.lines.range(profile.lines.line(at: entry.key.range.lowerBound))
        let end = max(entry.value.range.upperBound, entry.key.range.upperBound)
        let last = profile.lines.range(profile.lines.line(at: max(end - 1, first.lowerBound)))
        let before = profile.bytes[first.lowerBound..<entry.key.range.lowerBound]
        let after = profile.bytes.trimmed(end..<max(end, last.upperBound))
        guard before.allSatisfy(\.isBlank), after.isEmpty else { return nil }
        return first.lowerBound..<last.upperBound
    }

    // MARK: - Values

    private mutating func readValue(_ entry: YAMLNode.Entry, _ field: Topic.Field) {
        path.append(entry.name)
        defer { path.removeLast() }
        let node = entry.value
        let place = entry.place
        switch field.kind {
        case .topic:
            guard let name = text(node, place) else { return }
            if header.topic == nil {
                report(.unknownTopic(name, nearest: NearestName.of(name, among: topics.map(\.name))), place)
            }
        case .country:
            guard let name = text(node, place) else { return }
            header.country = .init(value: name, range: place)
        case .iso3:
            guard let code = text(node, place) else { return }
            header.iso3 = .init(value: code, range: place)
        case .day:
            guard let date = date(node, place, needsDay: true) else { return }
            header.lastUpdated = .init(value: date, range: place)
        case .date:
            guard let date = date(node, place, needsDay: false) else { return }
            header.milestones[field.name] = .init(value: date, range: place)
        case .status:
            guard let name = text(node, place) else { return }
            if let status = TreatyStatus(rawValue: name) {
                header.status = .init(value: status, range: place)
            } else {
                report(.unknownStatus(name, nearest: NearestName.of(name, among: TreatyStatus.allCases.map(\.rawValue))), place)
            }
        case .fields:
            guard node.entries != nil else {
                return report(.wrongType(name(), expected: "keys of its own, one a line and indented"), place)
            }
            read(node, field.fields)
        case .figures:
            guard node.entries != nil else {
                return report(.wrongType(name(), expected: "one key for each figure, each with a total"), place)
            }
            readLedger(node)
        }
    }

    private mutating func text(_ node: YAMLNode, _ place: Range<Int>) -> String? {
        guard let text = node.scalar, !node.isNull, !text.isEmpty else {
            report(.wrongType(name(), expected: "a text"), place)
            return nil
        }
        return text
    }

    private mutating func date(_ node: YAMLNode, _ place: Range<Int>, needsDay: Bool) -> CalendarDate? {
        let expected = needsDay ? "a day, YYYY-MM-DD" : "a date: YYYY-MM-DD, YYYY-MM or YYYY"
        guard let text = node.scalar, !node.isNull else {
            report(.wrongType(name(), expected: expected), place)
            return nil
        }
        do throws(CalendarDate.Mistake) {
            let date = try CalendarDate(iso: text)
            guard !needsDay || date.day != nil else {
                report(.wrongType(name(), expected: expected), place)
                return nil
            }
            return date
        } catch .form {
            report(.dateForm(name(), iso: CalendarDate(prose: text)?.iso), place)
        } catch {
            report(.impossibleDate(text, error), place)
        }
        return nil
    }

    // MARK: - The ledger

    private mutating func readLedger(_ node: YAMLNode) {
        for entry in checkKeys(node, known: nil) {
            path.append(entry.name)
            defer { path.removeLast() }
            guard entry.value.entries != nil else {
                report(.wrongType(name(), expected: "keys of its own, at least a total"), entry.place)
                continue
            }
            var figure = LedgerFigure(name: entry.name, nameRange: entry.key.range)
            readFigure(entry.value, &figure)
            if figure.total == nil, entry.value["total"] == nil {
                report(.missingKey(name(of: "total")), entry.key.range)
            }
            header.ledger.append(figure)
        }
        checkReferences()
    }

    private mutating func readFigure(_ node: YAMLNode, _ figure: inout LedgerFigure) {
        for entry in checkKeys(node, known: LedgerFigure.keys) {
            path.append(entry.name)
            defer { path.removeLast() }
            let place = entry.place
            switch LedgerFigure.Key(rawValue: entry.name) {
            case .unit: figure.unit = text(entry.value, place)
            case .asOf: figure.asOf = date(entry.value, place, needsDay: false)
            case .approximate:
                let word = entry.value.scalar ?? ""
                if word != "true", word != "false" { report(.wrongType(name(), expected: "true or false"), place) }
                figure.isApproximate = word == "true"
            case .total: figure.total = number(entry.value, place)
            case .parts: readParts(entry.value, place, &figure)
            case .note:
                guard let text = entry.value.scalar, let number = Int(text), number > 0 else {
                    report(.wrongType(name(), expected: "the number of a note"), place)
                    continue
                }
                figure.note = .init(value: number, range: place)
                if !notes.contains(number) { report(.noSuchNote(number), place) }
            case nil: continue
            }
        }
    }

    private mutating func readParts(_ node: YAMLNode, _ place: Range<Int>, _ figure: inout LedgerFigure) {
        if node.entries != nil {
            for entry in checkKeys(node, known: nil) {
                path.append(entry.name)
                defer { path.removeLast() }
                guard let number = number(entry.value, entry.place) else { continue }
                figure.parts.append(.labelled(entry.name, number))
            }
        } else if let items = node.items {
            for item in items {
                guard let reference = text(item, item.range) else { continue }
                figure.parts.append(.reference(.init(value: reference, range: item.range)))
            }
        } else {
            report(.wrongType(name(), expected: "labels with their numbers, or a list of figures"), place)
        }
    }

    /// A whole or decimal number without separators, kept as written.
    private mutating func number(_ node: YAMLNode, _ place: Range<Int>) -> Header.Read<String>? {
        guard let text = node.scalar, !node.isNull else {
            report(.wrongType(name(), expected: "a number"), place)
            return nil
        }
        if Self.isNumber(text) { return .init(value: text, range: place) }
        // Digits in threes with one kind of separator read one way only.
        let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == " " || $0 == "\u{A0}" }
        let grouped = groups.count > 1 && 1...3 ~= groups[0].count && groups.dropFirst().allSatisfy { $0.count == 3 }
        let plain = groups.joined()
        report(.malformedNumber(text, plain: grouped && Self.isNumber(plain) ? plain : nil), place)
        return nil
    }

    private static func isNumber(_ text: String) -> Bool {
        var (last, hasPoint) = (UInt8(0), false)
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where place == 0: break
            case UInt8(ascii: ".") where last.isDigit && !hasPoint: hasPoint = true
            default: guard byte.isDigit else { return false }
            }
            last = byte
        }
        return last.isDigit
    }

    private mutating func checkReferences() {
        guard header.ledger.contains(where: \.refersToOthers) else { return }
        var names: Set<String> = []
        for figure in header.ledger {
            names.insert(figure.name)
            for case .labelled(let label, _) in figure.parts { names.insert(figure.name + "." + label) }
        }
        let known = names.sorted()
        // Each suggestion reads all names; after this many the reason is another than a slip.
        var suggestions = 20
        for figure in header.ledger {
            for case .reference(let reference) in figure.parts where !names.contains(reference.value) {
                suggestions -= 1
                report(
                    .unknownReference(
                        reference.value, nearest: suggestions >= 0 ? NearestName.of(reference.value, among: known) : nil),
                    reference.range)
            }
        }
    }

    // MARK: - What belongs together

    private mutating func checkCountry() {
        if let country = header.country {
            header.state = reference.state(named: country.value)
            if header.state == nil {
                report(.unknownCountry(country.value, nearest: reference.nearestState(to: country.value)), country.range)
            }
        }
        guard let code = header.iso3 else { return }
        guard code.value.utf8.count == 3, code.value.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else {
            return report(.malformedISO3(code.value, country: header.state), code.range)
        }
        if let state = header.state, state.iso3 != code.value {
            report(.iso3OfAnother(code.value, country: state, owner: reference.state(withISO3: code.value)), code.range)
        }
    }

    private mutating func checkStatus() {
        guard let status = header.status, let updated = header.lastUpdated?.value else { return }
        if status.value != .stateParty, status.value != .withdrawn,
            let entry = header.milestones["entry_into_force"], entry.value.isBefore(updated)
        {
            return report(.statusAgainstDate(status.value, key: "entry_into_force", date: entry.range), status.range)
        }
        guard let state = header.state, let known = state.status(on: updated), known.status != status.value else { return }
        report(.statusAgainstReference(status.value, state, known: known.status, known.sureness, on: updated), status.range)
    }
}
