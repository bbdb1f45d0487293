import ArgumentParser
import Linting
import ProfileFacts
import ProfileFiles

/// Finds and reads settings, each file once.
struct SettingsFiles {
    static let name = "Config/footing.yml"

    /// The file that the user named.
    private let named: String?
    /// The folder that the user is in.
    private let own = RealPath.of(".") ?? "/"
    private var folders: [String: SettledFolder] = [:]
    private var read: [String: SettledFolder] = [:]
    /// The real paths of folders, under the paths that were given.
    private var realFolders: [String: String] = [:]
    private(set) var faults: [SettingsFault] = []
    private(set) var problems: [FileProblem] = []
    private var topicFiles = TopicFiles()
    private var references: [String: Reference] = [:]

    /// What was set on the command line; it wins over all files.
    private var overriding: [EffectiveSettings.Layer] = []

    init() { named = Variable.config.value }

    init(_ arguments: SettingsArguments) {
        named = arguments.config ?? Variable.config.value
        for text in arguments.overriding {
            let (settings, findings) = SettingsReader.read(Array(text.utf8), version: Footing.version)
            if !findings.isEmpty { faults.add(SettingsFault(path: "--set", bytes: Array(text.utf8), findings: findings)) }
            if settings.extends != nil || settings.topics != nil {
                problems.append(FileProblem("--set", "extends and topics name files, so they stand in Config/footing.yml only"))
            }
            overriding.append(.init("--set", settings, Array(text.utf8)))
        }
    }

    /// The settings that hold for one file, or for the standard input. Says what is wrong with them, and throws `ExitCode`.
    static func settled(for file: String) throws -> SettledFolder {
        var files = SettingsFiles()
        let folder = files.settings(for: ProfileArgument.isStandardInput(file) ? "." : file)
        try files.stopIfBroken()
        return folder
    }

    /// Says what is wrong with all that was read, and throws `ExitCode` where anything is.
    func stopIfBroken() throws {
        for fault in faults { Terminal.say(fault.text) }
        for problem in problems { Terminal.say(problem) }
        if !faults.isEmpty || !problems.isEmpty { throw ExitCode.broken }
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
        none.topics = topics(of: none.root)
        none.reference = reference(of: none.root)
        override(&none)
        folders[start] = none
        return none
    }

    private mutating func settings(at path: String, root: String) -> SettledFolder {
        if let known = read[path] { return known }
        var folder = SettledFolder(root: root)
        folder.topics = topics(of: root)
        if let loaded = load(path, extending: [], topics: folder.topics) {
            folder.settings = loaded.settings
            folder.topics = loaded.topics ?? folder.topics
            folder.layers = loaded.layers
        }
        folder.reference = reference(of: root)
        override(&folder)
        read[path] = folder
        return folder
    }

    private func override(_ folder: inout SettledFolder) {
        for layer in overriding { folder.settings = layer.settings.over(folder.settings) }
        folder.layers += overriding
    }

    private struct Loaded {
        let settings: Settings
        let topics: [Topic]?
        let layers: [EffectiveSettings.Layer]
    }

    /// Settings over those that they extend. Topic files are relative to the settings that name them.
    private mutating func load(_ path: String, extending: [String], topics known: [Topic]) -> Loaded? {
        do throws(FileProblem) {
            return try read(path, extending: extending, topics: known)
        } catch {
            problems.append(FileProblem(RealPath.shown(path), error.reason))
            return nil
        }
    }

    private mutating func read(_ path: String, extending: [String], topics known: [Topic]) throws(FileProblem) -> Loaded {
        let bytes = try FileReader.read(path)
        // A topic whose file is broken can be named all the same.
        let names = topicFiles.faults.isEmpty ? known.map(\.name) : nil
        let (settings, findings) = SettingsReader.read(bytes, version: Footing.version, topics: names)
        let layer = EffectiveSettings.Layer(RealPath.shown(path), settings, bytes)
        if !findings.isEmpty { faults.add(SettingsFault(path: layer.name, bytes: bytes, findings: findings)) }
        let own = Loaded(settings: settings, topics: topics(of: layer, in: Self.parent(path), known), layers: [layer])
        guard let base = settings.extends else { return own }
        let other = Self.path(base.text, from: Self.parent(path))
        let chain = extending + [RealPath.of(path) ?? path]
        guard !chain.contains(RealPath.of(other) ?? other) else {
            add("extends leads round in a circle.", at: base, of: layer)
            return own
        }
        do throws(FileProblem) {
            let extended = try read(other, extending: chain, topics: known)
            return Loaded(
                settings: settings.over(extended.settings), topics: own.topics ?? extended.topics,
                layers: extended.layers + own.layers)
        } catch {
            add("extends cannot be read: \(error.reason). Its path is relative to this file.", at: base, of: layer)
            return own
        }
    }

    private mutating func add(_ message: String, at place: Settings.Written, of layer: EffectiveSettings.Layer) {
        faults.add(
            SettingsFault(path: layer.name, bytes: layer.bytes, findings: [SettingsReader.finding(place.range, message)]))
    }

    /// A path as settings in a folder give it.
    private static func path(_ path: String, from folder: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }

    // MARK: - Topics and reference

    /// The topics that settings name, those of topic files among them; nil where they name none.
    private mutating func topics(of layer: EffectiveSettings.Layer, in folder: String, _ known: [Topic]) -> [Topic]? {
        guard let names = layer.settings.topics else { return nil }
        var topics: [Topic] = []
        for name in names {
            guard name.text.hasSuffix(".yml") else {
                topics += known.filter { $0.name == name.text }
                continue
            }
            do throws(FileProblem) {
                if let topic = try topicFiles.topic(at: Self.path(name.text, from: folder)) { topics.append(topic) }
            } catch {
                add("The topic's file cannot be read: \(error.reason). Its path is relative to this file.", at: name, of: layer)
            }
        }
        takeFaultsOfTopics()
        return topics
    }

    /// The topics of a repository: its own, and those that the program carries.
    private mutating func topics(of root: String) -> [Topic] {
        defer { takeFaultsOfTopics() }
        return topicFiles.topics(of: root)
    }

    private mutating func takeFaultsOfTopics() {
        for fault in topicFiles.faults { faults.add(fault) }
    }

    /// The reference with the files that stand in `Config/reference` below a folder.
    private mutating func reference(of root: String) -> Reference {
        if let known = references[root] { return known }
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
            faults.add(SettingsFault(path: RealPath.shown(path), bytes: bytes, findings: ReferenceReader.findings(wrong)))
        }
        references[root] = reference
        return reference
    }

    // MARK: - Paths

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
