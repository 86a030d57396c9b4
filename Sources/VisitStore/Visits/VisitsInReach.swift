import GRDB
import VisitModel

/// Visits as somebody sees them: without the people and the meetings of shared journeys that are beyond reach.
struct VisitsInReach {
    /// The visits, in their order.
    let visits: [Visit]

    init(_ visits: [Visit], within reach: Reach, _ db: Database) throws {
        guard reach != .everything, !visits.isEmpty else {
            self.visits = visits
            return
        }
        var children = Condition()
        let named = visits.flatMap { $0.children + ($0.trip?.shared?.children ?? []) }
        children.add("id", among: Set(named.map(\.text)))
        children.addChild("id", within: reach)
        var guardians = Condition()
        guardians.add("id", among: Set(visits.flatMap(\.adults).compactMap(\.guardian?.text)))
        guardians.addHousehold("household", within: reach)
        let (seen, along): (Set<Identifier<Child>>, Set<Identifier<Guardian>>) = (
            try Self.identifiers("child", where: children, db), try Self.identifiers("guardian", where: guardians, db)
        )
        self.visits = visits.map { $0.showing(seen, along, within: reach) }
    }

    private static func identifiers<Value>(
        _ table: String, where condition: Condition, _ db: Database
    ) throws -> Set<Identifier<Value>> {
        let found = try String.fetchSet(
            db, sql: "SELECT id FROM \(table) WHERE \(condition.sql)", arguments: condition.arguments)
        return Set(found.map { Identifier($0) })
    }
}
