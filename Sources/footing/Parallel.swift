import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Work on many files at once.
enum Parallel {
    /// Applies a function to each element, on as many threads as there are processors; the results stand in the elements' order,
    /// whatever thread made them.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        let workers = min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), elements.count)
        guard workers > 1 else { return elements.map(transform) }
        let next = Counter()
        return await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var done: [(Int, Result)] = []
                    while case let index = next.take(), index < elements.count {
                        done.append((index, transform(elements[index])))
                    }
                    return done
                }
            }
            var results: [(Int, Result)] = []
            results.reserveCapacity(elements.count)
            for await done in group { results += done }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private final class Counter: Sendable {
        private let value = Atomic<Int>(0)
        func take() -> Int { value.add(1, ordering: .relaxed).oldValue }
    }
}
