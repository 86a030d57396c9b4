import Foundation
import Testing
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore
import VisitTestSupport

@Suite("What becomes of citizen numbers and WeChat names")
struct CitizenNumberPrivacyTests {
    private static let secrets = ["119999201603030029", "119999196001010027"]

    private static func desk(in folder: TemporaryFolder, listing: Bool) throws -> Desk {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1", last: SmallWorld.today - 70)
        world.register.prisons[0].listsCitizenNumbers = listing
        world.register.children[0].citizenNumber = try CitizenNumber.read(secrets[0]).get()
        world.register.guardians[0].citizenNumber = try CitizenNumber.read(secrets[1]).get()
        world.register.guardians[0].wechat = "grandma_h1"
        world.register.parameters = [Parameter(name: "message.channel", value: "sms")]
        return try world.desk(in: folder)
    }

    /// The files below a folder that hold one of the numbers, by name.
    private static func holding(below folder: String) throws -> [String] {
        let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
        return names.filter { name in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return false }
            let text = String(decoding: data, as: UTF8.self)
            return secrets.contains { text.contains($0) }
        }.sorted()
    }

    @Test("a night writes numbers into the gate's lists of a prison that asks for them, and nowhere else")
    func published() throws {
        for listing in [true, false] {
            try TemporaryFolder.use { folder in
                let desk = try Self.desk(in: folder, listing: listing)
                let output = folder.path("published")
                #expect(try desk.night(fourWeeks(), output: output).plan.childrenWithVisit == 1)
                let holding = try Self.holding(below: output)
                #expect(holding.isEmpty != listing)
                #expect(holding.allSatisfy { $0.hasPrefix("reports/prison-W1@") }, "\(holding)")
                let audit = "\(try desk.auditEntries(about: nil, limit: 100))"
                #expect(!Self.secrets.contains { audit.contains($0) } && !audit.contains("grandma_h1"))
            }
        }
    }

    @Test("what is held on a child tells that a number is held, and shows it masked")
    func record() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.desk(in: folder, listing: true)
            let text = PersonDocument(try desk.record(ofChildCalled: "C1"), language: .chinese).json.text(pretty: true)
            #expect(text.contains("11***************9") && text.contains("11***************7"))
            #expect(text.contains("grandma_h1"))
            #expect(!Self.secrets.contains { text.contains($0) })
        }
    }

    @Test("a merge shows numbers masked, and says nothing of them where they differ")
    func merge() throws {
        try TemporaryFolder.use { folder in
            var world = SmallWorld()
            world.addMother("M1")
            world.addFamily("H1")
            for (index, number) in ["119999201603030029", "119999201605200028"].enumerated() {
                world.addChild("C\(index)", in: "H1", of: "M1")
                world.register.children[index].citizenNumber = try CitizenNumber.read(number).get()
            }
            let desk = try world.desk(in: folder)
            let told = try desk.merge(.child("C0"), .child("C1"), isDryRun: true, today: SmallWorld.today)
            #expect(told.merge.obstacles == [.citizenNumbers])
            let shown = Language.allCases.map { language in
                MergeText(told, language: language).text
                    + MergeDocument(told, language: language).json.text(pretty: true)
            }.joined()
            #expect(shown.contains("11***************9") && shown.contains("11***************8"))
            #expect(!shown.contains("119999201603030029") && !shown.contains("119999201605200028"))
            #expect(throws: DeskError.cannotMerge([.citizenNumbers])) {
                try desk.merge(.child("C0"), .child("C1"), isDryRun: false, today: SmallWorld.today)
            }
        }
    }

    @Test("the caseworker's own tables have them whole, and are read again without a change")
    func tables() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.desk(in: folder, listing: true)
            _ = try desk.exportTables(to: folder.path("out"))
            #expect(try Self.holding(below: folder.path("out")) == ["children.csv", "guardians.csv"])
            #expect(try desk.importFiles([folder.path("out")], today: SmallWorld.today).summary.isEmpty)
        }
    }

    /// A spreadsheet of a caseworker: Chinese headings, a text mark before the number, a telephone in its local form.
    @Test("a caseworker's first list is taken as it was typed")
    func newcomer() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.desk(in: folder, listing: false)
            let lists = [
                "监护人.csv": "编号,姓名,家庭,关系,出生日期,电话,身份证号,微信号\n"
                    + "G2,示例姑姑（虚构）,H1,姑姑,1985/6/7,0551-6000 0000,'119999198506070024,Example_Aunt-85\n",
                "儿童.csv": "编号,姓名,出生日期,家庭,身份证号码\nC2,示例儿童（虚构）,2016年5月20日,H1,１１９９９９２０１６０５２０００１ｘ\n",
                "监狱.csv": "编号,名称,法域,关押对象,地点,时区,名单列身份证号\nW1,女子监狱,CN-AH,女,CITY,Asia/Shanghai,是\n",
            ]
            for (name, text) in lists { try folder.write(Array(text.utf8), to: "lists/\(name)") }
            let report = try desk.importFiles([folder.path("lists")], today: SmallWorld.today)
            #expect(report.findings == [])
            let store = try VisitStore(openingAt: desk.store)
            defer { try? store.close() }
            let register = try store.view(for: .everything).register()
            #expect(register.guardians.last?.phone == "0551-6000 0000")
            #expect(register.guardians.last?.wechat == "Example_Aunt-85")
            #expect(register.children.last?.citizenNumber?.unmasked == "11999920160520001X")
            #expect(register.prisons.map(\.listsCitizenNumbers) == [true])
        }
    }
}
