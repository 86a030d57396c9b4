import GRDB
import VisitModel

/// Compares steps, visits and plans with what the audit log says of them: who writes into the file by another program
/// leaves no line, or lines that do not fit.
///
/// Lines of versions before this one have no seals; what they are about is compared from its next line on.
struct AuditComparison {
    /// So many differences are named one by one.
    static let mostNamed = 20

    private var steps: [String: [Int: (line: Int, digest: String)]] = [:]
    private var newest: [String: (line: Int, seal: VisitSeal)] = [:]
    private var plans: [Int: (line: Int, digest: String?)] = [:]
    /// The moment of the first line with a seal: what was done later has a line.
    private var since: Instant?
    private var differences: [Finding] = []

    /// The differences of a store.
    static func findings(_ db: Database) throws -> [Finding] {
        var comparison = AuditComparison()
        try comparison.read(db)
        guard comparison.since != nil || !comparison.plans.isEmpty else { return [] }
        try comparison.compareSteps(db)
        try comparison.compareVisits(db)
        try comparison.comparePlans(db)
        let (found, rest) = (comparison.differences, comparison.differences.count - mostNamed)
        guard rest > 0 else { return found }
        return found.prefix(mostNamed) + [
            Finding(
                .error, code: "audit-differs", subject: "store",
                sentence: BilingualText(
                    en: "\(rest) more visits, steps or plans differ from the audit log.",
                    zh: "另有 \(rest) 项会见、操作或计划与审计日志不符。"))
        ]
    }

    private mutating func read(_ db: Database) throws {
        let log = AuditLog(db)
        for entry in try log.entries(from: "visit ", to: "visit!") {
            guard let seal = VisitSeal(entry.facts) else { continue }
            let visit = String(entry.subject.dropFirst("visit ".count))
            if since.map({ entry.moment < $0 }) ?? true { since = entry.moment }
            if let step = seal.step { steps[visit, default: [:]][step.position] = (entry.position, step.digest) }
            if newest[visit].map({ $0.line < entry.position }) ?? true { newest[visit] = (entry.position, seal) }
        }
        for entry in try log.entries(from: "plan ", to: "plan!") where entry.act == "plan.publish" {
            guard let number = Int(entry.subject.dropFirst("plan ".count)) else { continue }
            plans[number] = (entry.position, PlanSeal.digest(in: entry.facts))
        }
    }

    private mutating func compareSteps(_ db: Database) throws {
        guard let since else { return }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(VisitSeal.stepColumns), visit FROM visitAct ORDER BY visit, position")
        while let row = try rows.next() {
            let (position, moment, visit): (Int, Int, String) = (row[0], row["moment"], row["visit"])
            guard let line = steps[visit]?.removeValue(forKey: position) else {
                if moment > since.seconds { add(.stepWithoutLine(visit, position)) }
                continue
            }
            let sealed = VisitSeal.digest(of: visit, row)
            if sealed != line.digest { add(.stepChanged(visit, position, line: line.line)) }
        }
        for (visit, left) in steps.sorted(by: { $0.key < $1.key }) {
            for (position, line) in left.sorted(by: { $0.key < $1.key }) {
                add(.stepMissing(visit, position, line: line.line))
            }
        }
    }

    private mutating func compareVisits(_ db: Database) throws {
        guard let since else { return }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(VisitSeal.nowColumns), id, origin, changed,
                  EXISTS (SELECT 1 FROM visitAct WHERE visit = visit.id) AS hasStep FROM visit ORDER BY id
                """)
        while let row = try rows.next() {
            let (visit, status): (String, String) = (row["id"], row[0])
            guard let line = newest.removeValue(forKey: visit) else {
                // A plan proposes and takes proposals back; all else is a step of somebody or comes from a file.
                let isOfPlan = status == Visit.Status.proposed.rawValue || status == Visit.Status.cancelled.rawValue
                let (changed, origin, hasStep): (Int, String, Bool) = (row["changed"], row["origin"], row["hasStep"])
                if !isOfPlan, origin == Visit.Origin.planned.rawValue, changed > since.seconds, !hasStep {
                    add(.visitWithoutLine(visit, status))
                }
                continue
            }
            // The next plan may put a proposal elsewhere.
            guard let now = line.seal.now, !(status == now.status && status == Visit.Status.proposed.rawValue) else {
                continue
            }
            let found = VisitSeal.digest(of: visit, row)
            if found != now.digest { add(.visitChanged(visit, status, was: now.status, line: line.line)) }
        }
        for (visit, line) in newest.sorted(by: { $0.key < $1.key }) where line.seal.now != nil {
            add(.visitMissing(visit, line: line.line))
        }
    }

    private mutating func comparePlans(_ db: Database) throws {
        guard let first = plans.keys.min() else { return }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(PlanSeal.columns) FROM plan WHERE number >= ? ORDER BY number", arguments: [first])
        while let row = try rows.next() {
            let number: Int = row[0]
            guard let line = plans.removeValue(forKey: number) else {
                add(.planWithoutLine(number))
                continue
            }
            if let sealed = line.digest, sealed != PlanSeal.digest(row) {
                add(.planChanged(number, line: line.line))
            }
        }
        for (number, line) in plans.sorted(by: { $0.key < $1.key }) { add(.planMissing(number, line: line.line)) }
    }

    private mutating func add(_ difference: AuditDifference) { differences.append(difference.finding) }
}
