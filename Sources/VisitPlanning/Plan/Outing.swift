import VisitModel
import VisitTravel

/// A visit of a plan before its journey is settled.
struct PlannedVisit {
    let party: Party
    let session: Session
    /// The visit as it was agreed, where it was; it stays where it is.
    let agreed: Visit?

    /// The meeting, as the journey's other visits name it.
    var meeting: SharedTrip.Meeting {
        SharedTrip.Meeting(
            session: session.id, prison: party.prison.id, prisoner: party.prisoner.id,
            children: agreed?.children ?? party.children.map(\.id), begins: session.begins, ends: session.ends)
    }
}

/// A journey and the visits that are made on it: of one party or more in one session, or in two sessions one after the
/// other.
struct Outing {
    /// The way to one session, or to two.
    enum TripOption {
        case single(Trip)
        case joint(JointOption)
        case none
    }

    /// Positions in the list of planned visits, by the time at which they begin.
    var visits: [Int]
    var way: TripOption

    /// From leaving home to being home again; nil where no way is known.
    var timeAway: TimeAway? {
        switch way {
        case .single(let trip): TimeAway(trip)
        case .joint(let joint): TimeAway(begins: joint.outbound.departs, ends: joint.homeward.arrives)
        case .none: nil
        }
    }

    /// Whether an adult should be looked for before one for `other`: more days away first, then the earlier one.
    func isHarderToAccompany(than other: Outing) -> Bool {
        (other.timeAway?.days.count ?? 1, visits[0]) < (timeAway?.days.count ?? 1, other.visits[0])
    }

    /// The trip as each visit of the outing holds it, in the order of `visits`.
    func trips(_ planned: [PlannedVisit]) -> [Trip?] {
        let own = visits.map { planned[$0] }
        let shared = visits.count > 1 ? SharedTrip(meetings: own.map(\.meeting)) : nil
        return own.map { visit in
            var trip: Trip
            switch way {
            case .single(let only): trip = only
            case .joint(let joint):
                trip = visit.session.begins == own[0].session.begins ? joint.first : joint.second
            case .none: return nil
            }
            trip.shared = shared
            return trip
        }
    }
}
