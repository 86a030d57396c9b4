import Testing
import VisitApplication
import VisitModel
import VisitStore
import VisitTestSupport

@Suite("An import of tables that harms nobody")
struct HarmlessImportTests {
    /// A desk over a family of which a court has forbidden one child contact, and whose grandmother does not go along.
    private func withDesk(_ body: (Desk, TemporaryFolder) throws -> Void) throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            world.addChild("C1", in: "H1", of: "M1", contact: .forbidden)
            world.register.guardians[0].accompanies = false
            try body(try world.desk(in: folder), folder)
        }
    }

    private func contact(_ desk: Desk) throws -> Bond.Contact? {
        let store = try VisitStore(openingAt: desk.store)
        defer { try? store.close() }
        return try store.view(for: .everything).register().bonds.first?.contact
    }

    private func imported(_ text: String, _ desk: Desk, _ folder: TemporaryFolder, isDryRun: Bool = false) throws
        -> Desk.ImportReport
    {
        let path = try folder.write(text, to: "bonds.csv")
        return try desk.importFiles([path], isDryRun: isDryRun, today: SmallWorld.today)
    }

    @Test("a file without the column of the decision leaves a court's ban, and so does an empty cell")
    func missingColumn() throws {
        try withDesk { desk, folder in
            let without = try imported("id,child,prisoner,relation\nC1-M1,C1,M1,other\n", desk, folder)
            #expect(without.summary.tables.flatMap(\.changed).flatMap(\.fields) == ["relation"])
            #expect(without.summary.lifted.isEmpty && without.findings.isEmpty)
            #expect(try contact(desk) == .forbidden)
            let empty = try imported("id,child,prisoner,relation,contact\nC1-M1,C1,M1,mother,\n", desk, folder)
            #expect(empty.findings.map(\.code) == ["kept-value"])
            #expect(try contact(desk) == .forbidden)
        }
    }

    @Test("the word lifts it, which a dry run tells with what held before")
    func written() throws {
        try withDesk { desk, folder in
            let text = "编号,儿童,服刑人员,关系,联系决定\nC1-M1,C1,M1,母亲,允许\n"
            let foreseen = try imported(text, desk, folder, isDryRun: true)
            #expect(
                foreseen.summary.lifted == [
                    Lifting(
                        table: "bonds", id: "C1-M1", column: "contact",
                        before: BilingualText(en: "forbidden", zh: "禁止"), after: BilingualText(en: "allowed", zh: "允许"))
                ])
            #expect(try contact(desk) == .forbidden)
            #expect(try imported(text, desk, folder).summary.lifted == foreseen.summary.lifted)
            #expect(try contact(desk) == .allowed)
            let audit = try desk.auditEntries(about: "bonds C1-M1", limit: 9)
            #expect(audit.map(\.act) == ["lift"])
        }
    }

    @Test("files of the folder that were not read are told, and not everything was stored then")
    func unread() throws {
        try withDesk { desk, folder in
            _ = try folder.write("id,child,prisoner,relation\nC1-M1,C1,M1,other\n", to: "data/bonds.csv")
            _ = try folder.write("PK", to: "data/guardians.xlsx")
            let report = try desk.importFiles([folder.path("data")], today: SmallWorld.today)
            #expect(report.unread == [folder.path("data/guardians.xlsx")])
            #expect(report.findings.map(\.code) == ["not-read"])
        }
    }
}
