import VisitModel

extension Check {
    /// The journey leads from home to the gate and back home, each part from where and not before the one before it
    /// ended; the day of the visit is one of its days, and nobody is on the way home before the visit is over.
    static let wholeJourney = Check(.journeyBroken) { visit, world in
        guard let trip = visit.visit.trip else { return [] }
        let legs = trip.outbound.legs + trip.homeward.legs
        var wrong: [String] = []
        let joins = zip(legs, legs.dropFirst()).allSatisfy { $0.to == $1.from && $0.arrive <= $1.depart }
        if !joins || legs.contains(where: { $0.arrive < $0.depart }) { wrong.append("legs") }
        let homes = world.homes(of: visit)
        let (first, last) = (legs[0].from, legs[legs.count - 1].to)
        if !homes.isEmpty, !homes.contains(where: { world.isAt(first, $0) && world.isAt(last, $0) }) {
            wrong.append("home")
        }
        if let gate = visit.template?.site ?? visit.prison?.place,
            let there = trip.outbound.legs.last?.to, let back = trip.homeward.legs.first?.from,
            !world.isAt(there, gate) || !world.isAt(back, gate)
        {
            wrong.append("gate")
        }
        if !trip.datesAway.contains(visit.visit.date) { wrong.append("day") }
        let out = world.clocks.instant(trip.homeward.departs, in: visit.zone)
        if let meeting = visit.meeting, out < meeting.ends { wrong.append("meeting") }
        return wrong.isEmpty ? [] : [visit.flag(.journeyBroken, "", wrong.map { Refusal.Fact("part", $0) })]
    }
}

extension JudgedWorld {
    /// Whether the end of a leg is that place: the place itself, or a stop in front of its door. A stop whose timetable
    /// is not in the store cannot be checked and is not flagged.
    fileprivate func isAt(_ end: Identifier<Place>, _ place: Identifier<Place>) -> Bool {
        if end == place { return true }
        guard places[end] == nil else { return false }
        guard let stop = rides.coordinate(of: end) else { return timetables.isEmpty }
        return places[place]?.coordinate.map { stop.greatCircle(to: $0) <= Self.atTheDoor } ?? false
    }

    private static var atTheDoor: Metres { 100 }

    /// Where a journey to the visit may begin: at home, or where an escort works.
    fileprivate func homes(of visit: JudgedVisit) -> Set<Identifier<Place>> {
        var homes = Set([visit.household?.place].compactMap { $0 })
        for case .escort(let escort) in visit.adults {
            if let place = households[escort.home]?.place { homes.insert(place) }
        }
        return homes
    }
}

extension Trip {
    /// The days of the journey, also of one that ends before it begins.
    fileprivate var datesAway: ClosedRange<Day> { leavesHome.day...max(leavesHome.day, isHome.day) }
}
