import Subprocess
import TestSupport
import Testing

/// `.ci/mutate`, with a `swift` whose tests are known to see one change and to miss another.
@Suite("Changes to the code that tests must notice")
struct MutateTests {
    @Test("A change that no test notices is told with its place, and the file is put back as it was")
    func missed() async throws {
        guard let python = Client.orSkip("python3", "changes to the code") else { return }
        let scratch = Scratch()
        let code = "let isLess = a < b\nlet sum = a + b\n"
        let file = scratch.write("code.swift", code)
        // Builds always pass; tests notice what becomes of the comparison only.
        let swift = scratch.write("swift", "#!/bin/sh\n[ \"$1\" = build ] || grep -q 'a < b' '\(file)'\n")
        _ = try await Footing.run(.name("chmod"), ["+x", swift])
        let path = ([scratch.path] + Client.folders).joined(separator: ":")
        let outcome = try await Footing.run(
            .path(.init(python)), [Repository.root + "/.ci/mutate", file], environment: ["PATH": path])
        #expect(outcome.code == 1, "\(outcome.errors)")
        #expect(
            outcome.output == """
                not caught: \(file):2: + -> -
                1 of 2 changes caught; 0 more did not build; 2 tried

                """)
        #expect(scratch.read("code.swift") == code)
    }
}
