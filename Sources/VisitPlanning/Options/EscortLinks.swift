import VisitModel
import VisitSolver

/// The links of groups of one home who go to two prisons of one city on one day: one escort can take both.
///
/// Every party is in one link at most, and a link saves only its children's share of the escort's journey. Together the
/// links never save more than the journeys that are no longer made.
struct EscortLinks {
    private struct Company: Hashable, Comparable {
        let home: Identifier<Household>
        let place: Identifier<Place>

        static func < (a: Self, b: Self) -> Bool { (a.home, a.place) < (b.home, b.place) }
    }

    let facts: RegisterIndex
    /// How far apart two prisons of one city can be.
    let reach: Metres

    /// The links between requests, where `parties` stand at the positions of their requests.
    ///
    /// - Parameter charge: what an escort's journey from the party's home to its prison costs.
    func links(_ parties: [Party], charge: (Party) -> Int?) -> [Problem.Link] {
        var companies: [Company: [Identifier<Prison>: [Int]]] = [:]
        for (position, party) in parties.enumerated() {
            guard let home = party.companions.home else { continue }
            companies[Company(home: home, place: party.household.place), default: [:]][party.prison.id, default: []]
                .append(position)
        }
        return companies.sorted { $0.key < $1.key }.flatMap { company, prisons in
            let places = facts.escorts[company.home, default: []].map(\.maxChildren).min() ?? 1
            return pairs(prisons, parties).compactMap { first, second in
                link(first, second, parties, places: places, charge)
            }
        }
    }

    /// Parties to two prisons of one city, one of each.
    private func pairs(_ prisons: [Identifier<Prison>: [Int]], _ parties: [Party]) -> [(Int, Int)] {
        var open = prisons
        var pairs: [(Int, Int)] = []
        for first in prisons.keys.sorted() {
            for second in prisons.keys.sorted() where first < second && areInOneCity(first, second) {
                let partners = zip(open[first, default: []], open[second, default: []])
                pairs += partners.map { ($0, $1) }
                let count = min(open[first, default: []].count, open[second, default: []].count)
                open[first]?.removeFirst(count)
                open[second]?.removeFirst(count)
            }
        }
        return pairs
    }

    private func areInOneCity(_ a: Identifier<Prison>, _ b: Identifier<Prison>) -> Bool {
        guard let here = facts.prisons[a]?.place, let there = facts.prisons[b]?.place else { return false }
        if here == there { return true }
        guard let from = facts.places[here]?.coordinate, let to = facts.places[there]?.coordinate else { return false }
        return from.greatCircle(to: to) <= reach
    }

    private func link(
        _ first: Int, _ second: Int, _ parties: [Party], places: Int, _ charge: (Party) -> Int?
    ) -> Problem.Link? {
        let (a, b) = (parties[first], parties[second])
        let children = a.children.count + b.children.count
        // A child who sees both parents is linked as such, and more children than one escort takes save none.
        guard children <= places, Set(a.children.map(\.id)).isDisjoint(with: b.children.map(\.id)),
            let there = charge(a), let also = charge(b)
        else { return nil }
        let saving = min(there, also) * children / (2 * places)
        return saving > 0
            ? Problem.Link(RequestIndex(first), RequestIndex(second), maxDaysApart: 0, saving: saving) : nil
    }
}
