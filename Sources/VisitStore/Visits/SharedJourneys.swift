import GRDB
import VisitModel

/// Visits with as much of their shared journeys as somebody may see.
struct SharedJourneys {
    /// The visits, without the meetings that are beyond reach.
    let visits: [Visit]

    init(_ visits: [Visit], within reach: Reach, _ db: Database) throws {
        let travelling = visits.flatMap { $0.trip?.shared?.children ?? [] }
        guard reach != .everything, !travelling.isEmpty else {
            self.visits = visits
            return
        }
        var condition = Condition()
        condition.add("id", among: Set(travelling.map(\.text)))
        condition.addChild("id", within: reach)
        let visible = try String.fetchSet(
            db, sql: "SELECT id FROM child WHERE \(condition.sql)", arguments: condition.arguments)
        let children = Set(visible.map { Identifier<Child>($0) })
        self.visits = visits.map { $0.showingJourneys(of: children, within: reach) }
    }
}
