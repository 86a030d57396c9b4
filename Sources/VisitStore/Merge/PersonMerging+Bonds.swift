import GRDB
import VisitModel

// What a child or a prisoner has beside visits: bonds, events, separations, the account.
extension PersonMerging {
    /// Makes the duplicate's bonds the kept one's. Where both have one with the same person, they become one, with the stricter
    /// decision about contact.
    mutating func mergeBonds() throws {
        let isChild = kept.kind == .child
        func partner(_ bond: Bond) -> String { isChild ? bond.prisoner.text : bond.child.text }
        let own = try BondRecord.all(where: Condition(column, among: [kept.id]), db)
        let byPartner = Dictionary(own.map { (partner($0), $0) }) { first, _ in first }
        let update = try RowWriting(BondRecord.table.update, of: BondRecord.table, db, path: view.path)
        let others = try BondRecord.all(where: Condition(column, among: [duplicate.id]), db)
        for bond in others {
            if let twin = byPartner[partner(bond)] {
                let merged = twin.merged(with: bond)
                try update.write(BondRecord.cells(of: merged))
                try db.execute(sql: "DELETE FROM bond WHERE id = ?", arguments: [bond.id.text])
                try alias(.bond, bond.id.text, of: twin.id.text)
                merge.remarks.append(.bonds(kept: twin, other: bond, merged: merged))
            } else {
                var moved = bond
                if isChild { moved.child = Identifier(kept.id) } else { moved.prisoner = Identifier(kept.id) }
                try update.write(BondRecord.cells(of: moved))
            }
        }
        count(.bonds, others.count)
    }

    /// Makes the duplicate's events the kept one's; what was entered with both is one event.
    mutating func mergeEvents() throws {
        let own = try PrisonerEventRecord.all(where: Condition("prisoner", among: [kept.id]), db)
        let others = try PrisonerEventRecord.all(where: Condition("prisoner", among: [duplicate.id]), db)
        let update = try RowWriting(
            PrisonerEventRecord.table.update, of: PrisonerEventRecord.table, db, path: view.path)
        for event in others {
            if var twin = own.first(where: { $0.saysTheSame(as: event) }) {
                if twin.note.isEmpty, !event.note.isEmpty {
                    twin.note = event.note
                    try update.write(PrisonerEventRecord.cells(of: twin))
                }
                try db.execute(sql: "DELETE FROM prisonerEvent WHERE id = ?", arguments: [event.id.text])
                try alias(.event, event.id.text, of: twin.id.text)
                merge.remarks.append(.event(kept: twin.id, other: event.id))
            } else {
                var moved = event
                moved.prisoner = Identifier(kept.id)
                try update.write(PrisonerEventRecord.cells(of: moved))
            }
        }
        count(.events, others.count)
    }

    /// Finds that the two must not meet: then they are two people.
    mutating func findSeparation() throws {
        let pair = Separation(id: "", Identifier(kept.id), Identifier(duplicate.id))
        let known = try String.fetchOne(
            db, sql: "SELECT id FROM separation WHERE first = ? AND second = ?",
            arguments: [pair.first.text, pair.second.text])
        if let known { merge.obstacles.append(.keptApart(Identifier(known))) }
    }

    /// Keeps the kept one apart from everybody from whom the duplicate was.
    mutating func mergeSeparations() throws {
        let table = SeparationRecord.table
        let update = try RowWriting(table.update, of: table, db, path: view.path)
        let (keptID, duplicateID) = (Identifier<Prisoner>(kept.id), Identifier<Prisoner>(duplicate.id))
        let all = try SeparationRecord.all(db)
        let own = Set(
            all.filter { $0.first == keptID || $0.second == keptID }.map { $0.first == keptID ? $0.second : $0.first })
        let others = all.filter { $0.first == duplicateID || $0.second == duplicateID }
        for separation in others {
            let other = separation.first == duplicateID ? separation.second : separation.first
            if own.contains(other) {
                try db.execute(sql: "DELETE FROM separation WHERE id = ?", arguments: [separation.id.text])
            } else {
                try update.write(SeparationRecord.cells(of: Separation(id: separation.id, keptID, other)))
            }
        }
        count(.separations, others.count)
    }

    private func lines(of person: Absence.Person) throws -> [LedgerEntry] {
        try LedgerEntryRecord.all(where: Condition("prisoner", among: [person.id]), orderBy: "position", db).map(
            \.entry)
    }

    /// Asks which lines settle the two accounts.
    mutating func compareAccounts() throws {
        if let lines = request.settling(try lines(of: kept), try lines(of: duplicate)) {
            settling = lines
        } else {
            merge.obstacles.append(.account(Identifier(kept.id)))
        }
    }

    /// Puts the duplicate's account behind the kept one's, and the lines that settle the two.
    mutating func mergeAccounts() throws {
        let table = LedgerEntryRecord.table
        let (own, others) = (try lines(of: kept), try lines(of: duplicate))
        try db.execute(
            sql: "UPDATE ledgerEntry SET prisoner = ?, position = position + ? WHERE prisoner = ?",
            arguments: [kept.id, own.count, duplicate.id])
        let insertion = try RowWriting(table.insert, of: table, db, path: view.path)
        for (offset, entry) in settling.enumerated() {
            let posted = LedgerEntryRecord.Posted(
                prisoner: Identifier(kept.id), position: own.count + others.count + offset + 1, entry: entry)
            try insertion.write(LedgerEntryRecord.cells(of: posted))
        }
        count(.lines, others.count)
        if !settling.isEmpty { merge.remarks.append(.account(settling)) }
    }
}
