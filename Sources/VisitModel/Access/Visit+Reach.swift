extension Reach {
    /// Whether it is made of households: what is in them is seen, whoever else is along is not.
    var seesHouseholds: Bool {
        switch self {
        case .organisation, .household: true
        case .everything, .nothing, .prison, .escort: false
        }
    }
}

extension Reach {
    /// Whether it is that of people who work with prisoners' records, not that of a family or an escort.
    var isOffice: Bool {
        switch self {
        case .everything, .organisation, .prison: true
        case .nothing, .household, .escort: false
        }
    }

    /// Whether money spent on a visit that it sees is its matter.
    func sees(_ cost: VisitCost) -> Bool {
        switch self {
        case .everything, .organisation, .household: true
        case .escort(let id): cost.person == id.text
        case .prison, .nothing: false
        }
    }
}

extension Visit {
    /// The visit as whoever has that reach sees it: without the people beyond it, and with as much of a shared journey as
    /// they may know.
    ///
    /// A child may have moved to another organisation since, and a guardian have stayed behind. Escorts take children
    /// of several organisations along on one journey, and every visit of it holds all of its meetings and what it costs
    /// for everybody. A reader who may not know the others sees neither their meetings nor their share of the money. A
    /// prison sees nothing of a journey that leads to another one as well.
    ///
    /// - Parameters:
    ///   - children: those of whom the reach shows something.
    ///   - guardians: likewise.
    public func showing(
        _ children: Set<Identifier<Child>>, _ guardians: Set<Identifier<Guardian>>, within reach: Reach
    ) -> Visit {
        guard reach != .everything else { return self }
        // Who leads a journey knows who is on it.
        if case .escort(let id) = reach, adults.contains(.escort(id)) { return self }
        var visit = self
        if reach.seesHouseholds {
            visit.children = self.children.filter(children.contains)
            visit.adults.removeAll { if case .guardian(let id) = $0 { !guardians.contains(id) } else { false } }
        }
        guard let shared = trip?.shared else { return visit }
        if case .prison(let own) = reach {
            guard shared.meetings.contains(where: { $0.prison != own }) else { return visit }
            visit.trip = nil
            // They are for the family, and mention the whole journey.
            visit.reasons = []
            return visit
        }
        visit.showJourney { $0.children.allSatisfy(children.contains) }
        return visit
    }

    /// Leaves those meetings of a shared journey on which `isSeen` is true of.
    ///
    /// - Parameter isSeen: whether somebody may know of a meeting.
    public mutating func showJourney(where isSeen: (SharedTrip.Meeting) -> Bool) {
        guard var trip, let shared = trip.shared else { return }
        let seen = shared.meetings.filter(isSeen)
        guard seen.count < shared.meetings.count else { return }
        let travelling = shared.children.count
        let own = Set(seen.flatMap(\.children)).union(children).count
        func part(_ cents: Cents) -> Cents { Cents((cents.count * own + travelling - 1) / max(1, travelling)) }
        trip.shared = seen.count > 1 ? SharedTrip(meetings: seen) : nil
        trip.tickets = nil
        trip.cents = part(trip.cents)
        trip.outbound.cents = part(trip.outbound.cents)
        trip.homeward.cents = part(trip.homeward.cents)
        self.trip = trip
    }
}
