import CEmbeddedConfig

/// The files of `Config/` that the program carries.
package enum EmbeddedConfig {
    /// The bytes of a file, by its path below `Config/`; empty where the program carries no such file.
    package static func bytes(_ path: String) -> [UInt8] {
        let file = embedded_config_file(path)
        guard let bytes = file.bytes else { return [] }
        return [UInt8](UnsafeBufferPointer(start: bytes, count: file.count))
    }
}
