import VisitModel

extension TripFinder {
    /// The best trip to a visit: at the gate by `checkIn`, away from it after `release`, within the party's limits.
    ///
    /// A day trip is preferred. Where the day is too short, there is one night, before or after the visit: the one with
    /// the lower burden, or of equal burdens the shorter absence. Where that is not enough, there are two.
    public mutating func trip(
        for party: TravelParty, from home: Identifier<Place>, to prison: Identifier<Place>, checkIn: CivilTime,
        release: CivilTime
    ) -> Result<TravelOption, TravelRefusal> {
        let estimate = planner.trip(for: party, from: home, to: prison, checkIn: checkIn, release: release)
        guard let from = try? planner.place(home), let to = try? planner.place(prison), home != prison,
            let rides = rides(party, from: from, to: to, checkIn: checkIn, release: release)
        else { return estimate }
        let day = TimetabledDay(
            terms: planner.terms(for: party), parameters: planner.parameters, stay: planner.local, place: to.id,
            checkIn: checkIn, release: release,
            metres: from.coordinate.flatMap { a in to.coordinate?.greatCircle(to: a) })
        let found = day.best(of: rides, from: home)
        // The road may fit where no train does, or take less out of a day than the train that there is.
        guard case .success(let drive) = estimate, drive.trip.outbound.boardings == 0 else { return found }
        if case .success(let option) = found, option.cost <= drive.cost { return found }
        return estimate
    }

    /// What the timetable offers around the visit; nil where it does not cover the days or never joins the places.
    mutating func rides(
        _ party: TravelParty, from home: Place, to gate: Place, checkIn: CivilTime, release: CivilTime
    ) -> TimetabledDay.Rides? {
        guard let network = search?.network, network.covers(checkIn.day), network.covers(release.day) else {
            return nil
        }
        let accessible = party.needs.contains(.wheelchair)
        let before = CivilTime(checkIn.day - 1, party.returnsBefore)
        let after = CivilTime(release.day + 1, party.leavesAfter)
        let rides = TimetabledDay.Rides(
            out: search?.latest(from: home, to: gate, by: checkIn, accessible: accessible) ?? [],
            outBefore: search?.latest(from: home, to: gate, by: before, accessible: accessible) ?? [],
            back: search?.leaving(from: gate, to: home, after: release, accessible: accessible) ?? [],
            backAfter: search?.leaving(from: gate, to: home, after: after, accessible: accessible) ?? [])
        return rides.joinPlaces ? rides : nil
    }
}
