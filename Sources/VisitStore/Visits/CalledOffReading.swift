import GRDB
import VisitModel

/// Reads which visits ahead of children were called off, by people or by the judge, and why. Visits that a plan has
/// replaced by another one are left out, and so are proposals that nobody requested: it was no agreement.
struct CalledOffReading {
    /// A visit that was called off, and the prisons of which its reason speaks.
    typealias Told = (calledOff: CalledOff, prisonNames: [Identifier<Prison>: BilingualText])

    private let db: Database
    private let reach: Reach
    private let today: Day

    init(_ db: Database, within reach: Reach, today: Day) {
        self.db = db
        self.reach = reach
        self.today = today
    }

    /// For each of these children and each prisoner the visit that was called off: one that the program ended goes before others,
    /// and then the one that was called off last; of several at once the earliest.
    func last(of children: Set<String>) throws -> [Identifier<Child>: [Identifier<Prisoner>: Told]] {
        var condition = Condition()
        condition.add("date >= ?", today.number)
        condition.add(StatusCondition.isOne(where: \.isCalledOff))
        condition.add("id IN (SELECT visit FROM visitAct)")
        condition.add(
            "(origin = 'entered' OR id IN (SELECT visit FROM visitAct WHERE kind IN ('request', 'confirm', 'move')))")
        condition.addVisit(within: reach)
        var going = Condition("child", among: children)
        going.add("visit IN (SELECT id FROM visit WHERE \(condition.sql))", all: condition)
        let ids = try String.fetchSet(
            db, sql: "SELECT visit FROM visitChild WHERE \(going.sql)", arguments: going.arguments)
        return try last(among: ids)
    }

    /// For each of these children and each prisoner, the visit that the program cancelled and of which the family must
    /// still be told, if there is one: another visit that was agreed before is no answer to that.
    func untold(of children: Set<String>) throws -> [Identifier<Child>: [Identifier<Prisoner>: Told]] {
        let untold = try UntoldReading(db, within: reach).visits(from: today, of: children)
        return try last(among: Set(untold.map(\.visit.id.text)))
    }

    private func last(among ids: Set<String>) throws -> [Identifier<Child>: [Identifier<Prisoner>: Told]] {
        guard !ids.isEmpty else { return [:] }
        let those = Condition("id", among: ids)
        let visits = try VisitReading.visits(where: those.sql, those.arguments, db)
        let shown = try VisitsInReach(visits, within: reach, db).visits
        let endings = Dictionary(
            try FlagReading.endings(of: Set(shown.map(\.id)), db).map { ($0.visit, $0) }
        ) { first, _ in first }
        let named = endings.values.flatMap { flag in
            ["at", "prison"].compactMap { flag.fact($0).map { Identifier<Prison>($0) } }
        }
        let prisonNames = try PrisonRecord.found(named, by: { $0.id }, db).mapValues(\.name)
        var last: [Identifier<Child>: [Identifier<Prisoner>: Told]] = [:]
        func order(_ visit: Visit) -> (Int, Int, Int) {
            (endings[visit.id] == nil ? 0 : 1, visit.changed.seconds, -visit.date.number)
        }
        for visit in shown.sorted(by: { order($0) < order($1) }) {
            let flag = endings[visit.id]?.showing(visit, within: reach)
            let step = try step(of: visit.id)
            let told = CalledOff(visit, by: step?.by, reason: step?.reason ?? "", flag: flag)
            for child in visit.children { last[child, default: [:]][visit.prisoner] = (told, prisonNames) }
        }
        return last
    }

    /// The step that called the visit off.
    private func step(of id: Identifier<Visit>) throws -> VisitAct? {
        let statement = try db.cachedStatement(
            sql: VisitActRecord.table.select(where: "visit = ?", orderBy: "position DESC LIMIT 1"))
        try statement.setArguments([id.text])
        return try VisitActRecord.read(statement).first?.act
    }
}
