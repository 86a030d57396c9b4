import VisitModel

/// The times of a trip, its nights and what it costs: what changes with the session, without its legs.
public struct TravelSchedule: Hashable, Sendable {
    /// When the party leaves home; with a night before, on the day before the visit.
    public var leavesHome: CivilTime
    /// When it is at the gate.
    public var atGate: CivilTime
    /// When it leaves the gate.
    public var released: CivilTime
    /// When it is home; with a night after, on the day after the visit.
    public var isHome: CivilTime
    /// Whether it stays the night before the visit near the prison.
    public var hasNightBefore: Bool
    /// Whether it stays the night after the visit near the prison.
    public var hasNightAfter: Bool
    /// Minutes spent travelling, there and back, on all days.
    public var travelMinutes: Minutes
    /// The fares of the way there, of the way back, and the nights, for the whole party.
    public var outboundFare: Cents, homewardFare: Cents, nightMoney: Cents
    /// The burden in points: a minute of travel is one, a night the operator's figure.
    public var cost: Int

    /// Nights away from home.
    public var nights: Int { (hasNightBefore ? 1 : 0) + (hasNightAfter ? 1 : 0) }
    /// Money for the whole party.
    public var money: Cents { outboundFare + homewardFare + nightMoney }
}
