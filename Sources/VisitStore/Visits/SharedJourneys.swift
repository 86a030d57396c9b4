import GRDB
import VisitModel

/// Visits with as much of their shared journeys as somebody may see.
///
/// Escorts take children of several organisations along on one journey, and every visit of the journey holds all of its
/// meetings. To whom the other children are nobody, their meetings are not there.
struct SharedJourneys {
    /// The visits, without the meetings that are beyond reach.
    private(set) var visits: [Visit]

    init(_ visits: [Visit], within reach: Reach, _ db: Database) throws {
        self.visits = visits
        guard reach != .everything else { return }
        let travelling = visits.flatMap { $0.trip?.shared?.children ?? [] }
        let visible = try Self.visible(travelling, within: reach, db)
        for index in visits.indices {
            guard let meetings = visits[index].trip?.shared?.meetings else { continue }
            let seen = meetings.filter { meeting in
                if case .prison(let own) = reach { return meeting.prison == own }
                return meeting.children.allSatisfy { visible.contains($0.text) }
            }
            self.visits[index].trip?.shared = seen.count > 1 ? SharedTrip(meetings: seen) : nil
        }
    }

    /// Those of the children who are within reach.
    private static func visible(
        _ children: [Identifier<Child>], within reach: Reach, _ db: Database
    ) throws -> Set<String> {
        guard !children.isEmpty else { return [] }
        var condition = Condition()
        condition.add("id", among: Set(children.map(\.text)))
        condition.addHousehold("household", within: reach)
        return try String.fetchSet(
            db, sql: "SELECT id FROM child WHERE \(condition.sql)", arguments: condition.arguments)
    }
}
