#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `read` and `write` under names that the methods of this room do not hide.
func readBytes(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, buffer, count) }
func writeBytes(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { write(file, buffer, count) }
