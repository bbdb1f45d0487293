import Linting
import ProfileFacts
import ProfileFiles
import ProfileSyntax
import Reporting

/// The settings that hold for the files below a folder.
struct SettledFolder: Sendable {
    /// The folder that holds `Config`, without links: what paths in the settings and the baseline are relative to.
    let root: String
    var settings = Settings()
    var topics = Topic.known
    var reference = Reference.carried
    /// The files that the settings are from, those that are built on first.
    var layers: [EffectiveSettings.Layer] = []

    /// A file's path below the root, given without links; nil for a file elsewhere.
    func path(of real: String) -> String? {
        guard RealPath.isInside(real, of: root) else { return nil }
        return String(Substring(real.utf8.dropFirst(root.utf8.count).drop { $0 == UInt8(ascii: "/") }))
    }

    /// The baseline's file.
    var baselinePath: String { root + "/" + (settings.baseline?.text ?? "Config/baseline.yml") }

    /// What a profile of the folder says.
    func facts(_ profile: Profile) -> ProfileFacts { ProfileFacts(profile, topics: topics, reference: reference) }
    func header(_ profile: Profile) -> Header { ProfileFacts.header(of: profile, topics: topics, reference: reference) }

    /// Tells what is wrong with a text of the settings at its place there; nil where none of them has it.
    func fault(_ written: KeyPath<Settings, Settings.Written?> & Sendable, _ message: String) -> SettingsFault? {
        guard let layer = layers.last(where: { $0.settings[keyPath: written] != nil }),
            let range = layer.settings[keyPath: written]?.range
        else { return nil }
        return SettingsFault(path: layer.name, bytes: layer.bytes, findings: [SettingsReader.finding(range, message)])
    }
}

/// A file, and the settings that hold for it.
struct SettledFile {
    let folder: SettledFolder
    /// The file's path below the folder's root; nil for a file elsewhere.
    let path: String?
    var settings: Settings { folder.settings }
}

/// A settings file, or another that they name, with what is wrong in it.
struct SettingsFault: Sendable {
    let path: String
    let bytes: [UInt8]
    var findings: [Finding]

    /// For people.
    var text: String { TextReport(color: false).text(findings, bytes, path: path) }
}

extension [SettingsFault] {
    /// Adds what is wrong in a file; what was told of it before is not told again.
    mutating func add(_ fault: SettingsFault) {
        guard let known = firstIndex(where: { $0.path == fault.path }) else { return append(fault) }
        let new = fault.findings.filter { finding in
            !self[known].findings.contains { $0.range == finding.range && $0.message == finding.message }
        }
        self[known].findings += new
    }
}

/// Makes the linters of a run: one for all files for which the same settings hold.
struct Linters {
    private struct Key: Hashable {
        let root: String
        let places: [Int]
    }

    private let selection: RuleSelection
    private var known: [Key: Linter] = [:]

    init(_ selection: RuleSelection) { self.selection = selection }

    mutating func linter(for file: SettledFile) -> Linter {
        let folder = file.folder
        let key = Key(root: folder.root, places: file.path.map(folder.settings.places) ?? [])
        if let linter = known[key] { return linter }
        let linter = Linter(
            selection, settings: folder.settings, places: key.places, topics: folder.topics, reference: folder.reference)
        known[key] = linter
        return linter
    }
}
