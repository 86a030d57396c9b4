import VisitModel

extension Route {
    /// The trip of `schedule`, leg by leg. The schedule must be one of this route.
    public func trip(_ schedule: TravelSchedule) -> Trip {
        var there = outbound.legs(from: from, to: to, departing: schedule.leavesHome)
        if schedule.hasNightBefore {
            there += stay.legs(from: to, to: to, departing: schedule.atGate - stay.duration)
        }
        var back: [Journey.Leg] = []
        if schedule.hasNightAfter {
            back += stay.legs(from: to, to: to, departing: schedule.released)
        }
        back += homeward.legs(from: to, to: from, departing: schedule.isHome - homeward.duration)
        return Trip(
            outbound: Journey(legs: there, cents: schedule.outboundFare, isEstimated: outbound.isEstimated),
            homeward: Journey(legs: back, cents: schedule.homewardFare, isEstimated: homeward.isEstimated),
            nights: schedule.nights, cents: schedule.money)
    }
}
