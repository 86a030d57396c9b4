import VisitModel

extension FeedDraft {
    /// `trips.txt`: which line and which service each run belongs to.
    mutating func readTrips(_ table: inout FeedTable) {
        let (line, service, id) = (
            table.required("route_id"), table.required("service_id"), table.required("trip_id")
        )
        let (number, access) = (table.column("trip_short_name"), table.column("wheelchair_accessible"))
        while table.advance() {
            guard let key = table.requiredText(id), let route = table.requiredText(line),
                let days = table.requiredText(service)
            else { continue }
            guard tripPositions[key] == nil else {
                table.fault(
                    id, .repeatedID, BilingualText(en: "“\(key)” stands here twice.", zh: "“\(key)”重复出现。"))
                continue
            }
            if linePositions[route] == nil { table.unknown(line, route, in: .routes) }
            if patterns[days] == nil {
                // Such trips are in real feeds, left over from days gone by. They never run.
                table.fault(
                    service, .noDays, severity: .warning,
                    BilingualText(
                        en: "is “\(days)”, which neither calendar holds; the trip is left out.",
                        zh: "为“\(days)”，两个日历文件中都没有；该车次不予采用。"))
            }
            tripPositions[key] = trips.count
            trips.append(
                TripRow(
                    id: key, number: table.text(number), line: linePositions[route] ?? 0,
                    service: servicePositions[days],
                    isAccessible: table.whole(access, in: 0...2).flatMap { $0 == 0 ? nil : $0 == 1 },
                    row: table.line))
        }
    }

    /// `stop_times.txt`: where each run stops, and when.
    mutating func readStopTimes(_ table: inout FeedTable) {
        let (trip, stop, order) = (
            table.required("trip_id"), table.required("stop_id"), table.required("stop_sequence")
        )
        let (arrives, departs) = (table.required("arrival_time"), table.required("departure_time"))
        let (pickup, dropOff) = (table.column("pickup_type"), table.column("drop_off_type"))
        var (lastBytes, lastTrip): ([UInt8], Int?) = ([], nil)
        while table.advance() {
            let bytes = table.bytes(trip)
            // The rows of one trip nearly always follow each other.
            if !bytes.elementsEqual(lastBytes) {
                guard let key = table.requiredText(trip) else { continue }
                lastBytes = Array(bytes)
                lastTrip = tripPositions[key]
                if lastTrip == nil { table.unknown(trip, key, in: .trips) }
            }
            guard let key = table.requiredText(stop) else { continue }
            guard let position = stopPositions[key], isBoardable[position] else {
                table.unknown(stop, key, in: .stops)
                continue
            }
            guard let number = table.whole(order, in: 0...1_000_000), let lastTrip else { continue }
            let (arrival, departure) = (table.seconds(arrives), table.seconds(departs))
            rows.append(
                Row(
                    trip: Int32(lastTrip), sequence: Int32(number), stop: Int32(position),
                    arrives: Int32(arrival ?? departure ?? -1), departs: Int32(departure ?? arrival ?? -1),
                    line: Int32(table.line), boards: table.bytes(pickup) != [0x31],
                    alights: table.bytes(dropOff) != [0x31]))
        }
    }

    /// `frequencies.txt`: trips that run every so many minutes.
    mutating func readFrequencies(_ table: inout FeedTable) {
        let (trip, from, until) = (
            table.required("trip_id"), table.required("start_time"), table.required("end_time")
        )
        let (every, exact) = (table.required("headway_secs"), table.column("exact_times"))
        while table.advance() {
            guard let key = table.requiredText(trip), let start = table.seconds(from), let end = table.seconds(until),
                let headway = table.whole(every, in: 1...86_400)
            else { continue }
            guard let position = tripPositions[key] else {
                table.unknown(trip, key, in: .trips)
                continue
            }
            guard start < end else {
                table.fault(until, .wrongOrder, BilingualText(en: "is not after start_time.", zh: "不晚于 start_time。"))
                continue
            }
            frequencies.append(
                Frequency(
                    trip: position, from: start, until: end, every: headway,
                    isExact: table.whole(exact, in: 0...1) == 1))
        }
    }

    /// `transfers.txt`: how long it takes to change, and where one cannot. Rows without a time leave the usual one.
    mutating func readTransfers(_ table: inout FeedTable) {
        let (from, to) = (table.column("from_stop_id"), table.column("to_stop_id"))
        let (kind, time) = (table.column("transfer_type"), table.column("min_transfer_time"))
        while table.advance() {
            // Without stops the row is about two trips, of which the search knows nothing.
            guard let a = table.text(from), let b = table.text(to) else { continue }
            guard let start = stopPositions[a] else {
                table.unknown(from, a, in: .stops)
                continue
            }
            guard let end = stopPositions[b] else {
                table.unknown(to, b, in: .stops)
                continue
            }
            let seconds = table.whole(time, in: 0...86_400)
            switch table.whole(kind, in: 0...5) ?? 0 {
            case 1: links.append(Timetable.Link(from: start, to: end, minutes: 1))
            case 3: links.append(Timetable.Link(from: start, to: end, minutes: nil))
            case 0, 2:
                if let seconds {
                    links.append(
                        Timetable.Link(from: start, to: end, minutes: Minutes(max(1, (seconds + 59) / 60))))
                }
            default: continue
            }
        }
    }
}
