import Foundation
import Subprocess
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// A program that a test needs and that may not be installed.
enum Tool {
    /// The path of a program on the `PATH`; nil, with the reason printed, where there is none.
    static func path(_ name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        for folder in folders where access("\(folder)/\(name)", X_OK) == 0 { return "\(folder)/\(name)" }
        print("Skipped: \(name) is not installed.")
        return nil
    }
}

/// Headless Chromium, driven as a reader drives it, over the WebDriver protocol.
struct Browser {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private let curl: String
    private let driver: pid_t
    private var session: String

    /// Starts a browser, hands it on, and ends it and its driver in any case.
    static func with(driver path: String, curl: String, _ use: (Browser) async throws -> Void) async throws {
        let scratch = Scratch()
        let started = try await Subprocess.run(
            .path("/bin/sh"), arguments: ["-c", "'\(path)' --port=0 >'\(scratch.path)/log' 2>&1 </dev/null & echo $!"],
            output: .string(limit: 100), error: .discarded)
        guard let driver = pid_t(started.standardOutput.filter(\.isNumber)) else { throw Failure(description: "no driver") }
        defer { kill(driver, SIGTERM) }
        var browser = Browser(curl: curl, driver: driver, session: try await address(scratch))
        try await browser.begin()
        do {
            try await use(browser)
        } catch {
            _ = try? await browser.send("DELETE", "", nil)
            throw error
        }
        _ = try await browser.send("DELETE", "", nil)
    }

    /// Where the driver listens: at a port that the system chose.
    private static func address(_ scratch: Scratch) async throws -> String {
        for _ in 0..<300 {
            let said = scratch.read("log")
            if let end = said.range(of: "successfully on port ")?.upperBound {
                return "http://127.0.0.1:" + said[end...].prefix(while: \.isNumber) + "/session"
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure(description: "chromedriver does not answer: \(scratch.read("log"))")
    }

    private mutating func begin() async throws {
        let options = [
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=900,700"]
        ]
        let value = try await post("", ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options]]])
        guard let identifier = (value as? [String: Any])?["sessionId"] as? String else {
            throw Failure(description: "no session: \(value)")
        }
        session += "/" + identifier
    }

    func open(_ path: String) async throws { _ = try await post("url", ["url": "file://" + path]) }

    /// Clicks in the middle of an element; fails where something else lies over it.
    func click(_ selector: String) async throws { _ = try await post("element/\(element(selector))/click", [:]) }

    /// What assistive technology is told of an element: its role or its label.
    func computed(_ property: String, _ selector: String) async throws -> String? {
        try await send("GET", "element/\(element(selector))/computed\(property)", nil) as? String
    }

    /// The value of a script's `return`.
    func run(_ script: String) async throws -> Any { try await post("execute/sync", ["script": script, "args": [String]()]) }

    func emulate(media: String) async throws {
        _ = try await post("goog/cdp/execute", ["cmd": "Emulation.setEmulatedMedia", "params": ["media": media]])
    }

    private func element(_ selector: String) async throws -> String {
        let found = try await post("element", ["using": "css selector", "value": selector]) as? [String: String]
        return found?.values.first ?? ""
    }

    private func post(_ path: String, _ body: [String: Any]) async throws -> Any { try await send("POST", path, body) }

    private func send(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any {
        let json = try body.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) } ?? ""
        let outcome = try await Subprocess.run(
            .path(.init(curl)),
            arguments: Arguments(
                [
                    "--silent", "--max-time", "60", "--noproxy", "*", "--request", method, "--header",
                    "Content-Type: application/json",
                ]
                    + (body == nil ? [] : ["--data-binary", "@-"]) + [path.isEmpty ? session : session + "/" + path]),
            input: .string(json), output: .string(limit: 1 << 24), error: .discarded)
        guard let answer = try JSONSerialization.jsonObject(with: Data(outcome.standardOutput.utf8)) as? [String: Any] else {
            throw Failure(description: "\(path): \(outcome.standardOutput)")
        }
        let value = answer["value"] ?? NSNull()
        if let error = (value as? [String: Any])?["error"] { throw Failure(description: "\(path): \(error): \(value)") }
        return value
    }
}
