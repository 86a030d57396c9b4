import Foundation
import Synchronization
import VisitApplication
import VisitModel
import VisitPlanning
import VisitStore
import VisitTestSupport

/// A small invented world: one city with a women's prison that opens every Saturday, and whoever a test puts into it.
struct SmallWorld {
    static let today = day("2026-11-23")
    var register = Register()

    /// The prison, with `tables` tables every Saturday at 10:00 for half an hour.
    init(tables: Int = 4, bookingWindow: ClosedRange<Int> = 2...90) {
        register.places = [
            Place(
                id: "CITY", name: BilingualText(en: "City", zh: "城"),
                coordinate: Coordinate(latitude: 31, longitude: 117)),
            Place(
                id: "NEAR", name: BilingualText(en: "Near", zh: "近"),
                coordinate: Coordinate(latitude: 31.4, longitude: 117)),
            Place(
                id: "FAR", name: BilingualText(en: "Far", zh: "远"), coordinate: Coordinate(latitude: 44, longitude: 87)),
        ]
        register.prisons = [
            Prison(
                id: "W1", name: BilingualText(en: "Women's Prison", zh: "女子监狱"), jurisdiction: Jurisdiction("CN-AH"),
                holds: .female, place: "CITY", zone: "Asia/Shanghai", bookingWindow: bookingWindow)
        ]
        register.templates = [
            SessionTemplate(
                id: "SAT", prison: "W1",
                recurrence: .weekly(.saturday, every: 1, anchor: SessionTemplate.defaultAnchor),
                start: clock("10:00"), minutes: 30, tables: tables)
        ]
    }

    /// Adds a mother in the prison.
    mutating func addMother(_ id: String, consents: Bool = true, release: Day? = nil) {
        register.prisoners.append(
            Prisoner(
                id: Identifier(id), name: "Mother \(id) (invented)", sex: .female, prison: "W1",
                birthDate: day("1990-05-05"), grade: .ordinary, release: release, sentence: .fixedTerm,
                consents: consents))
    }

    /// Adds a family at `place` with a grandmother who can go along.
    mutating func addFamily(_ id: String, at place: Identifier<Place> = "NEAR", withGuardian: Bool = true) {
        register.households.append(Household(id: Identifier(id), name: "Family \(id) (invented)", place: place))
        guard withGuardian else { return }
        register.guardians.append(
            Guardian(
                id: Identifier("G-\(id)"), name: "Grandmother \(id) (invented)", household: Identifier(id),
                relation: .grandmother, birthDate: day("1960-01-01")))
    }

    /// Adds a child of `household` whose mother is `mother`, last seen on `last`.
    mutating func addChild(
        _ id: String, in household: String, of mother: String, born: Day = day("2016-03-03"), last: Day? = nil,
        contact: Bond.Contact = .allowed
    ) {
        register.children.append(
            Child(id: Identifier(id), name: "Child \(id) (invented)", birthDate: born, household: Identifier(household))
        )
        register.bonds.append(
            Bond(
                id: Identifier("\(id)-\(mother)"), child: Identifier(id), prisoner: Identifier(mother),
                relation: .mother, contact: contact))
        guard let last else { return }
        register.visits.append(
            Visit(
                id: Identifier("past-\(id)-\(mother)"), status: .held, prisoner: Identifier(mother),
                household: Identifier(household), children: [Identifier(id)], prison: "W1", date: last, minutes: 30))
    }

    /// A desk over a store that holds this world, with a fixed clock and counted identifiers, by the rules of `configuration`.
    func desk(in folder: TemporaryFolder, configuration: String = Self.configuration) throws -> Desk {
        let path = folder.path("visits.db")
        let store = try VisitStore.create(at: path)
        _ = try store.store(
            ImportBatch(register: register, sources: []), at: Self.instant)
        try store.close()
        let counter = Counter()
        return Desk(
            store: path, configuration: configuration, reach: .everything, now: { Self.instant },
            newIdentifier: { "visit-\(counter.next())" })
    }

    /// Stores what changed in the world since the desk was set up.
    func update(_ desk: Desk) throws {
        let store = try VisitStore(openingAt: desk.store)
        _ = try store.store(ImportBatch(register: register, sources: []), at: Self.instant)
        try store.close()
    }

    static let instant = Instant(seconds: 1_795_400_000)
    static let configuration = URL(filePath: #filePath).appending(path: "../../../Config").standardized.path
}

/// A request for four weeks that always gives the same plan.
func fourWeeks(from today: Day = SmallWorld.today) -> PlanRequest {
    PlanRequest(today: today, weeks: 4, iterations: 100, threads: 1)
}

func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day.") }
    return day
}

func clock(_ text: String) -> ClockTime {
    guard let clock = ClockTime(text) else { preconditionFailure("\(text) is no time of day.") }
    return clock
}

private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
