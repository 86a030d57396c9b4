import VisitModel

/// Puts the rows of `stop_times.txt` together into trips: sorted, times between two timed stops filled in, trips that run
/// every so many minutes written out.
struct TimetableAssembly {
    private let draft: FeedDraft
    private(set) var faults: FaultLog
    private(set) var trips: [Timetable.Trip] = []
    private(set) var calls: [Timetable.Call] = []

    /// Trips written out from frequencies are bounded: more are the work of a slip in `headway_secs`.
    private static let mostTrips = 2_000_000

    init(_ draft: FeedDraft, stopTimes: String) {
        self.draft = draft
        faults = FaultLog(file: stopTimes)
    }

    /// Does the work; what is wrong is in `faults`.
    mutating func assemble() {
        var rows = draft.rows
        let isSorted = zip(rows, rows.dropFirst()).allSatisfy { ($0.trip, $0.sequence) <= ($1.trip, $1.sequence) }
        if !isSorted { rows.sort { ($0.trip, $0.sequence, $0.line) < ($1.trip, $1.sequence, $1.line) } }
        let repeated = Dictionary(grouping: draft.frequencies, by: \.trip)
        var survey = LegSurvey(stops: draft.stops)
        var first = 0
        calls.reserveCapacity(rows.count)
        while first < rows.count {
            var last = first
            while last + 1 < rows.count, rows[last + 1].trip == rows[first].trip { last += 1 }
            var run = Array(rows[first...last])
            first = last + 1
            let trip = draft.trips[Int(run[0].trip)]
            guard trip.service != nil, checkOrder(run, trip) else { continue }
            fillTimes(&run)
            survey.check(run, trip: trip.id, &faults)
            if let frequencies = repeated[Int(run[0].trip)] {
                for frequency in frequencies { repeatTrip(trip, run, frequency) }
            } else {
                append(trip, run, shift: 0, id: trip.id, isApproximate: false)
            }
        }
    }

    private mutating func checkOrder(_ run: [FeedDraft.Row], _ trip: FeedDraft.TripRow) -> Bool {
        if run.count < 2 {
            fault(.warning, .unlikely, run[0], trip, en: "stops only once and takes nobody anywhere", zh: "只停一站，无法载客")
            return false
        }
        for (row, next) in zip(run, run.dropFirst()) where row.sequence == next.sequence {
            fault(
                .error, .repeatedID, next, trip, en: "has stop_sequence \(next.sequence) twice",
                zh: "的 stop_sequence \(next.sequence) 重复")
            return false
        }
        if run[0].departs < 0 || run[run.count - 1].arrives < 0 {
            let row = run[0].departs < 0 ? run[0] : run[run.count - 1]
            fault(.error, .missingValue, row, trip, en: "has no time at its first or last stop", zh: "首站或末站没有时间")
            return false
        }
        var clock = run[0].arrives
        for row in run where row.arrives >= 0 {
            guard row.departs >= row.arrives, row.arrives >= clock else {
                fault(.error, .wrongOrder, row, trip, en: "goes back in time here", zh: "在此处时间倒退")
                return false
            }
            clock = row.departs
        }
        return true
    }

    /// Stops between two timed ones get times in proportion to the way, as the reference asks of readers.
    private func fillTimes(_ run: inout [FeedDraft.Row]) {
        var known = 0
        for index in run.indices.dropFirst() where run[index].arrives >= 0 {
            if index - known > 1 { fill(&run, from: known, to: index) }
            known = index
        }
    }

    private func fill(_ run: inout [FeedDraft.Row], from known: Int, to next: Int) {
        var way = [0.0]
        for index in (known + 1)...next {
            let (a, b) = (draft.stops[Int(run[index - 1].stop)], draft.stops[Int(run[index].stop)])
            way.append((way.last ?? 0) + max(1, Double(a.coordinate.greatCircle(to: b.coordinate).count)))
        }
        let span = Double(run[next].arrives - run[known].departs)
        for index in (known + 1)..<next {
            let share = way[index - known] / (way.last ?? 1)
            let time = run[known].departs + Int32((span * share).rounded(.down))
            (run[index].arrives, run[index].departs) = (time, time)
        }
    }

    private mutating func repeatTrip(
        _ trip: FeedDraft.TripRow, _ run: [FeedDraft.Row], _ frequency: FeedDraft.Frequency
    ) {
        let begins = Int(run[0].departs)
        for start in stride(from: frequency.from, to: frequency.until, by: frequency.every) {
            guard trips.count < Self.mostTrips else {
                fault(
                    .error, .outOfRange, run[0], trip, en: "and others make more than \(Self.mostTrips) runs a day",
                    zh: "等车次每天超过 \(Self.mostTrips) 班")
                return
            }
            let minute = start / 60
            append(
                trip, run, shift: start - begins,
                id: "\(trip.id)@\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)",
                isApproximate: !frequency.isExact)
        }
    }

    private mutating func append(
        _ trip: FeedDraft.TripRow, _ run: [FeedDraft.Row], shift: Int, id: String, isApproximate: Bool
    ) {
        guard let service = trip.service else { return }
        let first = calls.count
        for row in run {
            calls.append(
                Timetable.Call(
                    stop: row.stop, arrives: Int16(clamping: (Int(row.arrives) + shift + 59) / 60),
                    departs: Int16(clamping: (Int(row.departs) + shift) / 60), boards: row.boards,
                    alights: row.alights))
        }
        trips.append(
            Timetable.Trip(
                id: id, number: trip.number, line: trip.line, service: service, calls: first..<calls.count,
                isAccessible: trip.isAccessible, isApproximate: isApproximate))
    }

    private mutating func fault(
        _ severity: Finding.Severity, _ code: FaultCode, _ row: FeedDraft.Row, _ trip: FeedDraft.TripRow, en: String,
        zh: String
    ) {
        faults.add(
            .feed(
                code, severity: severity, at: SourceLocation(file: faults.file, line: Int(row.line)),
                subject: "trip \(trip.id)",
                BilingualText(en: "Trip “\(trip.id)” \(en).", zh: "车次“\(trip.id)”\(zh)。")))
    }
}
