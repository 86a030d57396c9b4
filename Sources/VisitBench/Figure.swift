import Foundation
import VisitFormats
import VisitModel

/// One measured figure, written as one line of JSON.
struct Figure {
    /// What was measured: `import.rows-per-second`.
    let name: String
    /// The measured value.
    let value: Double
    /// Its unit.
    let unit: String
    /// On what it was measured: sizes, seed, peer.
    var facts: KeyValuePairs<String, JSON?> = [:]

    /// The most memory that the process has had in use (getrusage(2): kibibytes on Linux).
    static var peakMebibytes: Double {
        let ownProcess: Int32 = 0  // RUSAGE_SELF, whose type differs between systems
        var usage = rusage()
        getrusage(ownProcess, &usage)
        return Double(usage.ru_maxrss) / 1024
    }

    /// Writes the line to standard output.
    func write() {
        let members: [JSON.Member] =
            [
                .init("format", "visitd-figure/1"), .init("figure", .string(name)),
                .init("value", .double((value * 1000).rounded() / 1000)), .init("unit", .string(unit)),
            ] + facts.compactMap { name, value in value.map { JSON.Member(name, $0) } }
        FileHandle.standardOutput.write(Data((JSON.object(members).text(pretty: false) + "\n").utf8))
    }
}

/// Seconds that `work` takes, and what it gives.
func timed<Value>(_ work: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
    let begin = ContinuousClock.now
    let value = try work()
    let (seconds, attoseconds) = (ContinuousClock.now - begin).components
    return (Double(seconds) + Double(attoseconds) / 1e18, value)
}
