import Subprocess
import TestSupport
import Testing

/// The wheel that `.ci/wheel` makes, installed by pip.
@Suite("Wheel")
struct WheelTests {
    private static let script = Repository.root + "/.ci/wheel"

    private func run(_ program: String, _ arguments: String...) async throws -> String {
        let executable: Executable = program.hasPrefix("/") ? .path(.init(program)) : .name(program)
        let outcome = try await Footing.run(executable, arguments, environment: ["PIP_DISABLE_PIP_VERSION_CHECK": "1"])
        try #require(outcome.code == 0, "\(program) \(arguments): \(outcome.errors)")
        return outcome.output
    }

    @Test("pip puts the program on the PATH of a clean environment, in the version that it prints")
    func install() async throws {
        guard let python = Client.orSkip("python3", "the wheel") else { return }
        let scratch = Scratch()
        let wheel = String(try await run(python, Self.script, Footing.path, "--output", scratch.path + "/dist").dropLast())
        let version = String(try await Footing.run("--version").output.dropLast())
        #expect(wheel.hasPrefix("\(scratch.path)/dist/footing-\(version)-py3-none-"))
        _ = try await run(python, "-m", "venv", scratch.path + "/venv")
        let bin = scratch.path + "/venv/bin"
        _ = try await run(bin + "/pip", "install", "--quiet", "--no-index", wheel)
        #expect(try await run(bin + "/footing", "--version") == version + "\n")
        #expect(scratch.mode("venv/bin/footing") & 0o111 == 0o111)
        let shown = try await run(bin + "/pip", "show", "--files", "footing")
        #expect(shown.contains("Version: \(version)\n") && shown.contains("licenses/LICENSE\n"))
        _ = try await run(bin + "/pip", "uninstall", "--quiet", "--yes", "footing")
        #expect(Repository.bytes(bin + "/footing") == nil)
    }

    @Test("The record has each file's hash and length, and a second wheel has the same bytes")
    func record() async throws {
        guard let python = Client.orSkip("python3", "the record of the wheel") else { return }
        let scratch = Scratch()
        var wheels: [String] = []
        for folder in ["a", "b"] {
            let wheel = try await run(python, Self.script, Footing.path, "--output", scratch.path + "/" + folder)
            wheels.append(String(wheel.dropLast()))
        }
        #expect(try #require(Repository.bytes(wheels[0])) == Repository.bytes(wheels[1]))
        let check = """
            import base64, csv, hashlib, io, sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            names = archive.namelist()
            record = {row[0]: row[1:] for row in csv.reader(io.StringIO(archive.read(names[-1]).decode()))}
            assert set(record) == set(names) and record.pop(names[-1]) == ["", ""]
            for name, (hash, size) in record.items():
                data = archive.read(name)
                digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                assert (hash, size) == ("sha256=" + digest, str(len(data))), name
            """
        _ = try await run(python, "-c", check, wheels[0])
    }

    @Test("No room imports all of Foundation, which needs more than the released program is linked with")
    func foundation() {
        for path in Repository.files("Sources", ending: ".swift") {
            let text = String(decoding: Repository.bytes(path) ?? [], as: UTF8.self)
            #expect(!text.split(separator: "\n").contains("import Foundation"), "\(path)")
        }
    }

    @Test("The released program asks nothing of the system, wherever it could be linked so")
    func selfContained() async throws {
        let program = Repository.root + "/.build/release/footing"
        let archives = ["x86_64", "aarch64"].contains { processor in
            ["c", "yaml"].allSatisfy { Repository.bytes("/usr/lib/\(processor)-linux-gnu/lib\($0).a") != nil }
        }
        guard archives, Repository.bytes(program) != nil, let ldd = Client.orSkip("ldd", "the released program") else {
            return print("Skipped: there is no released program, or it is not linked with all that it needs here.")
        }
        let outcome = try await Footing.run(.path(.init(ldd)), [program])
        let said = outcome.output + outcome.errors
        #expect(said.contains("not a dynamic executable") || said.contains("statically linked"), "\(said)")
    }

    @Test("What is no Linux program is made no wheel of")
    func refused() async throws {
        guard let python = Client.orSkip("python3", "the wheel of another system") else { return }
        let scratch = Scratch()
        let file = scratch.write("footing", "#!/bin/sh\necho 1.0\n")
        _ = try await run("chmod", "+x", file)
        let outcome = try await Footing.run(.path(.init(python)), [Self.script, file, "--output", scratch.path + "/dist"])
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasPrefix("error: This is no 64-bit Linux program"))
        #expect(scratch.names == ["footing"])
    }
}
