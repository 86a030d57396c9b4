import VisitModel

extension TripFinder {
    /// One journey to two visits on one day or on neighbouring days; nil where none keeps the party's limits, or where
    /// the second begins before one can be there.
    ///
    /// - Parameter isOnePrison: whether both visits are in one prison, so that on one day there is no way between.
    public mutating func jointTrip(
        for party: TravelParty, from home: Identifier<Place>, to first: Appointment, then second: Appointment,
        isOnePrison: Bool
    ) -> JointOption? {
        let daysApart = second.checkIn.day - first.checkIn.day
        guard (0...1).contains(daysApart), first.release <= second.checkIn,
            let there = ends(party, from: home, to: first), let back = ends(party, from: home, to: second)
        else { return nil }
        let day = JointDay(
            terms: planner.terms(for: party), parameters: planner.parameters, stay: planner.local, first: first,
            second: second)
        let ways = isOnePrison ? [] : ways(from: first, to: second, party)
        return day.best(there: there, back: back, ways: ways, isOnePrison: isOnePrison)
    }

    /// The best ways to and from one visit, by timetable and by road; nil where there is no way at all.
    private mutating func ends(
        _ party: TravelParty, from home: Identifier<Place>, to visit: Appointment
    ) -> TripEnds? {
        guard let from = try? planner.place(home), let to = try? planner.place(visit.place) else { return nil }
        var rides = planner.rides(party, from: home, to: visit)
        if home != visit.place,
            let timed = self.rides(party, from: from, to: to, checkIn: visit.checkIn, release: visit.release)
        {
            // Beside a timetable a train that is only assumed has no place; one's own drive has.
            rides = timed.adding(rides?.filter { $0.boardings == 0 })
        }
        return rides.map {
            TripEnds(
                $0, planner.terms(for: party), checkIn: visit.checkIn.day, release: visit.release.day)
        }
    }

    /// The ways from one visit to the next: on the day of the first, and in the morning of the second where that is the
    /// next day; the shortest first.
    private mutating func ways(from first: Appointment, to second: Appointment, _ party: TravelParty) -> [Journey] {
        guard let from = try? planner.place(first.place), let to = try? planner.place(second.place) else { return [] }
        let accessible = party.needs.contains(.wheelchair)
        var ways: [Journey] = []
        if first.place != second.place {
            ways += search?.leaving(from: from, to: to, after: first.release, accessible: accessible) ?? []
            ways += search?.latest(from: from, to: to, by: second.checkIn, accessible: accessible) ?? []
        }
        let hasTrains = !ways.isEmpty
        let estimates = planner.ways(from: first, to: second)
        ways += estimates.filter { !hasTrains || $0.boardings == 0 }
        return ways.enumerated().sorted { ($0.element.duration, $0.offset) < ($1.element.duration, $1.offset) }
            .map(\.element)
    }
}

extension TimetabledDay.Rides {
    /// These and `others`, if there are any.
    func adding(_ others: Self?) -> Self {
        guard let others else { return self }
        return Self(
            out: out + others.out, outBefore: outBefore + others.outBefore, back: back + others.back,
            backAfter: backAfter + others.backAfter)
    }

    /// Those that meet a condition.
    func filter(_ condition: (Journey) -> Bool) -> Self {
        Self(
            out: out.filter(condition), outBefore: outBefore.filter(condition), back: back.filter(condition),
            backAfter: backAfter.filter(condition))
    }
}

extension TravelPlanner {
    /// The ways to and from a visit by road or assumed train; nil where there is none.
    func rides(_ party: TravelParty, from home: Identifier<Place>, to visit: Appointment) -> TimetabledDay.Rides? {
        guard let route = try? route(from: home, to: visit.place) else { return nil }
        func out(_ arrives: CivilTime) -> Journey {
            route.outbound.journey(from: home, to: visit.place, departing: arrives - route.outbound.duration)
        }
        func back(_ departs: CivilTime) -> Journey {
            route.homeward.journey(from: visit.place, to: home, departing: departs)
        }
        return TimetabledDay.Rides(
            out: [out(visit.checkIn)], outBefore: [out(CivilTime(visit.checkIn.day - 1, party.returnsBefore))],
            back: [back(visit.release)], backAfter: [back(CivilTime(visit.release.day + 1, party.leavesAfter))])
    }

    /// The ways from one visit to the next as soon as the first is over, and as late as the second allows.
    func ways(from first: Appointment, to second: Appointment) -> [Journey] {
        guard let way = try? route(from: first.place, to: second.place).outbound else { return [] }
        return [first.release, second.checkIn - way.duration].map {
            way.journey(from: first.place, to: second.place, departing: $0)
        }
    }
}

extension UntimedRoute {
    /// The journey of one adult along this way.
    fileprivate func journey(
        from: Identifier<Place>, to: Identifier<Place>, departing depart: CivilTime
    ) -> Journey {
        Journey(legs: legs(from: from, to: to, departing: depart), cents: fullFare, isEstimated: isEstimated)
    }
}
