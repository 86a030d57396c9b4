import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// All that the store holds on a child, and who has seen it through the service.
    ///
    /// - Parameter called: the child's identifier, or its name as somebody types it.
    /// - Throws: `DeskError.unknown` for nobody; `DeskError.severalCalledSo` where more than one child has that name.
    public func record(ofChildCalled called: String) throws -> PersonRecord {
        try record(of: child(called: called))
    }

    /// The one child whom somebody means: by identifier, or by name as it is typed. A text that is nobody's stays what it is, for
    /// the act to refuse.
    ///
    /// - Throws: `DeskError.severalCalledSo` where more than one child has that name.
    public func child(called: String) throws -> Identifier<Child> {
        let found = try reading().children(called: called)
        guard found.count <= 1 else { throw DeskError.severalCalledSo(found.map(\.text)) }
        return found.first ?? Identifier(called)
    }

    /// The same for the child of that identifier.
    public func record(of child: Identifier<Child>) throws -> PersonRecord {
        let view = try reading()
        let register = try view.register()
        guard let found = register.children.first(where: { $0.id == child }) else {
            throw DeskError.unknown(what: BilingualText(en: "child", zh: "儿童"), id: child.text)
        }
        let visits = try view.visits(
            VisitQuery(household: found.household, page: Page(limit: .max))
        ).filter { $0.visit.children.contains(child) }
        let bonds = register.bonds.filter { $0.child == child }
        return PersonRecord(
            child: found, household: register.households.first { $0.id == found.household },
            guardians: register.guardians.filter { $0.household == found.household }, bonds: bonds,
            prisoners: register.prisoners.filter { prisoner in bonds.contains { $0.prisoner == prisoner.id } },
            visits: try visits.map { ($0, try view.acts(of: $0.visit.id)) },
            refusals: (try view.plan()?.refusals ?? []).filter { $0.child == child },
            feeds: try view.store.feeds().filter {
                $0.scope == .household(found.household) || $0.scope == .child(child)
            },
            texts: try view.texts(about: child),
            audit: try view.auditEntries(about: view.auditSubjects(of: child), limit: .max))
    }
}
