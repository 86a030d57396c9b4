import GRDB
import VisitFormats
import VisitModel

// The visits on which the person is, and those whose journeys name the person.
extension PersonMerging {
    /// The visits on which a person of the kind is.
    private func visits(of person: Absence.Person) throws -> [Visit] {
        let condition =
            switch person.kind {
            case .child: "id IN (SELECT visit FROM visitChild WHERE child = :id)"
            case .prisoner: "prisoner = :id"
            case .guardian, .escort: "\(column) = :id OR id IN (SELECT visit FROM visitAdult WHERE \(column) = :id)"
            }
        return try VisitReading.visits(where: condition, ["id": person.id], db)
    }

    /// Finds visits of the two that are at one time. Two that are agreed and ahead are in the way; otherwise one may have been
    /// entered twice, or the next run finds another date.
    mutating func compareVisits() throws {
        let own = Dictionary(grouping: try visits(of: kept).filter(\.isOrWas), by: \.date)
        for other in try visits(of: duplicate).filter(\.isOrWas) {
            for visit in own[other.date] ?? [] where visit.id != other.id && visit.overlaps(other) {
                // One adult can go with several parties into one session.
                if kept.kind.isAdult, let session = visit.session, session == other.session { continue }
                let isAgreed = visit.status == .confirmed && other.status == .confirmed
                if isAgreed, visit.date >= request.today, visit.start != nil, other.start != nil {
                    merge.obstacles.append(
                        .agreedAtOnce(visit: visit.label, other: other.label, date: visit.date))
                } else {
                    merge.remarks.append(.atOnce(visit: visit.label, other: other.label, date: visit.date))
                }
            }
        }
    }

    /// Puts the kept person in the place of the duplicate on every visit, with a step that says so, and on the journeys of others.
    mutating func mergeVisits() throws {
        let own = try visits(of: duplicate)
        let act = VisitAct(
            .merge, reason: "\(column) \(duplicate.id) → \(kept.id)", moment: request.moment)
        for before in own {
            let visit = before.naming(kept, insteadOf: duplicate)
            if visit.children.count < before.children.count || visit.adults.count < before.adults.count {
                merge.remarks.append(.together(visit: before.label))
            }
            _ = try view.write(visit, instead: before, act, db)
            try view.note("visit.merge", "visit \(visit.id)", [], db)
        }
        count(.visits, own.count)
        let named = JSON.string(duplicate.id).text(pretty: false)
        for before in try VisitReading.visits(where: "instr(trip, ?) > 0", [named], db) {
            let visit = before.naming(kept, insteadOf: duplicate).following(before, at: request.moment)
            guard visit != before else { continue }
            try db.execute(
                sql: "UPDATE visit SET sequence = ?, changed = ?, trip = ? WHERE id = ?",
                arguments: [
                    visit.sequence, visit.changed.seconds,
                    visit.trip.map { NestedText.cell(of: $0.nested) } ?? .null, visit.id.text,
                ])
        }
    }
}

extension Visit {
    /// Whether it is to take place, or did.
    fileprivate var isOrWas: Bool { !status.isCalledOff }
}

extension Absence.Kind {
    /// Whether people of the kind go along.
    fileprivate var isAdult: Bool { self == .guardian || self == .escort }
}
