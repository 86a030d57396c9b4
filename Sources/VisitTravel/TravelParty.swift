import VisitModel

/// Who travels together, and within which hours of the day.
public struct TravelParty: Hashable, Sendable {
    /// How many adults come along.
    public var adults: Int
    /// The ages of the children in whole years.
    public var childAges: [Int]
    /// What the journey must be fit for, all children taken together.
    public var needs: [Child.Need]
    /// The earliest time at which the party leaves a bed, at home or away.
    public var leavesAfter: ClockTime
    /// The latest time at which it comes to one.
    public var returnsBefore: ClockTime

    /// A party. `adults` and the ages must not be negative, and somebody must travel.
    public init(
        adults: Int, childAges: [Int], needs: [Child.Need] = [], leavesAfter: ClockTime = Household.usualLeaving,
        returnsBefore: ClockTime = Household.usualReturn
    ) {
        precondition(adults >= 0 && adults + childAges.count > 0, "Somebody must travel.")
        self.adults = adults
        self.childAges = childAges
        self.needs = needs
        self.leavesAfter = leavesAfter
        self.returnsBefore = returnsBefore
    }
}

/// What a party means for its journeys, worked out once: who pays, and how long it may be under way on one day.
public struct TravelTerms: Hashable, Sendable {
    /// How many persons travel.
    public let persons: Int
    /// How many pay the full fare, and how many half of it.
    public let fullFares: Int, halfFares: Int
    /// The most minutes of travel on one day.
    public let dayLimit: Minutes
    /// The most boardings one way, and the most nights away.
    public let boardingLimit: Int, nightLimit: Int
    /// The age of the youngest child; nil where no child travels.
    public let youngest: Int?
    /// Whether the limit is lower because a child is travel-sick.
    public let isTravelSick: Bool
    /// The earliest leaving of a bed and the latest coming to one.
    public let leavesAfter: ClockTime, returnsBefore: ClockTime

    init(_ party: TravelParty, parameters: TravelParameters) {
        let freeBelow = Int(parameters[.childFreeBelow])
        let halfBelow = max(freeBelow, Int(parameters[.childHalfBelow]))
        let small = party.childAges.count { $0 < freeBelow }
        let free = min(small, party.adults * Int(parameters[.childFreePerAdult]))
        persons = party.adults + party.childAges.count
        halfFares = party.childAges.count { $0 < halfBelow } - free
        fullFares = persons - halfFares - free
        youngest = party.childAges.min()
        isTravelSick = party.needs.contains(.travelSickness)
        dayLimit = Minutes(parameters.minutesPerDay(youngest: youngest, isTravelSick: isTravelSick))
        boardingLimit = parameters.boardings(youngest: youngest)
        nightLimit = parameters.nights(youngest: youngest)
        leavesAfter = party.leavesAfter
        returnsBefore = party.returnsBefore
    }

    /// Who pays the whole fare, half of it, or nothing.
    public var tickets: Tickets { Tickets(full: fullFares, half: halfFares, free: persons - fullFares - halfFares) }

    /// What the party pays where one adult pays `full`. Half a fare is rounded up.
    func fare(full: Cents) -> Cents {
        full * fullFares + Cents((full.count + 1) / 2) * halfFares
    }
}
