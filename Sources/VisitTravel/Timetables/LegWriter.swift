import VisitModel

/// Writes out the legs of a journey by timetable: to the first stop, the rides with the ways between them, and on from
/// the last stop.
struct LegWriter {
    let network: Network
    let parameters: TravelParameters
    /// The day from whose midnight the table counts.
    let day: Day

    /// The journey of one adult along `rides` of the forward table; nil where a door is not joined to its stop.
    func journey(_ rides: [Scan.Ride], in table: DayTable, from home: Access, to gate: Access) -> Journey? {
        guard let first = rides.first, let last = rides.last else { return nil }
        let (begin, end) = (table.connections[first.first], table.connections[last.last])
        guard let way = home.entrances.first(where: { $0.stop == Int(begin.from) }),
            let out = gate.entrances.first(where: { $0.stop == Int(end.to) })
        else { return nil }
        var legs: [Journey.Leg] = []
        if way.minutes > .zero {
            legs.append(
                door(way, from: home.place, to: stop(begin.from), departs: time(begin.departs) - way.minutes)
                    .boarding(nil, name(begin.from)))
        }
        var before: DayTable.Connection?
        for ride in rides {
            if let before, let change = self.change(before, table.connections[ride.first]) { legs.append(change) }
            legs.append(leg(ride, in: table))
            before = table.connections[ride.last]
        }
        if out.minutes > .zero {
            legs.append(
                door(out, from: stop(end.to), to: gate.place, departs: time(end.arrives)).boarding(name(end.to), nil))
        }
        return Journey(
            legs: legs, cents: fare(rides, legs, in: table), isEstimated: legs.contains(where: \.isEstimated))
    }

    private func door(
        _ way: Access.Entrance, from: Identifier<Place>, to: Identifier<Place>, departs: CivilTime
    ) -> Journey.Leg {
        Journey.Leg(
            mode: way.mode, from: from, to: to, depart: departs, arrive: departs + way.minutes, metres: way.metres,
            isEstimated: true)
    }

    /// The way from where one ride ends to where the next begins; nil where that is the same stop.
    private func change(_ before: DayTable.Connection, _ after: DayTable.Connection) -> Journey.Leg? {
        guard before.to != after.from,
            let path = network.outgoing[Int(before.to)].first(where: { $0.stop == after.from })
        else { return nil }
        let begins = time(before.arrives)
        return Journey.Leg(
            mode: path.isUrban ? .road : .walk, from: stop(before.to), to: stop(after.from), depart: begins,
            arrive: begins + Minutes(Int(path.minutes)), isEstimated: true
        ).boarding(name(before.to), name(after.from))
    }

    private func leg(_ ride: Scan.Ride, in table: DayTable) -> Journey.Leg {
        let (begin, end) = (table.connections[ride.first], table.connections[ride.last])
        let (timetable, trip) = self.trip(table.runs[ride.run])
        let line = timetable.lines[trip.line]
        return Journey.Leg(
            mode: line.mode, from: stop(begin.from), to: stop(end.to), depart: time(begin.departs),
            arrive: time(end.arrives), metres: length(ride, in: table), route: trip.number ?? line.name, trip: trip.id,
            isEstimated: trip.isApproximate
        ).boarding(name(begin.from), name(end.to))
    }

    /// What one adult pays: the line's own fare where the feed has one in the operator's currency, otherwise by length.
    private func fare(_ rides: [Scan.Ride], _ legs: [Journey.Leg], in table: DayTable) -> Cents {
        let vehicles = rides.reduce(Cents.zero) { sum, ride in
            let (timetable, trip) = self.trip(table.runs[ride.run])
            let line = timetable.lines[trip.line]
            if let own = line.fare, timetable.currency == parameters.currency { return sum + own }
            let cents = Double(length(ride, in: table).count) / 1000 * parameters.centsPerKilometre(of: line)
            return sum + Cents(Int(cents.rounded()))
        }
        let roads = legs.count { $0.mode == .road }
        return vehicles + Cents(Int(parameters[.localFare])) * roads
    }

    /// The length along the stops, as the crow flies from each to the next.
    private func length(_ ride: Scan.Ride, in table: DayTable) -> Metres {
        table.connections[ride.first...ride.last].reduce(.zero) { sum, connection in
            let (a, b) = (network.stops[Int(connection.from)], network.stops[Int(connection.to)])
            return sum + a.coordinate.greatCircle(to: b.coordinate)
        }
    }

    private func trip(_ run: DayTable.Run) -> (Timetable, Timetable.Trip) {
        let timetable = network.timetables[Int(run.feed)]
        return (timetable, timetable.trips[Int(run.trip)])
    }

    private func stop(_ position: Int32) -> Identifier<Place> { network.stops[Int(position)].id }
    private func name(_ position: Int32) -> String {
        let stop = network.stops[Int(position)]
        return stop.platform.map { "\(stop.name) (\($0))" } ?? stop.name
    }

    private func time(_ minutes: Int16) -> CivilTime { CivilTime(day, .midnight) + Minutes(Int(minutes)) }
}

extension Journey.Leg {
    /// The same leg with the names of the stops at its ends.
    fileprivate func boarding(_ from: String?, _ to: String?) -> Journey.Leg {
        var leg = self
        (leg.fromName, leg.toName) = (from, to)
        return leg
    }
}
