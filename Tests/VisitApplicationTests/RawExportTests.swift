import Testing
import VisitApplication
import VisitModel
import VisitStore
import VisitTestSupport

@Suite("The tables that are written in the import's own format")
struct RawExportTests {
    private static func register(_ desk: Desk) throws -> Register {
        let store = try VisitStore(openingAt: desk.store)
        defer { try? store.close() }
        return try store.view(for: .everything).register()
    }

    private static func desk(_ path: String) -> Desk {
        Desk(store: path, configuration: SmallWorld.configuration, reach: .everything, now: { SmallWorld.instant })
    }

    @Test(
        "change nothing where they are read again, and make the same world in an empty store",
        arguments: ["china", "england", "michigan"])
    func roundTrip(_ world: String) throws {
        try TemporaryFolder.use { folder in
            let first = Self.desk(folder.path("first.db"))
            _ = try first.create(example: world, today: SmallWorld.today)
            _ = try first.exportTables(to: folder.path("out"))
            let again = try first.importFiles([folder.path("out")], today: SmallWorld.today)
            #expect(again.summary.isEmpty, "\(again.summary.tables.flatMap(\.changed).prefix(5))")
            #expect(again.findings.filter { $0.severity != .note } == [])
            let second = Self.desk(folder.path("second.db"))
            try second.create()
            _ = try second.importFiles([folder.path("out")], today: SmallWorld.today)
            let (before, after) = (try Self.register(first), try Self.register(second))
            #expect(before.bonds == after.bonds && before.events == after.events)
            #expect(before.households == after.households && before.children == after.children)
            #expect(before.guardians == after.guardians && before.escorts == after.escorts)
            #expect(before.prisons == after.prisons && before.templates == after.templates)
            #expect(before.prisoners == after.prisoners && before.places == after.places)
            #expect(before.schoolCalendars == after.schoolCalendars && before.closures == after.closures)
            #expect(before.budgets == after.budgets && before.parameters == after.parameters)
        }
    }
}
