import Formatting
import TestSupport

/// Parses and formats any bytes; stops where the formatter breaks one of its promises. See `CONTRIBUTING.md`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let violation = FormatProperties.violation(of: bytes, format: { try LayoutFormatter.format($0) }) {
        fatalError(violation)
    }
    return 0
}
