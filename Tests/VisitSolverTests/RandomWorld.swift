import VisitModel

@testable import VisitSolver

/// Tiny worlds with a bit of everything, from a seed.
enum RandomWorld {
    /// The features that a world may have.
    struct Features: OptionSet {
        let rawValue: Int
        static let shared = Features(rawValue: 1)
        static let escorts = Features(rawValue: 2)
        static let budgets = Features(rawValue: 4)
        static let links = Features(rawValue: 8)
        static let gaps = Features(rawValue: 16)
        static let published = Features(rawValue: 32)
        static let minutes = Features(rawValue: 64)
        static let seats = Features(rawValue: 128)
        static let sameDay = Features(rawValue: 256)
        static let all = Features(rawValue: 511)
    }

    static func make(
        seed: UInt64, requests: Int, sessions: Int, features: Features
    ) -> World {
        var random = SeededRandom(seed: seed)
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let weights = Problem.Weights(
            covered: 100_000, visit: 2000, minute: pick(0...1) * 3, neglect: features.contains(.gaps) ? 20 : 0,
            spacing: features.contains(.gaps) ? 1 : 0, change: features.contains(.published) ? 300 : 0)
        var world = World(days: 42, catchUp: pick(0...28), weights: weights)
        for prison in 0...1 {
            let index = world.prison("P\(prison)", on: [])
            for _ in 0..<sessions {
                world.session(
                    index, on: pick(0...41), at: pick(8...15) * 60, tables: pick(1...2),
                    seats: features.contains(.seats) && pick(0...1) == 0 ? pick(2...5) : nil,
                    minutes: features.contains(.minutes) ? [45, 60, 90][pick(0...2)] : 60)
            }
        }
        if features.contains(.escorts) { world.home(trips: pick(1...2), children: pick(2...3)) }
        for number in 0..<requests { add(number, to: &world, features, pick) }
        finish(&world, features, pick)
        return world
    }

    private static func add(
        _ number: Int, to world: inout World, _ features: Features, _ pick: (ClosedRange<Int>) -> Int
    ) {
        let isShared = features.contains(.shared) && number > 0 && pick(0...2) == 0
        let prisoner =
            isShared
            ? PrisonerIndex(world.draft.prisoners.count - 1)
            : world.prisoner(
                in: PrisonIndex(pick(0...1)), visits: pick(1...2),
                minutes: features.contains(.minutes) ? [nil, 90, 120][pick(0...2)] : nil,
                period: pick(0...2) == 0 ? .days(21, anchor: world.draft.start - pick(0...40)) : .calendarMonth,
                used: pick(0...4) == 0 ? [Problem.UsedVisits(day: world.draft.start, visits: 1)] : [],
                minGap: features.contains(.sameDay) && pick(0...2) == 0 ? 0 : pick(5...10))
        let prison = world.draft.prisoners[prisoner.position].prison
        let usable = world.draft.sessions.indices.map { SessionIndex($0) }.filter {
            world.draft.sessions[$0.position].prison == prison && pick(0...3) > 0
        }
        let children = pick(1...2)
        let needsEscort = features.contains(.escorts) && pick(0...1) == 0
        world.draft.add(
            Problem.Request(
                id: Identifier("R\(number)"), family: FamilyIndex(pick(0...3) == 0 ? max(0, number - 1) : number),
                prisoner: prisoner, party: pick(children + 1...5), children: children,
                lastVisit: pick(0...3) == 0 ? nil : -pick(1...60), maxGap: pick(15...40),
                escortHome: needsEscort ? EscortHomeIndex(0) : nil,
                payer: needsEscort || !features.contains(.budgets) ? 0 : number % 2),
            options: usable.map { Problem.Option(session: $0, cost: pick(0...2500), money: pick(0...900)) })
    }

    private static func finish(_ world: inout World, _ features: Features, _ pick: (ClosedRange<Int>) -> Int) {
        if features.contains(.escorts) {
            for prison in 0...1 {
                world.draft.trips.append(
                    Problem.TripCharge(
                        home: EscortHomeIndex(0), prison: PrisonIndex(prison), cost: pick(0...600), money: pick(0...500)
                    ))
            }
        }
        if features.contains(.budgets) {
            for month in 1...2 {
                world.draft.budgets.append(
                    Problem.Budget(month: Month(year: 2027, month: month), money: pick(300...2500)))
            }
            world.draft.budgets.append(Problem.Budget(month: Month(year: 2027, month: 1), money: 700, payer: 1))
        }
        let count = world.draft.requests.count
        if features.contains(.links), count > 1 {
            world.draft.links.append(
                Problem.Link(RequestIndex(0), RequestIndex(count - 1), maxDaysApart: pick(0...9), saving: pick(1...400))
            )
        }
        if features.contains(.published) {
            for request in 0..<count where pick(0...1) == 0 {
                let options = world.draft.options(of: request)
                guard let option = options.randomElementByPick(pick) else { continue }
                world.draft.published.append(
                    Assignment(request: RequestIndex(request), session: option.session))
            }
        }
    }
}

extension ArraySlice<Problem.Option> {
    fileprivate func randomElementByPick(_ pick: (ClosedRange<Int>) -> Int) -> Problem.Option? {
        isEmpty ? nil : self[startIndex + pick(0...(count - 1))]
    }
}
