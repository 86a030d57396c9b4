import VisitModel

/// Looks at every way from one stop to the next: whether a vehicle can make it in its time.
struct LegSurvey {
    /// No train, bus or ferry of a public timetable is faster, in metres a second: 400 km/h.
    private static let fastest = 400_000.0 / 3600
    /// Stops nearer to each other than this are told nothing about: their places are not known better.
    private static let near = Metres(1000)

    private let stops: [Timetable.Stop]
    private var ways: [Int: Metres] = [:]

    init(stops: [Timetable.Stop]) {
        self.stops = stops
    }

    /// Notes the legs of `run` that no vehicle can make.
    mutating func check(_ run: [FeedDraft.Row], trip: String, _ faults: inout FaultLog) {
        for (row, next) in zip(run, run.dropFirst()) {
            let metres = way(Int(row.stop), Int(next.stop))
            let seconds = Int(next.arrives - row.departs)
            guard metres > Self.near, seconds <= 0 || Double(metres.count) / Double(seconds) > Self.fastest else {
                continue
            }
            let (a, b) = (stops[Int(row.stop)].id, stops[Int(next.stop)].id)
            let kilometres = (metres.count + 500) / 1000
            faults.add(
                .feed(
                    .implausibleLeg, severity: .warning, at: SourceLocation(file: faults.file, line: Int(next.line)),
                    subject: "trip \(trip)",
                    BilingualText(
                        en: """
                            Trip “\(trip)” goes \(kilometres) km from \(a) to \(b) in \(seconds / 60) min \
                            \(seconds % 60) s; expected at most 400 km/h.
                            """,
                        zh: """
                            车次“\(trip)”从 \(a) 到 \(b) 行 \(kilometres) 公里只用 \(seconds / 60) 分 \(seconds % 60) 秒；\
                            时速不应超过 400 公里。
                            """),
                    advice: BilingualText(
                        en: "Perhaps the place of one of the stops is wrong, or the time.", zh: "也许其中一站的位置或时间有误。")))
        }
    }

    private mutating func way(_ a: Int, _ b: Int) -> Metres {
        let key = min(a, b) * stops.count + max(a, b)
        if let known = ways[key] { return known }
        let metres = stops[a].coordinate.greatCircle(to: stops[b].coordinate)
        ways[key] = metres
        return metres
    }
}
