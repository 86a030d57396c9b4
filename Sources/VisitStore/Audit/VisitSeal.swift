import GRDB
import VisitFormats
import VisitModel

/// What a line of the audit log says of the visit that it is about, so that what is changed from outside later is
/// found: the newest step, as `step=3:9f0c…`, and what people agreed on, as `now=confirmed:41d2…`. Reasons are not a
/// part of it, since an erasure takes them away.
struct VisitSeal {
    /// The position and the digest of its newest step; nil where it has none.
    var step: (position: Int, digest: String)?
    /// Its status and the digest of status, day, session, prison and prisoner; nil where it is not there.
    var now: (status: String, digest: String)?

    private static let stepName = AuditEntry.sealNames.step
    private static let nowName = AuditEntry.sealNames.now
    /// Digests are cut to so many bytes: who changes a visit has one chance to guess right.
    private static let size = 8

    /// The columns of a step that are sealed, with its position first.
    static let stepColumns = "position, kind, party, moment, givenUp"
    /// The columns of a visit that are sealed, with its status first.
    static let nowColumns = "status, date, session, prison, prisoner"

    /// The seal of a visit as it stands.
    init(of visit: String, _ db: Database) throws {
        let step = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT \(Self.stepColumns) FROM visitAct WHERE visit = ? ORDER BY position DESC LIMIT 1"),
            arguments: [visit])
        self.step = step.map { ($0[0], Self.digest(of: visit, $0)) }
        let now = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(Self.nowColumns) FROM visit WHERE id = ?"), arguments: [visit])
        self.now = now.map { ($0[0], Self.digest(of: visit, $0)) }
    }

    /// The seal that facts of a line hold; nil where they hold none.
    init?(_ facts: [String]) {
        for fact in facts {
            if fact.hasPrefix(Self.stepName), let parts = Self.parts(fact.dropFirst(Self.stepName.count)),
                let position = Int(parts.0)
            {
                step = (position, parts.1)
            } else if fact.hasPrefix(Self.nowName), let parts = Self.parts(fact.dropFirst(Self.nowName.count)) {
                now = parts
            }
        }
        if step == nil, now == nil { return nil }
    }

    private static func parts(_ text: Substring) -> (String, String)? {
        let parts = text.split(separator: ":").map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    /// The facts by which a line holds it.
    var facts: [String] {
        [
            step.map { "\(Self.stepName)\($0.position):\($0.digest)" },
            now.map { "\(Self.nowName)\($0.status):\($0.digest)" },
        ].compactMap { $0 }
    }

    /// The digest of the first `count` values of a row, as a JSON list, which no two rows share.
    static func digest(of entity: String, _ row: Row, count: Int = 5) -> String {
        let values = row.databaseValues.prefix(count).map { value -> JSON in
            if let number = Int.fromDatabaseValue(value) { return .int(number) }
            return String.fromDatabaseValue(value).map { .string($0) } ?? .null
        }
        let bytes = JSON.array([.string(entity)] + values).bytes(pretty: false)
        return SHA256Digest.text(of: SHA256Digest.bytes(of: bytes).prefix(size))
    }
}

/// What a line of the audit log says of the plan that it is about: the digest of its figures, as `row=9f0c…`. The
/// fingerprint is not a part of it, since it goes when a later plan is withdrawn.
enum PlanSeal {
    /// The columns that are sealed, with the number first.
    static let columns = "number, today, firstDay, lastDay, published, bound, score, coveredChildren, dueChildren"
    private static let name = AuditEntry.sealNames.plan

    /// The fact that seals a plan.
    static func fact(of plan: Int, _ db: Database) throws -> [String] {
        let row = try Row.fetchOne(db, sql: "SELECT \(columns) FROM plan WHERE number = ?", arguments: [plan])
        return row.map { [name + digest($0)] } ?? []
    }

    /// The digest of a row of these columns.
    static func digest(_ row: Row) -> String { VisitSeal.digest(of: "plan", row, count: 9) }

    /// The digest that facts of a line hold.
    static func digest(in facts: [String]) -> String? {
        facts.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
    }
}
