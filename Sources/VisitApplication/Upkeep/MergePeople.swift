import VisitImport
import VisitModel
import VisitReports
import VisitRules
import VisitStore

extension Desk {
    /// Makes two records of one person one, or says what that would do. It cannot be undone.
    ///
    /// - Parameters:
    ///   - kept: the person whose record stays.
    ///   - duplicate: the record that goes; of the same kind.
    ///   - isForced: whether dates of birth, citizen numbers and sexes may differ.
    ///   - isDryRun: whether only to say what would be done.
    /// - Throws: `DeskError.mergedWithItself`; `DeskError.cannotMerge` where something is in the way, unless only asked;
    ///   `StoreError.noSuch` for a person whom nobody is; `DeskError.notForPart` for a prisoner or an escort, who are not one
    ///   organisation's, at a desk that sees a part; `planningElsewhere` while a run is going on.
    public func merge(
        _ kept: Absence.Person, _ duplicate: Absence.Person, isForced: Bool = false, isDryRun: Bool, today: Day
    ) throws -> MergeDocument.Told {
        guard kept.id != duplicate.id else { throw DeskError.mergedWithItself(kept.id) }
        switch kept {
        case .prisoner, .escort: try requireFullReach()
        case .child, .guardian: break
        }
        let request = StoreView.MergeRequest(
            kept, duplicate, isForced: isForced, today: today, moment: now(),
            settling: { VisitAccount.settling($0, $1, on: today) })
        let view = try reviewing(on: today)
        var merge: PersonMerge
        if isDryRun {
            merge = try view.rehearseMerge(request)
        } else {
            let lock = try PlanningLock.acquire(self.store)
            merge = try withExtendedLifetime(lock) { try view.merge(request) }
            guard merge.obstacles.isEmpty else { throw DeskError.cannotMerge(merge.obstacles) }
        }
        let records = merge.records
        let facts = RawTables.facts(of: kept.kind, in: [records.kept, records.duplicate, records.merged]).map {
            MergeDocument.Fact(name: $0.name, kept: $0.cells[0], duplicate: $0.cells[1], merged: $0.cells[2])
        }
        // The first column is the identifier, which is kept as an alias.
        let dropped = facts.dropFirst().filter { fact in
            !fact.kept.isEmpty && !fact.duplicate.isEmpty && fact.duplicate != fact.kept && fact.merged == fact.kept
        }
        if !dropped.isEmpty {
            merge.remarks.append(
                .dropped(columns: dropped.map(\.name), kept: kept.id, duplicate: duplicate.id))
        }
        return MergeDocument.Told(merge: merge, facts: facts, isDryRun: isDryRun)
    }
}
