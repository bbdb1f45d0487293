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
    fileprivate func path(of real: String) -> String? {
        guard RealPath.isInside(real, of: root) else { return nil }
        return String(Substring(real.utf8.dropFirst(root.utf8.count).drop { $0 == UInt8(ascii: "/") }))
    }

    /// The baseline's file.
    var baselinePath: String { root + "/" + (settings.baseline ?? "Config/baseline.yml") }
}

/// A file, and the settings that hold for it.
struct SettledFile {
    let folder: SettledFolder
    /// The file's path below the folder's root; nil for a file elsewhere.
    let path: String?
    var settings: Settings { folder.settings }
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

/// Finds and reads settings, each file once.
struct SettingsFiles {
    /// A settings file with what is wrong in it.
    struct Fault: Sendable {
        let path: String
        let bytes: [UInt8]
        let findings: [Finding]

        /// For people.
        var text: String { TextReport(color: false).text(findings, bytes, path: path) }
    }

    static let name = "Config/footing.yml"

    /// The file that the user named.
    private let named: String?
    /// The folder that the user is in.
    private let own = RealPath.of(".") ?? "/"
    private var folders: [String: SettledFolder] = [:]
    private var read: [String: SettledFolder] = [:]
    /// The real paths of folders, under the paths that were given.
    private var realFolders: [String: String] = [:]
    private(set) var faults: [Fault] = []
    private(set) var problems: [FileProblem] = []

    /// What was set on the command line; it wins over all files.
    private var overriding: [Settings] = []

    init() { named = Variable.config.value }

    init(_ arguments: SettingsArguments) {
        named = arguments.config ?? Variable.config.value
        for text in arguments.overriding {
            let (settings, findings) = SettingsReader.read(Array(text.utf8), version: Footing.version)
            if !findings.isEmpty { faults.append(Fault(path: "--set", bytes: Array(text.utf8), findings: findings)) }
            if settings.extends != nil || settings.topics != nil {
                problems.append(FileProblem("--set", "extends and topics name files, so they stand in Config/footing.yml only"))
            }
            overriding.append(settings)
        }
    }

    /// The settings of the nearest `Config/footing.yml` in a file's folder or above it, or of the file that the user named.
    mutating func settled(_ file: String) -> SettledFile {
        // Most files stand in the folder of another, whose real path is known.
        if FileReader.isPlainFile(file), let start = realFolder(Self.parent(file)) {
            let folder = settings(of: start, start: start)
            return SettledFile(folder: folder, path: folder.path(of: start + (start == "/" ? "" : "/") + Self.name(of: file)))
        }
        let real = RealPath.ofFile(file)
        let place = real ?? own
        let folder = settings(of: place, start: FileReader.isFolder(place) ? place : Self.parent(place))
        return SettledFile(folder: folder, path: real.flatMap(folder.path))
    }

    private mutating func realFolder(_ folder: String) -> String? {
        if let known = realFolders[folder] { return known }
        let real = RealPath.of(folder)
        realFolders[folder] = real
        return real
    }

    /// The settings that hold in a folder, or for a file.
    mutating func settings(for path: String) -> SettledFolder { settled(path).folder }

    /// The settings of what stands at a real path; `start` is its folder, or itself where it is one.
    private mutating func settings(of real: String, start: String) -> SettledFolder {
        if let named { return settings(at: named, root: Self.root(of: named)) }
        if let known = folders[start] { return known }
        var folder = start
        while true {
            let path = (folder == "/" ? "" : folder) + "/" + Self.name
            if FileReader.isThere(path) {
                let found = settings(at: path, root: folder)
                folders[start] = found
                return found
            }
            if folder == "/" || folder.isEmpty { break }
            folder = Self.parent(folder)
        }
        // Without settings, the folder that a repository's Config would stand in is the one that the user is in.
        var none = SettledFolder(root: RealPath.isInside(real, of: own) ? own : start)
        none.reference = reference(of: none.root)
        override(&none)
        folders[start] = none
        return none
    }

    private mutating func settings(at path: String, root: String) -> SettledFolder {
        if let known = read[path] { return known }
        var folder = SettledFolder(root: root)
        if let loaded = load(path, extending: []) {
            folder.settings = loaded.settings
            folder.topics = loaded.topics ?? Topic.known
            folder.layers = loaded.layers
        }
        folder.reference = reference(of: root)
        override(&folder)
        read[path] = folder
        return folder
    }

    private func override(_ folder: inout SettledFolder) {
        for settings in overriding {
            folder.settings = settings.over(folder.settings)
            folder.layers.append(.init("--set", settings))
        }
    }

    private struct Loaded {
        let settings: Settings
        let topics: [Topic]?
        let layers: [EffectiveSettings.Layer]
    }

    /// Settings over those that they extend. Topic files are relative to the settings that name them.
    private mutating func load(_ path: String, extending: [String]) -> Loaded? {
        let shown = RealPath.shown(path)
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReader.read(path)
        } catch {
            problems.append(FileProblem(shown, error.reason))
            return nil
        }
        let (settings, findings) = SettingsReader.read(bytes, version: Footing.version)
        if !findings.isEmpty { faults.append(Fault(path: shown, bytes: bytes, findings: findings)) }
        let own = Loaded(
            settings: settings, topics: topics(of: settings, in: Self.parent(path), shown), layers: [.init(shown, settings)])
        guard let base = settings.extends else { return own }
        let other = RealPath.of(base.hasPrefix("/") ? base : Self.parent(path) + "/" + base) ?? Self.parent(path) + "/" + base
        let chain = extending + [RealPath.of(path) ?? path]
        guard !chain.contains(other) else {
            problems.append(FileProblem(shown, "its extends leads round in a circle"))
            return own
        }
        guard let extended = load(other, extending: chain) else { return own }
        return Loaded(
            settings: settings.over(extended.settings), topics: own.topics ?? extended.topics,
            layers: extended.layers + own.layers)
    }

    private mutating func topics(of settings: Settings, in folder: String, _ shown: String) -> [Topic]? {
        settings.topics?.compactMap { name in
            guard name.hasSuffix(".yml") else { return Topic.named(name) }
            do throws(FileProblem) {
                if let topic = Topic(yaml: try FileReader.read(name.hasPrefix("/") ? name : folder + "/" + name)) { return topic }
                problems.append(
                    FileProblem(shown, "the topic file \(name) does not have the form of Config/topics/mine-ban-policy.yml"))
            } catch {
                problems.append(FileProblem(shown, "its topic file \(name) cannot be read: \(error.reason)"))
            }
            return nil
        }
    }

    /// The reference with the files that stand in `Config/reference` below a folder.
    private mutating func reference(of root: String) -> Reference {
        let paths = Reference.File.allCases.map { (file: $0, path: root + "/Config/reference/" + $0.rawValue) }
        var own: [Reference.File: [UInt8]] = [:]
        for (file, path) in paths where FileReader.isThere(path) {
            do throws(FileProblem) {
                let bytes = try FileReader.read(path)
                if bytes != file.carried { own[file] = bytes }
            } catch {
                problems.append(FileProblem(RealPath.shown(path), error.reason))
            }
        }
        let (reference, wrong) = Reference.read(own)
        for (file, path) in paths {
            guard let wrong = wrong[file], let bytes = own[file] else { continue }
            faults.append(Fault(path: RealPath.shown(path), bytes: bytes, findings: ReferenceReader.findings(wrong)))
        }
        return reference
    }

    /// The folder that paths in a settings file are relative to.
    private static func root(of file: String) -> String {
        let folder = parent(RealPath.ofFile(file) ?? file)
        return folder.hasSuffix("/Config") ? parent(folder) : folder
    }

    private static func name(of path: String) -> Substring {
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        return path[start...]
    }

    private static func parent(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
