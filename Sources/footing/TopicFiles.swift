import Linting
import ProfileFacts
import ProfileFiles

/// Reads topic files, each once.
struct TopicFiles {
    static let folder = "Config/topics"

    private(set) var faults: [SettingsFault] = []
    private var files: [String: Topic?] = [:]
    private var folders: [String: [Topic]] = [:]

    /// The topics of a repository: those of the files in its `Config/topics`, and those that the program carries and that it has none
    /// of the same name for.
    mutating func topics(of root: String) -> [Topic] {
        if let known = folders[root] { return known }
        var topics = Topic.known
        var paths: [String: String] = [:]
        for name in FolderWalk.names(in: root + "/" + Self.folder, ending: ".yml") {
            let path = root + "/" + Self.folder + "/" + name
            guard let topic = ownTopic(at: path, name) else { continue }
            if let other = paths[topic.name] {
                addTwice(topic, path, other)
            } else if let index = topics.firstIndex(where: { $0.name == topic.name }) {
                topics[index] = topic
            } else {
                topics.append(topic)
            }
            paths[topic.name] = path
        }
        folders[root] = topics
        return topics
    }

    /// The topic of a file; nil where something is wrong in it, which ``faults`` tells. Throws ``FileProblem``.
    mutating func topic(at path: String) throws(FileProblem) -> Topic? {
        let real = RealPath.of(path) ?? path
        if let known = files[real] { return known }
        let bytes = try FileReader.read(path)
        let (topic, findings) = TopicReader.read(bytes)
        if !findings.isEmpty { faults.add(SettingsFault(path: RealPath.shown(path), bytes: bytes, findings: findings)) }
        files[real] = topic
        return topic
    }

    /// The topic of a file of the folder; nil for a copy of one that the program carries, too.
    private mutating func ownTopic(at path: String, _ name: String) -> Topic? {
        do throws(FileProblem) {
            if try FileReader.read(path) == EmbeddedConfig.bytes("topics/" + name) { return nil }
            return try topic(at: path)
        } catch {
            let finding = TopicReader.finding(0..<0, "This topic's file cannot be read: \(error.reason).")
            faults.add(SettingsFault(path: RealPath.shown(path), bytes: [], findings: [finding]))
            return nil
        }
    }

    private mutating func addTwice(_ topic: Topic, _ path: String, _ other: String) {
        guard let bytes = try? FileReader.read(path) else { return }
        let message = "\(RealPath.shown(other)) has the topic \(topic.name) already. Give this one another name, or take it away."
        let finding = TopicReader.finding(TopicReader.placeOfName(bytes), message)
        faults.add(SettingsFault(path: RealPath.shown(path), bytes: bytes, findings: [finding]))
    }
}
