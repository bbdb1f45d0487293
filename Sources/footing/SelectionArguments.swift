import ArgumentParser
import Linting

extension RuleSelection {
    /// The rules and groups that options name, each alone or in a list with commas. Throws `ValidationError` for a name that is
    /// neither, and for a list without names, as that of a variable that is not set: it would choose all rules.
    init(named select: [String], without ignore: [String]) throws {
        let (selected, ignored) = (try Self.names(select, "--select"), try Self.names(ignore, "--ignore"))
        do throws(UnknownRule) {
            self = try RuleSelection(selecting: selected, ignoring: ignored)
        } catch {
            let hint = error.nearest.map { " Did you mean \"\($0)\"?" } ?? " footing rules lists them."
            throw ValidationError("There is no rule or group \"\(error.name)\".\(hint)")
        }
    }

    private static func names(_ lists: [String], _ option: String) throws -> [String] {
        try lists.flatMap { list in
            let names = list.split(separator: ",").map(String.init)
            if names.isEmpty {
                throw ValidationError(
                    "\(option) is empty. Name rules or groups, which footing rules lists, or leave the option out.")
            }
            return names
        }
    }
}
