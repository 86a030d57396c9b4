import GRDB
import VisitModel

/// Published plans without their visits, in the table `plan`. The history stays.
enum PlanRecord: StoreRecord {
    static let table = TableShape(
        "plan", heading: "plans",
        columns: [
            "number", "today", "firstDay", "lastDay", "published", "fingerprint", "bound", "score",
            "coveredChildren", "dueChildren",
        ])

    static func cells(of plan: Plan) -> [DatabaseValue] {
        [
            plan.number.cell, plan.today.cell, plan.horizon.first.cell, plan.horizon.last.cell, plan.published.cell,
            plan.fingerprint.cell, plan.certificate.bound.cell, plan.certificate.score.cell,
            plan.certificate.coveredChildren.cell, plan.certificate.dueChildren.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Plan {
        try Plan(
            number: cells.number(), today: cells.day(), horizon: cells.days(), published: cells.instant(),
            fingerprint: cells.text(), visits: [], refusals: [], changes: [],
            certificate: Plan.Certificate(
                bound: cells.number(), score: cells.number(), coveredChildren: cells.number(),
                dueChildren: cells.number()))
    }
}
