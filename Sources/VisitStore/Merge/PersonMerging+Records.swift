import GRDB
import VisitModel

// The two rows of the person: what differs between them, and the one that is left.
extension PersonMerging {
    /// A row that is to be written, of whatever table.
    struct MergedRow {
        let table: TableShape
        let cells: [DatabaseValue]
    }

    /// What two rows stand for, and the one that is left.
    private struct Pair<Value> {
        let kept: Value
        let other: Value
        let merged: Value
        let row: MergedRow
    }

    /// Compares the two records, and makes one of them: the kept one's facts, the duplicate's where that has none, and the stricter
    /// of what protects somebody.
    ///
    /// - Returns: the row that is left.
    mutating func compareRecords() throws -> MergedRow {
        switch kept.kind {
        case .child:
            let pair = try pair(ChildRecord.self) { $0.keepingProtection(of: $1) }
            show(pair, \.children)
            compareBirth(pair.kept.birthDate, pair.other.birthDate)
            compareNumbers(pair.kept.citizenNumber, pair.other.citizenNumber)
            compareHouseholds(pair.kept.household, pair.other.household)
            // An empty cell of a file leaves what the store holds.
            if !pair.kept.needs.isEmpty, pair.merged.needs != pair.kept.needs {
                addRemark("needs", of: pair.row, Self.words(for: pair.merged.needs), isOfDuplicate: true)
            }
            return pair.row
        case .guardian:
            let pair = try pair(GuardianRecord.self) { $0.keepingProtection(of: $1) }
            show(pair, \.guardians)
            compareBirth(pair.kept.birthDate, pair.other.birthDate)
            compareNumbers(pair.kept.citizenNumber, pair.other.citizenNumber)
            compareHouseholds(pair.kept.household, pair.other.household)
            if pair.kept.accompanies != pair.other.accompanies {
                addRemark("accompanies", of: pair.row, Self.no, isOfDuplicate: pair.kept.accompanies)
            }
            return pair.row
        case .escort:
            let pair = try pair(EscortRecord.self) { $0.keepingProtection(of: $1) }
            show(pair, \.escorts)
            compareNumbers(pair.kept.citizenNumber, pair.other.citizenNumber)
            compareHouseholds(pair.kept.home, pair.other.home)
            if let until = pair.merged.vettedUntil, pair.kept.vettedUntil != pair.other.vettedUntil {
                addRemark(
                    "vetted_until", of: pair.row, BilingualText("\(until)"),
                    isOfDuplicate: pair.kept.vettedUntil != until)
            }
            if pair.kept.maxChildren != pair.other.maxChildren {
                let most = pair.merged.maxChildren
                addRemark(
                    "max_children", of: pair.row, BilingualText("\(most)"),
                    isOfDuplicate: pair.kept.maxChildren != most)
            }
            return pair.row
        case .prisoner:
            let pair = try pair(PrisonerRecord.self) { $0.keepingProtection(of: $1) }
            show(pair, \.prisoners)
            compareBirth(pair.kept.birthDate, pair.other.birthDate)
            if pair.kept.sex != pair.other.sex { merge.obstacles.append(.sexes(pair.kept.sex, pair.other.sex)) }
            if pair.kept.consents != pair.other.consents {
                addRemark("consents", of: pair.row, Self.no, isOfDuplicate: pair.kept.consents)
            }
            return pair.row
        }
    }

    /// Writes the row that is left.
    func write(_ row: MergedRow) throws {
        try RowWriting(row.table.update, of: row.table, db, path: view.path).write(row.cells)
    }

    private func pair<Record: StoreRecord>(
        _ record: Record.Type, protecting: (Record.Value, Record.Value) -> Record.Value
    ) throws -> Pair<Record.Value> {
        let table = Record.table
        let kept = try value(of: kept, record)
        let other = try value(of: duplicate, record)
        // Column by column, so that facts which only the duplicate has are kept.
        let cells = zip(Record.cells(of: kept), Record.cells(of: other)).enumerated().map { index, cells in
            index >= table.keyCount && cells.0.saysNothing ? cells.1 : cells.0
        }
        let merged = protecting(try Self.value(of: cells, record, db), other)
        return Pair(
            kept: kept, other: other, merged: merged, row: MergedRow(table: table, cells: Record.cells(of: merged)))
    }

    private func value<Record: StoreRecord>(of person: Absence.Person, _ record: Record.Type) throws -> Record.Value {
        guard let value = try Record.find(person.id, db) else {
            throw StoreError.damagedRow(table: Record.table.name, key: person.id, column: "id")
        }
        return value
    }

    private static func value<Record: StoreRecord>(
        of cells: [DatabaseValue], _ record: Record.Type, _ db: Database
    ) throws -> Record.Value {
        let marks = cells.map { _ in "?" }.joined(separator: ", ")
        guard let row = try Row.fetchOne(db, sql: "SELECT \(marks)", arguments: StatementArguments(cells)) else {
            preconditionFailure("A row of given cells is one row.")
        }
        var reader = CellReader(row, Record.table)
        return try Record.value(from: &reader)
    }

    private mutating func show<Value>(_ pair: Pair<Value>, _ list: WritableKeyPath<Register, [Value]>) {
        merge.records.kept[keyPath: list] = [pair.kept]
        merge.records.duplicate[keyPath: list] = [pair.other]
        merge.records.merged[keyPath: list] = [pair.merged]
    }

    private mutating func compareBirth(_ one: Day?, _ other: Day?) {
        if let one, let other, one != other { merge.obstacles.append(.birthDates(one, other)) }
    }

    /// Cards of two generations show one person's number in two forms.
    private mutating func compareNumbers(_ one: CitizenNumber?, _ other: CitizenNumber?) {
        if let one, let other, one.identity != other.identity { merge.obstacles.append(.citizenNumbers) }
    }

    private mutating func compareHouseholds(_ one: Identifier<Household>, _ other: Identifier<Household>) {
        guard one != other else { return }
        merge.remarks.append(.households(kept: one, other: other, isLeftEmpty: false))
    }

    private static let no = BilingualText(en: "no", zh: "否")

    private static func words(for needs: [Child.Need]) -> BilingualText {
        let chinese = needs.map { need in
            switch need {
            case .wheelchair: "轮椅"
            case .travelSickness: "晕车"
            }
        }
        return BilingualText(en: needs.map(\.rawValue).joined(separator: ";"), zh: chinese.joined(separator: "；"))
    }

    private mutating func addRemark(_ column: String, of row: MergedRow, _ value: BilingualText, isOfDuplicate: Bool) {
        let cell = DecisionCell(table: row.table.heading, id: kept.id, column: column)
        merge.remarks.append(.decision(cell, value: value, isOfDuplicate: isOfDuplicate))
    }

    /// Says where no child lives in the household any more that the duplicate was recorded with.
    mutating func noteHousehold() throws {
        guard kept.kind == .child else { return }
        merge.remarks = try merge.remarks.map { remark in
            guard case .households(let kept, let other, _) = remark else { return remark }
            let left = try Row.fetchOne(db, sql: "SELECT 1 FROM child WHERE household = ?", arguments: [other.text])
            return .households(kept: kept, other: other, isLeftEmpty: left == nil)
        }
    }
}

extension DatabaseValue {
    /// Whether a cell of that value tells nothing: it is empty, or an empty text or list.
    fileprivate var saysNothing: Bool { isNull || self == "".databaseValue || self == "[]".databaseValue }
}
