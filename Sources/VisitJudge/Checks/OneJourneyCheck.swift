import VisitModel

extension Check {
    /// The visits of one journey are made at its times and name its one cost, and each is one of its meetings. An adult whose
    /// visits only happen to leave and return at the same time takes each on a journey of its own.
    static let oneJourney = Check(.journeyTorn, of: .journey) { visits, _ in
        var flags: [VisitFlag] = []
        for visit in visits {
            guard let shared = visit.visit.trip?.shared else { continue }
            if !shared.meetings.contains(where: { $0.isMade(by: visit.visit) }) {
                flags.append(visit.flag(.journeyTorn, "", ["part": "meeting"]))
            }
        }
        let sorted = visits.filter { $0.visit.trip?.shared != nil }.sorted { $1.yields(to: $0) }
        guard let first = sorted.first, let trip = first.visit.trip else { return flags }
        for other in sorted.dropFirst() {
            guard let own = other.visit.trip else { continue }
            var facts: [Refusal.Fact] = []
            if other.away != first.away { facts.append(Refusal.Fact("part", "times")) }
            if own.cents != trip.cents { facts.append(Refusal.Fact("part", "cents")) }
            guard !facts.isEmpty else { continue }
            flags.append(other.flag(.journeyTorn, "", facts + first.named))
        }
        return flags
    }
}
