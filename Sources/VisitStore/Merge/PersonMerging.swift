import GRDB
import VisitModel

/// Makes two records of one person one, within a transaction.
struct PersonMerging {
    let request: StoreView.MergeRequest
    let view: StoreView
    let db: Database
    var merge: PersonMerge
    /// The lines that settle the two accounts, where they are a prisoner's.
    var settling: [LedgerEntry] = []

    var kept: Absence.Person { request.kept }
    var duplicate: Absence.Person { request.duplicate }
    private var kind: Absence.Kind { kept.kind }
    /// The column that names a person of that kind, in every table.
    var column: String { kind.rawValue }
    var names: StatementArguments { ["kept": kept.id, "duplicate": duplicate.id] }

    /// Looks the two records up.
    ///
    /// - Throws: `noSuch` for a person whom nobody within reach is.
    init(_ request: StoreView.MergeRequest, _ view: StoreView, _ db: Database) throws {
        (self.request, self.view, self.db) = (request, view, db)
        for person in [request.kept, request.duplicate] { try Self.require(person, within: view.reach, db) }
        merge = PersonMerge(
            kept: request.kept, duplicate: request.duplicate,
            records: .init(kept: Register(), duplicate: Register(), merged: Register()))
    }

    private static func require(_ person: Absence.Person, within reach: Reach, _ db: Database) throws {
        let reach = reach.ofRecords
        switch person {
        case .child(let id): try Existence.require(id, .child, within: reach, db)
        case .prisoner(let id): try Existence.require(id, .prisoner, within: reach, db)
        case .guardian(let id): try Existence.require(id, .guardian, within: reach, db)
        case .escort(let id): try Existence.require(id, .escort, within: reach, db)
        }
    }

    /// Does it, unless something is in the way; says what was done.
    mutating func run() throws -> PersonMerge {
        let merged = try compareRecords()
        try compareVisits()
        if kind == .prisoner {
            try findSeparation()
            try compareAccounts()
        }
        merge.obstacles.removeAll { $0.canBeForced && request.isForced }
        guard merge.obstacles.isEmpty else { return merge }
        try alias(Alias.Kind(kind), duplicate.id, of: kept.id)
        try write(merged)
        switch kind {
        case .child: try mergeBonds()
        case .prisoner:
            try mergeBonds()
            try mergeEvents()
            try mergeSeparations()
            try mergeAccounts()
        case .guardian, .escort: try nameElsewhere()
        }
        try mergeVisits()
        try nameInLists()
        try db.execute(sql: "DELETE FROM \(column) WHERE id = ?", arguments: [duplicate.id])
        try noteHousehold()
        try audit()
        merge.review = try view.store.review(.everything, at: request.moment, db)
        try StoreState.count(dataChanged: true, db)
        return merge
    }

    /// Keeps the identifier of a record that goes; those that it had before stand for the same record from now on.
    func alias(_ kind: Alias.Kind, _ id: String, of current: String) throws {
        try db.execute(
            sql: "UPDATE alias SET current = ? WHERE kind = ? AND current = ?", arguments: [current, kind.rawValue, id])
        let insertion = try RowWriting(AliasRecord.table.insert, of: AliasRecord.table, db, path: view.path)
        try insertion.write(AliasRecord.cells(of: Alias(kind, id, of: current)))
    }

    /// Counts what becomes the kept record's.
    mutating func count(_ entity: PersonMerge.Entity, _ count: Int) {
        if count > 0 { merge.moved[entity, default: 0] += count }
    }

    /// Puts the kept person in the place of the duplicate in one column, and counts the rows.
    mutating func rename(_ table: String, _ column: String, as entity: PersonMerge.Entity? = nil) throws {
        try db.execute(
            sql: "UPDATE \(table) SET \(column) = :kept WHERE \(column) = :duplicate", arguments: names)
        if let entity { count(entity, db.changesCount) }
    }

    /// What of tables has no rules of its own: absences, calendars, messages, and what the plan said last.
    private mutating func nameInLists() throws {
        try rename("absence", column, as: .absences)
        if kind != .guardian { try rename("feed", column, as: .calendars) }
        if kind == .child || kind == .prisoner {
            // Of two the kept one's stays; the next run says anew what is so.
            try db.execute(
                sql: "UPDATE OR IGNORE refusal SET \(column) = :kept WHERE \(column) = :duplicate", arguments: names)
            try db.execute(sql: "DELETE FROM refusal WHERE \(column) = ?", arguments: [duplicate.id])
        }
        for table in [FlagRecord.table.name, WaiverRecord.table.name] {
            try db.execute(
                sql: "UPDATE OR REPLACE \(table) SET subject = ? WHERE subject = ?",
                arguments: ["\(column) \(kept.id)", "\(column) \(duplicate.id)"])
        }
    }

    /// What names adults beside visits and absences.
    private mutating func nameElsewhere() throws {
        try rename("message", column, as: .messages)
        try rename("prisonerEvent", column, as: .events)
        try rename("planChange", column + "Before")
        try rename("visitCost", "person", as: .costs)
    }

    private func audit() throws {
        let moved = PersonMerge.Entity.allCases.compactMap { entity in
            merge.moved[entity].map { "\(entity.rawValue)=\($0)" }
        }
        try view.note("merge", "\(column) \(kept.id)", ["merged=\(duplicate.id)"] + moved, db)
        try view.note("merge", "\(column) \(duplicate.id)", ["into=\(kept.id)"], db)
    }
}
