import Testing
import VisitApplication
import VisitModel
import VisitTestSupport

@Suite("Parameters that are imported")
struct ImportParameterTests {
    @Test(
        "are refused where they would stop the next run, and nothing is stored",
        arguments: [
            ("cn.escort_age", "是"), ("plan.weeks", "0"), ("prison.tables_per_adult", "0"), ("plan.no_such", "1"),
        ])
    func faulty(name: String, value: String) throws {
        try TemporaryFolder.use { folder in
            let desk = try SmallWorld().desk(in: folder)
            let before = try desk.revision()
            let path = try folder.write("name,value\n\(name),\(value)\n", to: "parameters.csv")
            let failure = #expect(throws: DeskError.self) {
                try desk.importFiles([path], today: SmallWorld.today)
            }
            guard case .faultyFiles(let findings) = failure else {
                Issue.record("It failed otherwise: \(String(describing: failure))")
                return
            }
            #expect(findings.first?.subject == "parameter \(name)")
            #expect(try desk.revision() == before)
        }
    }

    @Test("are told where the usual figure is taken instead")
    func told() throws {
        try TemporaryFolder.use { folder in
            let desk = try SmallWorld().desk(in: folder)
            let path = try folder.write("name,value\ntravel.alone_from_age,abc\n", to: "parameters.csv")
            let report = try desk.importFiles([path], today: SmallWorld.today)
            #expect(report.findings.map(\.subject) == ["parameter travel.alone_from_age"])
        }
    }

    @Test("are told where neither a rule pack nor the program knows them, and do not stop the import")
    func strange() throws {
        try TemporaryFolder.use { folder in
            let desk = try SmallWorld().desk(in: folder)
            let path = try folder.write(
                "name,value\nfoo.bar,1\ncn.escort_aeg,16\ncn.escort_age,16\n", to: "parameters.csv")
            let report = try desk.importFiles([path], today: SmallWorld.today)
            #expect(report.findings.map(\.code) == ["unknown-parameter", "unknown-parameter"])
            #expect(report.findings.map(\.subject) == ["parameter cn.escort_aeg", "parameter foo.bar"])
            #expect(report.findings.first?.advice?.english.contains("cn.escort_age") == true)
        }
    }
}
