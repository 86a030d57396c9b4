import VisitModel

/// Splits a problem into parts that share nothing: no session, prisoner, household, escort home, budget or link.
///
/// Each part is solved alone, and a bound of each adds up to a bound of the whole. Without escorts, budgets and links a
/// part is mostly one prison.
struct Components {
    /// The requests of each part, ascending; parts in the order of their first request.
    private(set) var requests: [[RequestIndex]] = []

    init(_ problem: Problem) {
        var sets = DisjointSets(count: problem.requests.count)
        var firstOfSession = [Int32](repeating: -1, count: problem.sessions.count)
        var firstOfPrisoner = [Int32](repeating: -1, count: problem.prisoners.count)
        var firstOfHome = [Int32](repeating: -1, count: problem.escortHomes.count)
        let families = (problem.requests.map(\.family.position).max() ?? -1) + 1
        var firstOfFamily = [Int32](repeating: -1, count: families)
        let pockets = BudgetPockets(problem)
        var firstOfPocket = [Int32](repeating: -1, count: pockets.count)
        for (position, request) in problem.requests.enumerated() {
            func join(_ first: inout Int32) {
                if first < 0 { first = Int32(position) } else { sets.join(Int(first), position) }
            }
            join(&firstOfPrisoner[request.prisoner.position])
            join(&firstOfFamily[request.family.position])
            if let home = request.escortHome { join(&firstOfHome[home.position]) }
            for option in problem.options(of: RequestIndex(position)) {
                join(&firstOfSession[option.session.position])
                if let pocket = pockets.pocket(of: option, request: request) { join(&firstOfPocket[pocket]) }
            }
        }
        for link in problem.links { sets.join(link.first.position, link.second.position) }
        collect(&sets, count: problem.requests.count)
    }

    private mutating func collect(_ sets: inout DisjointSets, count: Int) {
        var part = [Int32](repeating: -1, count: count)
        for position in 0..<count {
            let root = sets.root(of: position)
            if part[root] < 0 {
                part[root] = Int32(requests.count)
                requests.append([])
            }
            requests[Int(part[root])].append(RequestIndex(position))
        }
    }
}

/// The purses that can run out at all. A budget that suffices for every request at its dearest ties nobody together.
struct BudgetPockets {
    /// The budgets that may bind, by payer and month.
    let money: [Int]
    /// Whose they are, and the months.
    let purses: [Problem.Purse]
    private let problem: Problem
    private let numbers: [Problem.Purse: Int]
    private let monthOfDay: [Month]

    init(_ problem: Problem) {
        self.problem = problem
        var money: [Problem.Purse: Int] = [:]
        for budget in problem.budgets { money[budget.purse] = min(budget.money, money[budget.purse] ?? .max) }
        let monthOfDay = (0..<problem.days).map { (problem.start + $0).month }
        let demand = Self.demand(problem, monthOfDay)
        purses = money.keys.sorted().filter { demand[$0, default: 0] > money[$0, default: 0] }
        self.money = purses.map { money[$0, default: 0] }
        numbers = Dictionary(uniqueKeysWithValues: zip(purses, 0...))
        self.monthOfDay = monthOfDay
    }

    var count: Int { money.count }

    /// The pocket that pays for an option; nil where it costs nothing, or no budget can bind.
    func pocket(of option: Problem.Option, request: Problem.Request) -> Int? {
        guard !numbers.isEmpty, option.money > 0 || request.escortHome != nil else { return nil }
        let day = problem.sessions[option.session.position].day
        return numbers[Problem.Purse(payer: request.payer, month: monthOfDay[day])]
    }

    /// The money of every option of every request and of a trip with each: more than any plan can spend.
    private static func demand(_ problem: Problem, _ months: [Month]) -> [Problem.Purse: Int] {
        guard !problem.budgets.isEmpty else { return [:] }
        let dearest = problem.trips.map(\.money).max() ?? 0
        var demand: [Problem.Purse: Int] = [:]
        for (position, request) in problem.requests.enumerated() {
            // At most one visit a day, so a day's dearest option stands for the day.
            var (lastDay, dayMost) = (-1, 0)
            func add() {
                guard lastDay >= 0 else { return }
                demand[Problem.Purse(payer: request.payer, month: months[lastDay]), default: 0] += dayMost
            }
            for option in problem.options(of: RequestIndex(position)) {
                let day = problem.sessions[option.session.position].day
                if day != lastDay {
                    add()
                    (lastDay, dayMost) = (day, 0)
                }
                dayMost = max(dayMost, Int(option.money) + (request.escortHome == nil ? 0 : dearest))
            }
            add()
        }
        return demand
    }
}

/// Union–find with path halving; the smaller number becomes the root, so that nothing depends on the order of joining.
struct DisjointSets {
    private var parent: [Int32]

    init(count: Int) {
        parent = (0..<Int32(count)).map { $0 }
    }

    mutating func root(of element: Int) -> Int {
        var element = element
        while Int(parent[element]) != element {
            parent[element] = parent[Int(parent[element])]
            element = Int(parent[element])
        }
        return element
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        if a != b { parent[max(a, b)] = Int32(min(a, b)) }
    }
}
