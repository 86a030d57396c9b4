/// Level 1: a first visit in time for as many children as can be, by augmenting paths.
///
/// Requests are seen to by urgency: children per table, then the earlier due date. A request takes a free table of a
/// session before its due date. Where none is free, another request moves to another session, which may need a third
/// one to move, and so on: breadth first over sessions (augmenting paths). With parties of one table this is a
/// transversal matroid and the result is the best there is. A search that fails has seen exactly the sessions that are
/// full for everybody who could move: they answer "why not us?". Parties of two tables and shared prisoners make it a
/// heuristic; the bound says how good.
struct Coverage {
    private let component: Component
    private let plan: WorkingPlan
    /// Requests with a first visit in each session.
    private var visitors: [[Int32]]
    /// The option with which each request is covered, or −1.
    private var seat: [Int32]
    /// Options of each request that would cover it, in order of time.
    private var ways: [[Int32]]

    /// Sessions that were found full, per request that could not be covered.
    private(set) var saturated: [Int: [Int]] = [:]

    init(_ component: Component, _ plan: WorkingPlan) {
        self.component = component
        self.plan = plan
        visitors = Array(repeating: [], count: component.sessions.count)
        seat = Array(repeating: -1, count: component.requests.count)
        ways = Array(repeating: [], count: component.requests.count)
        for option in component.optionRequest.indices {
            let request = Int(component.optionRequest[option])
            guard component.requests[request].isDue,
                Int(component.optionDay[option]) <= component.requests[request].due
            else { continue }
            ways[request].append(Int32(option))
        }
    }

    /// Covers as many as can be, beginning with what the plan holds.
    mutating func run() {
        for unit in component.units.indices {
            for option in plan.visits[unit] { adopt(Int(option)) }
        }
        let order = component.requests.indices.filter { component.requests[$0].isDue && seat[$0] < 0 }
            .sorted { precedes($0, $1) }
        for request in order { cover(request) }
    }

    private func precedes(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (component.requests[a], component.requests[b])
        let (left, right) = (first.children * second.tables, second.children * first.tables)
        return left != right ? left > right : (first.due, a) < (second.due, b)
    }

    /// A visit that the plan holds already covers its request; a fixed or published one stays where it is.
    private mutating func adopt(_ option: Int) {
        let request = Int(component.optionRequest[option])
        guard component.requests[request].isDue, seat[request] < 0,
            Int(component.optionDay[option]) <= component.requests[request].due
        else { return }
        seat[request] = Int32(option)
        if !component.isFixed[option], !component.isPublished[option] {
            visitors[Int(component.optionSession[option])].append(Int32(request))
        }
    }

    private mutating func cover(_ request: Int) {
        // For each session reached: the option by which it was reached, and the request that would leave for it.
        var arrival = [Int32](repeating: -1, count: component.sessions.count)
        var queue: [Int] = []
        if let option = reach(request, for: component.requests[request].tables, &arrival, &queue) {
            augment(option, arrival)
            return
        }
        var next = 0
        while next < queue.count {
            let session = queue[next]
            next += 1
            let wanted = component.requests[Int(component.optionRequest[Int(arrival[session])])].tables
            for visitor in visitors[session] where component.requests[Int(visitor)].tables >= wanted {
                let tables = component.requests[Int(visitor)].tables
                guard let option = reach(Int(visitor), for: tables, &arrival, &queue) else { continue }
                augment(option, arrival)
                return
            }
        }
        saturated[request] = queue.sorted()
    }

    /// Marks the sessions that `request` could go to; gives the option of the first with a free table.
    private func reach(_ request: Int, for tables: Int, _ arrival: inout [Int32], _ queue: inout [Int]) -> Int32? {
        for option in ways[request] {
            let session = Int(component.optionSession[Int(option)])
            guard arrival[session] < 0, isOpen(Int(option), besides: seat[request]) else { continue }
            arrival[session] = option
            if plan.hasRoom(for: Int(option)) { return option }
            // Only a full session is worth freeing a table in; no visitor's leaving helps against other limits.
            if plan.tablesLeft[session] < tables { queue.append(session) } else { arrival[session] = -1 }
        }
        return nil
    }

    /// Whether the prisoner can be visited on the option's day, were the request's present seat given up.
    private func isOpen(_ option: Int, besides seat: Int32) -> Bool {
        let unit = component.requests[Int(component.optionRequest[option])].unit
        var visits = plan.visits[unit]
        if seat >= 0 { visits.removeAll { $0 == seat } }
        return component.isLegal(visits, with: option, unit: unit)
    }

    /// Moves everybody on the path that ends with `option`, the last one first.
    private mutating func augment(_ last: Int32, _ arrival: [Int32]) {
        var moves: [(request: Int, from: Int32, to: Int32)] = []
        var option = last
        while true {
            let request = Int(component.optionRequest[Int(option)])
            moves.append((request, seat[request], option))
            guard seat[request] >= 0 else { break }
            option = arrival[Int(component.optionSession[Int(seat[request])])]
        }
        var done: [(request: Int, from: Int32, to: Int32)] = []
        for move in moves {
            guard isOpen(Int(move.to), besides: move.from), apply(move) else {
                // Two households of one prisoner on the path: what was moved goes back.
                for move in done.reversed() { _ = apply((move.request, move.to, move.from)) }
                return
            }
            done.append(move)
        }
    }

    private mutating func apply(_ move: (request: Int, from: Int32, to: Int32)) -> Bool {
        let unit = component.requests[move.request].unit
        let before = plan.visits[unit]
        var visits = before
        if move.from >= 0 {
            visits.removeAll { $0 == move.from }
            plan.place(visits, for: unit)
        }
        if move.to >= 0 {
            guard plan.hasRoom(for: Int(move.to)) else {
                plan.place(before, for: unit)
                return false
            }
            visits.insert(move.to, at: visits.firstIndex { $0 > move.to } ?? visits.count)
            plan.place(visits, for: unit)
            visitors[Int(component.optionSession[Int(move.to)])].append(Int32(move.request))
        }
        if move.from >= 0 {
            visitors[Int(component.optionSession[Int(move.from)])].removeAll { $0 == Int32(move.request) }
        }
        seat[move.request] = move.to
        return true
    }
}

extension Component {
    /// Whether the prisoner of `unit` may have the visit `option` beside `visits`: gap, quota, minutes, and one visit a
    /// day for a household.
    func isLegal(_ visits: [Int32], with option: Int, unit: Int) -> Bool {
        let shape = units[unit]
        let table = allowances[shape.allowance].strict
        let (day, period) = (Int(optionDay[option]), optionPeriod[option])
        var state = periodStates[shape.periodStart + Int(period)]
        for visit in visits {
            let visit = Int(visit)
            if abs(Int(optionDay[visit]) - day) < shape.minGap { return false }
            if optionDay[visit] == optionDay[option], optionRequest[visit] == optionRequest[option] { return false }
            guard optionPeriod[visit] == period else { continue }
            state = table.next[Int(state) * table.lengthCount + Int(optionLength[visit])]
            if state < 0 { return false }
        }
        return table.next[Int(state) * table.lengthCount + Int(optionLength[option])] >= 0
    }
}
