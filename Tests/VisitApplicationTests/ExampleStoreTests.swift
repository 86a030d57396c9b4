import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitTestSupport

@Suite("A store of an example")
struct ExampleStoreTests {
    private static func desk(_ store: String, isDayGiven: Bool, after days: Int = 0) -> Desk {
        Desk(
            store: store, configuration: SmallWorld.configuration, reach: .everything, isDayGiven: { isDayGiven },
            now: { SmallWorld.instant + days * 86_400 })
    }

    @Test("takes any day, also where an earlier version took it for one of real people")
    func simulated() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("visits.db")
            let earlier = Self.desk(path, isDayGiven: false)
            _ = try earlier.create(example: "michigan", today: SmallWorld.today)
            _ = try earlier.plan(fourWeeks())
            let demonstration = Self.desk(path, isDayGiven: true, after: 40)
            #expect(try demonstration.status(today: SmallWorld.today).upkeep.isSimulated == false)
            #expect(throws: DeskError.self) { try demonstration.plan(fourWeeks(from: SmallWorld.today)) }
            _ = try demonstration.create(example: "michigan", today: SmallWorld.today)
            #expect(try demonstration.status(today: SmallWorld.today).upkeep.isSimulated == true)
            _ = try demonstration.plan(fourWeeks(from: SmallWorld.today))
        }
    }

    @Test("with one more child is a store of real people")
    func real() throws {
        try TemporaryFolder.use { folder in
            let path = folder.path("visits.db")
            let desk = Self.desk(path, isDayGiven: false)
            _ = try desk.create(example: "michigan", today: SmallWorld.today)
            let household = try #require(try desk.children().first?.child.household)
            try folder.write(
                "id,name,birth_date,household\nREAL,Somebody Invented,2016-05-05,\(household)\n", to: "children.csv")
            _ = try desk.importFiles([folder.path("children.csv")], today: SmallWorld.today)
            let given = Self.desk(path, isDayGiven: true, after: 40)
            #expect(throws: DeskError.self) { try given.create(example: "michigan", today: SmallWorld.today) }
            #expect(try given.status(today: SmallWorld.today).upkeep.isSimulated == false)
        }
    }
}
