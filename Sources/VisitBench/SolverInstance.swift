import Foundation
import VisitFormats
import VisitModel

/// A benchmark instance of the solver: some prisons, or a nation of them, as `visitd-problem/1`.
struct SolverInstance {
    var settings: PrisonWorld.Settings
    /// Households of each prison.
    let families: [Int]

    /// Prisons with the same distribution of sizes as those of `gen.py`.
    init(_ settings: PrisonWorld.Settings, families count: Int, prisons: Int) {
        self.settings = settings
        var chance = RandomDraws(settings.seed, -1)
        let weights = (0..<prisons).map { _ in exp(chance.normal(0, 0.5)) }
        let sum = weights.reduce(0, +)
        var families = weights.map { max(1, Int((Double(count) * $0 / sum).rounded())) }
        families[0] = max(1, families[0] + count - families.reduce(0, +))
        self.families = families
    }

    /// The prisons of these numbers as one document, with `published` as the plan of the night before.
    func document(of prisons: Range<Int>, published: [(request: String, session: String)] = []) -> [UInt8] {
        let worlds = prisons.map { PrisonWorld(settings, number: $0, families: families[$0]) }
        let names = worlds.reduce(into: Set<String>()) { $0.formUnion($1.requestNames) }
        let weights: JSON = .members([
            "covered": 100_000, "visit": 2000, "minute": 0, "neglect": settings.weighsGaps ? 20 : 0,
            "spacing": settings.weighsGaps ? 1 : 0, "change": 300, "cost": 1,
        ])
        let kept = published.filter { names.contains($0.request) }
        let document: JSON = .members([
            "format": "visitd-problem/1", "start": .string("\(PrisonWorld.Settings.start)"),
            "days": .int(settings.days), "catchUp": 28, "prisons": .array(worlds.map(\.prison)),
            "sessions": .array(worlds.flatMap(\.sessions)), "prisoners": .array(worlds.flatMap(\.prisoners)),
            "calendars": .array([.members(["id": "school", "days": .array(schoolDays)])]),
            "requests": .array(worlds.flatMap(\.requests)),
            "published": .array(
                kept.map { .members(["request": .string($0.request), "session": .string($0.session)]) }),
            "objective": weights,
        ])
        return Array(document.text(pretty: false).utf8)
    }

    private static let holidays = [42..<56, 84..<98, 147..<161, 180..<240, 300..<314, 350..<370]

    private var schoolDays: [JSON] {
        (0..<settings.days).filter { day in
            day % 7 < 5 && !Self.holidays.contains { $0.contains(day) }
        }.map { .string("\(PrisonWorld.Settings.start + $0)") }
    }
}
