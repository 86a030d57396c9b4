import VisitModel

/// The best ways to and from one visit within one party's limits: on its day, and with a night on either side.
struct TripEnds: Hashable, Sendable {
    var out: Journey?
    /// On the day before.
    var outBefore: Journey?
    var back: Journey?
    /// On the day after.
    var backAfter: Journey?

    /// The best of `rides`: the latest departures and the earliest arrivals within hours, boardings and limit of a day.
    init(_ rides: TimetabledDay.Rides, _ terms: TravelTerms, checkIn: Day, release: Day) {
        func latest(_ journeys: [Journey], on day: Day) -> Journey? {
            journeys.filter { $0.departs >= CivilTime(day, terms.leavesAfter) && terms.admits($0) }
                .max { ($0.departs, -$0.boardings) < ($1.departs, -$1.boardings) }
        }
        func earliest(_ journeys: [Journey], on day: Day) -> Journey? {
            journeys.filter { $0.arrives <= CivilTime(day, terms.returnsBefore) && terms.admits($0) }
                .min { ($0.arrives, $0.boardings) < ($1.arrives, $1.boardings) }
        }
        out = latest(rides.out, on: checkIn)
        outBefore = latest(rides.outBefore, on: checkIn - 1)
        back = earliest(rides.back, on: release)
        backAfter = earliest(rides.backAfter, on: release + 1)
    }
}

extension TravelTerms {
    /// Whether the party can make the journey on one day: boardings and hours.
    func admits(_ journey: Journey) -> Bool { journey.boardings <= boardingLimit && journey.duration <= dayLimit }
}
