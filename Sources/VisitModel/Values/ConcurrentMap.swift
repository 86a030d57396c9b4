import Dispatch
import Foundation
import Synchronization

/// A concurrent map over consecutive parts of a list, each on a thread of its own. It is for long computations, which
/// must not block Swift's few cooperative threads.
public enum ConcurrentMap {
    /// How many threads work where nobody says how many.
    public static let usualThreads = min(4, ProcessInfo.processInfo.activeProcessorCount)

    /// What `work` makes of each part of `0..<count`, in their order.
    ///
    /// - Parameters:
    ///   - threads: the most parts that there are.
    ///   - fewest: the smallest part for which a thread of its own pays off.
    /// - Throws: what `work` throws for the first part that fails.
    public static func map<Value: Sendable, Failure: Error>(
        _ count: Int, threads: Int = usualThreads, fewest: Int, _ work: @Sendable (Range<Int>) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let parts = max(1, min(threads, count / fewest))
        let results = Mutex([Result<Value, Failure>?](repeating: nil, count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { number in
            let result = Result { () throws(Failure) in
                try work(count * number / parts..<count * (number + 1) / parts)
            }
            results.withLock { $0[number] = result }
        }
        var values: [Value] = []
        for result in results.withLock({ $0 }) {
            if let result { values.append(try result.get()) }
        }
        return values
    }
}
