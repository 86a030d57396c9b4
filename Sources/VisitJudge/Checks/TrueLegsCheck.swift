import VisitModel

extension Check {
    /// A ride by timetable is in the timetable, at these times and on that day; a way by road, or by a train that is
    /// only assumed, is not faster than it can be.
    static let trueLegs = Check(.legUntrue) { visit, world in
        guard let trip = visit.visit.trip else { return [] }
        return (trip.outbound.legs + trip.homeward.legs).compactMap { leg in
            let minutes = leg.arrive - leg.depart
            var facts = [Refusal.Fact("depart", "\(leg.depart)"), Refusal.Fact("minutes", "\(minutes.count)")]
            if let ride = leg.trip {
                let isTrue = world.rides.runs(leg) { time, zone in
                    zone == visit.zone
                        ? time : world.clocks.civil(world.clocks.instant(time, in: visit.zone), in: zone)
                }
                guard !isTrue else { return nil }
                facts.append(Refusal.Fact("trip", ride))
            } else {
                guard leg.mode == .walk || leg.mode == .road || leg.mode == .rail else {
                    return visit.flag(.legUntrue, leg.subject, facts)
                }
                let least = world.roads.fewestMinutes(
                    from: leg.from, to: leg.to, (world.coordinate(leg.from), world.coordinate(leg.to)),
                    isRail: leg.mode == .rail)
                guard let least, minutes < least else { return nil }
                facts.append(Refusal.Fact("least", "\(least.count)"))
            }
            return visit.flag(.legUntrue, leg.subject, facts)
        }
    }
}

extension JudgedWorld {
    fileprivate func coordinate(_ place: Identifier<Place>) -> Coordinate? {
        places[place]?.coordinate ?? rides.coordinate(of: place)
    }
}

extension Journey.Leg {
    fileprivate var subject: String { "leg \(from) \(to)" }
}
