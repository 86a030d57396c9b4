import VisitModel

extension Check {
    /// An escort leads no more children on one journey, all its visits together, than the register says. Escorts who go
    /// along together share them, and where a guardian is along the guardian leads.
    static let escortsChildren = Check(.escortOverfull, of: .adult) { visits, world in
        let led = visits.filter { visit in
            visit.visit.adults.allSatisfy { if case .escort = $0 { true } else { false } }
        }
        return led.outings.flatMap { outing -> [VisitFlag] in
            let escorts = Set(outing.flatMap(\.visit.adults)).sorted { $0.subject < $1.subject }
            // Who goes along on all visits of the outing is the one whom they have in common.
            let common = escorts.filter { escort in outing.allSatisfy { $0.visit.adults.contains(escort) } }
            let limits = escorts.compactMap { escort -> Int? in
                guard case .escort(let id) = escort else { return nil }
                return world.escorts[id]?.maxChildren
            }
            let limit = limits.reduce(0, +)
            let children = Set(outing.flatMap(\.visit.children)).count
            guard limits.count == escorts.count, children > limit else { return [] }
            return outing.surplus(over: limit) { $0.visit.children.count }.flatMap { visit in
                common.map {
                    visit.flag(.escortOverfull, $0.subject, ["children": "\(children)", "allowed": "\(limit)"])
                }
            }
        }
    }
}

/// One prison on one day.
private struct PrisonDay: Hashable {
    let prison: Identifier<Prison>
    let date: Day

    init(_ visit: Visit) {
        prison = visit.prison
        date = visit.date
    }
}

extension [JudgedVisit] {
    /// The visits of one adult by journey. One whose journey is not known is on the adult's journey to that prison on
    /// that day.
    fileprivate var outings: [[JudgedVisit]] {
        var journeys: [PrisonDay: JudgedVisit.JourneyKey] = [:]
        for visit in self where visit.visit.trip != nil {
            let prisonDay = PrisonDay(visit.visit)
            if journeys[prisonDay] == nil { journeys[prisonDay] = visit.journey }
        }
        var outings: [JudgedVisit.JourneyKey: [JudgedVisit]] = [:]
        var prisonDays: [PrisonDay: [JudgedVisit]] = [:]
        for visit in self {
            let prisonDay = PrisonDay(visit.visit)
            if let journey = visit.visit.trip != nil ? visit.journey : journeys[prisonDay] {
                outings[journey, default: []].append(visit)
            } else {
                prisonDays[prisonDay, default: []].append(visit)
            }
        }
        return outings.values + prisonDays.values.map { $0 }
    }
}
