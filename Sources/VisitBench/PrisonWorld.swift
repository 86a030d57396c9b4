import Foundation
import VisitFormats
import VisitModel

/// One made-up prison with its sessions, prisoners and the households that wish to visit: the core of the solver's
/// benchmark instances, in the distributions that exact solvers were measured on.
///
/// Everybody is invented. Every prisoner has a random stream of its own, so that a later night can change some and leave
/// the rest as they were.
struct PrisonWorld {
    /// What all prisons of an instance share.
    struct Settings {
        var seed: UInt64 = 1
        var weeks = 26
        /// Visits that quotas allow, for each table slot.
        var load = 1.1
        /// Whether neglect and spacing weigh.
        var weighsGaps = false
        /// Days of a quota period from the first day; calendar months where it is 0.
        var periodDays = 0
        /// Of how many thousand prisoners the households are other than they were the night before.
        var changedPerMille = 0

        static let start = Day(number: 20_822)  // 2027-01-04, a Monday

        var days: Int { weeks * 7 }
    }

    /// The prison's parts of a document, as JSON.
    private(set) var prison = JSON.null
    private(set) var sessions: [JSON] = []
    private(set) var prisoners: [JSON] = []
    private(set) var requests: [JSON] = []
    /// The identifiers of the requests.
    private(set) var requestNames: Set<String> = []

    private let settings: Settings
    private let number: Int
    private let families: Int
    private var chance: RandomDraws

    init(_ settings: Settings, number: Int, families: Int) {
        self.settings = settings
        self.number = number
        self.families = families
        chance = RandomDraws(settings.seed, number, 0, 0)
        let openings = openings()
        let entitled = addPrisoners()
        let tables = max(2, Int((entitled / settings.load / Double(max(1, openings.count))).rounded()))
        for (position, opening) in openings.enumerated() {
            sessions.append(
                .members([
                    "id": .string("S\(number)-\(position)"), "prison": .string("P\(number)"),
                    "start": .string("\(Settings.start + opening.day)T\(opening.start)"),
                    "minutes": .int(opening.minutes), "tables": .int(max(1, tables + chance.pick([-1, 0, 0, 0, 1]))),
                ]))
        }
    }

    private static let slots: [(weekday: Int, start: String, minutes: Int)] = [
        (2, "13:30", 60), (2, "15:30", 60), (5, "09:30", 90), (5, "14:00", 90), (6, "09:30", 90), (6, "14:00", 90),
        (4, "14:00", 60), (6, "11:15", 60),
    ]

    private mutating func openings() -> [(day: Int, start: String, minutes: Int)] {
        let days = settings.days
        var closures = (0..<max(1, settings.weeks / 13)).map { _ in closure(&chance) }
        if settings.changedPerMille > 0, number % 10 == 0 {
            // One prison in ten closes once more; its pattern stays.
            var night = RandomDraws(settings.seed, number, 0, 1)
            closures.append(closure(&night))
        }
        prison = .members([
            "id": .string("P\(number)"), "tableSeats": .int(chance.pick([3, 4, 4, 4])),
            "noticeDays": .int(chance.pick([2, 3, 5])), "closures": .array(closures),
        ])
        let pattern = Array(Self.slots.shuffled(using: &chance.random).prefix(chance.number(5...7)))
            .sorted { $0.start < $1.start }
        return (0..<days).flatMap { day in
            pattern.filter { $0.weekday == day % 7 }.map { (day, $0.start, $0.minutes) }
        }
    }

    /// One to three days.
    private func closure(_ chance: inout RandomDraws) -> JSON {
        let first = chance.number(0...(settings.days - 1))
        return Self.range(first, min(settings.days - 1, first + chance.number(1...3)))
    }

    private static func range(_ first: Int, _ last: Int) -> JSON {
        .array([.string("\(Settings.start + first)"), .string("\(Settings.start + last)")])
    }

    /// - Returns: how many visits all quotas allow.
    private mutating func addPrisoners() -> Double {
        var entitled = 0.0
        var prisoner = 0
        while requests.count < families {
            var draw = RandomDraws(settings.seed, number, prisoner + 1, 0)
            let night = RandomDraws(settings.seed, number, prisoner + 1, 1)
            if draw.number(0...999) < settings.changedPerMille { draw = night }
            entitled += addPrisoner("I\(number)-\(prisoner)", &draw)
            let households = draw.bernoulli(0.08) && requests.count + 1 < families ? 2 : 1
            for household in 0..<households {
                add(request: "\(number)-\(prisoner)-\(household)", of: "I\(number)-\(prisoner)", &draw)
            }
            prisoner += 1
        }
        return entitled
    }

    private mutating func addPrisoner(_ id: String, _ draw: inout RandomDraws) -> Double {
        let visits = draw.pick([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3])
        let days = settings.days
        let minutes = draw.bernoulli(0.25) ? visits * draw.pick([60, 90, 75]) : nil
        let period: JSON? =
            settings.periodDays == 0
            ? nil : .members(["days": .int(settings.periodDays), "anchor": .string("\(Settings.start)")])
        let firstPeriod = settings.periodDays == 0 ? "\(Settings.start.month)" : "\(Settings.start)"
        let isUsed = draw.bernoulli(0.1)
        let absence = draw.number(0...(days - 1))
        let isAbsent = draw.bernoulli(0.05)
        prisoners.append(
            .members([
                "id": .string(id), "prison": .string("P\(number)"),
                "quota": .members(["visits": .int(visits), "minutes": minutes.map { .int($0) }, "period": period]),
                "used": isUsed ? .object([JSON.Member(firstPeriod, .int(1))]) : nil,
                "minGap": .int(draw.pick([7, 7, 10, 14])),
                "unavailable": isAbsent
                    ? .array([Self.range(absence, min(days - 1, absence + draw.number(3...20)))]) : nil,
            ]))
        return Double(visits * days) / 30.4
    }

    private mutating func add(request name: String, of prisoner: String, _ draw: inout RandomDraws) {
        let children = draw.pick([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3])
        let party = min(4, children + 1)
        let hours = min(9, exp(draw.normal(0.7, 0.7)))
        let maxGap = draw.pick([30, 45, 60, 90])
        let last = draw.bernoulli(0.06) ? nil : Settings.start - draw.number(1...max(1, Int(Double(maxGap) * 1.6) - 1))
        requestNames.insert("R" + name)
        requests.append(
            .members([
                "id": .string("R" + name), "family": .string("F" + name), "prisoner": .string(prisoner),
                "party": .int(party), "children": .int(children), "priority": 1,
                "lastVisit": last.map { .string("\($0)") } ?? .null, "maxGap": .int(maxGap),
                "options": .members(["rule": rule(hours, party, &draw)]),
            ]))
    }

    private func rule(_ hours: Double, _ party: Int, _ draw: inout RandomDraws) -> JSON {
        let earliest = min(max(360, 420 + hours * 60), 960)
        let latest = max(960, 1320 - hours * 60)
        var weekdays = (0..<7).filter { draw.bernoulli($0 >= 5 ? 0.85 : 0.7) }
        if weekdays.isEmpty { weekdays = [5, 6] }
        let hasNight = hours > 2.5 && draw.bernoulli(0.6)
        let away = draw.number(0...(settings.days - 1))
        let isAway = draw.bernoulli(0.4)
        return .members([
            "weekdays": .array(weekdays.map { .int($0) }), "earliest": .string(Self.clock(earliest)),
            "latestEnd": .string(Self.clock(latest)), "cost": .int(Int(hours * 60)),
            "money": .int(draw.bernoulli(0.5) ? Int(hours * 1400) * party / 2 : 0), "calendar": "school",
            "schoolCost": .int(draw.pick([80, 150, 250])),
            "night": hasNight ? .members(["cost": 200, "money": 6000]) : nil,
            "except": isAway
                ? .array([Self.range(away, min(settings.days - 1, away + draw.number(2...9)))]) : nil,
        ])
    }

    private static func clock(_ minutes: Double) -> String {
        ClockTime(minutes: Int(minutes))?.description ?? "00:00"
    }
}

/// Draws of one random stream, named by numbers.
struct RandomDraws {
    var random: SeededRandom

    init(_ seed: UInt64, _ numbers: Int...) {
        var mixed = seed
        for number in numbers {
            var step = SeededRandom(seed: mixed ^ UInt64(bitPattern: Int64(number)) &* 0x2545_F491_4F6C_DD1D)
            mixed = step.next()
        }
        random = SeededRandom(seed: mixed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func bernoulli(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    mutating func pick<Entity>(_ entities: [Entity]) -> Entity { entities[number(0...(entities.count - 1))] }

    /// A draw from the normal distribution (Box & Muller 1958).
    mutating func normal(_ mean: Double, _ deviation: Double) -> Double {
        let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
        return mean + deviation * radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }
}
