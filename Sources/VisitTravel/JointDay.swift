import VisitModel

/// The choice among the ways to two visits on one journey, within one party's limits.
///
/// The visits are on one day, or on neighbouring days with a night between.
struct JointDay {
    let terms: TravelTerms
    let parameters: TravelParameters
    /// Between a bed and a gate of the same city.
    let stay: UntimedRoute
    let first: Appointment
    let second: Appointment

    /// A part of the journey between two beds or gates, with how long it takes out of the first and out of the second day.
    private struct Middle {
        var journey: Journey?
        var onFirstDay: Minutes
        var onSecondDay: Minutes
        var minutes: Minutes { onFirstDay + onSecondDay }
    }

    /// The journey with the fewest nights; nil where none keeps the limits.
    ///
    /// - Parameters:
    ///   - there: the ways to the first visit.
    ///   - back: the ways from the second.
    ///   - ways: those from the first to the second, the shortest first; none where both are in one prison.
    func best(there: TripEnds, back: TripEnds, ways: [Journey], isOnePrison: Bool) -> JointOption? {
        let middles = isSameDay ? sameDay(ways, isOnePrison) : overNight(ways, isOnePrison)
        let edges = [(false, false), (true, false), (false, true), (true, true)]
        for (before, after) in edges where nights(before, after) <= terms.nightLimit {
            guard let out = before ? there.outBefore.map(evening) : there.out,
                let home = after ? back.backAfter.map(morning) : back.back,
                !before || bedIsInTime, !after || bedIsOpen
            else { continue }
            let begin = before ? stay.duration : out.duration
            let end = after ? stay.duration : home.duration
            let middle = middles.first { middle in
                isSameDay
                    ? begin + middle.minutes + end <= terms.dayLimit
                    : begin + middle.onFirstDay <= terms.dayLimit && middle.onSecondDay + end <= terms.dayLimit
            }
            guard let middle else { continue }
            return option(out, middle, home, nights: nights(before, after))
        }
        return nil
    }

    private var isSameDay: Bool { first.checkIn.day == second.checkIn.day }

    private func nights(_ before: Bool, _ after: Bool) -> Int {
        (isSameDay ? 0 : 1) + (before ? 1 : 0) + (after ? 1 : 0)
    }

    private func sameDay(_ ways: [Journey], _ isOnePrison: Bool) -> [Middle] {
        if isOnePrison { return [Middle(journey: nil, onFirstDay: .zero, onSecondDay: .zero)] }
        return ways.filter {
            $0.departs >= first.release && $0.arrives <= second.checkIn && $0.boardings <= terms.boardingLimit
        }.map { Middle(journey: $0, onFirstDay: $0.duration, onSecondDay: .zero) }
    }

    /// In the evening to a bed near the second visit, or in the morning from a bed near the first.
    private func overNight(_ ways: [Journey], _ isOnePrison: Bool) -> [Middle] {
        let toBed = stay.legs(from: first.place, to: first.place, departing: first.release)
        let fromBed = stay.legs(
            from: second.place, to: second.place, departing: second.checkIn - stay.duration)
        let isEarlyEnough = first.release + stay.duration <= closing
        let isLateEnough = second.checkIn - stay.duration >= opening
        if isOnePrison || first.place == second.place {
            guard isEarlyEnough, isLateEnough else { return [] }
            let journey = Journey(legs: toBed + fromBed, cents: stay.fullFare * 2, isEstimated: true)
            return [Middle(journey: journey, onFirstDay: stay.duration, onSecondDay: stay.duration)]
        }
        return ways.compactMap { way in
            guard way.boardings <= terms.boardingLimit else { return nil }
            if way.departs >= first.release, way.arrives <= closing, isLateEnough {
                let journey = Journey(
                    legs: way.legs + fromBed, cents: way.cents + stay.fullFare, isEstimated: true)
                return Middle(journey: journey, onFirstDay: way.duration, onSecondDay: stay.duration)
            }
            guard way.departs >= opening, way.arrives <= second.checkIn, isEarlyEnough else { return nil }
            let journey = Journey(legs: toBed + way.legs, cents: way.cents + stay.fullFare, isEstimated: true)
            return Middle(journey: journey, onFirstDay: stay.duration, onSecondDay: way.duration)
        }
    }

    /// When the party must have come to a bed after the first visit, and may leave it before the second.
    private var closing: CivilTime { CivilTime(first.release.day, terms.returnsBefore) }
    private var opening: CivilTime { CivilTime(second.checkIn.day, terms.leavesAfter) }

    private var bedIsInTime: Bool {
        first.checkIn - stay.duration >= CivilTime(first.checkIn.day, terms.leavesAfter)
    }

    private var bedIsOpen: Bool {
        second.release + stay.duration <= CivilTime(second.release.day, terms.returnsBefore)
    }

    private func evening(_ journey: Journey) -> Journey {
        let legs = stay.legs(from: first.place, to: first.place, departing: first.checkIn - stay.duration)
        return Journey(legs: journey.legs + legs, cents: journey.cents + stay.fullFare, isEstimated: true)
    }

    private func morning(_ journey: Journey) -> Journey {
        let legs = stay.legs(from: second.place, to: second.place, departing: second.release)
        return Journey(legs: legs + journey.legs, cents: journey.cents + stay.fullFare, isEstimated: true)
    }

    private func option(_ out: Journey, _ middle: Middle, _ home: Journey, nights: Int) -> JointOption {
        func paid(_ journey: Journey) -> Journey {
            Journey(legs: journey.legs, cents: terms.fare(full: journey.cents), isEstimated: journey.isEstimated)
        }
        let (out, between, home) = (paid(out), middle.journey.map(paid), paid(home))
        let fares = out.cents + (between?.cents ?? .zero) + home.cents
        let minutes = out.travelMinutes + middle.minutes + home.travelMinutes
        return JointOption(
            outbound: out, between: between, homeward: home, nights: nights, tickets: terms.tickets,
            cost: minutes.count + nights * Int(parameters[.nightBurden]),
            money: fares + Cents(Int(parameters[.night])) * (nights * terms.persons))
    }
}
