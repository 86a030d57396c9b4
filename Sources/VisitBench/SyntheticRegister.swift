import VisitModel

/// A register of invented people in memory, for measuring what works on a register alone. The same number and seed give
/// the same register.
///
/// Every household has one or two children and a grandparent; prisons are under seven laws; one prisoner in seven has
/// been punished, transferred or put into another grade within the year.
struct SyntheticRegister {
    private(set) var register = Register()
    private var random: SeededRandom
    private let today: Day

    private static let laws = ["CN", "CN-SC", "CN-GD", "US-BOP", "US-OH", "US-MI", "GB-EAW"]
    private static let prisonCount = 210

    /// A register of `bonds` bonds as it is on `today`.
    init(bonds: Int, seed: UInt64, today: Day) {
        random = SeededRandom(seed: seed)
        self.today = today
        register.parameters = [Parameter(name: "mi.visits_per_month", value: "4")]
        register.places = [Place(id: "P", name: BilingualText("invented"), coordinate: nil)]
        for number in 0..<Self.prisonCount {
            register.prisons.append(
                Prison(
                    id: Identifier("J\(number)"), name: BilingualText("invented"),
                    jurisdiction: Jurisdiction(Self.laws[number % Self.laws.count]), place: "P", zone: "UTC"))
        }
        var number = 0
        while register.bonds.count < bonds {
            addFamily(number, atMost: bonds - register.bonds.count)
            number += 1
        }
    }

    private mutating func addFamily(_ number: Int, atMost: Int) {
        let prison = Int.random(in: 0..<Self.prisonCount, using: &random)
        let isMother = prison % 3 == 0
        let isEnglish = Self.laws[prison % Self.laws.count] == "GB-EAW"
        let grades: [Prisoner.Grade] =
            isEnglish ? [.standard, .enhanced] : [.ordinary, .ordinary, .lenient, .observation]
        let prisoner = Identifier<Prisoner>("I\(number)")
        let household = Identifier<Household>("H\(number)")
        register.prisoners.append(
            Prisoner(
                id: prisoner, name: "", sex: isMother ? .female : .male, prison: Identifier("J\(prison)"),
                grade: grades.randomElement(using: &random), admitted: today - Int.random(in: 1...3000, using: &random),
                sentence: .fixedTerm))
        register.households.append(Household(id: household, name: "", kind: .family, place: "P"))
        register.guardians.append(
            Guardian(
                id: Identifier("G\(number)"), name: "", household: household, relation: .grandmother,
                birthDate: today - 20_000))
        for offset in 0..<min(atMost, Int.random(in: 1...2, using: &random)) {
            let child = Identifier<Child>("C\(number)-\(offset)")
            register.children.append(
                Child(
                    id: child, name: "", birthDate: today - Int.random(in: 400...6400, using: &random),
                    household: household))
            register.bonds.append(
                Bond(
                    id: Identifier("B\(number)-\(offset)"), child: child, prisoner: prisoner,
                    relation: isMother ? .mother : .father))
        }
        if Int.random(in: 0..<7, using: &random) == 0 { addEvent(to: prisoner, number) }
    }

    private mutating func addEvent(to prisoner: Identifier<Prisoner>, _ number: Int) {
        let kinds: [PrisonerEvent.Kind] = [.solitary, .transferred, .misconduct, .strictManagement]
        let kind = kinds.randomElement(using: &random) ?? .solitary
        let date = today + Int.random(in: -300...30, using: &random)
        register.events.append(
            PrisonerEvent(
                id: Identifier("E\(number)"), prisoner: prisoner, kind: kind, date: date,
                until: kind == .solitary ? date + 9 : kind == .strictManagement ? date + 59 : nil,
                misconduct: kind == .misconduct ? .drug : nil))
    }
}
