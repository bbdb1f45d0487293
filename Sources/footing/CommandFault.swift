import ArgumentParser
import ProfileFacts
import ProfileFiles

/// What is said where the command line itself is at fault: the mistake, the way out, and the usage of the command that was meant.
enum CommandFault {
    /// Why the arguments could not be read, or what was asked for of help.
    static func text(_ error: any Error, parsing arguments: [String]) -> String {
        unknownCommand(arguments) ?? text(Footing.fullMessage(for: error))
    }

    /// Why a command did not run. The parser knows no more then which command it was.
    static func text(_ error: any Error, running command: any ParsableCommand) -> String {
        guard error is ValidationError else { return text(Footing.fullMessage(for: error)) }
        return text(Footing.message(for: error), usageOf: type(of: command))
    }

    /// The parser's own messages in the form of all others.
    private static func text(_ message: String) -> String {
        let label = "Error: "
        return message.hasPrefix(label) ? "error: " + message.dropFirst(label.count) : message
    }

    private static func text(_ message: String, usageOf command: any ParsableCommand.Type) -> String {
        let name = names(of: command, in: Footing.self)?.joined(separator: " ") ?? Footing._commandName
        return """
            error: \(message)
            Usage: \(Footing.usageString(for: command))
              See '\(name) --help' for more information.
            """
    }

    /// The names that lead to a command.
    private static func names(of command: any ParsableCommand.Type, in other: any ParsableCommand.Type) -> [String]? {
        if command == other { return [other._commandName] }
        let below = other.configuration.subcommands.lazy.compactMap { names(of: command, in: $0) }.first
        return below.map { [other._commandName] + $0 }
    }

    /// Tells of a command that there is not, with the nearest one; nil where all that are named are there.
    private static func unknownCommand(_ arguments: [String]) -> String? {
        var command: any ParsableCommand.Type = Footing.self
        for argument in arguments.prefix(while: { !$0.hasPrefix("-") }) {
            let known = command.configuration.subcommands
            if known.isEmpty || argument == "help" { return nil }
            guard let next = known.first(where: { $0._commandName == argument }) else {
                let nearest = NearestName.of(argument, among: known.map { $0._commandName })
                return text("There is no command \"\(argument)\".\(way(nearest, argument))", usageOf: command)
            }
            command = next
        }
        return nil
    }

    private static func way(_ nearest: String?, _ argument: String) -> String {
        if let nearest { return " Did you mean \"\(nearest)\"?" }
        return FileReader.isThere(argument) ? " To check what is there: footing check \(argument)." : ""
    }
}
