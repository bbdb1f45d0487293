import ArgumentParser
import Linting

extension RuleSelection {
    /// The rules and groups that options name, each alone or in a list with commas. Throws `ValidationError` for a name that is
    /// neither.
    init(named select: [String], without ignore: [String]) throws {
        func names(_ lists: [String]) -> [String] { lists.flatMap { $0.split(separator: ",").map(String.init) } }
        do throws(UnknownRule) {
            self = try RuleSelection(selecting: names(select), ignoring: names(ignore))
        } catch {
            let hint = error.nearest.map { " Did you mean \"\($0)\"?" } ?? " footing rules lists them."
            throw ValidationError("There is no rule or group \"\(error.name)\".\(hint)")
        }
    }
}
