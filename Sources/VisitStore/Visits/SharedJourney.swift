import GRDB
import VisitModel

/// The visits that are made on one journey.
enum SharedJourney {
    /// The visits of `journey` that meet `condition`, by date, start and identifier. They are looked up by prison and day.
    static func visits(of journey: SharedTrip, where condition: Condition, _ db: Database) throws -> [Visit] {
        var condition = condition
        condition.add("prison", among: Set(journey.meetings.map(\.prison.text)))
        let days = NestedText.list(Set(journey.meetings.map(\.begins.day.number)))
        condition.add("date IN (SELECT value FROM json_each(?))", days)
        return try VisitReading.visits(where: condition.sql, condition.arguments, db).filter {
            $0.trip?.shared == journey
        }
    }
}

extension StoreView {
    /// Tells the visits that are still to be made on one journey with `gone` of a journey that does not lead to its meeting.
    func leaveJourney(_ gone: Visit, at moment: Instant, _ db: Database) throws {
        guard let journey = gone.trip?.shared else { return }
        var ahead = Condition()
        ahead.add(StatusCondition.isOne(where: \.isAhead))
        for before in try SharedJourney.visits(of: journey, where: ahead, db) where before.id != gone.id {
            var visit = before
            visit.trip = before.trip?.without { $0.isMade(by: gone) }
            visit.reasons = visit.reasons.filter { [visit] in !VisitReason.isOfLostMeeting($0, on: visit) }
            _ = try put(visit, instead: before, at: moment, db)
        }
    }
}
