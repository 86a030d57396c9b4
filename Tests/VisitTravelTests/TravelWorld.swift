import VisitModel
import VisitTravel

/// A small invented country: a capital with a prison, a near town, a far town, and two odd places.
enum TravelWorld {
    /// 10° of a meridian are 1,112 km; with the detour factor 1.3, 1,446 km.
    static let places = [
        place("capital", at: 30, 100), place("near", at: 30.5, 100), place("middle", at: 33, 100),
        place("far", at: 40, 100), place("suburb", at: 30, 100), place("nowhere", at: nil, nil),
        place("island", at: nil, nil),
    ]

    /// Measured: near–capital 90 km, and back by another road; island–capital with its time.
    static let distances = [
        Distance(from: "near", to: "capital", metres: Metres(90_000)),
        Distance(from: "capital", to: "near", metres: Metres(120_000)),
        Distance(from: "island", to: "capital", metres: Metres(30_000), minutes: 75),
        Distance(from: "middle", to: "capital", metres: Metres(300_000), minutes: 100),
    ]

    /// A Wednesday.
    static let visitDay = Day(number: 20_790)

    static func planner(_ parameters: [String: String] = [:]) -> TravelPlanner {
        TravelPlanner(
            places: places, distances: distances,
            parameters: TravelParameters(
                parameters.sorted { $0.key < $1.key }.map { Parameter(name: $0.key, value: $0.value) }))
    }

    static func at(_ hour: Int, _ minute: Int = 0, day: Int = 0) -> CivilTime {
        CivilTime(minuteNumber: (visitDay.number + day) * 1440 + hour * 60 + minute)
    }

    static func family(_ ages: Int..., needs: [Child.Need] = []) -> TravelParty {
        TravelParty(adults: 1, childAges: ages, needs: needs)
    }

    private static func place(_ id: Identifier<Place>, at latitude: Double?, _ longitude: Double?) -> Place {
        var coordinate: Coordinate?
        if let latitude, let longitude { coordinate = Coordinate(latitude: latitude, longitude: longitude) }
        return Place(id: id, name: BilingualText(id.text), coordinate: coordinate, precision: .cityCentre)
    }
}
