import GRDB
import VisitModel

extension VisitStore {
    /// Upserts what a set of files says: new rows are inserted, rows that differ are updated, rows that the files do
    /// not mention stay. Where nothing differs, nothing is written and the revision does not rise.
    ///
    /// - Parameters:
    ///   - at: the moment that visits which are new or differ carry as their last change.
    ///   - dataRevision: the revision of the data with which the files were merged; nil where the batch has every
    ///     column of its rows.
    /// - Returns: what was added and changed, for the tables that the batch mentions.
    /// - Throws: `refused` with table, identifier and rule where a row breaks a rule of the schema; `changedMeanwhile`
    ///   where the data have changed since the files were merged with them.
    public func store(
        _ batch: ImportBatch, at: Instant, madeFrom dataRevision: Int? = nil
    ) throws(StoreError) -> ImportSummary {
        try connection.write { db in
            let found = try StoreState(of: db).dataRevision
            if let dataRevision, dataRevision != found {
                throw StoreError.changedMeanwhile(madeFrom: dataRevision, found: found)
            }
            return try store(batch, at: at, db)
        }
    }

    /// What `store(_:at:)` would do, visits that it would end or flag included. Nothing of it stays.
    ///
    /// - Throws: what `store(_:at:)` throws.
    public func rehearse(_ batch: ImportBatch, at: Instant) throws(StoreError) -> ImportSummary {
        try connection.rehearse { try store(batch, at: at, $0) }
    }

    private func store(_ batch: ImportBatch, at: Instant, _ db: Database) throws -> ImportSummary {
        var summary = try merge(batch, db, writes: true, at: at)
        if !summary.isEmpty {
            try checkEscortsExist(db)
            for table in summary.tables where !table.isEmpty {
                try note(
                    "import", "table \(table.name)",
                    ["added=\(table.added.count)", "changed=\(table.changed.count)"]
                        + (table.removed.isEmpty ? [] : ["removed=\(table.removed.count)"]), db)
            }
            let visits = summary.tables.filter { $0.name == VisitRecord.table.heading }.flatMap(\.changed)
            try note("visit.import", visits.map { Identifier($0.id) }, [], db)
            for lifting in summary.lifted {
                try note(
                    "lift", "\(lifting.table) \(lifting.id)",
                    ["\(lifting.column)=\(lifting.after.english)", "before=\(lifting.before.english)"], db)
            }
            summary.review = try review(.everything, at: at, db)
            try StoreState.count(dataChanged: true, db)
        }
        return summary
    }

    /// What `store(_:at:)` would add and change. Writes nothing.
    public func difference(_ batch: ImportBatch) throws(StoreError) -> ImportSummary {
        try connection.read { db in
            try merge(batch, db, writes: false, at: Instant(seconds: 0))
        }
    }

    /// Lays the lists of `batch` over the tables, those first that others refer to.
    private func merge(_ batch: ImportBatch, _ db: Database, writes: Bool, at: Instant) throws -> ImportSummary {
        let register = batch.register
        var tables: [ImportSummary.Table] = []
        func upsert<Record: StoreRecord>(_ record: Record.Type, _ values: [Record.Value]) throws {
            guard !values.isEmpty else { return }
            tables.append(try TableMerge(record, db, path: path, writes: writes).merge(values))
        }
        try upsert(PlaceRecord.self, register.places)
        try upsert(DistanceRecord.self, register.distances)
        try upsert(PrisonRecord.self, register.prisons)
        try upsert(SessionTemplateRecord.self, register.templates)
        try upsert(ClosureRecord.self, register.closures)
        try removeClosures(absentFrom: batch, &tables, db, writes: writes)
        try upsert(SchoolCalendarRecord.self, register.schoolCalendars)
        try upsert(OrganisationRecord.self, register.organisations)
        try upsert(HouseholdRecord.self, register.households)
        try upsert(ChildRecord.self, register.children)
        try upsert(GuardianRecord.self, register.guardians)
        try upsert(EscortRecord.self, register.escorts)
        try upsert(PrisonerRecord.self, register.prisoners)
        try upsert(SeparationRecord.self, register.separations)
        try upsert(PrisonerEventRecord.self, register.events)
        try upsert(AbsenceRecord.self, register.absences)
        try removeAbsences(absentFrom: batch, &tables, db, writes: writes)
        try upsert(BondRecord.self, register.bonds)
        try upsert(BudgetRecord.self, register.budgets)
        try upsert(ParameterRecord.self, register.parameters)
        if !register.visits.isEmpty {
            tables.append(try VisitMerge(db, path: path, writes: writes, at: at).merge(register.visits))
        }
        try upsert(VisitCostRecord.self, register.costs)
        try upsert(TimetableRecord.self, batch.timetables)
        return ImportSummary(tables: tables)
    }

    /// Takes out what an earlier calendar of a prison closed and the one of `batch` does not.
    private func removeClosures(
        absentFrom batch: ImportBatch, _ tables: inout [ImportSummary.Table], _ db: Database, writes: Bool
    ) throws {
        let present = Set(batch.register.closures.map(\.id.text))
        var removed: [String] = []
        for prison in batch.closureCalendars {
            let known = try String.fetchAll(
                db, sql: "SELECT id FROM closure WHERE prison = ?1 AND substr(id, 1, length(?2)) = ?2 ORDER BY id",
                arguments: [prison.text, Closure.calendarPrefix(of: prison)])
            removed += known.filter { !present.contains($0) }
        }
        try remove(removed, from: ClosureRecord.table, &tables, db, writes: writes)
    }

    /// Takes out what an earlier reading of a calendar of absences said and the one of `batch` does not. What people entered,
    /// and what other calendars say, stays.
    private func removeAbsences(
        absentFrom batch: ImportBatch, _ tables: inout [ImportSummary.Table], _ db: Database, writes: Bool
    ) throws {
        let present = Set(batch.register.absences.map(\.id.text))
        var removed: [String] = []
        for calendar in batch.absenceCalendars {
            let column = AbsenceRecord.column(of: calendar.person.kind)
            let known = try String.fetchAll(
                db, sql: "SELECT id FROM absence WHERE \(column) = ? AND source = ? ORDER BY id",
                arguments: [calendar.person.id, calendar.source])
            removed += known.filter { !present.contains($0) }
        }
        try remove(removed, from: AbsenceRecord.table, &tables, db, writes: writes)
    }

    /// Deletes the rows of these keys, and says so in the summary of the table.
    private func remove(
        _ removed: [String], from table: TableShape, _ tables: inout [ImportSummary.Table], _ db: Database,
        writes: Bool
    ) throws {
        guard !removed.isEmpty else { return }
        let heading = table.heading
        if let index = tables.firstIndex(where: { $0.name == heading }) {
            tables[index].removed = removed
        } else {
            tables.append(ImportSummary.Table(name: heading, added: [], changed: [], unchanged: 0, removed: removed))
        }
        guard writes else { return }
        try db.execute(
            sql: "DELETE FROM \(table.name) WHERE id IN (SELECT value FROM json_each(?))",
            arguments: [NestedText.list(removed)])
    }

    /// Households may name each other in any order, so that reference alone is checked at the end; here, where the
    /// household can still be named.
    private func checkEscortsExist(_ db: Database) throws {
        let stray = try String.fetchOne(
            db,
            sql: """
                SELECT id FROM household WHERE escortsFrom IS NOT NULL
                AND escortsFrom NOT IN (SELECT id FROM household) ORDER BY id LIMIT 1
                """)
        guard let stray else { return }
        throw StoreError.refused(table: HouseholdRecord.table.heading, key: stray, rule: "reference escortsFrom")
    }
}
