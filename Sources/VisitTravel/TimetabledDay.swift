import VisitModel

/// The choice among what a timetable offers around one visit, within one party's limits.
struct TimetabledDay {
    /// Journeys there and back, on the day itself and with a night on either side; fewest boardings first.
    struct Rides {
        var out: [Journey]
        var outBefore: [Journey]
        var back: [Journey]
        var backAfter: [Journey]

        /// Whether there is a way there and a way back at all.
        var joinPlaces: Bool { !(out.isEmpty && outBefore.isEmpty) && !(back.isEmpty && backAfter.isEmpty) }
    }

    let terms: TravelTerms
    let parameters: TravelParameters
    /// Between a bed near the prison and its gate.
    let stay: UntimedRoute
    /// Where the prison stands.
    let place: Identifier<Place>
    let checkIn: CivilTime
    let release: CivilTime
    /// How far the prison is from home as the crow flies.
    let metres: Metres?

    /// The trip that keeps the limits with the fewest nights; of two with one night each the one of less burden, otherwise
    /// the shorter absence.
    func best(of rides: Rides, from home: Identifier<Place>) -> Result<TravelOption, TravelRefusal> {
        let ends = TripEnds(rides, terms, checkIn: checkIn.day, release: release.day)
        let (out, outBefore, back, backAfter) = (ends.out, ends.outBefore, ends.back, ends.backAfter)
        if let out, let back, within(out.duration + back.duration) { return .success(option(out, back, nights: 0)) }
        let bed = (there: stay.duration, back: stay.duration)
        if terms.nightLimit >= 1 {
            let before = outBefore.flatMap { there in
                back.flatMap {
                    bedIsInTime && within(bed.there + $0.duration) ? option(night(there), $0, nights: 1) : nil
                }
            }
            let after = backAfter.flatMap { back in
                out.flatMap { bedIsOpen && within($0.duration + bed.back) ? option($0, morning(back), nights: 1) : nil }
            }
            let one = [before, after].compactMap { $0 }.min { ($0.cost, $0.trip.absence) < ($1.cost, $1.trip.absence) }
            if let one { return .success(one) }
        }
        if terms.nightLimit >= 2, let outBefore, let backAfter, bedIsInTime, bedIsOpen, within(bed.there + bed.back) {
            return .success(option(night(outBefore), morning(backAfter), nights: 2))
        }
        return .failure(refusal(rides, from: home))
    }

    private func within(_ minutes: Minutes) -> Bool { minutes <= terms.dayLimit }

    /// Whether the party can leave a bed near the prison in time for the gate, and come to one after the visit.
    private var bedIsInTime: Bool { checkIn - stay.duration >= CivilTime(checkIn.day, terms.leavesAfter) }
    private var bedIsOpen: Bool { release + stay.duration <= CivilTime(release.day, terms.returnsBefore) }

    /// The way there on the evening before, and the short way to the gate in the morning.
    private func night(_ journey: Journey) -> Journey {
        join(journey.legs + stay.legs(from: place, to: place, departing: checkIn - stay.duration), journey)
    }

    /// The short way to a bed, and the way home on the morning after.
    private func morning(_ journey: Journey) -> Journey {
        join(stay.legs(from: place, to: place, departing: release) + journey.legs, journey)
    }

    private func join(_ legs: [Journey.Leg], _ journey: Journey) -> Journey {
        Journey(legs: legs, cents: journey.cents + stay.fullFare, isEstimated: true)
    }

    private func option(_ out: Journey, _ back: Journey, nights: Int) -> TravelOption {
        let nightMoney = Cents(Int(parameters[.night])) * (nights * terms.persons)
        var trip = Trip(outbound: out, homeward: back, nights: nights, cents: .zero, tickets: terms.tickets)
        trip.outbound.cents = terms.fare(full: out.cents)
        trip.homeward.cents = terms.fare(full: back.cents)
        trip.cents = trip.outbound.cents + trip.homeward.cents + nightMoney
        // Standing at the gate for hours because there is no other train is a burden like the way itself.
        let waits = max(.zero, checkIn - out.arrives) + max(.zero, back.departs - release)
        let minutes = trip.travelMinutes + waits
        return TravelOption(
            trip: trip, cost: minutes.count + nights * Int(parameters[.nightBurden]), money: trip.cents)
    }

    /// The limit that stands in the way, looked for in the journeys that come nearest.
    private func refusal(_ rides: Rides, from home: Identifier<Place>) -> TravelRefusal {
        let there = (rides.out + rides.outBefore).min { $0.duration < $1.duration }
        let back = (rides.back + rides.backAfter).min { $0.duration < $1.duration }
        let longest = max(there?.duration ?? .zero, back?.duration ?? .zero)
        let fewest = max(
            (rides.out + rides.outBefore).map(\.boardings).min() ?? 0,
            (rides.back + rides.backAfter).map(\.boardings).min() ?? 0)
        let early = CivilTime(checkIn.day, terms.leavesAfter) - (checkIn - stay.duration)
        let late = (release + stay.duration) - CivilTime(release.day, terms.returnsBefore)
        let limit: TravelRefusal.Limit =
            if fewest > terms.boardingLimit {
                .boardings(needed: fewest, allowed: terms.boardingLimit)
            } else if !within(longest) {
                .hoursPerDay(needed: longest, allowed: terms.dayLimit)
            } else if terms.nightLimit < 2 {
                .nights(needed: terms.nightLimit + 1, allowed: terms.nightLimit)
            } else if early > .zero {
                .beginsTooEarly(by: early, earliest: terms.leavesAfter)
            } else if late > .zero {
                .endsTooLate(by: late, latest: terms.returnsBefore)
            } else {
                .noConnection(earliest: terms.leavesAfter, latest: terms.returnsBefore)
            }
        return TravelRefusal(
            from: home, to: place, limit: limit, metres: metres, youngest: terms.youngest,
            isTravelSick: terms.isTravelSick)
    }
}

extension Trip {
    /// How long the party is away from home.
    fileprivate var absence: Minutes { isHome - leavesHome }
}
