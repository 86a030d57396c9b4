import VisitModel

/// Puts the numbers of all matrices together into distances: lengths from the one kind of file, times from the other.
struct MatrixMerge {
    private struct Pair: Hashable {
        let from: Identifier<Place>
        let to: Identifier<Place>
    }

    private struct Value {
        let value: Int
        let location: SourceLocation
    }

    private var lengths: [Pair: Value] = [:]
    private var times: [Pair: Value] = [:]
    private var order: [Pair] = []

    /// Takes the numbers of one file. What another one says already is reported.
    mutating func add(_ reading: MatrixReading) -> [Finding] {
        var findings: [Finding] = []
        let file = reading.faults.file
        for entry in reading.entries {
            let pair = Pair(from: entry.from, to: entry.to)
            let location = SourceLocation(file: file, line: entry.line, column: entry.column)
            let value = Value(value: entry.value, location: location)
            if lengths[pair] == nil, times[pair] == nil { order.append(pair) }
            let earlier =
                reading.unit.isTime
                ? times.updateValue(value, forKey: pair) : lengths.updateValue(value, forKey: pair)
            if let earlier { findings.append(Self.repeated(pair.from, pair.to, earlier.location, at: location)) }
        }
        return findings
    }

    /// Adds the distances to `draft`; what contradicts its tables, and times without a length, are reported.
    func merge(into draft: inout Draft) -> [Finding] {
        guard !order.isEmpty else { return [] }
        var findings: [Finding] = []
        var given: [Pair: Int] = [:]
        for (index, distance) in draft.register.distances.enumerated() {
            given[Pair(from: distance.from, to: distance.to)] = index
        }
        let stored = Dictionary(
            draft.knownDistances.map { (Pair(from: $0.from, to: $0.to), $0) }
        ) { first, _ in first }
        for pair in order {
            let minutes = times[pair].map { Minutes($0.value) }
            if let index = given[pair] {
                if let length = lengths[pair] {
                    findings.append(Self.repeated(pair.from, pair.to, nil, at: length.location))
                } else {
                    draft.register.distances[index].minutes = minutes
                }
                continue
            }
            let known = stored[pair]
            guard let metres = lengths[pair].map({ Metres($0.value) }) ?? known?.metres else {
                if let location = times[pair]?.location {
                    findings.append(Self.lengthMissing(pair.from, pair.to, location))
                }
                continue
            }
            draft.register.distances.append(
                Distance(from: pair.from, to: pair.to, metres: metres, minutes: minutes ?? known?.minutes))
        }
        return findings
    }

    private static func repeated(
        _ from: Identifier<Place>, _ to: Identifier<Place>, _ earlier: SourceLocation?, at location: SourceLocation
    ) -> Finding {
        let place = earlier.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" } ?? "distances.csv"
        return Finding(
            .error, code: FaultCode.repeatedID.rawValue, subject: "distance \(from) → \(to)", at: location,
            sentence: BilingualText(
                en: "The way from \(from) to \(to) is measured in \(place) already; expected it once.",
                zh: "\(from) 至 \(to) 已在 \(place) 给出；只应给出一次。"),
            advice: BilingualText(en: "Perhaps one of the two is to be removed.", zh: "也许应删去其一。"))
    }

    private static func lengthMissing(
        _ from: Identifier<Place>, _ to: Identifier<Place>, _ location: SourceLocation
    ) -> Finding {
        Finding(
            .error, code: FaultCode.missingValue.rawValue, subject: "distance \(from) → \(to)", at: location,
            sentence: BilingualText(
                en: "The drive from \(from) to \(to) has a time and no length; expected a length too, in a matrix of "
                    + "distances or in distances.csv.",
                zh: "\(from) 至 \(to) 只有车程时间而无里程；应在里程矩阵或 distances.csv 中给出里程。"),
            advice: BilingualText(
                en: "Perhaps ask the routing service for distances as well as durations.", zh: "也许可让路径服务同时导出里程。"))
    }
}
