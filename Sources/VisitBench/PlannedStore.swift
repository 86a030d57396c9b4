import Foundation
import VisitApplication
import VisitModel
import VisitPlanning

/// A made-up world, imported and planned.
struct PlannedStore {
    /// The desk over its store.
    let desk: Desk
    /// How many seconds the run took.
    let seconds: Double
    /// What the run did.
    let report: PlanReport

    /// Makes the world's files and the store in `folder`.
    init(children: Int, seed: UInt64, config: String, in folder: BenchFolder) throws {
        _ = try WorldBench.write(
            children: children, seed: seed, today: WorldBench.usualDay, to: folder.path + "/world")
        let desk = Desk(store: folder.path + "/visits.db", configuration: config, reach: .everything)
        try desk.create()
        _ = try desk.importFiles([folder.path + "/world"])
        (seconds, report) = try timed {
            try desk.plan(PlanRequest(today: WorldBench.usualDay, iterations: 200))
        }
        self.desk = desk
    }
}
