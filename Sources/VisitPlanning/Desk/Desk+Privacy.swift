import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// Erases a child from the store. Statistics and the audit log stay; backups made before keep what they have until
    /// they are removed.
    ///
    /// - Throws: `StoreError.noSuch` for an unknown child, `planningElsewhere` while a run is going on.
    public func erase(_ child: Identifier<Child>, today: Day) throws -> VisitStore.Erasure {
        let store = try writing()
        let lock = try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            try store.erase(child, stand: Identifier("erased-\(newIdentifier())"), today: today, at: now())
        }
    }

    /// All that the store holds on a child, and who has seen it through the service.
    public func record(of child: Identifier<Child>) throws -> PersonRecord {
        let store = try reading()
        let register = try store.register()
        guard let found = register.children.first(where: { $0.id == child }) else {
            throw DeskError.unknown(what: BilingualText(en: "child", zh: "儿童"), id: child.text)
        }
        let visits = try store.visits(
            VisitQuery(household: found.household, page: Page(limit: .max))
        ).filter { $0.visit.children.contains(child) }
        let bonds = register.bonds.filter { $0.child == child }
        return PersonRecord(
            child: found, household: register.households.first { $0.id == found.household },
            guardians: register.guardians.filter { $0.household == found.household }, bonds: bonds,
            prisoners: register.prisoners.filter { prisoner in bonds.contains { $0.prisoner == prisoner.id } },
            visits: try visits.map { ($0, try store.acts(of: $0.visit.id)) },
            refusals: (try store.plan()?.refusals ?? []).filter { $0.child == child },
            feeds: try store.feeds().filter { $0.scope == .household(found.household) || $0.scope == .child(child) },
            audit: try store.auditEntries(about: "child \(child)", limit: .max))
    }
}
