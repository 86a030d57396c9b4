import VisitModel

/// The way from a home to a prison and back, worked out once, so that a session costs only arithmetic.
///
/// All times are on the wall clock of the prison. A route is made by `TravelPlanner.route(from:to:)` and does not
/// change; a caller keeps one for each pair of places.
public struct Route: Hashable, Sendable {
    /// Where the children live.
    public let from: Identifier<Place>
    /// Where the prison stands.
    public let to: Identifier<Place>
    let outbound: UntimedRoute
    let homeward: UntimedRoute
    /// Between a bed near the prison and its gate.
    let stay: UntimedRoute
    let nightMoney: Cents
    let nightCost: Int

    /// The length of the way there; nil within one city.
    public var metres: Metres? { outbound.metres }
    /// From door to gate.
    public var outboundMinutes: Minutes { outbound.duration }
    /// From gate to door.
    public var homewardMinutes: Minutes { homeward.duration }
    /// Whether length or time of a way is estimated.
    public var isEstimated: Bool { outbound.isEstimated || homeward.isEstimated }

    private var isLocal: Bool { outbound.metres == nil }

    /// The best times for a visit with `checkIn` at the gate and `release` from it: no night where the day is long
    /// enough; otherwise one at the end that keeps the party away for a shorter time; otherwise both.
    public func schedule(for terms: TravelTerms, checkIn: CivilTime, release: CivilTime)
        -> Result<TravelSchedule, TravelRefusal>
    {
        let visit = Gate(checkIn: checkIn, release: release)
        if fits(.none, terms, visit) { return .success(schedule(.none, terms, visit)) }
        if !isLocal {
            let before = fits(.before, terms, visit) ? schedule(.before, terms, visit) : nil
            let after = fits(.after, terms, visit) ? schedule(.after, terms, visit) : nil
            if let before, let after {
                return .success((after.cost, after.absence) < (before.cost, before.absence) ? after : before)
            }
            if let one = before ?? after { return .success(one) }
            if fits(.both, terms, visit) { return .success(schedule(.both, terms, visit)) }
        }
        return .failure(refusal(terms, visit))
    }

    /// When the party must be at the gate, and when it may leave it.
    private struct Gate {
        var checkIn: CivilTime
        var release: CivilTime
        func opens(_ clock: ClockTime) -> CivilTime { CivilTime(checkIn.day, clock) }
        func closes(_ clock: ClockTime) -> CivilTime { CivilTime(release.day, clock) }
    }

    private enum Nights {
        case none, before, after, both

        var hasBefore: Bool { self == .before || self == .both }
        var hasAfter: Bool { self == .after || self == .both }
    }

    /// Whether every day of the trip keeps the party's hours and its most minutes of travel on one day.
    private func fits(_ nights: Nights, _ terms: TravelTerms, _ visit: Gate) -> Bool {
        let there = nights.hasBefore ? stay.duration : outbound.duration
        let back = nights.hasAfter ? stay.duration : homeward.duration
        let day = terms.returnsBefore.minutes - terms.leavesAfter.minutes
        return there + back <= terms.dayLimit
            && visit.checkIn - there >= visit.opens(terms.leavesAfter)
            && visit.release + back <= visit.closes(terms.returnsBefore)
            && (!nights.hasBefore || outbound.duration <= terms.dayLimit && outbound.duration.count <= day)
            && (!nights.hasAfter || homeward.duration <= terms.dayLimit && homeward.duration.count <= day)
    }

    private func schedule(_ nights: Nights, _ terms: TravelTerms, _ visit: Gate) -> TravelSchedule {
        // The evening before, as late as the household's hours allow: after school. The morning after, as early.
        let leavesHome =
            nights.hasBefore
            ? CivilTime(visit.checkIn.day - 1, terms.returnsBefore) - outbound.duration
            : visit.checkIn - outbound.duration
        let isHome =
            nights.hasAfter
            ? CivilTime(visit.release.day + 1, terms.leavesAfter) + homeward.duration
            : visit.release + homeward.duration
        let count = (nights.hasBefore ? 1 : 0) + (nights.hasAfter ? 1 : 0)
        let travel = outbound.duration + homeward.duration + stay.duration * count
        let stayFare = terms.fare(full: stay.fullFare)
        return TravelSchedule(
            leavesHome: leavesHome, atGate: visit.checkIn, released: visit.release, isHome: isHome,
            hasNightBefore: nights.hasBefore, hasNightAfter: nights.hasAfter, travelMinutes: travel,
            outboundFare: terms.fare(full: outbound.fullFare) + (nights.hasBefore ? stayFare : .zero),
            homewardFare: terms.fare(full: homeward.fullFare) + (nights.hasAfter ? stayFare : .zero),
            nightMoney: nightMoney * (count * terms.persons), cost: travel.count + count * nightCost)
    }

    /// The limit that stands in the way when even nights on both sides do not help.
    private func refusal(_ terms: TravelTerms, _ visit: Gate) -> TravelRefusal {
        let day = max(0, terms.returnsBefore.minutes - terms.leavesAfter.minutes)
        let (there, back) = isLocal ? (outbound.duration, homeward.duration) : (stay.duration, stay.duration)
        let longest = max(isLocal ? .zero : max(outbound.duration, homeward.duration), there + back)
        let early = visit.opens(terms.leavesAfter) - (visit.checkIn - there)
        let late = (visit.release + back) - visit.closes(terms.returnsBefore)
        let limit: TravelRefusal.Limit =
            if longest > terms.dayLimit {
                .hoursPerDay(needed: longest, allowed: terms.dayLimit)
            } else if !isLocal, longest.count > day {
                .householdHours(needed: longest, earliest: terms.leavesAfter, latest: terms.returnsBefore)
            } else if early > .zero {
                .beginsTooEarly(by: early, earliest: terms.leavesAfter)
            } else {
                .endsTooLate(by: late, latest: terms.returnsBefore)
            }
        return TravelRefusal(
            from: from, to: to, limit: limit, metres: metres, youngest: terms.youngest,
            isTravelSick: terms.isTravelSick)
    }
}

extension TravelSchedule {
    /// How long the party is away from home.
    fileprivate var absence: Minutes { isHome - leavesHome }
}
