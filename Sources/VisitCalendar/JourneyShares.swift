import VisitModel

/// Which part of a shared journey is written into the entry of which visit, so that a calendar has every part once: the
/// way there with the first, the way between with the next, the way home with the last.
struct JourneyShares {
    /// The ways that are written with one visit.
    struct Share {
        var outbound: Journey?
        var homeward: Journey?
        /// Whether the visit is the first of its journey: one leaves home for it.
        var begins: Bool
    }

    private var shares: [Int: Share] = [:]

    /// The shares of `visits`, of which only those at `shown` are written.
    init(_ visits: [VisitDetail], shown: [Int]) {
        var groups: [SharedTrip: [Int]] = [:]
        for position in shown {
            guard let shared = visits[position].visit.trip?.shared else { continue }
            groups[shared, default: []].append(position)
        }
        for group in groups.values where group.count > 1 {
            let order = group.sorted { VisitOrder(visits[$0]) < VisitOrder(visits[$1]) }
            for (number, position) in order.enumerated() {
                guard let trip = visits[position].visit.trip else { continue }
                let earlier = number > 0 ? visits[order[number - 1]].visit.ends : nil
                shares[position] = Share(
                    outbound: trip.outbound.part(from: earlier),
                    homeward: number == order.count - 1 ? trip.homeward : nil, begins: number == 0)
            }
        }
    }

    /// The share of the visit at that position.
    func share(_ position: Int, _ trip: Trip?) -> Share {
        shares[position] ?? Share(outbound: trip?.outbound, homeward: trip?.homeward, begins: true)
    }
}

/// The order of visits on one journey.
private struct VisitOrder: Comparable {
    let begins: CivilTime
    let id: Identifier<Visit>

    init(_ detail: VisitDetail) {
        begins = detail.visit.begins ?? CivilTime(detail.visit.date, .midnight)
        id = detail.visit.id
    }

    static func < (a: Self, b: Self) -> Bool { (a.begins, a.id) < (b.begins, b.id) }
}

extension Journey {
    /// The legs that begin at `time` or later; all where there is no time; nil where there are none.
    fileprivate func part(from time: CivilTime?) -> Journey? {
        guard let time else { return self }
        let legs = legs.filter { $0.depart >= time }
        return legs.isEmpty ? nil : Journey(legs: legs, cents: .zero, isEstimated: isEstimated)
    }
}
