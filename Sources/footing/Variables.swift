#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Environment variables that stand for options. An option that is given wins; an empty variable is none.
enum Variable: String, CaseIterable {
    case config = "FOOTING_CONFIG"
    case outputFormat = "FOOTING_OUTPUT_FORMAT"
    case outputFile = "FOOTING_OUTPUT_FILE"
    case failOn = "FOOTING_FAIL_ON"
    // These are not Footing's own; many programs heed them.
    case noColor = "NO_COLOR"
    case forceColor = "FORCE_COLOR"
    case forceColorOfCLI = "CLICOLOR_FORCE"
    case terminal = "TERM"

    var value: String? {
        guard let value = getenv(rawValue), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
