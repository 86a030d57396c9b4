import VisitModel

/// Why a party cannot make the journey to a session: which limit, by how much, and what would help.
public struct TravelRefusal: Error, Hashable, Sendable {
    /// The limit that is broken even with nights on both sides of the visit.
    public enum Limit: Hashable, Sendable {
        /// There is no way between the places.
        case noWay(TravelError)
        /// One day's travel is longer than children of that age may be under way.
        case hoursPerDay(needed: Minutes, allowed: Minutes)
        /// One way is longer than the day between the household's hours.
        case householdHours(needed: Minutes, earliest: ClockTime, latest: ClockTime)
        /// To be at the gate in time the party would have to leave its bed that much before its earliest hour.
        case beginsTooEarly(by: Minutes, earliest: ClockTime)
        /// No journey gets by with as few boardings as children of that age can make.
        case boardings(needed: Int, allowed: Int)
        /// It would take more nights away than children of that age may be.
        case nights(needed: Int, allowed: Int)
        /// No train or bus runs at times that suit the visit and the household's hours.
        case noConnection(earliest: ClockTime, latest: ClockTime)
        /// After the visit the party would come to a bed that much after its latest hour.
        case endsTooLate(by: Minutes, latest: ClockTime)
    }

    /// Where the children live.
    public var from: Identifier<Place>
    /// Where the prison stands.
    public var to: Identifier<Place>
    /// The limit that is broken.
    public var limit: Limit
    /// The length of the way there; nil where it is not known, or within one city.
    public var metres: Metres?
    /// The age of the youngest child; nil where no child travels.
    public var youngest: Int?
    /// Whether the limit is lower because a child is travel-sick.
    public var isTravelSick: Bool

    /// The reason in one word.
    public var code: String {
        switch limit {
        case .noWay(let error): error.code
        case .hoursPerDay: "hours-per-day"
        case .householdHours: "household-hours"
        case .beginsTooEarly: "begins-too-early"
        case .endsTooLate: "ends-too-late"
        case .boardings: "boardings"
        case .nights: "nights"
        case .noConnection: "no-connection"
        }
    }

    /// By how much the limit is broken; nil where there is no way at all.
    public var excess: Minutes? {
        switch limit {
        case .noWay, .boardings, .nights, .noConnection: nil
        case .hoursPerDay(let needed, let allowed): needed - allowed
        case .householdHours(let needed, let earliest, let latest):
            needed - Minutes(max(0, latest.minutes - earliest.minutes))
        case .beginsTooEarly(let excess, _), .endsTooLate(let excess, _): excess
        }
    }

    /// The facts behind it. Spans are in minutes.
    public var facts: [Refusal.Fact] {
        var facts = [Refusal.Fact("limit", code), Refusal.Fact("from", from.text), Refusal.Fact("to", to.text)]
        if let metres { facts.append(Refusal.Fact("km", String((metres.count + 500) / 1000))) }
        if let youngest { facts.append(Refusal.Fact("youngest", String(youngest))) }
        if isTravelSick { facts.append(Refusal.Fact("travelSickness", "yes")) }
        switch limit {
        case .noWay: break
        case .hoursPerDay(let needed, let allowed):
            facts.append(Refusal.Fact("neededMinutes", String(needed.count)))
            facts.append(Refusal.Fact("allowedMinutes", String(allowed.count)))
        case .householdHours(let needed, let earliest, let latest):
            facts.append(Refusal.Fact("neededMinutes", String(needed.count)))
            facts.append(Refusal.Fact("leavesAfter", "\(earliest)"))
            facts.append(Refusal.Fact("returnsBefore", "\(latest)"))
        case .beginsTooEarly(_, let earliest): facts.append(Refusal.Fact("leavesAfter", "\(earliest)"))
        case .endsTooLate(_, let latest): facts.append(Refusal.Fact("returnsBefore", "\(latest)"))
        case .boardings(let needed, let allowed), .nights(let needed, let allowed):
            facts.append(Refusal.Fact("needed", String(needed)))
            facts.append(Refusal.Fact("allowed", String(allowed)))
        case .noConnection(let earliest, let latest):
            facts.append(Refusal.Fact("leavesAfter", "\(earliest)"))
            facts.append(Refusal.Fact("returnsBefore", "\(latest)"))
        }
        if let excess { facts.append(Refusal.Fact("excessMinutes", String(excess.count))) }
        return facts
    }
}
