import Testing
import VisitModel

/// A mother in a prison three hours away, two children at home, a grandmother who comes along. All invented.
struct World {
    var visit: Visit
    var prison = Prison(
        id: "W1", name: BilingualText(en: "Women's Prison One", zh: "第一女子监狱"), jurisdiction: Jurisdiction("CN-SC"),
        place: "chengdu", zone: "Asia/Shanghai", phone: "028-0000 0000")
    var prisonPlace: Place
    var prisoner = Prisoner(id: "P1", name: "陈秋", sex: .female, prison: "W1")
    var household = Household(id: "H1", name: "陈家", place: "mianyang")
    var householdPlace: Place
    var children: [Child]
    var placeNames: [Identifier<Place>: BilingualText]

    /// The world in which the visit is on `date` at `start`.
    init(_ id: Identifier<Visit> = "v-7f3a", on date: String = "2026-10-03", at start: String = "09:30") throws {
        let day = try #require(Day(date))
        let mianyang = BilingualText(en: "Mianyang", zh: "绵阳市")
        let chengdu = BilingualText(en: "Chengdu", zh: "成都市")
        let point = try #require(Coordinate(latitude: 30.657_42, longitude: 104.065_84))
        prisonPlace = Place(id: "chengdu", name: chengdu, coordinate: point, precision: .cityCentre)
        householdPlace = Place(id: "mianyang", name: mianyang, precision: .cityCentre)
        children = try [("C1", "陈小雨", "2016-05-01"), ("C2", "陈小山", "2019-11-20")].map { id, name, birth in
            Child(id: Identifier(id), name: name, birthDate: try #require(Day(birth)), household: "H1")
        }
        placeNames = ["mianyang": mianyang, "chengdu": chengdu]
        visit = Visit(
            id: id, status: .confirmed, prisoner: "P1", household: "H1", children: ["C1", "C2"],
            companion: .guardian("G1"), prison: "W1", date: day, start: ClockTime(start), minutes: 30,
            documents: [.residentIdentityCard, .householdRegister],
            reasons: [
                BilingualText(
                    en: "A Saturday without school; the last visit was 23 days ago.", zh: "星期六不上课；距上次会见已有 23 天。")
            ],
            sequence: 1, changed: Instant(seconds: 1_790_000_000))
    }

    /// The world with a way there and back, in minutes before and after the visit.
    func travelling(there: Int = 180, back: Int = 210, nights: Int = 0, isEstimated: Bool = true) throws -> World {
        let (begins, ends) = (try #require(visit.begins), try #require(visit.ends))
        let gate = begins - 30
        let (home, prison) = (householdPlace.id, prisonPlace.id)
        let outbound = Journey(
            legs: [
                .init(mode: .rail, from: home, to: prison, depart: gate - Minutes(there), arrive: gate, route: "C6")
            ],
            cents: 9200, isEstimated: isEstimated)
        let homeward = Journey(
            legs: [.init(mode: .road, from: prison, to: home, depart: ends + 10, arrive: ends + Minutes(back))],
            cents: 6000, isEstimated: isEstimated)
        var world = self
        world.visit.trip = Trip(outbound: outbound, homeward: homeward, nights: nights, cents: 15_200)
        return world
    }

    /// What the world makes of `change`.
    func with(_ change: (inout World) -> Void) -> World {
        var world = self
        change(&world)
        return world
    }

    /// The visit looked up.
    var detail: VisitDetail {
        VisitDetail(
            visit: visit, prison: prison, prisonPlace: prisonPlace, prisoner: prisoner, household: household,
            householdPlace: householdPlace, children: children, adults: [.init(name: "刘桂芳", phone: "139-0000 0000")],
            placeNames: placeNames)
    }
}
