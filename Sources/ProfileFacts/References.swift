/// The files of `Config/reference` that the program carries. Each is read where it is first asked for.
package enum References {
    /// Reads those that every profile asks for, side by side, while a run still looks for its files.
    package static func prepare() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { withExtendedLifetime(Lexicon.table) {} }
            group.addTask {
                withExtendedLifetime(MunitionReference.folded) {}
                withExtendedLifetime(MunitionReference.names) {}
                withExtendedLifetime(MeetingReference.carried) {}
            }
        }
    }
}
