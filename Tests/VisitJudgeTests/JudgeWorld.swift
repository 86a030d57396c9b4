import Foundation
import VisitModel
import VisitRules

@testable import VisitJudge

/// A small invented world in which everything holds: a women's prison in a city that opens every Saturday at ten, and a
/// family an hour away, whose grandmother takes a girl to her mother on a Saturday in December. Tests break it.
struct JudgeWorld {
    /// The rules that the program comes with.
    static let book: RuleBook = {
        let folder = URL(filePath: #filePath).appending(path: "../../../Config/rules").standardized.path
        do { return try RuleBook.load(folder: folder) } catch { preconditionFailure("\(folder): \(error)") }
    }()

    /// A Monday.
    var today = day("2026-11-23")
    var register = Register()
    var visits: [Visit] = []
    var timetables: [Timetable] = []

    /// Saturdays on which the prison opens.
    static let saturday = day("2026-12-05")
    static let nextSaturday = day("2026-12-12")
    static let january = day("2027-01-09")

    init(jurisdiction: String = "CN-AH") {
        register.places = [
            Self.place("CITY", latitude: 31), Self.place("NEAR", latitude: 31.4), Self.place("FAR", latitude: 35.5),
        ]
        addPrison("W1", session: "SAT", jurisdiction: jurisdiction)
        register.schoolCalendars = [
            SchoolCalendar(
                id: "S1", stretches: [.init(.term, DayRange(day("2026-09-01"), day("2027-01-15")))])
        ]
        addFamily("1")
        visits = [visit("V1", of: "1")]
    }

    static func place(_ id: Identifier<Place>, latitude: Double) -> Place {
        Place(
            id: id, name: BilingualText(id.text), coordinate: Coordinate(latitude: latitude, longitude: 117))
    }

    mutating func addPrison(
        _ id: Identifier<Prison>, session: Identifier<SessionTemplate>, start: String = "10:00",
        on weekday: Weekday = .saturday, jurisdiction: String = "CN-AH"
    ) {
        register.prisons.append(
            Prison(
                id: id, name: BilingualText(en: "Women's Prison", zh: "女子监狱"),
                jurisdiction: Jurisdiction(jurisdiction), holds: .mixed, place: "CITY", zone: "Asia/Shanghai"))
        register.templates.append(
            SessionTemplate(
                id: session, prison: id,
                recurrence: .weekly(weekday, every: 1, anchor: SessionTemplate.defaultAnchor), start: clock(start),
                minutes: 30, tables: 4))
    }

    /// A household, its grandmother, its girl and her mother in prison; each with the number in the identifier.
    mutating func addFamily(_ number: String, prison: Identifier<Prison> = "W1") {
        register.households.append(Household(id: "H\(number)", name: "Family (invented)", place: "NEAR"))
        register.guardians.append(
            Guardian(
                id: "G\(number)", name: "Adult (invented)", household: "H\(number)", relation: .grandmother,
                birthDate: day("1960-01-01")))
        register.prisoners.append(
            Prisoner(
                id: "P\(number)", name: "Mother (invented)", sex: .female, prison: prison,
                birthDate: day("1990-05-05"), grade: .ordinary, sentence: .fixedTerm))
        addChild("C\(number)", in: "H\(number)", of: "P\(number)")
    }

    mutating func addChild(
        _ id: Identifier<Child>, in household: Identifier<Household>, of prisoner: Identifier<Prisoner>,
        born: Day = day("2014-03-03"), relation: Bond.Relation = .mother
    ) {
        if !register.children.contains(where: { $0.id == id }) {
            register.children.append(
                Child(
                    id: id, name: "Child (invented)", birthDate: born, household: household, schoolCalendar: "S1"))
        }
        register.bonds.append(
            Bond(
                id: "\(id)-\(prisoner)", child: id, prisoner: prisoner, relation: relation, papers: Paper.allCases))
    }

    mutating func addEscort(_ id: Identifier<Escort>, maxChildren: Int = 2) {
        if !register.households.contains(where: { $0.id == "HOME" }) {
            register.households.append(
                Household(id: "HOME", name: "Home (invented)", kind: .charityHome, place: "NEAR"))
        }
        register.escorts.append(
            Escort(
                id: id, name: "Escort (invented)", home: "HOME",
                available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: maxChildren))
    }

    /// A proposed visit of the family of that number, with a journey by road there and back.
    func visit(
        _ id: Identifier<Visit>, of number: String, on date: Day = JudgeWorld.saturday, start: String = "10:00",
        status: Visit.Status = .proposed, session: Identifier<SessionTemplate> = "SAT",
        prison: Identifier<Prison> = "W1", companion: Visit.Companion? = nil
    ) -> Visit {
        Visit(
            id: id, status: status, prisoner: "P\(number)", household: "H\(number)", children: ["C\(number)"],
            companion: companion ?? .guardian("G\(number)"), prison: prison, session: Identifier(session, on: date),
            date: date, start: clock(start), minutes: 30, trip: Self.trip(on: date, start: start))
    }

    /// An hour there by road and an hour back.
    static func trip(on date: Day, start: String = "10:00", minutes: Int = 60, cents: Cents = 5000) -> Trip {
        let begins = CivilTime(date, clock(start))
        let (gate, out) = (begins - 30, begins + 30)
        return Trip(
            outbound: Journey(
                legs: [leg("NEAR", "CITY", gate - Minutes(minutes), gate)], cents: cents, isEstimated: true),
            homeward: Journey(legs: [leg("CITY", "NEAR", out, out + Minutes(minutes))], cents: 0, isEstimated: true),
            nights: 0, cents: cents)
    }

    static func leg(
        _ from: Identifier<Place>, _ to: Identifier<Place>, _ depart: CivilTime, _ arrive: CivilTime,
        mode: Journey.Leg.Mode = .road
    ) -> Journey.Leg {
        Journey.Leg(mode: mode, from: from, to: to, depart: depart, arrive: arrive)
    }

    var judge: Judge {
        Judge(
            JudgedWorld(
                register: register, visits: visits, book: Self.book, timetables: timetables, today: today))
    }

    var flags: [VisitFlag] { judge.flags() }

    /// The flags in a line each: visit, code, subject.
    var said: [String] { Self.lines(flags) }

    static func lines(_ flags: [VisitFlag]) -> [String] {
        flags.map { [$0.visit.text, $0.code.rawValue, $0.subject].filter { !$0.isEmpty }.joined(separator: " ") }
    }
}

/// A day of a test.
func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day.") }
    return day
}

/// A time of a test.
func clock(_ text: String) -> ClockTime {
    guard let clock = ClockTime(text) else { preconditionFailure("\(text) is no time of day.") }
    return clock
}
