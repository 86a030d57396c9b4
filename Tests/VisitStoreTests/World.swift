import Foundation
import VisitModel
import VisitTestSupport

@testable import VisitStore

/// Small worlds to be stored. All people are invented.
enum World {
    static let today = Day(number: 20_700)
    static let moment = Instant(seconds: 1_788_000_000)
    static let nine = ClockTime(minutes: 540)

    /// Two households of one mother's children, in two towns; one prison. Every optional fact is given, every list
    /// has entries.
    static var full: Register {
        var world = Register()
        world.places = [
            Place(
                id: "lijiang", name: .init(en: "Lijiang", zh: "丽江"),
                coordinate: Coordinate(latitude: 26.87, longitude: 100.23), precision: .cityCentre,
                zone: "Asia/Urumqi"),
            Place(
                id: "yuxi", name: .init(en: "Yuxi", zh: "玉溪"),
                coordinate: Coordinate(latitude: 24.35, longitude: 102.54), precision: .site),
        ]
        world.distances = [Distance(from: "lijiang", to: "yuxi", metres: 580_000, minutes: 410)]
        world.prisons = [
            Prison(
                id: "p1", name: .init(en: "Women's Prison", zh: "女子监狱"), jurisdiction: Jurisdiction("CN-YN"),
                facility: .nursery, holds: .female, place: "yuxi", zone: "Asia/Shanghai", tableSeats: 5,
                bookingWindow: 3...30, checkIn: 45, phone: "+86 871 0000", maxVisitors: 5, tablesPerAdult: 2)
        ]
        world.templates = templates
        world.closures = [
            Closure(id: "z1", prison: "p1", days: DayRange(today, today + 6), reason: "国庆节"),
            Closure(id: "z2", prison: "p1", template: "t1", days: DayRange(today, today), reason: "inspection"),
        ]
        world.schoolCalendars = [
            SchoolCalendar(
                id: "s1",
                stretches: [
                    .init(.term, DayRange(today - 20, today + 100), note: "Autumn \"term\""),
                    .init(.holiday, DayRange(today, today + 6), note: "国庆\\节\n"),
                    .init(.makeUp, DayRange(today + 8, today + 8)),
                ])
        ]
        addPeople(to: &world)
        world.budgets = [
            Budget(month: Month(year: 2026, month: 9), cents: 1_250_000),
            Budget(organisation: "o1", month: Month(year: 2026, month: 8), cents: 0),
            Budget(organisation: "o1", month: Month(year: 2026, month: 9), cents: 90_000),
        ]
        world.costs = [
            VisitCost(id: "k1", visit: "x1", person: "e1", cents: 12_850, kind: .fare, receipt: "R-1"),
            VisitCost(id: "k2", visit: "x1", cents: 4_000, kind: .food),
        ]
        world.parameters = [Parameter(name: "plan.weeks", value: "12"), Parameter(name: "travel.road.kmh", value: "")]
        world.visits = [held]
        return world
    }

    private static var templates: [SessionTemplate] {
        [
            SessionTemplate(
                id: "t1", prison: "p1", recurrence: .weekly(.saturday, every: 2, anchor: today.monday),
                start: nine ?? .midnight, minutes: 60, modes: [.contact, .table, .glass], tables: 12, seats: 40,
                validFrom: today - 100, validTo: today + 300),
            SessionTemplate(
                id: "t2", prison: "p1", recurrence: .once(today + 30), start: .endOfDay, minutes: 240,
                modes: [.childDay], tables: 8, seats: 60),
        ]
    }

    private static func addPeople(to world: inout Register) {
        world.organisations = [
            Organisation(
                id: "o1", name: .init(en: "Sunflower Aid", zh: "向日葵救助"), phone: "+86 3", email: "o1@example.org")
        ]
        world.households = [
            Household(
                id: "h1", name: "Grandmother He", kind: .family, place: "lijiang", language: .chinese,
                phone: "+86 888 0000", leavesAfter: nine ?? .midnight, returnsBefore: .endOfDay, escortsFrom: "h2",
                organisation: "o1"),
            Household(id: "h2", name: "Sunflower Home", kind: .charityHome, place: "yuxi", phone: "1"),
        ]
        world.children = [
            Child(
                id: "c1", name: "和小花", birthDate: Day(number: 17_000), household: "h1", schoolCalendar: "s1",
                needs: [.wheelchair, .travelSickness], citizenNumber: number("119999201607180024")),
            Child(id: "c2", name: "和小木", birthDate: Day(number: 18_000), household: "h1", schoolCalendar: "s1"),
            Child(id: "c3", name: "和小花", birthDate: Day(number: 16_000), household: "h2"),
        ]
        world.guardians = [
            Guardian(
                id: "g1", name: "He Lan", household: "h1", relation: .grandmother, birthDate: Day(number: -5000),
                phone: "+86 1", accompanies: true, weekdays: [.saturday, .sunday],
                citizenNumber: number("11999919560424002X"), wechat: "he_lan_88")
        ]
        world.escorts = [
            Escort(
                id: "e1", name: "Teacher Yang", home: "h2", weekdays: [.saturday],
                available: DayRange(today, today + 365),
                maxChildren: 4, vettedUntil: today + 200, phone: "+86 2",
                citizenNumber: number("119999850607001"))
        ]
        world.prisoners = [
            Prisoner(
                id: "m1", name: "He Mei", sex: .female, prison: "p1", birthDate: Day(number: 6000), grade: .veryLenient,
                admitted: Day(number: 19_000), release: Day(number: 23_000), sentence: .fixedTerm, consents: false)
        ]
        world.events = [
            PrisonerEvent(
                id: "v1", prisoner: "m1", kind: .misconduct, date: today - 90, until: today - 60, misconduct: .alcohol,
                note: "one glass"),
            PrisonerEvent(
                id: "v2", prisoner: "m1", kind: .visitorSuspended, date: today - 30, until: today + 60,
                visitor: .guardian("g1")),
            PrisonerEvent(
                id: "v3", prisoner: "m1", kind: .visitBreach, date: today - 20, visitor: .escort("e1")),
        ]
        world.absences = absences
        world.bonds = [
            Bond(
                id: "b1", child: "c1", prisoner: "m1", relation: .mother, contact: .allowed,
                papers: [.birthCertificate, .guardianConsent], maxGap: 45),
            Bond(id: "b2", child: "c2", prisoner: "m1", relation: .mother, contact: .onHold),
            Bond(
                id: "b3", child: "c3", prisoner: "m1", relation: .stepmother, contact: .declinedByChild,
                reviewOn: today + 28),
        ]
    }

    /// The citizen number of somebody invented.
    static func number(_ text: String) -> CitizenNumber? { try? CitizenNumber.read(text).get() }

    /// One of each kind of person, in the order of their identifiers.
    private static var absences: [Absence] {
        let eight = ClockTime(minutes: 480) ?? .midnight
        return [
            Absence(id: "a1", person: .guardian("g1"), days: DayRange(today, today), hours: eight..<(.endOfDay)),
            Absence(id: "a2", person: .escort("e1"), days: DayRange(today + 1, today + 9), reason: "培训"),
            Absence(id: "a3", person: .child("c1"), days: DayRange(today + 2, today + 3), reason: "in hospital"),
            Absence(id: "a4", person: .prisoner("m1"), days: DayRange(today + 4, today + 4)),
        ]
    }

    /// A visit that took place, as somebody wrote it down.
    static var held: Visit {
        Visit(
            id: "x1", number: 1, status: .held, prisoner: "m1", household: "h1", children: ["c1", "c2"],
            companion: .guardian("g1"), prison: "p1", session: "t1@2026-08-01", date: today - 40, start: nine,
            minutes: 60, mode: .contact, documents: [.householdRegister], trip: trip,
            reasons: [BilingualText(en: "Her birthday", zh: "生日")], sequence: 3, changed: moment)
    }

    /// A journey of two legs there and one back.
    static var trip: Trip {
        let morning = CivilTime(today + 5, .midnight) + 300
        let bus = Journey.Leg(mode: .bus, from: "lijiang", to: "station \"S\"", depart: morning, arrive: morning + 30)
        let train = Journey.Leg(
            mode: .rail, from: "station \"S\"", to: "yuxi", depart: morning + 40, arrive: morning + 200,
            metres: 500_000, route: "C86", trip: "C86-中")
        let car = Journey.Leg(
            mode: .road, from: "yuxi", to: "lijiang", depart: morning + 400, arrive: morning + 800, metres: 580_000)
        return Trip(
            outbound: Journey(legs: [bus, train], cents: 12_000, isEstimated: false),
            homeward: Journey(legs: [car], cents: 17_400, isEstimated: true), nights: 1, cents: 44_400)
    }

    /// A visit as the program plans it: in `days` days, of the child `c1`.
    static func planned(_ id: Identifier<Visit>, in days: Int, _ status: Visit.Status = .proposed) -> Visit {
        Visit(
            id: id, status: status, prisoner: "m1", household: "h1", children: ["c1"], companion: .escort("e1"),
            prison: "p1", session: Identifier("t1@\(today + days)"), date: today + days, start: nine, minutes: 60,
            mode: .table, documents: [.birthCertificate], trip: trip, reasons: [BilingualText("because")],
            sequence: 0, changed: moment)
    }

    /// Why the child `c2` has no visit.
    static let refusal = Refusal(
        child: "c2", prisoner: "m1", household: "h1", code: .contactOnHold,
        facts: [.init("since", "2026-01-01"), .init("by", "a \"court\"")],
        sentence: BilingualText(en: "Contact is on hold.", zh: "接触被暂停。"),
        wouldHelp: [BilingualText(en: "A decision", zh: "作出决定")])

    /// A plan of these visits.
    static func plan(_ visits: [Visit], refusals: [Refusal] = [refusal], changes: [Plan.Change] = []) -> Plan {
        Plan(
            today: today, horizon: DayRange(from: today, days: 84), published: moment + 60, fingerprint: "abc",
            visits: visits, refusals: refusals, changes: changes,
            certificate: .init(
                bound: 100, score: 97, coveredChildren: 1, dueChildren: 2,
                levels: [.init(.covered, value: 1, bound: 2), .init(.cost, value: -5, bound: nil)],
                prisons: [.init("w1", bound: 100, score: 97)]))
    }

    /// A batch that says what `register` says.
    static func batch(_ register: Register) -> ImportBatch { ImportBatch(register: register, sources: []) }

    /// Gives `body` a new store that holds `register`, and closes it afterwards.
    static func withStore<Result>(
        of register: Register = full, _ body: (VisitStore, TemporaryFolder) throws -> Result
    ) throws -> Result {
        try TemporaryFolder.use { folder in
            let store = try VisitStore.create(at: folder.path("visits.db"))
            _ = try store.store(batch(register), at: moment)
            let result = try body(store, folder)
            try store.close()
            return result
        }
    }
}

extension TemporaryFolder {
    /// The names and bytes of all files in the folder.
    func contents() throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) { contents[name] = try read(name) }
        return contents
    }

    /// The permissions of a file in the folder.
    func mode(of name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
    }
}

/// Python's own SQLite: looks at a store as a stranger would.
enum Stranger {
    static let python = OutsideTool.python("sqlite3", "fcntl")

    /// Runs lines of Python with the store's path in `path` and, where it is a store, a connection in `db`.
    static func run(_ script: String, on path: String) throws -> String {
        let preamble = """
            import fcntl, os, signal, sqlite3, sys
            path = sys.argv[1]
            db = sqlite3.connect(path, isolation_level=None)
            db.execute("PRAGMA foreign_keys = ON")

            """
        return try python.run(["-c", preamble + script, path])
    }
}
